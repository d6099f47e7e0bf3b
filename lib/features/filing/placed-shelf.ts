import type { ShelfTree } from '../../collection/actions/shelves.ts';

/** A shelf with where it stands. */
export interface PlacedShelf {
  readonly id: string;
  readonly name: string;
  readonly parent: string;
  /** 0 at the top. */
  readonly depth: number;
  /** Its place among its siblings. */
  readonly place: number;
}

/** Where a shelf would go. */
export interface ShelfMove {
  readonly parent: string;
  readonly place: number;
}

/** A tree from top to bottom. */
export function flatten(trees: readonly ShelfTree[], depth = 0): readonly PlacedShelf[] {
  return trees.flatMap(({ id, name, parent, shelves }, place) => [
    { id, name, parent, depth, place },
    ...flatten(shelves, depth + 1),
  ]);
}

/** One step up or down among its siblings, into the sibling above, or out to stand after its parent; null where it cannot go. */
export function movesOf(
  shelf: PlacedShelf,
  all: readonly PlacedShelf[],
): Readonly<Record<'up' | 'down' | 'in' | 'out', ShelfMove | null>> {
  const siblings = all.filter(({ parent }) => parent === shelf.parent);
  const above = siblings[shelf.place - 1];
  const parent = all.find(({ id }) => id === shelf.parent);
  return {
    up: above ? { parent: shelf.parent, place: shelf.place - 1 } : null,
    down: shelf.place < siblings.length - 1 ? { parent: shelf.parent, place: shelf.place + 1 } : null,
    in: above ? { parent: above.id, place: all.filter((one) => one.parent === above.id).length } : null,
    out: parent ? { parent: parent.parent, place: parent.place + 1 } : null,
  };
}
