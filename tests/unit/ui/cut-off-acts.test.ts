import 'fake-indexeddb/auto';
import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import CutOffActs from '../../../entrypoints/library/running/CutOffActs.svelte';
import { emptyCollection } from '../../support/collections.ts';

const act = { name: 'w.warc', startedAt: '2026-03-01T08:00:00.000Z', done: 31, of: 240, whole: false };

it('tells which acts were cut off, how far they came and how to go on, until the reader has seen it', async () => {
  const collection = emptyCollection();
  render(CutOffActs, { collection });
  expect(screen.queryByTestId('cut-off')).toBeNull();
  const acts = [
    { ...act, id: 'a', kind: 'import' },
    { ...act, id: 'b', kind: 'clean', startedAt: '2026-03-01T07:00:00.000Z' },
    { ...act, id: 'c', kind: 'replace', name: 'a.zip', startedAt: '2026-03-01T06:00:00.000Z' },
    { ...act, id: 'd', kind: 'merge', name: '', whole: true, startedAt: '2026-03-01T05:00:00.000Z' },
    { ...act, id: 'e', kind: 'backup', name: 'b.zip', startedAt: '2026-03-01T04:00:00.000Z' },
    { ...act, id: 'f', kind: 'export', name: 'c.docx', startedAt: '2026-03-01T03:00:00.000Z' },
    { ...act, id: 'g', kind: 'take-back', startedAt: '2026-03-01T02:00:00.000Z' },
    { ...act, id: 'h', kind: 'replace', whole: true, startedAt: '2026-03-01T01:00:00.000Z' },
    { ...act, id: 'i', kind: 'unmerge', name: 'd.zip', startedAt: '2026-03-01T00:30:00.000Z' },
    { ...act, id: 'j', kind: 'unmerge', whole: true, startedAt: '2026-03-01T00:20:00.000Z' },
  ];
  await collection.meta.bulkPut(acts.map((value) => ({ key: `running-act ${value.id}`, value })));
  const told = await screen.findByTestId('cut-off');
  const lines = [...told.querySelectorAll('li')].map((line) => line.textContent);
  expect(lines).toEqual([
    expect.stringMatching(/导入（w\.warc）没有读完，至少收存了 31 篇。.*查看报告/s),
    expect.stringContaining('240 篇里已清理 31 篇'),
    expect.stringMatching(/恢复（a\.zip）没有做完，文库还和恢复之前一样/),
    expect.stringContaining('已经做完：31 篇有增改'),
    expect.stringMatching(/备份（b\.zip）没有写完/),
  ]);
  expect(told.querySelector('a')?.getAttribute('href')).toBe('/library.html?view=imports&imported=a');
  await fireEvent.click(screen.getByTestId('cut-off-seen'));
  await waitFor(() =>
    expect(told.textContent).toMatch(
      /导出（c\.docx）没有写完.*240 篇里已恢复 31 篇.*设置可能没有一起恢复.*撤销并入（d\.zip），没有做完.*撤销并入（w\.warc），已经做完/s,
    ),
  );
  expect(told.querySelectorAll('li')).toHaveLength(5);
  await fireEvent.click(screen.getByTestId('cut-off-seen'));
  await waitFor(() => expect(screen.queryByTestId('cut-off')).toBeNull());
  expect(await collection.meta.toCollection().primaryKeys()).toEqual(['made']);
});

it('looks again when its window is come back to', async () => {
  const collection = emptyCollection();
  render(CutOffActs, { collection });
  expect((await collection.meta.toArray()).map(({ key }) => key)).toEqual(['made']);
  // A window that is closed tells nobody: neither does a row that is written past Dexie.
  const meta = collection.backendDB().transaction('meta', 'readwrite').objectStore('meta');
  const put = meta.put({ key: 'running-act a', value: { ...act, id: 'a', kind: 'clean' } });
  await new Promise((resolve) => Object.assign(put, { onsuccess: resolve }));
  expect(screen.queryByTestId('cut-off')).toBeNull();
  document.dispatchEvent(new Event('visibilitychange'));
  await screen.findByTestId('cut-off');
});
