import { fail, type Outcome, succeed } from '../../essay/outcome.ts';
import { type Sink, writeZip } from '../../zip/zip-writer.ts';
import type { Collection } from '../collection.ts';
import { findOrphans } from '../integrity/find-orphans.ts';
import { eachOpenFinding, keyOfFinding } from '../integrity/findings.ts';
import { readIdentity } from '../loss/witness.ts';
import { attempt, type StorageProblem } from '../storage.ts';
import { settleWrites } from '../sync/settle-writes.ts';
import { addManifest } from './add-manifest.ts';
import { keepableRows } from './keepable-rows.ts';
import { backupVersion, type Manifest } from './manifest.ts';
import { createPack, type Pack } from './pack.ts';
import { AT_A_TIME, type Rows, rowsOfEssays, rowsOfOrphans, rowsShared } from './rows-to-keep.ts';

/** How a long run is watched and stopped. `onProgress` is told how much is done, of how much: essays or bytes. */
export interface RunOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, of: number) => void;
}

/** Why there is no backup. `not-written`: the file could not be written. `library-anew`: another library stands in the place of the one that it was begun of. */
export type BackupProblem = StorageProblem | 'stopped' | 'not-written' | 'library-anew';

/**
 * Writes a backup of the whole collection, the trash too, as one zip that goes to `sink` as it grows. Each essay is as it was at
 * one moment with all that belongs to it, whatever is kept meanwhile. A damaged row goes along as far as it can be read, and as it
 * was beside; the manifest names it. What was written before a failure is no backup: its directory is missing, and the caller
 * throws it away.
 */
export async function writeBackup(
  collection: Collection,
  settings: Readonly<Record<string, unknown>>,
  sink: Sink,
  { signal, onProgress }: RunOptions = {},
): Promise<Outcome<Manifest, BackupProblem>> {
  const time = new Date();
  const zip = writeZip(sink, time);
  const pack = createPack(zip);
  const stay = await collection.stay();
  try {
    const settled = await attempt(() => settleWrites(collection));
    if (!settled.ok) return settled;
    const total = await attempt(() => collection.essays.count());
    if (!total.ok) return total;
    let done = 0;
    for (let after = ''; ; ) {
      if (signal?.aborted) return fail('stopped');
      const batch = await attempt(() => rowsOfEssays(collection, after));
      // What is left of a library would take the place of a backup of all of it.
      if (stay.anew.aborted) return fail('library-anew');
      if (!batch.ok) return batch;
      await takeIn(pack, batch.value.rows);
      if (batch.value.last === null) break;
      after = batch.value.last;
      done += batch.value.rows.get('essays')?.length ?? 0;
      onProgress?.(done, Math.max(done, total.value));
    }
    const shared = await attempt(() => rowsShared(collection));
    if (!shared.ok) return shared;
    await takeIn(pack, shared.value);
    const left = await attempt(() => takeLeft(collection, pack));
    if (!left.ok) return left;
    const manifest: Manifest = {
      format: 'wencun-backup',
      version: backupVersion,
      madeAt: time.toISOString(),
      collection: left.value,
      settings: { ...settings },
      ...(await pack.end()),
    };
    await addManifest(zip, manifest);
    if (signal?.aborted) return fail('stopped');
    if (await stay.look()) return fail('library-anew');
    await zip.end();
    return succeed(manifest);
  } catch (error) {
    return fail('not-written', String(error));
  } finally {
    stay.end();
  }
}

async function takeIn(pack: Pack, found: Rows): Promise<void> {
  const { rows, damaged } = keepableRows(found);
  await pack.add(rows);
  await pack.putAside(damaged);
}

/** What belongs to essays whose rows are lost, and what was put aside before; gives the collection's id. */
async function takeLeft(collection: Collection, pack: Pack): Promise<string> {
  const orphans = await findOrphans(collection);
  for (let from = 0; from < orphans.length; from += AT_A_TIME)
    await takeIn(pack, await rowsOfOrphans(collection, orphans.slice(from, from + AT_A_TIME)));
  await pack.putAside(orphans.map((id) => ({ table: 'essays', key: id, reason: 'missing', essayId: id })));
  await eachOpenFinding(collection, async (rows) => {
    const open = rows.filter(({ settled, row }) => !settled && row !== null);
    await pack.putAside(open.map((finding) => ({ ...finding, key: keyOfFinding(finding) })));
  });
  return (await readIdentity(collection)) ?? '';
}
