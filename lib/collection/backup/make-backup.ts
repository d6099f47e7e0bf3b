import { type Outcome, succeed } from '../../essay/outcome.ts';
import { createBlobSink } from '../../zip/blob-sink.ts';
import type { Collection } from '../collection.ts';
import { type BackupProblem, writeBackup } from './write-backup.ts';

/** A backup in the browser's store of blobs. */
export interface MadeBackup {
  /** Whoever is done with it revokes it. */
  readonly url: string;
  readonly essays: number;
  /** Which collection it is of. */
  readonly collection: string;
}

/** Makes a backup that the browser can download. Needs a realm in which blobs have addresses: a page. */
export async function makeBackup(
  collection: Collection,
  settings: Readonly<Record<string, unknown>>,
): Promise<Outcome<MadeBackup, BackupProblem>> {
  const { sink, blob } = createBlobSink('application/zip');
  const written = await writeBackup(collection, settings, sink);
  if (!written.ok) return written;
  const { counts, collection: of } = written.value;
  return succeed({ url: URL.createObjectURL(blob()), essays: counts['essays'] ?? 0, collection: of });
}
