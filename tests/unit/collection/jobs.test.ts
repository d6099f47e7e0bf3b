import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import {
  addJob,
  forgetJob,
  getJob,
  type JobFacts,
  listJobItems,
  listJobs,
  putJob,
} from '../../../lib/collection/jobs.ts';
import { politely, takeAnswer } from '../../../lib/queue-plan/answer.ts';
import { newJob, stopJob } from '../../../lib/queue-plan/job.ts';
import { nextItem } from '../../../lib/queue-plan/next-item.ts';
import { wantedEssay, wantedList } from '../../../lib/queue-plan/wanted.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';

const list = 'http://www.nbdx.cn/list.asp?classid=9';
const wanted = [
  wantedList(list),
  ...[1, 2, 3].map((n) =>
    wantedEssay({ address: `http://www.nbdx.cn/show.asp?id=${n}`, title: `第${n}篇`, date: '2005-12-01' }),
  ),
];
const factsOf = (madeAt: string): JobFacts => ({
  kind: 'column',
  title: '学术专栏',
  address: list,
  madeAt,
  rows: '',
  manners: politely,
});
const facts = factsOf('2026-05-03T08:00:00.000Z');

describe('the store of jobs', () => {
  it('gives a job back as it was stored, and lists it with its essays counted', async () => {
    const collection = emptyCollection();
    const job = newJob('one', wanted);
    expectValue(await addJob(collection, { job, facts }));
    expect(expectValue(await getJob(collection, 'one'))).toEqual({ job, facts });
    const [summary] = expectValue(await listJobs(collection));
    expect(summary).toMatchObject({ row: { id: 'one', title: '学术专栏', state: 'running' }, counts: { waiting: 3 } });
    expect(await getJob(collection, 'other')).toEqual({ ok: true, value: null });
  });

  it('lists the newest first', async () => {
    const collection = emptyCollection();
    for (const day of ['02', '04', '03'])
      await addJob(collection, { job: newJob(day, wanted), facts: factsOf(`2026-05-${day}T08:00:00.000Z`) });
    expect(expectValue(await listJobs(collection)).map(({ row }) => row.id)).toEqual(['04', '03', '02']);
  });

  it('stores of a step the row and the items that changed, and no other', async () => {
    const collection = emptyCollection();
    const job = newJob('one', wanted);
    await addJob(collection, { job, facts });
    await collection.jobItems.update(['one', 3], { title: '未动' });
    const asked = nextItem(job, 0);
    if (asked.kind !== 'ask') throw new Error(asked.kind);
    const answered = takeAnswer(asked.job, 0, { kind: 'kept' }, 0, 0);
    expect(expectValue(await putJob(collection, job, { job: answered, facts }))).toBe(true);
    const items = expectValue(await listJobItems(collection, 'one'));
    expect(items.map(({ state }) => state)).toEqual(['kept', 'waiting', 'waiting', 'waiting']);
    expect(items[3]?.title).toBe('未动');
    expect((await collection.jobs.get('one'))?.hosts).toEqual(answered.hosts);
  });

  it('forgets what has ended, with its items, and no late step brings it back', async () => {
    const collection = emptyCollection();
    const job = newJob('one', wanted);
    await addJob(collection, { job, facts });
    await addJob(collection, { job: newJob('two', wanted), facts });
    await forgetJob(collection, 'one');
    expect(await collection.jobs.count()).toBe(2);
    const stopped = stopJob(job);
    await putJob(collection, job, { job: stopped, facts });
    await forgetJob(collection, 'one');
    expect(expectValue(await putJob(collection, job, { job: stopped, facts }))).toBe(false);
    expect(await collection.jobs.toCollection().primaryKeys()).toEqual(['two']);
    expect(await collection.jobItems.count()).toBe(wanted.length);
  });
});
