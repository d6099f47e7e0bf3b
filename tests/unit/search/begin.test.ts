import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { openEngine } from '../../../lib/search/engine.ts';
import { openSearch } from '../../../lib/search/open-search.ts';
import type { Call } from '../../../lib/search/protocol.ts';
import { emptyCollection } from '../../support/collections.ts';
import { idOf, putEssay } from './essays.ts';

const request = { query: '改革', place: 'kept', sort: 'kept', chosen: {} } as const;

/** A worker whose database cannot be read at first. */
class FailsFirst extends EventTarget {
  static readonly asked: string[] = [];

  postMessage({ call, act }: Call): void {
    FailsFirst.asked.push(act);
    const found = { result: 1, total: 1, first: ['a'], firstKeyed: [], terms: [], tookMs: 0 };
    const data = act === 'begin' ? { call, ok: false, message: 'gone' } : { call, ok: true, value: found };
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

it('starts its worker with the first question, or at once where it is asked to, whatever becomes of that', async () => {
  vi.stubGlobal('Worker', FailsFirst);
  const search = openSearch();
  expect(FailsFirst.asked).toEqual([]);
  expect((await search.find(request)).total).toBe(1);
  const early = openSearch('', true);
  expect(FailsFirst.asked).toEqual(['find', 'begin']);
  expect((await early.find(request)).total).toBe(1);
});

/** A worker that answers what the test has it answer. */
class Told extends EventTarget {
  static readonly all: Told[] = [];
  asked: Call | null = null;

  constructor() {
    super();
    Told.all.push(this);
  }

  postMessage(call: Call): void {
    this.asked = call;
  }

  say(data: object): void {
    this.dispatchEvent(new MessageEvent('message', { data: { call: this.asked?.call, ...data } }));
  }
}

it.each([
  ['it runs, before it has read its ledger', (worker: Told) => worker.say({ share: 0 })],
  ['it could not begin', (worker: Told) => worker.say({ ok: false, message: 'gone' })],
  ['it fails to start', (worker: Told) => worker.dispatchEvent(new Event('error'))],
  ['it does not come', () => vi.advanceTimersByTime(2000)],
])('tells a page that waits for the start of its worker when %s', async (_, happen) => {
  vi.useFakeTimers();
  vi.stubGlobal('Worker', Told);
  const seen = { awake: false };
  void openSearch('', true).awake.then(() => {
    seen.awake = true;
  });
  await vi.advanceTimersByTimeAsync(1);
  expect(seen.awake).toBe(false);
  const worker = Told.all.at(-1);
  if (worker) happen(worker);
  await vi.advanceTimersByTimeAsync(0);
  expect(seen.awake).toBe(true);
  vi.useRealTimers();
});

it('has a page that starts no worker wait for none', async () => {
  vi.stubGlobal('Worker', Told);
  const before = Told.all.length;
  await openSearch().awake;
  expect(Told.all.length).toBe(before);
});

it('has read the ledger when it has begun, and finds what was kept since', async () => {
  const collection = emptyCollection();
  await putEssay(collection, 0, { title: '改革', text: '论改革。' });
  const engine = openEngine(collection);
  const read = vi.spyOn(IDBObjectStore.prototype, 'get');
  // Files that share this process may still have something to read of databases of their own.
  const reads = (): number =>
    read.mock.contexts.filter(
      (store) => store instanceof IDBObjectStore && store.transaction.db.name === collection.name,
    ).length;
  await engine.begin();
  const readToBegin = reads();
  read.mockClear();
  const found = await engine.find({ ...request, query: '' });
  expect(found.total).toBe(1);
  // The chunk of the ledger is not read again.
  expect(reads()).toBeLessThan(readToBegin);
  read.mockRestore();
  await putEssay(collection, 1, { title: '再论改革', text: '改革。' });
  const { result, total } = await engine.find(request);
  expect(await engine.ids(result, 0, total)).toEqual([idOf(1), idOf(0)]);
});
