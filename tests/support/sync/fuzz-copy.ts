import { openCollection } from '../../../lib/collection/collection.ts';
import { copyChanges } from '../../../lib/collection/copy/copy-changes.ts';
import { type CopyFolds, foldCopy } from '../../../lib/collection/copy/fold-copy.ts';
import { rebuildFromCopy } from '../../../lib/collection/copy/rebuild-from-copy.ts';
import { type CollectionDevice, lookAt } from './collection-device.ts';
import { devicesDiffer } from './fuzz-verdict.ts';

/** Folds that so few acts come to, with all their bounds. */
const smallFolds: CopyFolds = {
  fresh: 3,
  fan: 3,
  most: 6000,
  text: { bytes: 8000, level: 2 },
  rows: 20,
  grown: { times: 1.5, bytes: 1000 },
  deleted: 4,
};

/** Copies what changed on a device into its second copy, and folds that. */
export async function copyOn({ collection, folder }: CollectionDevice): Promise<void> {
  await copyChanges(collection, folder);
  await foldCopy(collection, folder, undefined, smallFolds);
}

/** In what a collection that is made of a device's second copy differs from it. */
export async function copyDiffers(device: CollectionDevice): Promise<readonly string[]> {
  await copyOn(device);
  const again = openCollection(`again-${crypto.randomUUID()}`, 'relaxed', device.collection.now);
  try {
    await rebuildFromCopy(again, device.folder);
    const differ = devicesDiffer([await device.look(), await lookAt(device.device, again)]);
    return differ.map((what) => `second copy of ${device.device}: ${what}`);
  } finally {
    again.close();
  }
}
