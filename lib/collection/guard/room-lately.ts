import { hadPlenty, type Room } from './room.ts';

/** The room as the browser tells it now, and as it told it a moment ago. */
export interface Rooms {
  /** Asks the browser. Two that ask at once wait for the same answer. */
  readonly now: () => Promise<Room | null>;
  /** What it told lately, where that was plenty: nobody waits for the next look, which is taken beside. Else as `now`. */
  readonly lately: () => Promise<Room | null>;
}

/** Milliseconds after which what was told is looked at again, beside what goes on. */
const LOOK = 2_000;
/** Milliseconds after which it says nothing any more. */
const OLD = 30_000;

/**
 * Asks the browser for its room no more often than it has to be known. In Chromium an answer takes a third of a millisecond at first, and 60 to
 * 100 from the first search on until the browser is started anew: all files are counted for each answer then.
 */
export function followRoom(look: () => Promise<Room | null>, clock: () => number): Rooms {
  const last: { room: Room | null; at: number; looking: Promise<Room | null> | null } = {
    room: null,
    at: Number.NEGATIVE_INFINITY,
    looking: null,
  };
  async function ask(): Promise<Room | null> {
    const began = clock();
    try {
      const room = await look();
      Object.assign(last, { room, at: began });
      return room;
    } finally {
      last.looking = null;
    }
  }
  const now = (): Promise<Room | null> => {
    last.looking ??= ask();
    return last.looking;
  };
  return {
    now,
    lately: async () => {
      const { room, at } = last;
      const age = clock() - at;
      if (room === null || age > OLD || !hadPlenty(room, age)) return now();
      // What it tells is known to whoever asks next.
      if (age > LOOK) void now().catch(() => undefined);
      return room;
    },
  };
}
