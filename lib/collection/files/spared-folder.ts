import { hasRoomForFile, type Room, readRoom } from '../guard/room.ts';
import { type Folder, openFolder } from './folder.ts';
import type { Spares } from './spares.ts';

/** The browser's usual place. */
const USUAL = 0;

/**
 * A folder that goes on in a spare place after the disk was seen full: what is written goes to the place now in use, what is read and listed is
 * looked for in all of them, the latest first, and what is taken away is taken away wherever it stands. Where the browser has no spares (null) it is
 * a folder as any other. `roomNow` tells the room that a file is written into.
 */
export function openSparedFolder(
  path: readonly string[],
  spares: Spares | null,
  roomNow: () => Promise<Room | null> = readRoom,
): Folder {
  if (spares === null) return openFolder(path);
  const { buckets, now, begin } = spares;
  const opened = new Map<number, Folder>();
  const place = (number: number): Folder => {
    const known = opened.get(number);
    if (known !== undefined) return known;
    const folder = number === USUAL ? openFolder(path) : openFolder(path, () => buckets.open(number));
    opened.set(number, folder);
    return folder;
  };
  const places = async (): Promise<readonly number[]> => [...(await buckets.numbers()), USUAL];

  /** Writes into the place now in use. What was under way while that was torn is written once more, into the next: it may stand behind the tear. */
  async function write(name: string, content: Uint8Array<ArrayBuffer> | string): Promise<void> {
    const room = await roomNow();
    if (room !== null && !hasRoomForFile(room, content.length))
      throw new DOMException('There is no room for a file.', 'QuotaExceededError');
    for (;;) {
      const number = await now();
      try {
        await place(number).write(name, content);
      } catch (error) {
        await begin(number);
        throw error;
      }
      if ((await now()) === number) return;
    }
  }

  return {
    // A log that was torn may take nothing more, also when there is room again: then the next place does.
    write: (name, content) => write(name, content).catch(() => write(name, content)),
    // A write that found no room leaves an empty file, which is none: nothing that is written here is empty.
    read: async (name) => {
      for (const number of await places()) {
        const bytes = await place(number).read(name);
        if (bytes !== null && bytes.length > 0) return bytes;
      }
      return null;
    },
    size: async (name) => {
      for (const number of await places()) {
        const size = await place(number).size(name);
        if (size > 0) return size;
      }
      return 0;
    },
    names: async () => {
      const all = new Set<string>();
      for (const number of await places()) for (const name of await place(number).names()) all.add(name);
      return [...all].toSorted();
    },
    remove: async (name) => {
      const failures: unknown[] = [];
      for (const number of await places())
        await place(number)
          .remove(name)
          .catch(async (error: unknown) => {
            // Taking away is written down in the log as well.
            await begin(number);
            failures.push(error);
          });
      if (failures.length > 0) throw failures[0];
    },
  };
}
