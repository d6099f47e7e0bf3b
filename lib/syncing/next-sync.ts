import type { SyncStatus, SyncTrouble } from '../collection/sync-store/sync-status.ts';

/** Milliseconds after the last change until it is sent, so that what is done in a row goes together. */
const REST = 15_000;
/** Milliseconds between two syncs at least: an hour of work is at most some 200 requests, of the 1,000 that are allowed. */
const GAP = 60_000;
/** Milliseconds after which it is looked whether others wrote: one request each. */
const EVERY = 900_000;
/** Milliseconds of a day. */
const DAY = 86_400_000;
/** Milliseconds of rest after the first, second, … failure in a row; the last holds from then on. */
const PAUSES = [60_000, 120_000, 300_000, 900_000, 1_800_000, 3_600_000] as const;
/** Times that a sync which was cut off with its worker is gone on with at once. */
const TAKEN_UP = 3;

/** Problems that do not go away by themselves: trying again would do harm, or nothing. */
const forTheReader: ReadonlySet<SyncTrouble> = new Set<SyncTrouble>([
  'not-let-in',
  'other-login',
  'not-allowed',
  'emptied',
  'other-vault',
  'twin',
  'newer-format',
  'many-deletions',
  'needs-passphrase',
  'wrong-passphrase',
  'not-encrypted',
  'storage-newer',
]);

/** True where nothing is tried again until the reader did something. */
export const waitsForReader = ({ problem }: Pick<SyncStatus, 'problem'>): boolean =>
  problem !== null && forTheReader.has(problem.code);

/** What else tells when to sync. */
export interface UnsentChanges {
  /** When something was changed last, as far as is known; milliseconds since 1970. */
  readonly changedAt: number;
  /** True where something is to be sent. */
  readonly toSend: boolean;
}

/** What was tried last, and how it went. */
type Tried = Pick<SyncStatus, 'triedAt' | 'problem'>;

/** When a server that asked to wait may be asked again; null where none did. */
export function momentOfLater({ problem, triedAt }: Tried, now: number): number | null {
  const later = problem?.code === 'later' ? Number(problem.detail) : Number.NaN;
  if (Number.isNaN(later)) return null;
  // The clock was put back since: the budget knows how long is left. A server's word holds for a day at most (`answers.ts`).
  return triedAt > now || later > now + DAY ? now : later;
}

/** When the next sync is due: milliseconds since 1970, endless where the reader has to do something first. */
export function nextSync(status: SyncStatus, { changedAt, toSend }: UnsentChanges, now: number): number {
  const { problem, failures, interrupted, running } = status;
  if (waitsForReader(status)) return Number.POSITIVE_INFINITY;
  // A clock that was put back would wait for years.
  const triedAt = Math.min(status.triedAt, now);
  const later = momentOfLater(status, now);
  if (later !== null) return later;
  // One that is said to run, while nobody runs it, was cut off.
  if (running !== null && interrupted < TAKEN_UP) return now;
  if (failures > 0 || running !== null) return triedAt + (PAUSES[Math.max(0, failures - 1)] ?? PAUSES.at(-1) ?? GAP);
  if (problem?.code === 'stopped' || !toSend) return triedAt + EVERY;
  return Math.max(Math.min(changedAt, now) + REST, triedAt + GAP);
}
