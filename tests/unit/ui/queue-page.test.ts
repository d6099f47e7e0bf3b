import 'fake-indexeddb/auto';
import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import JobItem from '../../../entrypoints/library/queue/JobItem.svelte';
import JobItems from '../../../entrypoints/library/queue/JobItems.svelte';
import QueuePage from '../../../entrypoints/library/queue/QueuePage.svelte';
import type { QueueActions } from '../../../entrypoints/library/queue/queue-actions.ts';
import { createRoute, startOf } from '../../../entrypoints/library/route.svelte.ts';
import type { StoredJob } from '../../../lib/collection/jobs.ts';
import { essayId } from '../../../lib/essay/identity.ts';
import { createJobs } from '../../../lib/features/queue/jobs.svelte.ts';
import { emptyCollection } from '../../support/collections.ts';
import { allowDialogs } from '../../support/dialogs.ts';
import { essayRows } from '../../support/essay-rows.ts';
import { queueActionsWith, queueOf, storeQueue, type Watched, wantedAt } from '../../support/queues.ts';

beforeEach(() => {
  allowDialogs();
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  history.replaceState(null, '', '/library.html?view=queue');
});
afterEach(() => document.body.replaceChildren());

async function show(queues: readonly StoredJob[], given: Partial<Watched<QueueActions>> = {}) {
  const collection = emptyCollection();
  for (const queue of queues) await storeQueue(collection, queue);
  const [actions, jobs, place] = [queueActionsWith(given), createJobs(collection), createRoute()];
  onTestFinished(jobs.follow());
  render(QueuePage, { collection, place, jobs, files: new Map(), actions });
  await vi.waitFor(() => expect(jobs.status).toBe('ready'));
  return { collection, actions, place };
}
const card = async () => within(await screen.findByTestId('job'));
const state = () => screen.getByTestId('job').dataset['state'];

it('says where queues come from while there is none', async () => {
  await show([]);
  expect((await screen.findByTestId('queue-empty')).textContent).toMatch(/队列是空的.*栏目列表页/s);
  await fireEvent.click(screen.getByTestId('add-addresses'));
  expect(screen.getByTestId('addresses')).toBeTruthy();
});

it('opens the dialog that the address names, once', async () => {
  history.replaceState(null, '', '/library.html?view=queue&add=addresses');
  await show([]);
  const dialog = await screen.findByTestId<HTMLDialogElement>('addresses');
  dialog.close();
  await vi.waitFor(() => expect(screen.queryByTestId('addresses')).toBeNull());
  expect(location.search).toBe('?view=queue');
});

it('shows how far a running queue is, and lets it be paused and stopped', async () => {
  const { actions } = await show([
    queueOf([{ state: 'kept' }, { state: 'already' }, { state: 'failed', reason: 'http-404' }, {}], {
      hosts: { 'www.nbdx.cn': { notBefore: Date.now() + 3000, failures: 0 } },
    }),
  ]);
  const job = await card();
  expect(job.getByRole('heading').textContent).toBe('“理论研究”');
  expect(job.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('3');
  expect(job.getByTestId('job-counts').textContent).toMatch(/收存 1 篇\s*原已收存 1 篇\s*收存失败 1 篇\s*还有 1 篇/);
  expect(job.getByTestId('job-now').textContent).toMatch(/[23] 秒后获取下一篇\s*大约还需 1分钟/);
  await fireEvent.click(job.getByTestId('job-pause'));
  await fireEvent.click(job.getByTestId('job-stop'));
  await fireEvent.click(job.getByTestId('job-retry'));
  expect([actions.pause.mock.calls, actions.stop.mock.calls, actions.retry.mock.calls]).toEqual([
    [['job']],
    [['job']],
    [['job']],
  ]);
  expect(job.queryByTestId('job-forget')).toBeNull();
});

it('says that the site does not answer while the queue backs off', async () => {
  await show([queueOf([{}], { hosts: { 'www.nbdx.cn': { notBefore: Date.now() + 60_500, failures: 2 } } })]);
  expect((await card()).getByTestId('job-now').textContent).toContain('网站没有应答，61 秒后再试');
});

it('says what a resting queue waits for, and asks for it in the press', async () => {
  const { actions } = await show([queueOf([{ reason: 'no-permission' }], { state: 'paused' })], {
    granted: vi.fn<QueueActions['granted']>(async () => []),
  });
  await vi.waitFor(() => expect(state()).toBe('waiting'));
  const job = await card();
  expect(job.getByText('浏览器还没有允许文存读取 www.nbdx.cn。')).toBeTruthy();
  job.getByTestId('job-resume').click();
  expect(actions.grant.mock.calls).toEqual([[['*://www.nbdx.cn/*']]]);
  await vi.waitFor(() => expect(actions.resume.mock.calls).toEqual([['job']]));
});

it('stays at rest, and says so, when the reader grants nothing', async () => {
  const { actions } = await show([queueOf([{}], { state: 'paused' })], {
    granted: vi.fn<QueueActions['granted']>(async () => []),
    grant: vi.fn<QueueActions['grant']>(async () => false),
  });
  await vi.waitFor(() => expect(state()).toBe('waiting'));
  await fireEvent.click((await card()).getByTestId('job-resume'));
  expect(await screen.findByText('没有得到许可。')).toBeTruthy();
  expect(actions.resume).not.toHaveBeenCalled();
});

it('says so when the background does not answer', async () => {
  await show([queueOf([{}])], {
    pause: vi.fn<QueueActions['pause']>(async () => Promise.reject(new Error('no one answers'))),
  });
  await fireEvent.click((await card()).getByTestId('job-pause'));
  expect(await screen.findByText('操作失败，请再试一次。')).toBeTruthy();
});

it('forgets a queue that has ended', async () => {
  await show([queueOf([{ state: 'kept' }], { state: 'done' })]);
  expect(state()).toBe('done');
  await fireEvent.click((await card()).getByTestId('job-forget'));
  expect(await screen.findByTestId('queue-empty')).toBeTruthy();
});

it('leads to the library by its header, with back', async () => {
  const { place } = await show([]);
  onTestFinished(place.follow());
  await fireEvent.click(screen.getByTestId('view-kept'));
  expect(place.spot).toEqual(startOf('kept'));
  history.back();
  await expect.poll(() => place.spot.view).toBe('queue');
});

const row = { ...wantedAt(1), number: 0, job: 'job', tries: 1, reason: '' };

it('links a page that is kept to its essay, another to its address', async () => {
  const collection = emptyCollection();
  const id = await essayId(row.address);
  await collection.essays.bulkAdd(essayRows([id]));
  render(JobItem, { collection, item: { ...row, state: 'kept' } });
  await vi.waitFor(() => expect(screen.getByRole('link').getAttribute('href')).toBe(`/reader.html?id=${id}`));
  document.body.replaceChildren();
  render(JobItem, { collection, item: { ...row, state: 'failed', reason: 'http-503', tries: 6 } });
  expect(screen.getByRole('link').getAttribute('href')).toBe(row.address);
  expect(screen.getByTestId('job-item').textContent).toMatch(/失败.*网站发生错误（503） · 试过 6 次/s);
});

it('says of a list page that it was read, since nothing of it is kept', () => {
  render(JobItem, { collection: emptyCollection(), item: { ...row, kind: 'list', title: '', state: 'kept' } });
  expect(screen.getByTestId('job-item').textContent).toMatch(/已读取\s*列表页/);
});

it('counts essays by what became of them, and list pages only where they failed', () => {
  const items = [
    { ...row, number: 0, state: 'kept' },
    { ...row, number: 1, state: 'already' },
    { ...row, number: 2, kind: 'list', state: 'kept' },
    { ...row, number: 3, kind: 'list', state: 'failed' },
    { ...row, number: 4, state: 'waiting' },
  ] as const;
  render(JobItems, { collection: emptyCollection(), items, name: '“理论研究”' });
  const choices = within(screen.getByTestId('job-items-kind')).getAllByRole('radio');
  expect(choices.map((choice) => choice.parentElement?.textContent?.trim())).toEqual([
    '全部 4',
    '已收存 2',
    '失败 1',
    '等待 1',
  ]);
});

it('makes no link of an address that is none of the web', () => {
  render(JobItem, { collection: emptyCollection(), item: { ...row, address: 'javascript:1', state: 'failed' } });
  expect(screen.queryByRole('link')).toBeNull();
});
