import type { IndexedCapture } from './capture-store.ts';
import { inOrderOfTrust } from './next-capture.ts';

/** Captures of one list that are read at most, unless the reader says otherwise. */
export const mostOfList = 12;
/** Captures of one address in a row that are no lists, after which the rest are not asked for: a home page, an error page. */
export const enoughInVain = 2;
/** Addresses that share bytes from which on they are an error page's. */
const SHARED_BY_MANY = 3;

/** One capture of each text, the first and the last among them, in the order of time; of more than `most`, some at even distances. */
export function capturesOfList(captures: readonly IndexedCapture[], most = mostOfList): readonly IndexedCapture[] {
  const seen = new Set<string>();
  const texts = inOrderOfTrust(captures)
    .filter(({ digest, sharedBy }) => {
      const isNew = digest === '' || !seen.has(digest);
      seen.add(digest);
      return isNew && sharedBy < SHARED_BY_MANY;
    })
    .toSorted((one, other) => (one.timestamp < other.timestamp ? -1 : 1));
  if (texts.length <= most) return texts;
  return Array.from(
    { length: most },
    (_, n) => texts[Math.round((n * (texts.length - 1)) / Math.max(1, most - 1))],
  ).filter((one) => one !== undefined);
}
