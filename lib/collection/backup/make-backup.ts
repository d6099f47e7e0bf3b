import { type Outcome, succeed } from '../../essay/outcome.ts';
import { createBlobSink } from '../../zip/blob-sink.ts';
import type { Collection } from '../collection.ts';
import { type BackupProblem, writeBackup } from './write-backup.ts';

/** A backup in the browser's store of blobs. */
export interface MadeBackup {
  /** Whoever is done with it revokes it. */
  readonly url: string;
  readonly essays: number;
}

/** Makes a backup that the browser can download. Needs a realm in which blobs have addresses: a page. */
export async function makeBackup(
  collection: Collection,
  settings: Readonly<Record<string, unknown>>,
): Promise<Outcome<MadeBackup, BackupProblem>> {
  const { sink, blob } = createBlobSink('application/zip');
  const written = await writeBackup(collection, settings, sink);
  if (!written.ok) return written;
  return succeed({ url: URL.createObjectURL(blob()), essays: written.value.counts['essays'] ?? 0 });
}
