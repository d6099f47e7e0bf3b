import { deviceOf, type Stamp } from './clock.ts';

/**
 * The last stamp of each device that was known when something was made: a version vector. A device's stamps only grow, and its
 * operations are read in their order, so that whoever knows one knows all before it.
 */
export type Seen = Readonly<Record<string, Stamp>>;

/** Nothing was known. */
export const nothingSeen: Seen = {};

/** True when a stamp was known. */
export const covers = (seen: Seen, stamp: Stamp): boolean => (seen[deviceOf(stamp)] ?? '') >= stamp;

/** What was known, and one stamp more. Gives the same object where that is nothing new. */
export const withStamp = (seen: Seen, stamp: Stamp): Seen =>
  covers(seen, stamp) ? seen : { ...seen, [deviceOf(stamp)]: stamp };

/** What was known, but of each device that `upTo` names no more than it says there: '' is nothing. Gives the same object where that is nothing less. */
export function seenUpTo(seen: Seen, upTo: Seen): Seen {
  const less = Object.entries(seen).flatMap(([device, stamp]): [string, Stamp][] => {
    const most = upTo[device];
    if (most === undefined || stamp <= most) return [[device, stamp]];
    return most === '' ? [] : [[device, most]];
  });
  return less.every(([device, stamp]) => seen[device] === stamp) && less.length === Object.keys(seen).length
    ? seen
    : Object.fromEntries(less);
}

/** What either knew. Gives the same object where the second knows nothing more. */
export const joinSeen = (one: Seen, other: Seen): Seen => Object.values(other).reduce(withStamp, one);
