import type { SpareBuckets } from './spare-buckets.ts';

/**
 * Where files go after the disk was seen full. Chromium lists the files of a place in a log; a write that finds no room tears it, and what is
 * written behind the tear is gone at the next start, though it can be read until then. So the next write goes to a place whose log is new.
 */
export interface Spares {
  readonly buckets: SpareBuckets;
  /** The number of the place that is written to; 0 for the browser's usual one. */
  readonly now: () => Promise<number>;
  /** Begins the next place, unless another was begun since this one was `torn`. Never rejects. */
  readonly begin: (torn: number) => Promise<void>;
}

/** Takes away the spares that hold no file and are not written to any more. One that cannot be looked into stays. */
export async function dropEmptySpares({ buckets, now }: Spares): Promise<void> {
  for (const number of await buckets.numbers()) {
    if (number >= (await now())) continue;
    const isEmpty = await buckets.open(number).then(holdsNothing, () => false);
    if (isEmpty) await buckets.drop(number);
  }
}

async function holdsNothing(folder: FileSystemDirectoryHandle): Promise<boolean> {
  for await (const entry of folder.values())
    if (entry.kind === 'file' || !(await holdsNothing(entry as FileSystemDirectoryHandle))) return false;
  return true;
}
