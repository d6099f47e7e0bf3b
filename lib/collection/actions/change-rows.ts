import type { Outcome } from '../../essay/outcome.ts';
import type { Collection } from '../collection.ts';
import { rowsToWrite } from '../integrity/put-aside.ts';
import { putRows } from '../put-rows.ts';
import type { EssayRow } from '../rows.ts';
import { attempt, type StorageProblem } from '../storage.ts';
import { writingRows } from '../write-rows.ts';

/** What an act of the reader came to. */
export interface Done {
  /** How many essays, or other things, it changed. */
  readonly count: number;
  /**
   * Takes the act back. What was changed by others since then stays. Gives for how many of `count` it did: what is not there
   * any more cannot be taken back.
   */
  readonly undo: () => Promise<Outcome<number, StorageProblem>>;
}

/** A row as it was and as it was made. */
export interface Changed {
  readonly before: EssayRow;
  readonly after: EssayRow;
}

/**
 * Changes essays and tells how to take it back. `change` gives the new row, or the row itself to leave it.
 * Ids that no essay has are passed over.
 */
export function changeRows(
  collection: Collection,
  ids: readonly string[],
  change: (row: EssayRow) => EssayRow,
): Promise<Outcome<Done, StorageProblem>> {
  return attempt(() =>
    writingRows(collection, [], async () => {
      const changed = await changeWithin(collection, ids, change);
      return { count: changed.length, undo: () => attempt(() => takeBack(collection, changed)) };
    }),
  );
}

/** `changeRows` within a transaction over `rowTables` that is open already: gives what was changed. */
export async function changeWithin(
  collection: Collection,
  ids: readonly string[],
  change: (row: EssayRow) => EssayRow,
): Promise<readonly Changed[]> {
  const found = await rowsToWrite(collection, [...new Set(ids)]);
  const changed = found.flatMap((before) => {
    if (before === undefined) return [];
    const after = change(before);
    return after === before ? [] : [{ before, after }];
  });
  await putRows(collection, changed);
  return changed;
}

/**
 * Gives each row back the values that the act changed, and no others; of tags and shelves, those that it changed. Gives how many
 * are as they were now: essays that were deleted since are not. A transaction of its own unless one is open.
 */
export function takeBack(collection: Collection, changed: readonly Changed[]): PromiseLike<number> {
  const by = new Map(changed.map((one) => [one.before.id, one]));
  return writingRows(collection, [], async () => {
    const there = new Set<string>();
    await changeWithin(collection, [...by.keys()], (row) => {
      const one = by.get(row.id);
      there.add(row.id);
      return one === undefined ? row : { ...row, ...differing(one), ...groupsBack(row, one) };
    });
    return there.size;
  });
}

/** The values of `before` that `after` has otherwise. */
function differing({ before, after }: Changed): Partial<EssayRow> {
  const names = Object.keys(before) as (keyof EssayRow)[];
  return Object.fromEntries(names.filter((name) => before[name] !== after[name]).map((name) => [name, before[name]]));
}

/** The tags and shelves of `row` with what an act put there taken off and what it took off put back: those of others stay. */
function groupsBack(row: EssayRow, { before, after }: Changed): Partial<EssayRow> {
  const back = (name: 'tags' | 'shelves'): readonly string[] => {
    const had = before[name].filter((id) => row[name].includes(id) || !after[name].includes(id));
    const since = row[name].filter((id) => !after[name].includes(id));
    return [...new Set([...had, ...since])];
  };
  const touched = (['tags', 'shelves'] as const).filter((name) => before[name] !== after[name]);
  return Object.fromEntries(touched.map((name) => [name, back(name)]));
}
