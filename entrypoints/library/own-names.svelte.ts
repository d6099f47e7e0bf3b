import type { Collection } from '../../lib/collection/collection.ts';
import { observe } from '../../lib/collection/observe.ts';
import type { TagRow } from '../../lib/collection/rows.ts';
import { listTags } from '../../lib/collection/tags.ts';

/** The reader's own tags, as they are now. */
export function createOwnNames(collection: Collection) {
  let tags = $state.raw<readonly TagRow[]>([]);
  const tag = $derived(new Map(tags.map(({ id, name }) => [id, name])));

  return {
    get tags(): readonly TagRow[] {
      return tags;
    },
    get tag(): ReadonlyMap<string, string> {
      return tag;
    },
    /** Follows them. Gives the function that stops it. A list that cannot be read leaves the one before. */
    follow: (): (() => void) =>
      observe(
        () => listTags(collection),
        (list) => {
          if (list.ok) tags = list.value;
        },
      ),
  };
}
