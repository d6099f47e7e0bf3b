/** Places for files beside the browser's usual one, numbered from 1: each has logs of its own. */
export interface SpareBuckets {
  /** The numbers of those that are there, the latest first; looked up anew each time, since another part of the extension may have made one. */
  readonly numbers: () => Promise<readonly number[]>;
  /** The root of one, which is made where it is not there. */
  readonly open: (number: number) => Promise<FileSystemDirectoryHandle>;
  /** Takes one away with all that is in it. */
  readonly drop: (number: number) => Promise<void>;
}

/** What the browsers that have storage buckets say of them, as far as it is asked for here. */
interface StorageBuckets {
  readonly keys: () => Promise<readonly string[]>;
  readonly open: (name: string) => Promise<{ readonly getDirectory: () => Promise<FileSystemDirectoryHandle> }>;
  readonly delete: (name: string) => Promise<void>;
}

const PREFIX = 'spare-';

/** The spare buckets of this browser; null where it has none, as Firefox. */
export function spareBuckets(): SpareBuckets | null {
  const { storageBuckets } = navigator as { readonly storageBuckets?: StorageBuckets };
  if (storageBuckets === undefined) return null;
  return {
    numbers: async () => (await storageBuckets.keys()).flatMap(numberOf).toSorted((one, other) => other - one),
    open: async (number) => (await storageBuckets.open(PREFIX + number)).getDirectory(),
    drop: (number) => storageBuckets.delete(PREFIX + number),
  };
}

/** The number in a bucket's name; none for a bucket that is no spare. */
function numberOf(name: string): readonly number[] {
  const number = Number(name.slice(PREFIX.length));
  return name.startsWith(PREFIX) && Number.isSafeInteger(number) && number > 0 ? [number] : [];
}
