/*
 * A triple is three neighbours whose two pairs both stand in many documents of a segment: such pairs have millions of places, of which
 * a word of three units or more has few. Its key: the place of its first pair among the segment's frequent ones in the upper
 * half, its last unit in the lower. Where both pairs are frequent and there is no list, the triple stands nowhere.
 */

/** The most frequent pairs that a segment can have: their places stand in half a key. */
export const MOST_PAIRS = 0xffff;

/** The key of a triple by its first pair's place among the frequent ones. */
export const tripleKey = (firstPair: number, lastUnit: number): number => ((firstPair << 16) | lastUnit) >>> 0;

/** The place of a pair among the frequent ones, which are in order; -1 for another. */
export function placeOfPair(pairs: Uint32Array, key: number): number {
  let from = 0;
  for (let to = pairs.length; from < to; ) {
    const middle = (from + to) >>> 1;
    if ((pairs[middle] ?? 0) < key) from = middle + 1;
    else to = middle;
  }
  return pairs[from] === key ? from : -1;
}

/** Calls `take` with the key and place of each triple of a text, found by a table of first units: texts have millions. */
export function tripleReader(pairs: Uint32Array): (text: string, take: (key: number, at: number) => void) => void {
  const starts = new Uint32Array(0x10001);
  for (const key of pairs) starts[(key >>> 16) + 1] = (starts[(key >>> 16) + 1] ?? 0) + 1;
  for (let unit = 0; unit < 0x10000; unit += 1) starts[unit + 1] = (starts[unit + 1] ?? 0) + (starts[unit] ?? 0);
  const placeOf = (first: number, second: number): number => {
    const end = starts[first + 1] ?? 0;
    for (let at = starts[first] ?? 0; at < end; at += 1) if (((pairs[at] ?? 0) & 0xffff) === second) return at;
    return -1;
  };
  return (text, take) => {
    let before = -1;
    let first = text.charCodeAt(0);
    for (let at = 1; at < text.length; at += 1) {
      const second = text.charCodeAt(at);
      const place = placeOf(first, second);
      if (before >= 0 && place >= 0) take(tripleKey(before, second), at - 2);
      before = place;
      first = second;
    }
  };
}
