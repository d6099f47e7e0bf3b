import type { Outcome } from '../../essay/outcome.ts';
import type { Collection } from '../collection.ts';
import { rowsToWrite } from '../integrity/put-aside.ts';
import { putRows } from '../put-rows.ts';
import type { EssayRow } from '../rows.ts';
import { attempt, type StorageProblem } from '../storage.ts';
import { writingRows } from '../write-rows.ts';
import { alignFacts } from './align-facts.ts';
import { valuesBack } from './values-back.ts';

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
    writingRows(collection, [], async () => doneOf(collection, await changeWithin(collection, ids, change))),
  );
}

/** What changes of rows came to, with the way back. */
export function doneOf(collection: Collection, changed: readonly Changed[]): Done {
  const touched = changed.filter(
    ({ before, after }) => before.edited !== after.edited || before.captureId !== after.captureId,
  );
  const goBack = async (): Promise<number> => {
    const back = await takeBack(collection, await possible(collection, changed));
    await alignFacts(
      collection,
      touched.map(({ before }) => before.id),
    );
    return back;
  };
  return { count: changed.length, undo: () => attempt(() => writingRows(collection, [collection.bodies], goBack)) };
}

/** Changes whose version before is still there: one may have gone with a backup that was restored. */
async function possible({ bodies }: Collection, changed: readonly Changed[]): Promise<readonly Changed[]> {
  const turned = changed.filter(({ before, after }) => before.captureId !== after.captureId);
  const found = await bodies.bulkGet(turned.map(({ before }) => before.captureId));
  const gone = new Set(turned.filter(({ before }, at) => found[at]?.essayId !== before.id));
  return changed.filter((one) => !gone.has(one));
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
 * Gives each row back the values that the act changed, and no others; of tags, shelves and edits, those that it changed. What others
 * changed since then stays. Gives how many rows are as they were now: one that was deleted since, or whose value is another's by
 * now, is not. A transaction of its own unless one is open.
 */
export function takeBack(collection: Collection, changed: readonly Changed[]): PromiseLike<number> {
  const by = new Map(changed.map((one) => [one.before.id, one]));
  return writingRows(collection, [], async () => {
    const whole = new Set<string>();
    await changeWithin(collection, [...by.keys()], (row) => {
      const one = by.get(row.id);
      if (one === undefined) return row;
      const back = rowBack(row, one);
      if (back.whole) whole.add(row.id);
      return back.row;
    });
    return whole.size;
  });
}

/** A row with what an act changed given back. */
function rowBack(row: EssayRow, { before, after }: Changed): { readonly row: EssayRow; readonly whole: boolean } {
  // Groups go back one by one, and the number is the ledger's.
  const plain = ({ doc: _doc, tags: _tags, shelves: _shelves, edited: _edited, ...values }: EssayRow) => values;
  const { back, whole } = valuesBack(plain(row), { ...blanks(plain(after)), ...plain(before) }, plain(after));
  const edits = valuesBack(row.edited, { ...blanks(after.edited), ...before.edited }, after.edited);
  return {
    row: present({
      ...row,
      ...back,
      ...groupsBack(row, { before, after }),
      edited: present({ ...row.edited, ...edits.back }),
    }),
    whole: whole && edits.whole,
  };
}

/** Names without values, so that one that an act added is found to be gone before it. */
const blanks = (fields: object): object => Object.fromEntries(Object.keys(fields).map((name) => [name, undefined]));

const present = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

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
