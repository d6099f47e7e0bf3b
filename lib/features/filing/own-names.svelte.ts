import { listSearches } from '../../collection/actions/saved-searches.ts';
import { listShelves, type ShelfTree } from '../../collection/actions/shelves.ts';
import { listTags } from '../../collection/actions/tags.ts';
import type { Collection } from '../../collection/collection.ts';
import { observe } from '../../collection/observe.ts';
import type { SearchRow, TagRow } from '../../collection/rows.ts';
import { flatten, type PlacedShelf } from './placed-shelf.ts';

/** The reader's own tags, collections and saved searches, as they are now. */
export function createOwnNames(collection: Collection) {
  let tags = $state.raw<readonly TagRow[]>([]);
  let trees = $state.raw<readonly ShelfTree[]>([]);
  let searches = $state.raw<readonly SearchRow[]>([]);
  const shelves = $derived(flatten(trees));
  const tag = $derived(new Map(tags.map(({ id, name }) => [id, name])));
  const shelf = $derived(new Map(shelves.map(({ id, name }) => [id, name])));

  return {
    get tags(): readonly TagRow[] {
      return tags;
    },
    /** From top to bottom, each with its depth. */
    get shelves(): readonly PlacedShelf[] {
      return shelves;
    },
    get searches(): readonly SearchRow[] {
      return searches;
    },
    get tag(): ReadonlyMap<string, string> {
      return tag;
    },
    get shelf(): ReadonlyMap<string, string> {
      return shelf;
    },
    /** Follows them. Gives the function that stops it. A list that cannot be read leaves the one before. */
    follow(): () => void {
      const stops = [
        observe(
          () => listTags(collection),
          (list) => {
            if (list.ok) tags = list.value;
          },
        ),
        observe(
          () => listShelves(collection),
          (list) => {
            if (list.ok) trees = list.value;
          },
        ),
        observe(
          () => listSearches(collection),
          (list) => {
            if (list.ok) searches = list.value;
          },
        ),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

export type OwnNames = ReturnType<typeof createOwnNames>;
