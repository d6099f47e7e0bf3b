import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { listJobs, seeEnds } from '../../../lib/collection/jobs.ts';
import type { ServedList } from '../../../lib/queue/read-served.ts';
import { type Choice, chooseItems } from '../../../lib/queue-plan/choose.ts';
import { addItems, newJob, pauseJob, resumeJob } from '../../../lib/queue-plan/job.ts';
import { nextItem } from '../../../lib/queue-plan/next-item.ts';
import { wantedEssay, wantedList } from '../../../lib/queue-plan/wanted.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { essayAt, fakeWorld, jobOfEssays } from '../../support/fake-queue.ts';

const dated = (n: number, date: string | null) => wantedEssay({ address: essayAt(n), title: `第${n}篇`, date });
const LIST = 'http://a.example/list.asp?page=2';
const all: Choice = { unchosen: [], years: null, into: { shelf: '', tags: [] }, notify: false };
const statesOf = (job: { readonly items: readonly { readonly state: string }[] }) =>
  job.items.map(({ state }) => state);

describe('a job whose reader is to choose', () => {
  it('asks for its lists alone, and rests when they are read', () => {
    const job = newJob('one', [dated(1, '2003-05-01'), wantedList(LIST)], true);
    const next = nextItem(job, 0);
    expect(next.kind === 'ask' && next.item.kind).toBe('list');
    expect(newJob('two', [dated(1, null)], true).state).toBe('paused');
    // A press on "resume", or a host that is granted, is no choice.
    expect(resumeJob(newJob('two', [dated(1, null)], true)).state).toBe('paused');
  });

  it('runs on what is chosen, and passes by what is not', () => {
    const job = chooseItems(
      newJob(
        'one',
        [1, 2, 3].map((n) => dated(n, null)),
        true,
      ),
      { ...all, unchosen: [1] },
    );
    expect(job).toMatchObject({ state: 'running' });
    expect(job.choosing).toBeUndefined();
    expect(statesOf(job)).toEqual(['waiting', 'unchosen', 'waiting']);
  });

  it('with nothing chosen is done, and runs again when something is', () => {
    const job = chooseItems(newJob('one', [dated(1, null)], true), { ...all, unchosen: [0] });
    expect(job.state).toBe('done');
    expect(chooseItems(job, all)).toMatchObject({ state: 'running', items: [{ state: 'waiting' }] });
  });

  it('takes of lists that are still to be read the years that were chosen', () => {
    const years = { from: 2003, to: 2004, undated: false };
    const job = chooseItems(newJob('one', [wantedList(LIST)], true), { ...all, years });
    const more = addItems(job, [dated(1, '2002-12-31'), dated(2, '2003'), dated(3, '2004-12'), dated(4, null)]);
    expect(statesOf(more).slice(1)).toEqual(['unchosen', 'waiting', 'waiting', 'unchosen']);
    const undated = addItems({ ...job, years: { ...years, undated: true } }, [dated(4, null)]);
    expect(statesOf(undated).slice(1)).toEqual(['waiting']);
  });

  it('that is paused stays so when the choice is changed', () => {
    const job = pauseJob(newJob('one', [dated(1, null), dated(2, null)]));
    expect(chooseItems(job, { ...all, unchosen: [1] })).toMatchObject({ state: 'paused' });
  });
});

describe('a queue whose reader is to choose', () => {
  it('reads the lists, waits over a stop of the worker, and fetches what was chosen into its own target', async () => {
    const world = fakeWorld(emptyCollection());
    const filed: unknown[] = [];
    world.kept = async (_, into) => void filed.push(into);
    const essays = [dated(2, '2004'), dated(3, '2005')].map((one) => ({ ...one, original: one.address }));
    const list: ServedList = { essays, behind: [], rows: '' };
    world.reader = { ...world.reader, list: async () => list };
    const before = world.start();
    const { id } = expectValue(
      await before.start({
        ...jobOfEssays([essayAt(1)]),
        wanted: [dated(1, '2003'), wantedList(LIST)],
        choosing: true,
      }),
    );
    await before.run();
    expect(world.asked.map(({ address }) => address)).toEqual([LIST]);
    expect(await world.state()).toBe('paused');

    const worker = world.start();
    await worker.run();
    expect(world.asked).toHaveLength(1);
    await worker.choose(id, { ...all, unchosen: [0], into: { shelf: 'mine', tags: ['党史'] } });
    await worker.run();
    expect(world.asked.map(({ address }) => address)).toEqual([LIST, essayAt(2), essayAt(3)]);
    expect(filed).toEqual([
      { shelf: 'mine', tags: ['党史'] },
      { shelf: 'mine', tags: ['党史'] },
    ]);
    expect(expectValue(await listJobs(world.collection))[0]?.counts).toMatchObject({ kept: 2, unchosen: 1 });
  });

  it('tells of its end once, to whoever wanted to know, and is unseen until it is looked at', async () => {
    const world = fakeWorld(emptyCollection());
    const told: [readonly string[], number][] = [];
    world.ended = async (now, unseen) => void told.push([now.map(({ row }) => row.kind), unseen]);
    const wishes = { into: { shelf: '', tags: [] }, notify: true };
    const worker = world.start();
    await worker.start({ ...jobOfEssays([essayAt(1)]), wishes });
    await worker.start(jobOfEssays([essayAt(2)]));
    await worker.run();
    expect(told.filter(([now]) => now.length > 0)).toEqual([[['addresses'], 1]]);
    // Another worker does not tell it again, but shows that it was not seen.
    await world.start().run();
    expect(told.at(-1)).toEqual([[], 1]);
    const ids = expectValue(await listJobs(world.collection)).map(({ row }) => row.id);
    expectValue(await seeEnds(world.collection, ids));
    await world.start().run();
    expect(told.at(-1)).toEqual([[], 0]);
  });

  it('tells of an end that a worker was stopped at', async () => {
    const world = fakeWorld(emptyCollection());
    // A stopped worker goes no further: what it awaits never comes.
    world.ended = (now) => (now.length > 0 ? new Promise(() => {}) : Promise.resolve());
    const stopped = world.start();
    await stopped.start({ ...jobOfEssays([essayAt(1)]), wishes: { into: { shelf: '', tags: [] }, notify: true } });
    void stopped.run();
    await expect.poll(() => world.state()).toBe('done');
    const told: number[] = [];
    world.ended = async (now) => void told.push(now.length);
    await world.start().run();
    expect(told).toEqual([1]);
    expect(expectValue(await listJobs(world.collection))[0]?.row.notice).toBe('told');
  });
});
