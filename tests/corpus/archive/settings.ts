/** How a stand-in archive behaves: every limit and quirk of the real ones. Times in milliseconds. */
export interface ArchiveSettings {
  readonly software: 'wayback' | 'pywb';
  /** Where it stands, for the addresses that it writes: no slash at the end. */
  readonly base: string;
  /** Path of index, replays and TimeMaps: `web` in the Wayback Machine, a collection's name in pywb. */
  readonly collection: string;
  /** Requests of a kind in a minute before it answers 429; null for no bound. TimeMaps count as index. */
  readonly indexPerMinute: number | null;
  readonly replaysPerMinute: number | null;
  readonly savesPerMinute: number | null;
  /** Saves in a minute of whoever comes with keys. */
  readonly savesPerMinuteWithKeys: number | null;
  /** How a 429 says when to come again. */
  readonly retryAfter: 'seconds' | 'date' | 'none';
  /** How long it then asks to wait. */
  readonly wait: number;
  /** Share of requests that are refused with 429 out of turn, 0 to 1, the same ones for the same seed. */
  readonly refusals: number;
  readonly seed: number;
  /** Whoever goes on asking that long after a 429 without minding it finds the connection refused, for an hour, doubled each time. */
  readonly patience: number;
  readonly blockedFor: number;
  /** Most rows of one answer of the index. */
  readonly mostRows: number;
  readonly paging: boolean;
  /** Hosts that asked to be left out. */
  readonly excluded: readonly string[];
  readonly excludedStatus: number;
  /** How often a job of saving says `pending` first. */
  readonly pendings: number;
  /** What a page live on the web gives; null for one that is gone. */
  readonly live: (
    address: string,
  ) => { readonly status: number; readonly type: string; readonly body: Uint8Array } | null;
  /** Error by which saving an address ends (`error:blocked-url`); null for none. */
  readonly saveError: (address: string) => string | null;
}

/** The Wayback Machine as clients measured it in 2026. */
export const waybackSettings: ArchiveSettings = {
  software: 'wayback',
  base: 'https://web.archive.org',
  collection: 'web',
  indexPerMinute: 24,
  replaysPerMinute: 40,
  savesPerMinute: 3,
  savesPerMinuteWithKeys: 7,
  retryAfter: 'seconds',
  wait: 60_000,
  refusals: 0,
  seed: 1,
  patience: 60_000,
  blockedFor: 3_600_000,
  mostRows: 150_000,
  paging: true,
  excluded: [],
  excludedStatus: 403,
  pendings: 2,
  live: () => null,
  saveError: () => null,
};
