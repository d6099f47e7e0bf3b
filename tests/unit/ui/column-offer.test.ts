import 'fake-indexeddb/auto';
import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, expect, it, vi } from 'vitest';
import ColumnCard from '../../../entrypoints/popup/column/ColumnCard.svelte';
import type { ColumnActions } from '../../../entrypoints/popup/column/offering.svelte.ts';
import RunningJobs from '../../../entrypoints/popup/RunningJobs.svelte';
import { fail, succeed } from '../../../lib/essay/outcome.ts';
import type { ColumnOffer } from '../../../lib/messages/protocol.ts';
import { emptyCollection } from '../../support/collections.ts';
import { queueOf, storeQueue, type Watched, wantedAt } from '../../support/queues.ts';

afterEach(() => document.body.replaceChildren());

const address = 'http://www.nbdx.cn/list.asp?classid=9';
const origins = ['*://www.nbdx.cn/*'];
const offer: ColumnOffer = {
  address,
  title: '理论研究',
  essays: [1, 2, 3].map((at) => ({ ...wantedAt(at), original: wantedAt(at).address, kept: at === 2 })),
  pages: 12,
  job: { kind: 'column', title: '理论研究', address, wanted: [wantedAt(1)], origins, rows: '' },
};

const actionsWith = (given: Partial<Watched<ColumnActions>> = {}): Watched<ColumnActions> => ({
  start: vi.fn<ColumnActions['start']>(async () => succeed({ id: 'job' })),
  granted: vi.fn<ColumnActions['granted']>(async () => false),
  grant: vi.fn<ColumnActions['grant']>(async () => true),
  pause: vi.fn<ColumnActions['pause']>(async () => undefined),
  resume: vi.fn<ColumnActions['resume']>(async () => undefined),
  stop: vi.fn<ColumnActions['stop']>(async () => undefined),
  ...given,
});

function show(given: Partial<Watched<ColumnActions>> = {}, collection = emptyCollection()) {
  const [actions, onanyway, onchoose] = [actionsWith(given), vi.fn(), vi.fn()];
  render(ColumnCard, { collection, offer, actions, onanyway, onchoose });
  return { actions, collection, onanyway, onchoose };
}
const text = () => screen.getByTestId('column').textContent?.replace(/\s+/g, ' ');

it('tells what keeping the column means before it is begun', async () => {
  const { onanyway } = show();
  await screen.findByText(/浏览器会问是否允许文存读取 www.nbdx.cn/);
  expect(text()).toMatch(
    /本页是栏目列表 理论研究.*3 篇，其中 1 篇已收存.*12 页，共约 36 篇.*取自 www.nbdx.cn.*大约 3分钟/,
  );
  expect(text()).toMatch(/第2篇 已收存/);
  await fireEvent.click(screen.getByTestId('anyway'));
  expect(onanyway).toHaveBeenCalledOnce();
});

it('starts the queue and then asks for the host, both within the press', async () => {
  const { actions } = show();
  await screen.findByText(/浏览器会问/);
  screen.getByTestId('column-keep').click();
  expect(actions.start.mock.calls).toEqual([[offer.job]]);
  expect(actions.grant.mock.calls).toEqual([[origins]]);
  expect(actions.start.mock.invocationCallOrder[0]).toBeLessThan(actions.grant.mock.invocationCallOrder[0] ?? 0);
});

it('lets the reader choose first: the queue waits, the library opens, and nothing is asked yet', async () => {
  const { actions, onchoose } = show();
  await fireEvent.click(screen.getByTestId('column-choose'));
  await vi.waitFor(() => expect(onchoose.mock.calls).toEqual([['job']]));
  expect(actions.start.mock.calls).toEqual([[{ ...offer.job, choosing: true }]]);
  expect(actions.grant).not.toHaveBeenCalled();
});

it('does not ask for what is granted', async () => {
  const { actions } = show({ granted: vi.fn<ColumnActions['granted']>(async () => true) });
  await Promise.resolve();
  await fireEvent.click(screen.getByTestId('column-keep'));
  expect(actions.start).toHaveBeenCalledOnce();
  expect(actions.grant).not.toHaveBeenCalled();
});

it('says why nothing was begun, and lets it be tried again', async () => {
  const start = vi.fn<ColumnActions['start']>(async () => fail('storage-full'));
  show({ start });
  await fireEvent.click(screen.getByTestId('column-keep'));
  expect(await screen.findByText(/磁盘空间不够/)).toBeTruthy();
  await fireEvent.click(screen.getByTestId('column-keep'));
  expect(start).toHaveBeenCalledTimes(2);
});

it('shows how far the column is that was begun earlier, with pause, stop and the way to the queue', async () => {
  const collection = emptyCollection();
  await storeQueue(collection, queueOf([{ state: 'kept' }, {}, {}]));
  const { actions } = show({}, collection);
  await fireEvent.click(await screen.findByTestId('column-pause'));
  await fireEvent.click(screen.getByTestId('column-stop'));
  expect([actions.pause.mock.calls, actions.stop.mock.calls]).toEqual([[['job']], [['job']]]);
  expect(text()).toMatch(/进行中 1 \/ 3 大约还需 1分钟/);
  expect(screen.getByTestId('column-queue').getAttribute('href')).toBe('/library.html?view=queue');
  expect(screen.queryByTestId('column-keep')).toBeNull();
});

it('asks again when a queue that rests is resumed', async () => {
  const collection = emptyCollection();
  await storeQueue(collection, queueOf([{ reason: 'no-permission' }], { state: 'paused' }));
  const { actions } = show({}, collection);
  (await screen.findByTestId('column-resume')).click();
  expect([actions.grant.mock.calls, actions.resume.mock.calls]).toEqual([[[origins]], [['job']]]);
});

it('offers a column again whose queue has ended', async () => {
  const collection = emptyCollection();
  await storeQueue(collection, queueOf([{}]));
  show({}, collection);
  await screen.findByTestId('column-pause');
  await collection.jobs.update('job', { state: 'done' });
  expect(await screen.findByTestId('column-keep')).toBeTruthy();
  expect(screen.queryByTestId('column-pause')).toBeNull();
});

it('shows the queue at work at the foot of the popup, and nothing without one', async () => {
  const collection = emptyCollection();
  render(RunningJobs, { collection, offer: null });
  expect(screen.queryByTestId('job-strip')).toBeNull();
  await storeQueue(collection, queueOf([{ state: 'kept' }, {}]));
  const strip = await screen.findByTestId('job-strip');
  expect(strip.textContent).toMatch(/正在收存“理论研究”\s*1 \/ 2/);
  await collection.jobs.update('job', { state: 'done' });
  await vi.waitFor(() => expect(screen.queryByTestId('job-strip')).toBeNull());
});

it('does not show at the foot what the page at hand shows of its own column, whichever list page that is', async () => {
  const collection = emptyCollection();
  await storeQueue(collection, queueOf([{}], { id: 'own' }));
  await storeQueue(collection, queueOf([{}], { id: 'other', title: '领导讲话', madeAt: '2026-11-25T03:00:00.000Z' }));
  const laterPage = `${address}&page=2`;
  render(RunningJobs, { collection, offer: { ...offer, job: { ...offer.job, address: laterPage } } });
  expect((await screen.findByTestId('job-strip')).textContent).toContain('“领导讲话”');
});
