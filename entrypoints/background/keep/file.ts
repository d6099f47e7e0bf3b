import { fileInto, type Target } from '../../../lib/collection/actions/file-into.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { readSettings } from '../../../lib/settings/settings.ts';

/** Puts an essay that is new where it is to go, or else where the settings want new essays; it is kept whether or not that comes about. */
export async function file(collection: Collection, id: string, into?: Target): Promise<void> {
  await fileInto(collection, [id], into ?? (await usualTarget()));
}

async function usualTarget(): Promise<Target> {
  const { keepShelf, keepTags } = await readSettings();
  return { shelf: keepShelf, tags: keepTags };
}

/** What is done with each essay that a queue has newly kept: it is filed where the queue's go, or as one that was kept by hand, and handed on. */
export const filing =
  (collection: Collection, onward: (id: string) => Promise<void>) =>
  async (id: string, into?: Target): Promise<void> => {
    await file(collection, id, into).catch(() => undefined);
    await onward(id);
  };
