/** How often a backup is made by itself. */
export const backupIntervals = ['off', 'daily', 'weekly', 'monthly'] as const;
export type BackupInterval = (typeof backupIntervals)[number];

/** What a backup holds, as far as it tells whether another may take its place. */
export interface BackupOf {
  /** Essays, the trash among them. */
  readonly essays: number;
  /** Which collection it is of, '' where that is not known. */
  readonly collection: string;
}

/** A backup that was made by itself and is still there. */
export interface BackupFile extends BackupOf {
  /** The browser's number of the download. */
  readonly id: number;
  /** The file's name, without its folder. */
  readonly name: string;
  /** UTC, ISO 8601. */
  readonly madeAt: string;
}

/** What is remembered of backups: beside the settings, since no backup holds it. Moments are UTC, ISO 8601. */
export interface BackupRecord {
  /** When one was last made, by hand or by itself, and its file was written; null for never. */
  readonly madeAt: string | null;
  /** The collection's next document number then: another one now means that essays were kept or changed since. */
  readonly next: number;
  /** What it held, and the name of its file where that is known; null where none was made, or the reader let it go. */
  readonly last: (BackupOf & { readonly name: string }) | null;
  /** When one was last made by itself. */
  readonly automaticAt: string | null;
  /** When one was begun by itself that is not known to have ended; null when none is. */
  readonly begunAt: string | null;
  /** Why the last one that was to be made by itself was not; null when it was. */
  readonly failure: { readonly at: string; readonly reason: string } | null;
  /** Since when backups by itself wait for the reader, since the collection holds so much less than the last one; null when they do not. */
  readonly paused: { readonly at: string; readonly had: number; readonly has: number } | null;
  /** The newest that was made by itself, where its file was found deleted or moved since; null where it was not, or another was made. */
  readonly removed: { readonly at: string; readonly name: string } | null;
  /** Until then the reader does not want to be reminded. */
  readonly quietUntil: string | null;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** An hour short of whole days, so that a daily backup does not slip to a later hour each day. */
const waits: Readonly<Record<BackupInterval, number>> = {
  off: Number.POSITIVE_INFINITY,
  daily: DAY - HOUR,
  weekly: 7 * DAY - HOUR,
  monthly: 30 * DAY - HOUR,
};
/** A failure is not tried again sooner. */
const RETRY = 6 * HOUR;

/** How long ago a moment was, in milliseconds; endless for none, and for one that a wrong clock put into the future. */
function since(moment: string | null, now: number): number {
  const ago = moment === null ? Number.NaN : now - Date.parse(moment);
  return ago >= 0 ? ago : Number.POSITIVE_INFINITY;
}

/** True when a backup is to be made by itself now. */
export function isBackupDue(interval: BackupInterval, record: BackupRecord, now: number): boolean {
  if (interval === 'off' || since(record.failure?.at ?? null, now) < RETRY) return false;
  return since(record.automaticAt, now) >= waits[interval];
}

/** Essays from which on a collection without any backup is worth a reminder. */
export const worthABackup = 20;
/** A backup older than this is old. */
const OLD = 30 * DAY;

/** Milliseconds for which "not now" holds. */
export const QUIET = 7 * DAY;

/** True while the reader does not want to be reminded; a time beyond any that is given comes from a wrong clock. */
function isQuiet(until: string | null, now: number): boolean {
  const left = until === null ? 0 : Date.parse(until) - now;
  return left > 0 && left <= QUIET;
}

/**
 * Why the reader is to be reminded of backups: the newest was removed, there is none, or the last one is old and the collection another by
 * now; null when it need not be.
 */
export function backupReminder(
  record: BackupRecord,
  collection: { readonly essays: number; readonly next: number },
  now: number,
): 'removed' | 'none' | 'old' | null {
  if (isQuiet(record.quietUntil, now)) return null;
  if (record.removed !== null) return 'removed';
  if (record.madeAt === null) return collection.essays >= worthABackup ? 'none' : null;
  return since(record.madeAt, now) > OLD && collection.next !== record.next ? 'old' : null;
}

/** The share of the essays of the last backup below which a collection is much smaller, and the least number that went. */
const MUCH_SMALLER = 0.5;
const MANY_GONE = 5;

/** True when a backup of what is here now must not follow the last one unasked: nearly nothing is left of what that one holds. */
export function isMuchSmaller(here: BackupOf, last: BackupOf | null): boolean {
  if (last === null || here.essays >= last.essays) return false;
  const gone = last.essays - here.essays;
  return here.essays === 0 || (gone >= MANY_GONE && here.essays < last.essays * MUCH_SMALLER);
}

/** Weeks and months of which one backup stays, beside the newest. */
const WEEKS = 4;
const MONTHS = 12;

/**
 * The backups that stay, and those that go: the newest `keep` stay, the newest of each of the last four weeks and of each of the
 * last twelve months; and one that is fuller than all that are newer and of the same collection, so that no thinner one ever
 * takes its place. Given oldest first.
 */
export function splitBackups(
  files: readonly BackupFile[],
  keep: number,
): { readonly stay: readonly BackupFile[]; readonly go: readonly BackupFile[] } {
  const staying = new Set(files.slice(Math.max(0, files.length - keep)));
  const newestFirst = files.toReversed();
  for (const file of firstOfEach(newestFirst, ({ madeAt }) => weekOf(madeAt)).slice(0, WEEKS)) staying.add(file);
  for (const file of firstOfEach(newestFirst, ({ madeAt }) => madeAt.slice(0, 7)).slice(0, MONTHS)) staying.add(file);
  const fullest = new Map<string, number>();
  for (const file of newestFirst) {
    const most = fullest.get(file.collection) ?? -1;
    if (file.essays > most) staying.add(file);
    if (staying.has(file)) fullest.set(file.collection, Math.max(most, file.essays));
  }
  return { stay: files.filter((file) => staying.has(file)), go: files.filter((file) => !staying.has(file)) };
}

/** The first of all that have the same name. */
function firstOfEach<T>(all: readonly T[], nameOf: (one: T) => string): T[] {
  const firsts = new Map<string, T>();
  for (const one of all) if (!firsts.has(nameOf(one))) firsts.set(nameOf(one), one);
  return [...firsts.values()];
}

/** The week of a moment, by its Monday. */
const weekOf = (moment: string): string => String(Math.floor((Date.parse(moment) / DAY + 3) / 7));

/** The name of a backup's file, by day and minute in the reader's own time. */
export function backupName(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
  return `wencun-${day}-${two(now.getHours())}${two(now.getMinutes())}.zip`;
}

/** True for a name that a backup of ours has, also where the browser numbered it because another had it already. */
export const isBackupName = (name: string): boolean =>
  /^wencun-\d{4}-\d\d-\d\d(?:-\d{4})?(?: ?\(\d+\))?\.zip$/.test(name);
