import * as v from 'valibot';
import { LIST } from '../reader-link.ts';

/** The row that a list is to be shown at, and where in the window. */
export interface Landing {
  readonly id: string;
  /** The list as it was left, where that is known: a row that has gone from it since has neighbours there. */
  readonly order: readonly string[];
  /** Pixels from the top of the window to the row; null for its middle. */
  readonly top: number | null;
  /** Whether the row is to hold the focus. */
  readonly focus: boolean;
}

const parsed = <Schema extends v.GenericSchema>(schema: Schema, json: string | null): v.InferOutput<Schema> | null => {
  try {
    return v.parse(schema, JSON.parse(json ?? 'null'));
  } catch {
    return null;
  }
};

/**
 * The essay that was read last, where the reader went from the list at this address and has come back to it, by whatever way. It is
 * told once: `leaveList` and the reader left it in the tab's session storage.
 */
export function takeReturn(address: string, storage: Pick<Storage, 'getItem' | 'removeItem'>): Landing | null {
  const read = storage.getItem(`read:${LIST}`);
  if (read === null || storage.getItem(`from:${LIST}`) !== address) return null;
  storage.removeItem(`read:${LIST}`);
  const [opened, top] = parsed(v.tuple([v.string(), v.number()]), storage.getItem(`opened:${LIST}`)) ?? [];
  const order = parsed(v.array(v.string()), storage.getItem(`list:${LIST}`)) ?? [];
  return { id: read, order, top: opened === read && top !== undefined ? top : null, focus: true };
}

const anchor = v.object({ anchor: v.object({ id: v.string(), top: v.number(), focus: v.boolean() }) });

/** Where the list stood when this step of history was left, as `keepAnchor` noted it. */
export function anchorOfStep(state: unknown): Landing | null {
  const known = v.safeParse(anchor, state);
  return known.success ? { ...known.output.anchor, order: [] } : null;
}

/** Notes in this step of history which row stands where: the one with the focus, else the first in sight; false where none is there. */
export function keepAnchor(): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const seen = rows.filter((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });
  const held = seen.find((row) => row.contains(document.activeElement));
  const row = held ?? seen[0];
  const id = row?.dataset['id'];
  if (row === undefined || id === undefined) return false;
  const { top } = row.getBoundingClientRect();
  history.replaceState({ anchor: { id, top, focus: held !== undefined } }, '');
  return true;
}

/** The place of a row in a list; where it has gone, that of the nearest after it in the order that was left, else before it; -1 for none. */
export function landingPlace({ id, order }: Landing, ids: readonly string[]): number {
  const at = ids.indexOf(id);
  if (at >= 0) return at;
  const places = new Map(ids.map((one, place) => [one, place]));
  const was = order.indexOf(id);
  if (was < 0) return -1;
  const near =
    order.slice(was).find((one) => places.has(one)) ?? order.slice(0, was).findLast((one) => places.has(one));
  return near === undefined ? -1 : (places.get(near) ?? -1);
}
