/** How much the browser's storage holds, and may hold still, in bytes. */
export interface Room {
  readonly used: number;
  readonly free: number;
  /** True when the browser promised not to delete it when the disk runs short. */
  readonly persisted: boolean;
}

const MB = 1_000_000;
/**
 * Below so many bytes nothing is kept, imported or merged. Chromium's LevelDB writes logs of 4 MB and tables beside them; one
 * that is torn by a full disk is deleted with all that it holds.
 */
const RESERVE = 50 * MB;
/** A small store needs less: this share of all that it may hold, and not less than two logs. */
const SHARE = 1 / 8;
const LEAST = 8 * MB;
/** The reader is warned while there is still so many times the reserve. */
const WARNING = 5;
/** Many times the reserve, below which the room is looked at each time. */
const PLENTY = 20;
/** Bytes that a computer writes in a millisecond at most: so much may be gone since the room was told. */
const FASTEST = 1 * MB;
/** Small acts are still written down to this share of the reserve. */
const ACTS = 1 / 2;

/** What must stay free, in bytes, of a store that may hold `used + free`. */
export const reserveOf = ({ used, free }: Room): number => Math.max(LEAST, Math.min(RESERVE, (used + free) * SHARE));

/** True when `bytes` may be added: three times as much is wanted, since a store writes before it gives free. */
export const hasRoomFor = (room: Room, bytes: number): boolean => room.free - 3 * bytes >= reserveOf(room);

/** True when a file of so many bytes may be written outside the database: with less left the browser's own list of files would be torn. */
export const hasRoomForFile = (room: Room, bytes: number): boolean => room.free - 3 * bytes >= LEAST / 2;

/** True while small acts may be written. */
export const hasRoomForActs = (room: Room): boolean => room.free >= reserveOf(room) * ACTS;

/** True when the reader is to be warned that room runs short. */
export const isRunningShort = (room: Room): boolean => room.free < WARNING * reserveOf(room);

/** True when there is room for sure, told so many milliseconds ago, whatever was written since. */
export const hadPlenty = (room: Room, ago: number): boolean => room.free - ago * FASTEST > PLENTY * reserveOf(room);

/** Looks at the browser's storage. Null where the browser does not tell. */
export async function readRoom(): Promise<Room | null> {
  try {
    const { storage } = navigator;
    const [{ quota, usage }, persisted] = await Promise.all([storage.estimate(), storage.persisted()]);
    if (quota === undefined || usage === undefined) return null;
    return { used: usage, free: Math.max(0, quota - usage), persisted };
  } catch {
    return null;
  }
}
