import { setTimeout as sleep } from 'node:timers/promises';
import type { Collection } from '../../lib/collection/collection.ts';
import { type JobSummary, listJobItems, listJobs } from '../../lib/collection/jobs.ts';
import type { JobItemRow } from '../../lib/collection/rows.ts';
import type { FetchBytes } from '../../lib/essay/image.ts';
import { fail } from '../../lib/essay/outcome.ts';
import type { Fetched, Refusal, ServedPage } from '../../lib/queue/fetch-page.ts';
import type { ServedReader } from '../../lib/queue/read-served.ts';
import { type Arrangement, createQueue, type Queue } from '../../lib/queue/run-queue.ts';
import type { QueueTarget } from '../../lib/queue-plan/choose.ts';
import type { HostState } from '../../lib/queue-plan/job.ts';
import type { NewJob } from '../../lib/queue-plan/new-job.ts';
import { wantedEssay } from '../../lib/queue-plan/wanted.ts';
import { expectValue } from './collections.ts';
import { sampleEssay } from './keepings.ts';

/** The world of a queue under test: a clock that the test moves on, servers, a network and grants. */
export interface FakeWorld {
  readonly collection: Collection;
  /** What is asked for, with the time. */
  readonly asked: { readonly address: string; readonly at: number }[];
  /** Times of rest within an item. */
  readonly rests: number[];
  now: number;
  online: boolean;
  granted: (address: string) => boolean;
  serve: (address: string) => Fetched | Promise<Fetched>;
  reader: ServedReader;
  fetchImage: FetchBytes | null;
  /** Told of each essay that was kept. */
  kept: (essayId: string, into?: QueueTarget) => Promise<void>;
  /** Told of queues that have ended. */
  ended: (now: readonly JobSummary[], unseen: number) => Promise<void>;
  /** How the archive of an address stands. */
  standing: (address: string) => HostState | null;
  /** A new worker, as after a stop of the one before. */
  readonly start: () => FakeWorker;
  readonly items: () => Promise<readonly JobItemRow[]>;
  readonly state: () => Promise<string | undefined>;
}

export interface FakeWorker extends Queue {
  /** Lets the clock run until nothing is to be done any more, or for a while. */
  readonly run: (until?: number) => Promise<void>;
  /** What the queue waits for. */
  readonly waitsFor: () => Arrangement;
}

/** A page as it was served; of its own text where none is given. */
export const served = (address: string, text = `<html><body><p>${address}的正文。</p></body></html>`): Fetched => ({
  kind: 'page',
  page: { address, url: address, charset: null, bytes: new TextEncoder().encode(text) },
});
export const refused = (reason: string, retryAfter: number | null = null): Refusal => ({
  kind: 'again',
  reason,
  retryAfter,
});

/** Every page is an essay, under its own address. */
const easyReader: ServedReader = {
  essay: async ([page]) => {
    const address = page?.address ?? '';
    const essay = sampleEssay({
      originalUrl: address,
      title: address,
      text: `${address}的正文。`,
      html: `<p>${address}的正文。</p>`,
    });
    return { kind: 'essay', essay, charset: 'utf-8', rulesVersion: 1, otherPages: [] };
  },
  list: async () => null,
  named: async () => [],
};

export function fakeWorld(collection: Collection): FakeWorld {
  const world: FakeWorld = {
    collection,
    asked: [],
    rests: [],
    now: Date.parse('2026-05-03T08:00:00Z'),
    online: true,
    granted: () => true,
    serve: (address) => served(address),
    reader: easyReader,
    fetchImage: async () => fail('not-found'),
    kept: async () => undefined,
    ended: async () => undefined,
    standing: () => null,
    start: () => startWorker(world),
    items: async () => {
      const [job] = expectValue(await listJobs(collection));
      return expectValue(await listJobItems(collection, job?.row.id ?? ''));
    },
    state: async () => expectValue(await listJobs(collection))[0]?.row.state,
  };
  return world;
}

function startWorker(world: FakeWorld): FakeWorker {
  const waits: { for: Arrangement } = { for: { time: Number.POSITIVE_INFINITY, busy: false } };
  const queue = createQueue({
    collection: world.collection,
    fetchPage: async (address) => {
      world.asked.push({ address, at: world.now });
      return world.serve(address);
    },
    reader: {
      essay: (pages: readonly ServedPage[], missing) => world.reader.essay(pages, missing),
      list: (page, rows) => world.reader.list(page, rows),
      named: (page) => world.reader.named(page),
    },
    now: () => world.now,
    chance: () => 0,
    rest: async (time) => void world.rests.push(time),
    imageFetcher: async () => world.fetchImage,
    kept: (id, into) => world.kept(id, into),
    ended: (now, unseen) => world.ended(now, unseen),
    standing: async (address) => world.standing(address),
    mayAsk: async (address) => world.granted(address),
    online: () => world.online,
    arrange: (next) => {
      waits.for = next;
    },
  });
  return {
    ...queue,
    waitsFor: () => waits.for,
    run: async (until = Number.POSITIVE_INFINITY) => {
      await queue.wake();
      while (waits.for.busy || Number.isFinite(waits.for.time)) {
        if (waits.for.busy) await sleep(1);
        else if (waits.for.time > until) return;
        else {
          world.now = Math.max(world.now, waits.for.time);
          await queue.wake();
        }
      }
    },
  };
}

/** The address of essay `n` of a host. */
export const essayAt = (n: number, host = 'a.example'): string => `http://${host}/show.asp?id=${n}`;

/** A queue of essays to start. */
export const jobOfEssays = (addresses: readonly string[]): NewJob => ({
  kind: 'addresses',
  title: '',
  address: '',
  wanted: addresses.map((address) => wantedEssay({ address, title: '', date: null })),
  origins: [],
  rows: '',
});
