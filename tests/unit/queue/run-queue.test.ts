import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import type { Fetched } from '../../../lib/queue/fetch-page.ts';
import { pauseJob, resumeJob, retryFailed, stopJob } from '../../../lib/queue-plan/job.ts';
import { wantedList } from '../../../lib/queue-plan/wanted.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { essayAt, fakeWorld, jobOfEssays, refused, served } from '../../support/fake-queue.ts';
import { sampleKeeping } from '../../support/keepings.ts';

const three = [1, 2, 3].map((n) => essayAt(n));
const newWorld = () => fakeWorld(emptyCollection());
const statesOf = (items: readonly { readonly state: string }[]): string[] => items.map(({ state }) => state);
const addressesOf = (asked: readonly { readonly address: string }[]): string[] => asked.map(({ address }) => address);

describe('a queue', () => {
  it('keeps its essays in order, with a rest between two requests, and ends', async () => {
    const world = newWorld();
    const worker = world.start();
    expectValue(await worker.start(jobOfEssays(three)));
    await worker.run();
    expect(addressesOf(world.asked)).toEqual(three);
    const [first, second, third] = world.asked.map(({ at }) => at);
    expect([Number(second) - Number(first), Number(third) - Number(second)]).toEqual([1500, 1500]);
    expect(statesOf(await world.items())).toEqual(['kept', 'kept', 'kept']);
    expect(await world.state()).toBe('done');
    expect(await world.collection.essays.count()).toBe(3);
    expect(worker.waitsFor()).toEqual({ time: Number.POSITIVE_INFINITY, busy: false });
  });

  it('asks once more for an essay whose reader died under it, and keeps it', async () => {
    const world = newWorld();
    const { essay } = world.reader;
    const deaths = { left: 1 };
    world.reader = {
      ...world.reader,
      essay: (pages, missing) =>
        pages[0]?.address === essayAt(2) && deaths.left-- > 0
          ? Promise.reject(new Error('gone'))
          : essay(pages, missing),
    };
    const worker = world.start();
    await worker.start(jobOfEssays(three));
    await worker.run();
    expect(statesOf(await world.items())).toEqual(['kept', 'kept', 'kept']);
  });

  it('fails an essay by name that killed its reader twice, and goes on with the others', async () => {
    const world = newWorld();
    const { essay } = world.reader;
    world.reader = {
      ...world.reader,
      essay: (pages, missing) =>
        pages[0]?.address === essayAt(1) ? Promise.reject(new Error('gone')) : essay(pages, missing),
    };
    const worker = world.start();
    await worker.start(jobOfEssays(three));
    await worker.run();
    const items = await world.items();
    expect(statesOf(items)).toEqual(['failed', 'kept', 'kept']);
    expect(items[0]?.reason).toBe('reader-lost');
  });

  it('never fetches what is kept already', async () => {
    const world = newWorld();
    await keepEssay(world.collection, sampleKeeping({ originalUrl: essayAt(2) }));
    const worker = world.start();
    await worker.start(jobOfEssays(three));
    await worker.run();
    expect(addressesOf(world.asked)).toEqual([essayAt(1), essayAt(3)]);
    expect(statesOf(await world.items())).toEqual(['kept', 'already', 'kept']);
  });

  it('does not fetch what is kept by hand while it runs', async () => {
    const world = newWorld();
    world.serve = async (address) => {
      await keepEssay(world.collection, sampleKeeping({ originalUrl: essayAt(3) }));
      return served(address);
    };
    const worker = world.start();
    await worker.start(jobOfEssays(three));
    await worker.run();
    expect(addressesOf(world.asked)).toEqual([essayAt(1), essayAt(2)]);
    expect(statesOf(await world.items())).toEqual(['kept', 'kept', 'already']);
  });

  it('takes the essays of a list page in, in order, with the pages behind it', async () => {
    const world = newWorld();
    const list = (n: number): string => `http://a.example/list.asp?page=${n}`;
    const essay = (n: number) => ({ address: essayAt(n), original: essayAt(n), title: `第${n}篇`, date: '2005-12-01' });
    world.reader = {
      ...world.reader,
      list: async ({ address }, rows) =>
        address === list(1)
          ? { essays: [essay(1), essay(2)], rows: 'td', behind: [list(2)] }
          : { essays: [essay(2), essay(3)], rows: `${rows}!`, behind: [] },
    };
    const worker = world.start();
    await worker.start({ ...jobOfEssays([]), kind: 'column', wanted: [wantedList(list(1))] });
    await worker.run();
    expect(addressesOf(world.asked)).toEqual([list(1), essayAt(1), essayAt(2), list(2), essayAt(3)]);
    const items = await world.items();
    expect(items.flatMap(({ kind, title }) => (kind === 'essay' ? title : []))).toEqual(['第1篇', '第2篇', '第3篇']);
    expect(items[1]).toMatchObject({ date: '2005-12-01', state: 'kept' });
    expect((await world.collection.jobs.toArray())[0]).toMatchObject({ rows: 'td', counts: { kept: 3 } });
  });

  it('asks a host for one page at a time, whichever queue wants it, and another host meanwhile', async () => {
    const world = newWorld();
    let open = 0;
    let most = 0;
    world.serve = async (address) => {
      if (address.includes('a.example')) {
        open += 1;
        most = Math.max(most, open);
      }
      // As long as a request is open, the worker has time to send another.
      for (let n = 0; n < 5; n += 1) await world.collection.jobs.count();
      if (address.includes('a.example')) open -= 1;
      return served(address);
    };
    const worker = world.start();
    await worker.start(jobOfEssays(three));
    await worker.start(jobOfEssays([essayAt(4), essayAt(5), essayAt(1, 'b.example')]));
    await worker.run();
    expect(most).toBe(1);
    expect(world.asked.find(({ address }) => address.includes('b.example'))?.at).toBe(world.asked[0]?.at);
    const times = world.asked.filter(({ address }) => address.includes('a.example')).map(({ at }) => at);
    expect(times.slice(1).map((at, n) => at - Number(times[n]))).toEqual([1500, 1500, 1500, 1500]);
  });
});

describe('a server in trouble', () => {
  it('is given the rest that it asks for; what is gone fails with its reason', async () => {
    const world = newWorld();
    const answers: Fetched[] = [refused('http-503', 120_000), { kind: 'failed', reason: 'http-404' }];
    world.serve = (address) => answers.shift() ?? served(address);
    const worker = world.start();
    await worker.start(jobOfEssays(three));
    await worker.run();
    expect(addressesOf(world.asked)).toEqual([essayAt(1), ...three]);
    expect(Number(world.asked[1]?.at) - Number(world.asked[0]?.at)).toBe(121_500);
    const [item] = await world.items();
    expect(item).toMatchObject({ state: 'failed', reason: 'http-404', tries: 2 });
    expect(await world.state()).toBe('done');
  });

  it('is asked once more for all that failed when the reader wants that', async () => {
    const world = newWorld();
    world.serve = () => ({ kind: 'failed', reason: 'http-404' });
    const worker = world.start();
    const { id } = expectValue(await worker.start(jobOfEssays(three)));
    await worker.run();
    expect(statesOf(await world.items())).toEqual(['failed', 'failed', 'failed']);
    world.serve = (address) => served(address);
    await worker.change(id, retryFailed);
    await worker.run();
    expect(statesOf(await world.items())).toEqual(['kept', 'kept', 'kept']);
  });

  it('cannot end the queue by a page that nobody can read', async () => {
    const world = newWorld();
    const { essay } = world.reader;
    world.reader = {
      ...world.reader,
      essay: (pages, missing) =>
        pages[0]?.address === essayAt(2) ? Promise.reject(new Error('石')) : essay(pages, missing),
    };
    const worker = world.start();
    await worker.start(jobOfEssays(three));
    await worker.run();
    expect(statesOf(await world.items())).toEqual(['kept', 'failed', 'kept']);
  });
});

describe('the reader', () => {
  it('pauses a queue, lets it run on, and stops it for good', async () => {
    const world = newWorld();
    const worker = world.start();
    const { id } = expectValue(await worker.start(jobOfEssays(three)));
    await worker.change(id, pauseJob);
    await worker.run();
    expect(statesOf(await world.items())).toEqual(['kept', 'waiting', 'waiting']);
    await worker.change(id, resumeJob);
    await worker.run(world.now);
    await worker.change(id, stopJob);
    await worker.run();
    await worker.change(id, resumeJob);
    await worker.run();
    expect(await world.state()).toBe('stopped');
    expect(world.asked.length).toBeLessThan(3);
  });

  it('is waited for while a host is not granted: the others go on, and the reason stands there', async () => {
    const world = newWorld();
    world.granted = (address) => address.includes('a.example');
    const worker = world.start();
    await worker.start(jobOfEssays([essayAt(1, 'b.example'), essayAt(1)]));
    await worker.run();
    expect(addressesOf(world.asked)).toEqual([essayAt(1)]);
    expect(await world.state()).toBe('paused');
    expect(await world.items()).toMatchObject([{ state: 'waiting', reason: 'no-permission' }, { state: 'kept' }]);
    await worker.granted();
    expect(await world.state()).toBe('paused');
    world.granted = () => true;
    await world.start().granted();
    const next = world.start();
    await next.run();
    expect(statesOf(await world.items())).toEqual(['kept', 'kept']);
  });

  it('goes on with any host that is granted, not the first that it waits for alone', async () => {
    const world = newWorld();
    world.granted = () => false;
    const worker = world.start();
    await worker.start(jobOfEssays([essayAt(1, 'b.example'), essayAt(1)]));
    await worker.run();
    world.granted = (address) => address.includes('a.example');
    await worker.granted();
    await worker.run();
    expect(await world.items()).toMatchObject([{ state: 'waiting', reason: 'no-permission' }, { state: 'kept' }]);
    expect(await world.state()).toBe('paused');
  });
});

describe('a machine', () => {
  it('that is offline waits, and no try counts', async () => {
    const world = newWorld();
    const worker = world.start();
    world.online = false;
    await worker.start(jobOfEssays(three));
    await worker.run(world.now + 100_000);
    expect(world.asked).toEqual([]);
    world.online = true;
    world.serve = () => ({ kind: 'offline' });
    await worker.run(world.now + 100_000);
    expect(await world.items()).toMatchObject([{ state: 'waiting', tries: 0 }, { state: 'waiting' }, {}]);
    world.serve = (address) => served(address);
    await worker.run();
    expect(statesOf(await world.items())).toEqual(['kept', 'kept', 'kept']);
  });

  it('without room on its disk pauses the queue, and keeps what it was at for later', async () => {
    const world = newWorld();
    const worker = world.start();
    const full = vi.spyOn(world.collection.essays, 'bulkPut').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    const { id } = expectValue(await worker.start(jobOfEssays(three)));
    await worker.run();
    expect(await world.state()).toBe('paused');
    expect((await world.items())[0]).toMatchObject({ state: 'waiting', reason: 'storage-full' });
    full.mockRestore();
    await worker.change(id, resumeJob);
    await worker.run();
    expect(addressesOf(world.asked)).toEqual(three);
    expect(statesOf(await world.items())).toEqual(['kept', 'kept', 'kept']);
  });
});
