import type { AlikeEssay } from './alike.ts';

/** A browser with the extension, as a computer that syncs: all is done by its pages. */
export interface BrowserComputer {
  /** Keeps a page of the sample portal that nobody kept yet. */
  readonly keep: () => Promise<void>;
  /** Connects in the settings to a place of a kind, and waits for the end of the first sync. */
  readonly connect: (address: string, kind: PlaceKind) => Promise<void>;
  readonly sync: () => Promise<void>;
  readonly leave: () => Promise<void>;
  readonly look: () => Promise<readonly AlikeEssay[]>;
}

/** Kinds of places as the settings name them. */
export type PlaceKind = 'webdav' | 'couchdb';

/** Milliseconds until something must be to be seen. */
const PATIENCE = 30_000;

/** Asks until something is there; rejects with `what` after half a minute. */
export async function until<T>(what: string, see: () => Promise<T | null>): Promise<T> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    const seen = await see().catch(() => null);
    if (seen !== null) return seen;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Not seen in ${PATIENCE / 1000} s: ${what}`);
}

/** True for a status of a sync that came to its end since `since`, milliseconds since 1970; null while it did not. Rejects where it failed. */
export function endedSince(
  status: { readonly running: unknown; readonly problem: unknown; readonly doneAt: number } | null,
  since: number,
): true | null {
  if (status?.problem && status.running === null) console.error(`  ${JSON.stringify(status.problem)}`);
  return status !== null && status.running === null && status.problem === null && status.doneAt >= since ? true : null;
}

/** What is entered to connect. */
export const entered = (address: string, device: string): Readonly<Record<string, string>> => ({
  'sync-address': address,
  'sync-user': 'reader',
  'sync-password': 'app-password',
  'sync-device': device,
});

/** What finds an element by its name for tests. */
export const byId = (id: string): string => `[data-testid="${id}"]`;
