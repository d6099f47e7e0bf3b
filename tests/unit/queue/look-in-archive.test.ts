import 'fake-indexeddb/auto';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { loadHarvest } from '../../../entrypoints/library/harvest/load-harvest.ts';
import { jobsOf, listsOfCatalogue, wantedOfPlan } from '../../../entrypoints/library/harvest/wanted-of-plan.ts';
import { openArchiveStore } from '../../../lib/collection/archives/archive-store.ts';
import { newHarvest } from '../../../lib/collection/archives/harvest-rows.ts';
import { changeHarvest, forgetHarvest, wantLists } from '../../../lib/collection/archives/harvests.ts';
import { normaliseUrl } from '../../../lib/essay/identity.ts';
import { foldAddress } from '../../../lib/harvest/address/fold.ts';
import { wayback } from '../../../lib/harvest/archives.ts';
import { lostEssays } from '../../../lib/harvest/lists/lost-essays.ts';
import { planHarvest } from '../../../lib/harvest/plan/plan-harvest.ts';
import { createArchiveGate } from '../../../lib/queue/archive-gate.ts';
import { fetchPage } from '../../../lib/queue/fetch-page.ts';
import { createLook } from '../../../lib/queue/look-in-archive.ts';
import { createServedReader } from '../../../lib/queue/read-served.ts';
import { type Arrangement, createQueue } from '../../../lib/queue/run-queue.ts';
import type { HostState } from '../../../lib/queue-plan/job.ts';
import { openPage } from '../../../scripts/open/open-page.ts';
import { createStandInArchive } from '../../corpus/archive/archive.ts';
import { largePortal, makePortalCaptures, type PortalPlan } from '../../corpus/archive/scaled/portal-captures.ts';
import type { ArchiveSettings } from '../../corpus/archive/settings.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';

const small: PortalPlan = { ...largePortal, addresses: 60, captures: 200 };

/** A portal that is gone, its archive, and a background whose workers may be stopped; rests move the clock on. */
function world(plan: PortalPlan, settings: Partial<ArchiveSettings> = {}) {
  const portal = makePortalCaptures(plan);
  const clock = { now: Date.parse('2026-11-26T08:00:00Z') };
  const archive = createStandInArchive(portal.captures, settings, () => clock.now);
  const store = openArchiveStore(`archives-${crypto.randomUUID()}`);
  const collection = emptyCollection();
  const held = {
    paces: {} as Readonly<Record<string, HostState>>,
    next: { time: Number.POSITIVE_INFINITY, busy: false },
    /** Requests after which what listens to `stop` is stopped. */
    stopAt: Number.POSITIVE_INFINITY,
    stop: new AbortController(),
  };
  /** A worker that is stopped gets no answer any more. */
  const gate = (life: AbortSignal) =>
    createArchiveGate({
      fetch: async (address) => {
        if (archive.log.length >= held.stopAt) held.stop.abort();
        if (life.aborted) await new Promise(() => undefined);
        const { pathname, search, href } = new URL(String(address));
        const path =
          decodeURI(pathname) === pathname ? pathname + search : href.slice('https://web.archive.org'.length);
        const answer = archive.answer({ method: 'GET', path, headers: {}, body: '' });
        if (answer === 'blocked') throw new TypeError('Failed to fetch');
        const to = answer.headers['location'];
        if (to !== undefined && answer.status >= 300 && answer.status < 400)
          return Object.defineProperty(new Response(''), 'url', { value: to });
        const response = new Response(Uint8Array.from(answer.body), { status: answer.status, headers: answer.headers });
        return Object.defineProperty(response, 'url', { value: href });
      },
      now: () => clock.now,
      online: () => true,
      rest: async (time) => {
        clock.now += time;
      },
      read: async () => held.paces,
      write: async (hosts) => {
        held.paces = structuredClone(hosts);
      },
    });
  const reader = createServedReader((bytes, url, charset) => openPage(bytes, url, charset === null ? {} : { charset }));
  const arrange = (next: Arrangement) => {
    held.next = next;
  };
  const around = (fetch: typeof globalThis.fetch) => ({
    fetch,
    now: () => clock.now,
    online: () => true,
    mayAsk: async () => true,
  });
  const look = (life = new AbortController().signal) => {
    const { fetch } = gate(life);
    return createLook({
      ...around(fetch),
      store,
      fetchPage: (address) => fetchPage(address, around(fetch)),
      reader,
      arrange,
    });
  };
  const queue = (life = new AbortController().signal) => {
    const { fetch, standing } = gate(life);
    return createQueue({
      ...around(fetch),
      collection,
      reader,
      standing,
      fetchPage: (address) => fetchPage(address, around(fetch)),
      chance: () => 0,
      rest: async (time) => {
        clock.now += time;
      },
      imageFetcher: async () => null,
      arrange,
    });
  };
  /** Lets the clock run until nothing is to be done, or the worker is stopped. */
  const run = async (wake: () => Promise<void>, life = new AbortController().signal) => {
    const stopped = new Promise<void>((resolve) => life.addEventListener('abort', () => resolve()));
    await Promise.race([wake(), stopped]);
    while (!life.aborted && (held.next.busy || Number.isFinite(held.next.time))) {
      if (held.next.busy) await sleep(1);
      else {
        clock.now = Math.max(clock.now, held.next.time);
        await Promise.race([wake(), stopped]);
      }
    }
  };
  /** A worker that is stopped after some milliseconds of ours. */
  const runFor = async (milliseconds: number, start: (life: AbortSignal) => () => Promise<void>) => {
    const life = AbortSignal.timeout(milliseconds);
    await run(start(life), life);
  };
  const begin = async () => {
    const given = { scope: { match: 'host', url: 'www.nbdx.cn' }, written: 'www.nbdx.cn', archive: 'wayback' } as const;
    const row = newHarvest(crypto.randomUUID(), { ...given, madeAt: '2026-11-26T08:00:00Z' });
    await store.harvests.put({ ...row, limit: 50 });
    return row.id;
  };
  const rowOf = async (id: string) => {
    const row = await store.harvests.get(id);
    if (row === undefined) throw new Error('The look is gone.');
    return row;
  };
  const load = async (id: string) => {
    const loaded = await loadHarvest(collection, store, await rowOf(id), {
      signal: new AbortController().signal,
      onRows: () => undefined,
    });
    if (loaded === null) throw new Error('It was not loaded.');
    return loaded;
  };
  return { held, portal, archive, store, collection, look, queue, run, runFor, begin, rowOf, load };
}

/** The most requests that were made within any minute. */
function mostInAMinute(log: readonly { readonly at: number }[]): number {
  return Math.max(...log.map(({ at }) => log.filter((other) => other.at >= at && other.at < at + 60_000).length));
}

it('harvests a portal that is gone: index, lists, essays and what is lost, by workers that are stopped, at the pace', async () => {
  const w = world(small, { refusals: 0.02 });
  const id = await w.begin();
  // These workers are stopped in the midst.
  for (let n = 0; n < 3; n += 1) await w.runFor(20, w.look);
  await w.run(w.look());
  const row = await w.rowOf(id);
  expect(row).toMatchObject({ state: 'read', resumeKey: null });
  expect(row.parts).toBeGreaterThan(2);

  const first = await w.load(id);
  const lists = listsOfCatalogue(wayback, first.catalogue);
  expectValue(await wantLists(w.store, id, lists));
  await w.run(w.look());
  expect(await w.rowOf(id)).toMatchObject({ lists: 'read', listsDone: lists.length });

  const { catalogue, listed, kept } = await w.load(id);
  expect(kept.size).toBe(0);
  const truth = w.portal.essays.filter(({ article }) => article.kind === 'essay');
  const lost = lostEssays(listed.all(), catalogue).map(({ address }) => normaliseUrl(address));
  const trulyLost = truth.filter(({ listed: named, captured }) => named && !captured);
  // The pages around the lists show essays of the sample portal, which this archive has not either.
  const own = new Set(truth.map(({ article }) => normaliseUrl(article.address)));
  expect(new Set(lost.filter((address) => own.has(address)))).toEqual(
    new Set(trulyLost.map(({ article }) => normaliseUrl(article.address))),
  );

  const plan = planHarvest(catalogue, listed, {}, wayback.pace);
  const [job] = jobsOf('www.nbdx.cn', wayback, wantedOfPlan(wayback, catalogue, plan));
  if (job === undefined) throw new Error('Nothing is wanted.');
  expectValue(await w.queue().start(job));
  for (let n = 0; n < 10; n += 1) {
    await w.runFor(80, (life) => w.queue(life).wake);
  }
  await w.run(w.queue().wake);
  const addresses = (await w.collection.essays.toArray()).map(({ originalUrl }) => foldAddress(originalUrl));
  expect(new Set(addresses).size).toBe(addresses.length);
  const good = truth.filter((one) => one.good.length > 0).map(({ article }) => foldAddress(article.address));
  expect(good.filter((address) => !addresses.includes(address))).toEqual([]);
  expect(mostInAMinute(w.archive.log)).toBeLessThanOrEqual(20);
  expect(w.archive.log.filter(({ status }) => status === 0)).toEqual([]);
}, 120_000);

it('tells by name that a site asked to be left out, and forgets a look whole', async () => {
  const w = world(small, { excluded: ['nbdx.cn'] });
  const id = await w.begin();
  await w.run(w.look());
  expect(await w.rowOf(id)).toMatchObject({ state: 'failed', reason: 'excluded' });
  expectValue(await forgetHarvest(w.store, id));
  expect(await w.store.harvests.count()).toBe(0);
});

it('stays paused as the reader wants, and goes on from where it was', async () => {
  const w = world(small);
  const id = await w.begin();
  w.held.stopAt = 1;
  await w.run(w.look(w.held.stop.signal), w.held.stop.signal);
  w.held.stopAt = Number.POSITIVE_INFINITY;
  expect(await w.rowOf(id)).toMatchObject({ state: 'reading', parts: 1 });
  await changeHarvest(w.store, id, () => ({ state: 'paused' }));
  await w.run(w.look());
  const asked = w.archive.log.length;
  await w.run(w.look());
  expect(w.archive.log).toHaveLength(asked);
  await changeHarvest(w.store, id, () => ({ state: 'reading' }));
  await w.run(w.look());
  const { rows, parts } = await w.rowOf(id);
  expect(rows).toBeGreaterThan(50 * (parts - 1));
  expect(new Set(w.archive.log.map(({ path }) => path)).size).toBe(w.archive.log.length);
});
