import { putOnShelf } from '../../../lib/collection/actions/shelves.ts';
import { tagEssays } from '../../../lib/collection/actions/tags.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { readSettings } from '../../../lib/settings/settings.ts';

/**
 * Puts an essay that is new into the collection that the settings name, with their tags. An essay is kept whether or not that
 * comes about: a collection of the reader's may have been deleted since.
 */
export async function file(collection: Collection, id: string): Promise<void> {
  const { keepShelf, keepTags } = await readSettings();
  if (keepShelf !== '' && (await collection.shelves.get(keepShelf)) !== undefined)
    await putOnShelf(collection, [id], keepShelf);
  if (keepTags.length > 0) await tagEssays(collection, [id], { add: keepTags, remove: [] });
}
