import { anyJson } from '../../zip/any-json.ts';
import { readableRow, readableRows } from '../checked/check-row.ts';
import type { Collection } from '../collection.ts';
import { putRows } from '../put-rows.ts';
import type { BodyRow, EssayRow, QuarantineRow } from '../rows.ts';
import { writingRows } from '../write-rows.ts';
import type { EssayParts } from './essay-parts.ts';
import { findingId, noteFindings, settleFindings } from './findings.ts';
import { rowsToWrite } from './put-aside.ts';
import { rightRow } from './right-row.ts';

/** Parts of a row that stand nowhere else: once lost, a backup alone has them. */
const ownParts: readonly string[] = ['tags', 'shelves', 'note', 'edited', 'textEdits', 'trashedAt'];

/**
 * Puts the row of an essay right by what its versions hold, and makes it anew where it is lost. A body that is not `trusted` is no
 * measure for a row that names it. What cannot be obtained from the versions is told. `wasMended`: see `mendedInPassing`. Gives true when it changed something.
 */
export async function mendEssay(
  collection: Collection,
  parts: EssayParts,
  trusted: ReadonlySet<string>,
  wasMended: boolean,
): Promise<boolean> {
  const { id } = parts;
  const versions = {
    captures: readableRows('captures', parts.captures),
    bodies: readableRows('bodies', parts.bodies).filter(({ essayId }) => essayId === id),
  };
  const seen = readableRow('essays', parts.row) ?? undefined;
  const isMeasure = ({ captureId }: BodyRow): boolean => trusted.has(captureId) || captureId !== seen?.captureId;
  const right = (before: EssayRow | undefined): EssayRow | null => rightRow(before, versions, isMeasure);
  if (seen !== undefined && changedParts(parts.row, right(seen)).length === 0) {
    if (wasMended) await settleMended(collection, id);
    return false;
  }
  return writingRows(collection, [], async () => {
    const raw = await collection.essays.get(id);
    const [before] = await rowsToWrite(collection, [id]);
    // Deleted, or kept again, since it was looked at; or a row of which too little is left.
    if ((raw === undefined) !== (parts.row === undefined) || (raw !== undefined && before === undefined)) return false;
    const after = right(before);
    if (after === null) return false;
    const lost = before === undefined ? ownParts : changedParts(raw, after);
    if (lost.length === 0) return false;
    await putRows(collection, [{ before, after }]);
    await noteFindings(collection, [
      {
        table: 'essays',
        key: id,
        reason: before === undefined ? 'rebuilt' : 'mended',
        parts: lost,
        essayId: id,
        title: after.title,
        settled: !lost.some((name) => ownParts.includes(name)),
        row: raw ?? null,
      },
    ]);
    return true;
  });
}

/**
 * Those of some essays whose rows an act mended in passing, and of which that is still to be told. Read for many in one transaction: Chromium lets
 * go of a page's transactions together, in one task that a thousand of them make fifty milliseconds long.
 */
export async function mendedInPassing(
  { quarantine }: Collection,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = await quarantine.bulkGet(ids.map((id) => findingId('essays', id)));
  return new Set(ids.filter((_, at) => isMendedInPassing(found[at])));
}

const isMendedInPassing = (found: QuarantineRow | undefined): found is QuarantineRow =>
  found !== undefined && !found.settled && !found.parts.some((name) => ownParts.includes(name));

/** What an act mended in passing needs nothing more when the row is right, and nothing of the reader's own was lost. */
async function settleMended(collection: Collection, id: string): Promise<void> {
  const key = findingId('essays', id);
  if (isMendedInPassing(await collection.quarantine.get(key))) await settleFindings(collection, [key]);
}

/** Worked out by others: the number is the ledger's affair, and what it lacks is told by `fillLacks` where it is not yet. */
const others: readonly (keyof EssayRow)[] = ['doc', 'lacks'];

/** Names of the parts that two rows have otherwise. */
function changedParts(raw: unknown, after: EssayRow | null): readonly string[] {
  const before = (raw ?? {}) as Readonly<Record<string, unknown>>;
  // What is damaged of an optional part is taken away: it stands in the row before alone.
  const names = new Set([...Object.keys(after ?? {}), ...Object.keys(before)]) as ReadonlySet<keyof EssayRow>;
  return [...names].filter((name) => !others.includes(name) && anyJson(before[name]) !== anyJson(after?.[name]));
}
