import { browser } from 'wxt/browser';
import { type SpareBuckets, spareBuckets } from '../collection/files/spare-buckets.ts';
import type { Spares } from '../collection/files/spares.ts';

const KEY = 'spareBucket';

/** The spares of this browser, of which it remembers the one that is written to; null where it has none. */
export function browserSpares(buckets: SpareBuckets | null = spareBuckets()): Spares | null {
  if (buckets === null) return null;
  const { local, session } = browser.storage;
  /**
   * A full disk may take what the settings' store was told a moment ago, and the browser's end what the session's was: whatever is known of any is
   * true, and so is a spare that is there.
   */
  const now = async (): Promise<number> => {
    const [inLocal, inSession, there] = await Promise.all([
      local.get(KEY).then(numberIn, () => 0),
      session.get(KEY).then(numberIn, () => 0),
      buckets.numbers().catch(() => []),
    ]);
    return Math.max(inLocal, inSession, ...there);
  };
  return {
    buckets,
    now,
    begin: (torn) =>
      navigator.locks.request('spare bucket', async () => {
        if ((await now()) > torn) return;
        const next = { [KEY]: torn + 1 };
        await Promise.allSettled([session.set(next), local.set(next)]);
      }),
  };
}

function numberIn({ [KEY]: number }: Readonly<Record<string, unknown>>): number {
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : 0;
}
