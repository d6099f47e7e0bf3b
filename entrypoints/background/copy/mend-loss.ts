import { browser } from 'wxt/browser';
import type { Collection } from '../../../lib/collection/collection.ts';
import { rebuildFromCopy } from '../../../lib/collection/copy/rebuild-from-copy.ts';
import { listCopySegments } from '../../../lib/collection/copy/segments.ts';
import type { Folder } from '../../../lib/collection/files/folder.ts';
import { type Loss, putLoss, readLoss } from '../../../lib/collection/loss/loss.ts';
import { countRows, putIdentity, readIdentity, standingOfWitness } from '../../../lib/collection/loss/witness.ts';
import type { Rests } from '../../../lib/collection/telling/give-way.ts';
import { readWitness } from '../../../lib/settings/witness.ts';
import { awake } from '../awake.ts';

/** Rows between two notes of how far a rebuild is. */
const NOTE = 2_000;
/** Where it is remembered that this run of the browser has counted the rows. */
const COUNTED = 'counted';

/**
 * Compares the collection with its witness, and puts back from the second copy what is missing, all or in part. To be called
 * before anything is copied: a lost collection counts its changes from 1 again. Resolves when nothing of this is left to do;
 * a rebuild that a stopped worker left is begun again. `rest` is waited for while rows are counted.
 */
export async function mendLoss(collection: Collection, folder: Folder, rest?: Rests): Promise<void> {
  const witness = await readWitness().catch(() => null);
  const begun = await readLoss(collection);
  const id = await readIdentity(collection);
  // The copy is a witness too: one that was told of an essay a moment before the database went, and the other not yet.
  const hasCopy = id === null && (await listCopySegments(folder).catch(() => [])).length > 0;
  const identity = witness?.collection ?? id ?? crypto.randomUUID();
  if (begun?.state === 'rebuilding') return rebuild(collection, folder, identity, begun, true);
  const counts = (await isCounted()) ? null : await awake(countRows(collection, rest));
  const standing = hasCopy ? 'lost' : standingOfWitness(id, counts, witness);
  if (standing === 'first' && id === null) await putIdentity(collection, crypto.randomUUID());
  if (standing === 'lost' || standing === 'thinner') {
    const found = (counts ?? (await countRows(collection))).essays;
    const at = new Date().toISOString();
    const [before, seenAt] = [witness?.counts.essays ?? 0, witness?.seenAt ?? at];
    const loss = { at, seenAt, before, found, restored: null, state: 'rebuilding' } as const;
    await rebuild(collection, folder, identity, loss, standing === 'lost');
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
  identity: string,
  loss: Loss,
  lost: boolean,
): Promise<void> {
  const segments = await listCopySegments(folder).catch(() => []);
  // The loss first: a worker that is stopped before the collection is again the one that was lost goes on by it.
  if (segments.length > 0) await putLoss(collection, loss);
  await putIdentity(collection, identity);
  if (segments.length === 0) {
    // Changes that were not told to the witness yet may be deletions by the reader.
    const untold = lost ? 0 : await collection.uncopied.count();
    if (loss.found < loss.before && untold === 0) await putLoss(collection, { ...loss, state: 'ended' });
    return;
  }
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
