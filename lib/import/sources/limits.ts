/** Bytes of the largest page that is read: portals' pages have some 10 kB, saved pages with pictures in them a few megabytes. */
export const largestPage = 32 * 1024 * 1024;

/** Entries of the largest zip that is looked through. */
export const mostEntries = 200_000;
/** Bytes of a zip's directory of the most entries with long names. */
export const largestDirectory = 128 * 1024 * 1024;

/** Bytes that are read at once: what they unpack to is at most a thousand times that, and is held in memory. */
export const chunkSize = 64 * 1024;

/** Bytes that anything may unpack to before it is suspected. */
const UNSUSPECTED = 64 * 1024 * 1024;
/** Pages shrink to a third or a tenth, a repetitive table to a fiftieth; a bomb to a thousandth. */
const RATIO = 200;

/** True when `packed` bytes came to so many that the one who made them wants to fill the memory or the day. */
export const isBomb = (packed: number, unpacked: number): boolean =>
  unpacked > UNSUSPECTED && unpacked > packed * RATIO;
