import type { PlacedShelf, ShelfMove } from '../../../lib/features/filing/placed-shelf.ts';

/** What is dragged within the library: other programs see the link or nothing. */
const ESSAYS = 'application/x-wencun-essays';
const SHELF = 'application/x-wencun-shelf';

/** What a drag over a collection carries; what it is, is told only when it is dropped. */
export type Dragged = 'essays' | 'shelf' | null;

/** Where on a collection something is held: above it, on it, or below it. */
export type DropSpot = 'before' | 'into' | 'after';

/** Lets essays be dragged onto collections. */
export const carryEssays = (event: DragEvent, ids: readonly string[]): void =>
  event.dataTransfer?.setData(ESSAYS, JSON.stringify(ids));

/** Lets a collection be dragged to another place. */
export const carryShelf = (event: DragEvent, id: string): void => event.dataTransfer?.setData(SHELF, id);

export function draggedOver(event: DragEvent): Dragged {
  const types = event.dataTransfer?.types ?? [];
  if (types.includes(SHELF)) return 'shelf';
  return types.includes(ESSAYS) ? 'essays' : null;
}

/** Ids of the essays that were dropped. */
export function droppedEssays(event: DragEvent): readonly string[] {
  try {
    const ids: unknown = JSON.parse(event.dataTransfer?.getData(ESSAYS) ?? '');
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

/** Id of the collection that was dropped, '' for none. */
export const droppedShelf = (event: DragEvent): string => event.dataTransfer?.getData(SHELF) ?? '';

/** The spot for a place in a box: its upper quarter, its lower quarter, or between. */
export function spotAt(y: number, { top, height }: Pick<DOMRect, 'top' | 'height'>): DropSpot {
  const share = (y - top) / height;
  if (share < 0.25) return 'before';
  return share > 0.75 ? 'after' : 'into';
}

/** Where a collection goes that is dropped at a spot of another; null where it is already, or would stand in itself. */
export function moveByDrop(
  id: string,
  target: PlacedShelf,
  spot: DropSpot,
  all: readonly PlacedShelf[],
): ShelfMove | null {
  for (let at: PlacedShelf | undefined = target; at !== undefined; ) {
    if (at.id === id) return null;
    const { parent }: PlacedShelf = at;
    at = all.find((one) => one.id === parent);
  }
  const within = spot === 'into' ? target.id : target.parent;
  const siblings = all.filter((one) => one.parent === within && one.id !== id);
  const at = siblings.findIndex((one) => one.id === target.id);
  return { parent: within, place: spot === 'into' ? siblings.length : at + (spot === 'after' ? 1 : 0) };
}
