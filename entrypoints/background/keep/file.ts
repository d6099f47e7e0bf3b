import { fileInto } from '../../../lib/collection/actions/file-into.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { readSettings } from '../../../lib/settings/settings.ts';

/** Puts an essay that is new where the settings want new essays; it is kept whether or not that comes about. */
export async function file(collection: Collection, id: string): Promise<void> {
  const { keepShelf, keepTags } = await readSettings();
  await fileInto(collection, [id], { shelf: keepShelf, tags: keepTags });
}

/** What is done with each essay that a queue has newly kept: it is filed as one that was kept by hand, and handed on. */
export const filing =
  (collection: Collection, onward: (id: string) => Promise<void>) =>
  async (id: string): Promise<void> => {
    await file(collection, id).catch(() => undefined);
    await onward(id);
  };
