import 'fake-indexeddb/auto';
import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import ChooseDialog from '../../../entrypoints/library/queue/ChooseDialog.svelte';
import JobCard from '../../../entrypoints/library/queue/JobCard.svelte';
import type { QueueActions } from '../../../entrypoints/library/queue/queue-actions.ts';
import { createShelf } from '../../../lib/collection/actions/shelves.ts';
import { listJobs } from '../../../lib/collection/jobs.ts';
import type { JobRow } from '../../../lib/collection/rows.ts';
import type { Item } from '../../../lib/queue-plan/job.ts';
import { wantedList } from '../../../lib/queue-plan/wanted.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { allowDialogs } from '../../support/dialogs.ts';
import { queueActionsWith, queueOf, storeQueue, type Watched } from '../../support/queues.ts';

beforeEach(allowDialogs);
afterEach(() => document.body.replaceChildren());

async function stored(items: readonly Partial<Item>[], facts: Partial<JobRow> = {}) {
  const collection = emptyCollection();
  const queue = queueOf(items, { state: 'paused', ...facts });
  const { years, into, notice } = facts;
  await storeQueue(collection, {
    job: { ...queue.job, choosing: true, ...(years && { years }) },
    facts: { ...queue.facts, ...(into && { into }), ...(notice && { notice }) },
  });
  return collection;
}

async function choose(items: readonly Partial<Item>[], given: Partial<Watched<QueueActions>> = {}) {
  const collection = await stored(items);
  const [job] = expectValue(await listJobs(collection));
  if (job === undefined) throw new Error('There is no queue.');
  const [actions, onclose] = [queueActionsWith(given), vi.fn()];
  render(ChooseDialog, { collection, job, actions, onclose });
  await screen.findAllByTestId('choose-row');
  return { collection, actions, onclose };
}
const rows = () => screen.getAllByTestId('choose-row');
const start = () => screen.getByTestId('choose-start');

it('shows what was found with its dates, and takes what is chosen with its target', async () => {
  const { actions, onclose } = await choose([
    { date: '2003-01-02', column: '理论研究' },
    { date: '2005' },
    { state: 'already', date: null },
    { date: null },
  ]);
  expect(screen.getByTestId('choose-found').textContent?.trim()).toBe('找到 4 篇文章');
  expect(rows()[0]?.textContent).toMatch(/第1篇.*2003.*理论研究/s);
  expect(rows()[2]?.textContent).toContain('原已收存');
  if (rows()[3]) await fireEvent.click(rows()[3] as HTMLElement);
  expect(screen.getByTestId('choose-chosen').textContent?.trim()).toBe('已选 2 / 3 篇');
  await fireEvent.click(start());
  expect(actions.choose.mock.calls).toEqual([
    ['job', { unchosen: [3], years: null, into: { shelf: '', tags: [] }, notify: false }],
  ]);
  await vi.waitFor(() => expect(onclose).toHaveBeenCalledOnce());
});

it('keeps to the years that are typed, with the undated where they are wanted', async () => {
  const { actions } = await choose([{ date: '2003-01-02' }, { date: '2005' }, { date: '2006' }, { date: null }]);
  await fireEvent.input(screen.getByTestId('choose-from'), { target: { value: '2004' } });
  await fireEvent.input(screen.getByTestId('choose-to'), { target: { value: '2005' } });
  expect(rows()).toHaveLength(2);
  await fireEvent.click(screen.getByTestId('choose-undated'));
  expect(rows()).toHaveLength(1);
  expect(start().textContent?.trim()).toBe('收存 1 篇');
  await fireEvent.click(start());
  expect(actions.choose.mock.calls[0]?.[1]).toMatchObject({
    unchosen: [0, 2, 3],
    years: { from: 2004, to: 2005, undated: false },
  });
});

it('makes a new collection first, where one is named', async () => {
  const { collection, actions } = await choose([{}]);
  await fireEvent.change(screen.getByTestId('target-shelf'), { target: { value: 'new' } });
  await fireEvent.input(screen.getByTestId('target-made'), { target: { value: '乡村' } });
  await fireEvent.click(start());
  await vi.waitFor(() => expect(actions.choose).toHaveBeenCalledOnce());
  const [shelf] = await collection.shelves.toArray();
  expect(shelf?.name).toBe('乡村');
  expect(actions.choose.mock.calls[0]?.[1].into.shelf).toBe(shelf?.id);
});

it('begins nothing where that collection cannot be made, and says so', async () => {
  const { collection, actions, onclose } = await choose([{}]);
  await fireEvent.change(screen.getByTestId('target-shelf'), { target: { value: 'new' } });
  await fireEvent.input(screen.getByTestId('target-made'), { target: { value: '乡村' } });
  collection.close();
  await fireEvent.click(start());
  expect(await screen.findByText('操作失败，请再试一次。')).toBeTruthy();
  expect(actions.choose).not.toHaveBeenCalled();
  expect(onclose).not.toHaveBeenCalled();
});

it('lets the rest of its list be read, where the browser does not allow that yet', async () => {
  const { actions } = await choose([{}, { ...wantedList('http://www.nbdx.cn/list.asp?classid=9&page=2') }], {
    granted: vi.fn<QueueActions['granted']>(async () => []),
  });
  await fireEvent.click(await screen.findByTestId('choose-allow'));
  expect(actions.grant.mock.calls).toEqual([[['*://www.nbdx.cn/*']]]);
  await vi.waitFor(() => expect(actions.resume.mock.calls).toEqual([['job']]));
});

it('stands in the card of the queue: that it waits for the choice, and what was chosen', async () => {
  const collection = await stored([{}, { state: 'unchosen' }], { years: { from: 2004, to: 2005, undated: true } });
  const { id } = expectValue(await createShelf(collection, '乡村'));
  await collection.jobs.update('job', { into: { shelf: id, tags: ['党史'] }, notice: 'wanted' });
  const [job] = expectValue(await listJobs(collection));
  if (job === undefined) throw new Error('There is no queue.');
  const onchoose = vi.fn();
  render(JobCard, { collection, job, actions: queueActionsWith(), onchoose });
  expect(screen.getByTestId('job').dataset['state']).toBe('choosing');
  expect(screen.queryByTestId('job-resume')).toBeNull();
  await fireEvent.click(screen.getByTestId('job-choose'));
  expect(onchoose).toHaveBeenCalledOnce();
  await vi.waitFor(() =>
    expect(screen.getByTestId('job-chosen').textContent).toBe(
      '选了 1 / 2 篇 · 2004 至 2005 年 · 放入“乡村” · 标签：党史 · 结束时通知',
    ),
  );
});
