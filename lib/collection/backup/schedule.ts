/** How often a backup is made by itself. */
export const backupIntervals = ['off', 'daily', 'weekly', 'monthly'] as const;
export type BackupInterval = (typeof backupIntervals)[number];

/** What is remembered of backups: beside the settings, since no backup holds it. Moments are UTC, ISO 8601. */
export interface BackupRecord {
  /** When one was last made, by hand or by itself; null for never. */
  readonly madeAt: string | null;
  /** The collection's next document number then: another one now means that essays were kept or changed since. */
  readonly next: number;
  /** When one was last made by itself. */
  readonly automaticAt: string | null;
  /** Why the last one that was to be made by itself was not; null when it was. */
  readonly failure: { readonly at: string; readonly reason: string } | null;
  /** The browser's numbers of the downloads that were made by itself and are still there, oldest first. */
  readonly files: readonly number[];
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

/** Why the reader is to be reminded of backups: there is none, or the last one is old and the collection another by now; null when it need not be. */
export function backupReminder(
  record: BackupRecord,
  collection: { readonly essays: number; readonly next: number },
  now: number,
): 'none' | 'old' | null {
  if (isQuiet(record.quietUntil, now)) return null;
  if (record.madeAt === null) return collection.essays >= worthABackup ? 'none' : null;
  return since(record.madeAt, now) > OLD && collection.next !== record.next ? 'old' : null;
}

/** The downloads that stay when only so many are kept, and those that go. */
export function splitBackups(
  files: readonly number[],
  keep: number,
): { readonly stay: readonly number[]; readonly go: readonly number[] } {
  const from = Math.max(0, files.length - keep);
  return { stay: files.slice(from), go: files.slice(0, from) };
}

/** The name of a backup's file, by the day in the reader's own time. */
export function backupName(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `wencun-${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}.zip`;
}
