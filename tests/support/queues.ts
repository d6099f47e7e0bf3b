import { type Mock, vi } from 'vitest';
import type { QueueActions } from '../../entrypoints/library/queue/queue-actions.ts';
import type { Collection } from '../../lib/collection/collection.ts';
import { addJob, type StoredJob } from '../../lib/collection/jobs.ts';
import type { JobRow } from '../../lib/collection/rows.ts';
import { succeed } from '../../lib/essay/outcome.ts';
import { politely } from '../../lib/queue-plan/answer.ts';
import { type Item, newJob, type Wanted } from '../../lib/queue-plan/job.ts';
import { expectValue } from './collections.ts';

/** An essay to fetch from the sample school. */
export const wantedAt = (at: number, title = `第${at}篇`): Wanted => ({
  kind: 'essay',
  address: `http://www.nbdx.cn/show.asp?id=${at}`,
  key: `http://nbdx.cn/show.asp?id=${at}`,
  title,
  date: '2005-11-03',
});

/** A queue of the column `理论研究`, whose items are as given one by one. */
export function queueOf(items: readonly Partial<Item>[], facts: Partial<JobRow> = {}): StoredJob {
  const { id = 'job', state = 'running', hosts = {}, kind = 'column', title = '理论研究' } = facts;
  const job = newJob(
    id,
    items.map((_, at) => wantedAt(at + 1)),
  );
  return {
    job: { ...job, state, hosts, items: job.items.map((item, at) => ({ ...item, ...items[at] })) },
    facts: {
      kind,
      title,
      address: kind === 'column' ? 'http://www.nbdx.cn/list.asp?classid=9' : '',
      madeAt: facts.madeAt ?? '2026-11-24T03:00:00.000Z',
      rows: '',
      manners: politely,
    },
  };
}

/** Puts a queue into a collection. */
export const storeQueue = async (collection: Collection, stored: StoredJob): Promise<void> =>
  expectValue(await addJob(collection, stored));

/** Actions whose calls are watched. */
export type Watched<Actions> = {
  readonly [Name in keyof Actions]: Mock<Extract<Actions[Name], (...args: never[]) => unknown>>;
};

/** Actions that do nothing and are watched; every host is granted but where a test says otherwise. */
export const queueActionsWith = (given: Partial<Watched<QueueActions>> = {}): Watched<QueueActions> => ({
  start: vi.fn<QueueActions['start']>(async () => succeed({ id: 'new' })),
  pause: vi.fn<QueueActions['pause']>(async () => undefined),
  resume: vi.fn<QueueActions['resume']>(async () => undefined),
  stop: vi.fn<QueueActions['stop']>(async () => undefined),
  retry: vi.fn<QueueActions['retry']>(async () => undefined),
  choose: vi.fn<QueueActions['choose']>(async () => undefined),
  endsSeen: vi.fn<QueueActions['endsSeen']>(async () => undefined),
  granted: vi.fn<QueueActions['granted']>(async (origins) => origins),
  grant: vi.fn<QueueActions['grant']>(async () => true),
  tabs: vi.fn<QueueActions['tabs']>(async () => []),
  seeTabs: vi.fn<QueueActions['seeTabs']>(async () => true),
  ...given,
});
