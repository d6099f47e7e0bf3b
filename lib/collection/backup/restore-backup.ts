import { Dexie } from 'dexie';
import { fail, type Outcome, succeed } from '../../essay/outcome.ts';
import { anyJson } from '../../zip/any-json.ts';
import { checkRow, readableRow } from '../checked/check-row.ts';
import type { Collection } from '../collection.ts';
import { refillFingerprints } from '../duplicates/fill-fingerprints.ts';
import { findingId, noteFindings, settleFindings } from '../integrity/findings.ts';
import { rowsToWrite } from '../integrity/put-aside.ts';
import { refillLacks } from '../lacks/fill-lacks.ts';
import type { RowChange } from '../ledger/enter-rows.ts';
import { repairLedger } from '../ledger/rebuild-ledger.ts';
import { putRows, rowTables } from '../put-rows.ts';
import { type CaptureRow, type EssayRow, NO_DOC, noWork } from '../rows.ts';
import { standingOf } from '../standing.ts';
import { attempt, type StorageProblem } from '../storage.ts';
import { takingRestored } from '../sync/backup-stamps.ts';
import type { EachPart } from './each-part.ts';
import type { ManifestFile } from './manifest.ts';
import { type Dated, mergeEssay } from './merging/merge-essay.ts';
import type { MergeWatch } from './merging/merge-watch.ts';
import { restoreBesides } from './merging/restore-besides.ts';
import { type Backup, Damaged, readQuarantine, readRows } from './open-backup.ts';
import { dropUnused, restoreShared, type SharedIds } from './restore-shared.ts';
import { restoreVersions, type Versions } from './restore-versions.ts';
import type { Row } from './row-text.ts';
import { type TableName, tableNames, tableOf } from './tables.ts';
import type { RunOptions } from './write-backup.ts';

/** What restoring came to. */
export interface RestoreReport {
  /** Essays that were not here; that were, and gained something; that were here as they are in the backup. */
  readonly essays: { readonly added: number; readonly changed: number; readonly same: number };
  /** Versions of essays that were added. */
  readonly versions: number;
  /** Rows of the backup that were here already, and were not stored twice. */
  readonly duplicates: number;
}

/** `cannot-be-read`: the disk no longer gives the file. `library-anew`: another library stands in the place of the one that it was begun in. */
export type RestoreProblem = StorageProblem | 'damaged' | 'cannot-be-read' | 'stopped' | 'library-anew';

/** How a restore is watched and stopped. */
export interface RestoreOptions extends RunOptions {
  /** Told what the restore adds and changes, so that it can be taken back; nothing of it counts when the restore fails. */
  readonly watch?: MergeWatch;
  /** Stores what is remembered of the restore, over `meta` and in its transaction: both are there, or neither. */
  readonly alongside?: (report: RestoreReport) => Promise<unknown>;
}

/** Essays written at a time. */
const AT_A_TIME = 200;

class Stopped extends Error {}
class Unreadable extends Error {}

/**
 * Restores a backup that was opened: `merge` adds to the collection and overwrites nothing of it but what is damaged, `replace` empties it first; what
 * somebody handed over is merged, whatever is wanted.
 * All in one transaction: when anything fails, or the reader stops it, the collection is as it was.
 */
export async function restoreBackup(
  collection: Collection,
  backup: Backup,
  wanted: 'merge' | 'replace',
  { signal, onProgress, watch, alongside }: RestoreOptions = {},
): Promise<Outcome<RestoreReport, RestoreProblem>> {
  const mode = backup.manifest.handed === undefined ? wanted : 'merge';
  const total = backup.manifest.entries.reduce((sum, { bytes }) => sum + bytes, 0);
  const held = await collection.guard.ready(total);
  if (held !== null) return fail(held);
  let done = 0;
  const readPart = async <T>(file: ManifestFile, read: () => Promise<T>): Promise<T> => {
    if (signal?.aborted) throw new Stopped();
    // The transaction waits for the file: it would close by itself otherwise.
    const rows = await Dexie.waitFor(Dexie.ignoreTransaction(() => read().catch(tellReading)));
    done += file.bytes;
    onProgress?.(Math.min(done, total), total);
    return rows;
  };
  const parts = (table: TableName) => backup.manifest.entries.filter((entry) => entry.table === table);
  const restored = await attempt(() => takingRestored(collection));
  if (!restored.ok) return restored;
  const { take, tagId } = restored.value;
  const none: ReadonlySet<string> = new Set();
  const eachPart: EachPart = async (table, deed) => {
    for (const entry of parts(table)) {
      const { rows, old } = await take(table, await readPart(entry, () => readRows(backup, entry)));
      await deed(rows, mode === 'merge' ? old : none);
    }
  };
  const synced = [collection.stamps, collection.unsent];
  const tables = new Set([...rowTables(collection), ...tableNames.map((name) => tableOf(collection, name)), ...synced]);
  try {
    // Within the transaction it could no longer be made anew.
    await repairLedger(collection);
    const report = await collection.transaction('rw', [...tables], async () => {
      if (mode === 'replace') await empty(collection, signal);
      for (const file of backup.manifest.quarantine)
        await noteFindings(collection, await readPart(file, () => readQuarantine(backup, file)));
      const report = await restoreAll(collection, eachPart, tagId, watch);
      await refillFingerprints(collection);
      await refillLacks(collection);
      if (signal?.aborted) throw new Stopped();
      await alongside?.(report);
      return report;
    });
    return succeed(report);
  } catch (error) {
    if (error instanceof Stopped) return fail('stopped');
    if (error instanceof Damaged) return fail('damaged', error.message);
    if (error instanceof Unreadable) return fail('cannot-be-read', error.message);
    return attempt(() => Promise.reject(error));
  }
}

function tellReading(error: unknown): never {
  throw error instanceof Damaged ? error : new Unreadable(String(error));
}

/** Takes everything out that a backup holds; the ledger is told of each essay. */
async function empty(collection: Collection, signal: AbortSignal | undefined): Promise<void> {
  const ids = await collection.essays.toCollection().primaryKeys();
  for (let at = 0; at < ids.length; at += AT_A_TIME) {
    if (signal?.aborted) throw new Stopped();
    const rows = await collection.essays.bulkGet(ids.slice(at, at + AT_A_TIME));
    await putRows(
      collection,
      rows.map((before) => ({ before, after: undefined })),
    );
  }
  for (const name of tableNames) await tableOf(collection, name).clear();
  await collection.quarantine.clear();
}

async function restoreAll(
  collection: Collection,
  eachPart: EachPart,
  tagId: (row: Row) => string,
  watch: MergeWatch | undefined,
): Promise<RestoreReport> {
  const shared = await restoreShared(collection, tagId, async (table) => {
    const all: [Row[], Set<string>] = [[], new Set()];
    await eachPart(table, async (rows, old) => {
      all[0].push(...rows);
      for (const key of old) all[1].add(key);
    });
    return { rows: all[0], old: all[1] };
  });
  const versions = await restoreVersions(collection, eachPart);
  const essays = { added: 0, changed: 0, same: 0 };
  const restored = new Set<string>();
  await eachPart('essays', async (rows, old) => {
    for (let at = 0; at < rows.length; at += AT_A_TIME) {
      const fresh = rows.slice(at, at + AT_A_TIME).filter(({ id }) => !restored.has(String(id)));
      for (const { id } of fresh) restored.add(String(id));
      await restoreEssays(
        collection,
        fresh.map((row) => rowHere(row, shared, versions)),
        essays,
        old,
        watch,
      );
    }
  });
  await dropUnused(collection, shared);
  watch?.made(shared.made);
  const duplicates = shared.duplicates + versions.duplicates + (await restoreBesides(collection, eachPart, watch));
  return { essays, versions: versions.added, duplicates };
}

/** A row of a backup as a row of this collection: with the ids that its tags, shelves and version have here. */
function rowHere(row: Row, shared: SharedIds, versions: Versions): EssayRow {
  // Its shape was looked at when the part was read.
  const essay = { ...noWork, ...row, doc: NO_DOC } as unknown as EssayRow;
  const idsHere = (ids: readonly string[], known: ReadonlyMap<string, string>) => [
    ...new Set(ids.flatMap((id) => known.get(id) ?? [])),
  ];
  return {
    ...essay,
    captureId: versions.ids.get(essay.captureId) ?? essay.captureId,
    tags: idsHere(essay.tags, shared.tags),
    shelves: idsHere(essay.shelves, shared.shelves),
  };
}

async function restoreEssays(
  collection: Collection,
  rows: readonly EssayRow[],
  count: { added: number; changed: number; same: number },
  old: ReadonlySet<string>,
  watch: MergeWatch | undefined,
): Promise<void> {
  const { here, damaged } = await rowsHere(collection, rows);
  const capturesOf = async (list: readonly (EssayRow | undefined)[]) => {
    const found = await collection.captures.bulkGet(list.map((row) => row?.captureId ?? ''));
    return found.map((capture) => readableRow('captures', capture) ?? undefined);
  };
  const [capturesHere, captures] = [await capturesOf(here), await capturesOf(rows)];
  const changes = rows.flatMap((row, at): RowChange[] => {
    const before = here[at];
    if (before === undefined) {
      count.added += 1;
      return [{ before, after: row }];
    }
    // Everything that was done since the backup was made is known here, and stands.
    if (old.has(row.id) && !damaged.has(row.id)) {
      count.same += 1;
      return [];
    }
    // Whose essay it is tells the row that is here: a backup may say anything of itself.
    const dated = (version: EssayRow, capture: CaptureRow | undefined): Dated => ({
      row: version,
      takenAt: capture?.takenAt ?? '',
      standing: standingOf(capture, before.originalUrl),
    });
    const after = mergeEssay(dated({ ...noWork, ...before }, capturesHere[at]), dated(row, captures[at]));
    const same = sameRow(before, after) && !damaged.has(row.id);
    count[same ? 'same' : 'changed'] += 1;
    return same ? [] : [{ before, after }];
  });
  await putRows(collection, changes);
  watch?.rows(changes);
}

/** The rows that are here; what is damaged of them is as the backup has it, which settles it. */
async function rowsHere(
  collection: Collection,
  rows: readonly EssayRow[],
): Promise<{ readonly here: readonly (EssayRow | undefined)[]; readonly damaged: ReadonlySet<string> }> {
  const ids = rows.map(({ id }) => id);
  const raws = await collection.essays.bulkGet(ids);
  const here = await rowsToWrite(collection, ids);
  const damaged = new Set<string>();
  const mended = here.map((row, at) => {
    const checked = checkRow('essays', raws[at]);
    if (row === undefined || checked.is === 'whole') return row;
    damaged.add(row.id);
    const parts = checked.lost.map((name) => [name, rows[at]?.[name as keyof EssayRow]]);
    return { ...row, ...Object.fromEntries(parts), doc: row.doc } as EssayRow;
  });
  await settleFindings(
    collection,
    [...damaged].map((id) => findingId('essays', id)),
  );
  return { here: mended, damaged };
}

/** True when two rows hold the same, whatever the order of their properties. */
function sameRow(one: EssayRow, other: EssayRow): boolean {
  const text = (row: EssayRow): string => anyJson(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return text(one) === text(other);
}
