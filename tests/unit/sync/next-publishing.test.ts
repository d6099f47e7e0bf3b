import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { readPublication } from '../../../lib/collection/publishing/publication.ts';
import type { SyncTrouble } from '../../../lib/collection/sync-store/sync-status.ts';
import type { SyncStorage } from '../../../lib/sync/storage.ts';
import { nextPublishing } from '../../../lib/syncing/next-publishing.ts';
import { publish } from '../../../lib/syncing/publisher.ts';
import { emptyCollection } from '../../support/collections.ts';
import { publishedWorld } from '../../support/sync/published-world.ts';

const NOW = Date.UTC(2026, 10, 29, 8);
const MINUTE = 60_000;
const after = (code: SyncTrouble, detail = '') =>
  nextPublishing({ triedAt: NOW - MINUTE, problem: { code, detail } }, NOW);

it('is tried again by itself where its sentence says so, at the moment that a server names, and not where the publisher has to do something', () => {
  expect(after('unreachable')).toBe(NOW + 14 * MINUTE);
  expect(after('out-of-service')).toBe(NOW + 14 * MINUTE);
  // A permission that was given for syncing counts here too, and to look asks no server.
  expect(after('not-allowed')).toBe(NOW + 14 * MINUTE);
  expect(after('later', String(NOW + 5 * MINUTE))).toBe(NOW + 5 * MINUTE);
  // Said before the clock was put back by ten hours: the budget knows how long is left.
  const before = {
    triedAt: NOW + 600 * MINUTE,
    problem: { code: 'later', detail: String(NOW + 630 * MINUTE) },
  } as const;
  expect(nextPublishing(before, NOW)).toBe(NOW);
  expect(after('not-let-in')).toBe(Number.POSITIVE_INFINITY);
  expect(after('taken')).toBe(Number.POSITIVE_INFINITY);
});

it('goes on at once where it was cut off, a while later where it waits for lost essays, and rests where all went well', () => {
  const well = { triedAt: NOW - MINUTE, problem: null };
  expect(nextPublishing({ ...well, running: true }, NOW)).toBe(NOW);
  expect(nextPublishing({ ...well, waits: true }, NOW)).toBe(NOW + 14 * MINUTE);
  expect(nextPublishing(well, NOW)).toBe(Number.POSITIVE_INFINITY);
  // A clock that was put back waits for no year.
  expect(nextPublishing({ triedAt: NOW * 2, problem: null, waits: true }, NOW)).toBe(NOW + 15 * MINUTE);
});

it('is written down as one that runs while it does, and no more when it failed', async () => {
  const { store } = await publishedWorld();
  const seen: unknown[] = [];
  const broken = {
    makeFolder: async () => {
      seen.push((await readPublication(store))?.running);
      throw new TypeError('Failed to fetch');
    },
  } as unknown as SyncStorage;
  await publish(emptyCollection(), store, broken, () => NOW);
  expect(seen).toEqual([true]);
  expect(await readPublication(store)).toMatchObject({ running: false, waits: false, doneAt: 0 });
});
