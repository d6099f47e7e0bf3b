import { setTimeout as sleep } from 'node:timers/promises';
import { loadHarvest } from '../../entrypoints/library/harvest/load-harvest.ts';
import { openArchiveStore } from '../../lib/collection/archives/archive-store.ts';
import { newHarvest } from '../../lib/collection/archives/harvest-rows.ts';
import { createArchiveGate } from '../../lib/queue/archive-gate.ts';
import { fetchPage } from '../../lib/queue/fetch-page.ts';
import { createLook } from '../../lib/queue/look-in-archive.ts';
import { createServedReader } from '../../lib/queue/read-served.ts';
import { type Arrangement, createQueue } from '../../lib/queue/run-queue.ts';
import type { HostState } from '../../lib/queue-plan/job.ts';
import { createStandInArchive } from '../corpus/archive/archive.ts';
import { makePortalCaptures, type PortalPlan } from '../corpus/archive/scaled/portal-captures.ts';
import type { ArchiveSettings } from '../corpus/archive/settings.ts';
import { emptyCollection } from './collections.ts';
import { openTestPage } from './parse-page.ts';

/** A portal that is gone, its archive, and a background whose workers may be stopped; rests move the clock on. */
export function harvestWorld(plan: PortalPlan, settings: Partial<ArchiveSettings> = {}) {
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
    /** What the archive answers before it answers with what it has. */
    instead: [] as (() => { readonly status: number; readonly body: string })[],
  };
  /** A worker that is stopped gets no answer any more. */
  const gate = (life: AbortSignal) =>
    createArchiveGate({
      fetch: async (address) => {
        if (archive.log.length >= held.stopAt) held.stop.abort();
        if (life.aborted) await new Promise(() => undefined);
        const { pathname, search, href } = new URL(String(address));
        const other = held.instead.shift()?.();
        if (other !== undefined)
          return Object.defineProperty(new Response(other.body, { status: other.status }), 'url', { value: href });
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
  const reader = createServedReader((bytes, url, charset) =>
    openTestPage(bytes, url, charset === null ? {} : { charset }),
  );
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
