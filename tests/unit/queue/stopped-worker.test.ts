import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { findByUrl } from '../../../lib/collection/get-essay.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { pauseJob } from '../../../lib/queue-plan/job.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { deleteUnder } from '../../support/delete-under.ts';
import { essayAt, fakeWorld, jobOfEssays, served } from '../../support/fake-queue.ts';
import { sampleKeeping } from '../../support/keepings.ts';

const three = [1, 2, 3].map((n) => essayAt(n));
const newWorld = () => fakeWorld(emptyCollection());
const statesOf = (items: readonly { readonly state: string }[]): string[] => items.map(({ state }) => state);
const addressesOf = (asked: readonly { readonly address: string }[]): string[] => asked.map(({ address }) => address);

describe('a library that is made anew under a queue', () => {
  it('has the queue go on that is put back from the second copy, though its worker lives', async () => {
    const world = newWorld();
    const { jobs, jobItems } = world.collection;
    const worker = world.start();
    world.serve = async (address) => {
      if (address === essayAt(2)) {
        const [rows, items] = [await jobs.toArray(), await jobItems.toArray()];
        await deleteUnder(world.collection);
        world.serve = served;
        copy.putBack = async () => {
          await jobs.bulkPut(rows);
          await jobItems.bulkPut(items);
        };
      }
      return served(address);
    };
    const copy = { putBack: async () => {} };
    await worker.start(jobOfEssays(three));
    await worker.run();
    expect(await world.state()).toBeUndefined();
    await copy.putBack();
    await worker.libraryMended();
    await worker.run();
    expect(statesOf(await world.items())).toEqual(['kept', 'kept', 'kept']);
    expect(await world.state()).toBe('done');
  });
});

describe('a worker that is stopped', () => {
  it('while a page is fetched: the next one asks again, and no try counts', async () => {
    const world = newWorld();
    world.serve = () => new Promise(() => undefined);
    await world.start().start(jobOfEssays(three));
    await vi.waitFor(() => expect(world.asked).toHaveLength(1));
    world.serve = (address) => served(address);
    await world.start().run();
    expect(addressesOf(world.asked)).toEqual([essayAt(1), ...three]);
    expect(await world.items()).toMatchObject(three.map(() => ({ state: 'kept', tries: 1, reason: '' })));
    expect(await world.collection.captures.count()).toBe(3);
  });

  it('before it answered that a queue was started: asked again by the same id, there is one', async () => {
    const world = newWorld();
    const asked = { ...jobOfEssays(three), id: 'mine' };
    for (let times = 0; times < 2; times += 1)
      expect(await world.start().start(asked)).toMatchObject({ ok: true, value: { id: 'mine' } });
    expect(await world.collection.jobs.count()).toBe(1);
  });

  it('between keeping and its note of that: nothing is fetched again, and it counts as kept', async () => {
    const world = newWorld();
    world.serve = () => new Promise(() => undefined);
    await world.start().start(jobOfEssays(three));
    await vi.waitFor(() => expect(world.asked).toHaveLength(1));
    const takenAt = new Date(world.now + 1000).toISOString();
    await keepEssay(world.collection, sampleKeeping({ originalUrl: essayAt(1) }, { takenAt }));
    world.serve = (address) => served(address);
    await world.start().run();
    expect(addressesOf(world.asked)).toEqual(three);
    expect(statesOf(await world.items())).toEqual(['kept', 'kept', 'kept']);
  });

  it('between keeping and filing: the next one files it as every other, and one that was kept before the queue is left', async () => {
    const world = newWorld();
    const before = new Date(world.now - 1000).toISOString();
    await keepEssay(world.collection, sampleKeeping({ originalUrl: essayAt(3) }, { takenAt: before }));
    const filed: string[] = [];
    world.kept = () => new Promise(() => undefined);
    await world.start().start(jobOfEssays(three));
    await vi.waitFor(async () => expect(await world.collection.essays.count()).toBe(2));
    world.kept = async (id) => void filed.push(id);
    await world.start().run();
    const ids = await Promise.all(
      [1, 2].map(async (n) => expectValue(await findByUrl(world.collection, essayAt(n)))?.id),
    );
    expect(filed.toSorted()).toEqual(ids.toSorted());
    expect(addressesOf(world.asked)).toEqual([essayAt(1), essayAt(2)]);
    expect(statesOf(await world.items())).toEqual(['kept', 'kept', 'already']);
  });

  it('after the reader paused: the queue stays paused, with nothing under way', async () => {
    const world = newWorld();
    world.serve = () => new Promise(() => undefined);
    const worker = world.start();
    const { id } = expectValue(await worker.start(jobOfEssays(three)));
    await worker.change(id, pauseJob);
    await world.start().run();
    expect(await world.state()).toBe('paused');
    expect(statesOf(await world.items())).toEqual(['waiting', 'waiting', 'waiting']);
  });
});
