import { appendFile, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Characters of a bucket that are meant to be held at a time: some 64 MB. */
const MEANT = 32 * 1024 * 1024;
/** Characters that are held before they go to the disk. */
const HELD = 16 * 1024 * 1024;
/** By three hexadecimal digits at most: so many files stand in one folder. */
const MOST_DIGITS = 3;

/** Lines sorted apart by the first digits of their keys, on the disk: of any number, one bucket fits into memory. */
export interface Buckets {
  readonly add: (key: string, line: string) => Promise<void>;
  /** The lines of each bucket, in the order of the keys' first digits. */
  readonly all: () => AsyncGenerator<readonly string[]>;
  /** Takes away what is on the disk. */
  readonly remove: () => Promise<void>;
}

/** Buckets in a folder of their own, which is made, for some `size` characters; keys are hexadecimal. */
export function createBuckets(folder: string, size: number): Buckets {
  const digits = Math.min(MOST_DIGITS, Math.max(0, Math.ceil(Math.log(size / MEANT) / Math.log(16))));
  const held = new Map<string, string[]>();
  const state = { held: 0, made: false };
  const names = Array.from({ length: 16 ** digits }, (_, n) => n.toString(16).padStart(digits, '0'));
  const fileOf = (name: string): string => join(folder, name);

  async function flush(): Promise<void> {
    if (!state.made) await mkdir(folder, { recursive: true });
    state.made = true;
    for (const [name, lines] of held) await appendFile(fileOf(name), `${lines.join('\n')}\n`);
    held.clear();
    state.held = 0;
  }

  return {
    async add(key, line) {
      const name = digits === 0 ? '0' : key.slice(0, digits);
      const lines = held.get(name);
      if (lines === undefined) held.set(name, [line]);
      else lines.push(line);
      state.held += line.length;
      if (digits > 0 && state.held > HELD) await flush();
    },
    async *all() {
      if (digits > 0) await flush();
      for (const name of names) {
        if (digits === 0) yield held.get(name) ?? [];
        else yield (await readFile(fileOf(name), 'utf8').catch(() => '')).split('\n').filter((line) => line !== '');
      }
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
