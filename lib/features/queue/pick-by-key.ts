/** Where one is in a list to choose from. */
export interface PickPlace {
  /** The row that the keys are on. */
  readonly at: number;
  /** The row that was turned last: a range goes on from it. */
  readonly anchor: number;
}

/** What a key does in a list to choose from: where one is then, and the rows that are turned on or off, from the first to the last of a range. */
export interface PickStep {
  readonly place: PickPlace;
  readonly turned: { readonly rows: readonly [first: number, last: number]; readonly on: boolean } | null;
}

/** Rows that Page Up and Page Down go. */
const PAGE = 10;

/** A press: which key, and which are held with it. */
export type PickKey = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey'>;

/**
 * A key in a list of `count` rows of which several may be chosen, by ARIA's pattern of a listbox: arrows, Page, Home and End go, Space turns
 * a row, Shift with those that go turns all on the way as the row was turned that the range began at, Ctrl+A chooses all, and none where all
 * are chosen. Null for a key that does nothing here.
 */
export function pickByKey(
  { key, shiftKey, ctrlKey, metaKey }: PickKey,
  place: PickPlace,
  count: number,
  isChosen: (row: number) => boolean,
): PickStep | null {
  if (count === 0) return null;
  if ((ctrlKey || metaKey) && key.toLowerCase() === 'a') {
    const on = Array.from({ length: count }, (_, row) => row).some((row) => !isChosen(row));
    return { place, turned: { rows: [0, count - 1], on } };
  }
  if (ctrlKey || metaKey) return null;
  if (key === ' ') return turn(place.at, place, isChosen, shiftKey);
  const to = goal(key, place.at, count);
  if (to === null) return null;
  if (!shiftKey) return { place: { ...place, at: to }, turned: null };
  return { place: { ...place, at: to }, turned: { rows: ordered(place.anchor, to), on: isChosen(place.anchor) } };
}

/** A press on a row: it is turned, and with Shift all from the one that was turned last. */
export const turn = (
  row: number,
  { anchor }: PickPlace,
  isChosen: (row: number) => boolean,
  ranging: boolean,
): PickStep =>
  ranging
    ? { place: { at: row, anchor }, turned: { rows: ordered(anchor, row), on: isChosen(anchor) } }
    : { place: { at: row, anchor: row }, turned: { rows: [row, row], on: !isChosen(row) } };

const ordered = (one: number, other: number): readonly [number, number] => (one < other ? [one, other] : [other, one]);

function goal(key: string, at: number, count: number): number | null {
  const by = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE, Home: -count, End: count }[key];
  return by === undefined ? null : Math.min(count - 1, Math.max(0, at + by));
}
