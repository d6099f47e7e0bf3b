import { browser } from 'wxt/browser';
import type { Collection } from '../../../lib/collection/collection.ts';
import { rebuildFromCopy } from '../../../lib/collection/copy/rebuild-from-copy.ts';
import { listCopySegments } from '../../../lib/collection/copy/segments.ts';
import type { Folder } from '../../../lib/collection/files/folder.ts';
import { type Loss, putLoss, readLoss } from '../../../lib/collection/loss/loss.ts';
import {
  countRows,
  putIdentity,
  readIdentity,
  restWhileCounting,
  standingOfWitness,
  type Witness,
} from '../../../lib/collection/loss/witness.ts';
import { readWitness } from '../../../lib/settings/witness.ts';
import { awake } from '../awake.ts';

/** Rows between two notes of how far a rebuild is. */
const NOTE = 2_000;
/** Where it is remembered that this run of the browser has counted the rows. */
const COUNTED = 'counted';

/**
 * Compares the collection with its witness, and puts back from the second copy what is missing, all or in part. To be called
 * before anything is copied: a lost collection counts its changes from 1 again. Resolves when nothing of this is left to do;
 * a rebuild that a stopped worker left is begun again.
 */
export async function mendLoss(collection: Collection, folder: Folder): Promise<void> {
  const witness = await readWitness().catch(() => null);
  const begun = await readLoss(collection);
  if (witness !== null && begun?.state === 'rebuilding') return rebuild(collection, folder, witness, begun, true);
  const id = await readIdentity(collection);
  const counts = (await isCounted()) ? null : await awake(countRows(collection, restWhileCounting));
  const standing = standingOfWitness(id, counts, witness);
  if (standing === 'first' && id === null) await putIdentity(collection, crypto.randomUUID());
  if (witness !== null && (standing === 'lost' || standing === 'thinner')) {
    const found = (counts ?? (await countRows(collection))).essays;
    const at = new Date().toISOString();
    const { essays } = witness.counts;
    const loss = { at, seenAt: witness.seenAt, before: essays, found, restored: null, state: 'rebuilding' } as const;
    await rebuild(collection, folder, witness, loss, standing === 'lost');
  }
  await browser.storage.session.set({ [COUNTED]: true }).catch(() => undefined);
}

const isCounted = async (): Promise<boolean> => {
  const { [COUNTED]: counted } = await browser.storage.session.get(COUNTED);
  return counted === true;
};

async function rebuild(
  collection: Collection,
  folder: Folder,
  witness: Witness,
  loss: Loss,
  lost: boolean,
): Promise<void> {
  // From here on it is the collection that was lost, so that a worker which is stopped goes on.
  await putIdentity(collection, witness.collection);
  const segments = await listCopySegments(folder).catch(() => []);
  if (segments.length === 0) {
    // Changes that were not told to the witness yet may be deletions by the reader.
    const untold = lost ? 0 : await collection.uncopied.count();
    if (loss.found < loss.before && untold === 0) await putLoss(collection, { ...loss, state: 'ended' });
    return;
  }
  await putLoss(collection, loss);
  const noted = { rows: 0 };
  const restored = await awake(
    rebuildFromCopy(collection, folder, (rows) => {
      if (rows - noted.rows < NOTE) return;
      noted.rows = rows;
      void putLoss(collection, { ...loss, restored: { essays: 0, rows, damaged: 0 } }).catch(() => undefined);
    }),
  );
  // What is missing by the reader's own hand is no loss.
  if (restored.rows === 0 && restored.damaged === 0) await collection.meta.delete('loss');
  else await putLoss(collection, { ...loss, restored, state: 'ended' });
}
