import 'fake-indexeddb/auto';
import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import AddressesDialog from '../../../entrypoints/library/queue/addresses/AddressesDialog.svelte';
import type { QueueActions } from '../../../entrypoints/library/queue/queue-actions.ts';
import TabsDialog from '../../../entrypoints/library/queue/TabsDialog.svelte';
import { fail } from '../../../lib/essay/outcome.ts';
import { createZip } from '../../../lib/zip/create-zip.ts';
import { emptyCollection } from '../../support/collections.ts';
import { allowDialogs } from '../../support/dialogs.ts';
import { queueActionsWith, type Watched } from '../../support/queues.ts';

beforeEach(allowDialogs);
afterEach(() => document.body.replaceChildren());

function addresses(given: Partial<Watched<QueueActions>> = {}) {
  const [actions, onclose] = [queueActionsWith(given), vi.fn()];
  render(AddressesDialog, { collection: emptyCollection(), actions, onclose });
  const box = screen.getByTestId<HTMLTextAreaElement>('addresses-text');
  return { actions, onclose, box, type: (text: string) => fireEvent.input(box, { target: { value: text } }) };
}
const found = () => screen.getByTestId('addresses-found').textContent?.replace(/\s+/g, ' ').trim();
const start = () => screen.getByTestId('addresses-start');

it('checks addresses as they are typed: how many, how many twice, which lines are none', async () => {
  const { type } = addresses();
  expect(found()).toBe('还没有网址');
  expect(start().getAttribute('aria-disabled')).toBe('true');
  await type('http://a.cn/1\nhttp://www.a.cn/1\n渔村\nhttp://a.cn/2');
  expect(found()).toBe('2 个网址 1 个重复，只获取一次 1 行不是网址');
  expect(screen.getByTestId('addresses-wrong').textContent).toBe('第 3 行 渔村');
  expect(start().textContent?.trim()).toBe('收存这 2 页');
});

/** A list as a spreadsheet of China saves it, in GBK, and as it saves "Unicode text", in UTF-16. */
const saved: readonly (readonly [name: string, bytes: Uint8Array<ArrayBuffer>])[] = [
  [
    'GBK',
    new Uint8Array([
      0xc0,
      0xed,
      0xc2,
      0xdb,
      0xd1,
      0xa7,
      0xcf,
      0xb0,
      ...new TextEncoder().encode('\thttp://a.cn/1\r\n'),
    ]),
  ],
  [
    'UTF-16',
    new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from('理论学习\thttp://a.cn/1\r\n', (unit) => unit.charCodeAt(0)).buffer),
    ]),
  ],
];

it.each(saved)('reads a list that was saved in %s, chosen or dropped, with its titles', async (_, bytes) => {
  const { box } = addresses();
  const file = new File([bytes], '网址.txt', { type: 'text/plain' });
  await fireEvent.change(screen.getByTestId('addresses-file'), { target: { files: [file] } });
  await vi.waitFor(() => expect(found()).toBe('1 个网址'));
  expect(box.value.trim()).toBe('理论学习\thttp://a.cn/1');
  await fireEvent.drop(box, { dataTransfer: { files: [file], getData: () => '' } });
  await vi.waitFor(() => expect(found()).toBe('1 个网址 1 个重复，只获取一次'));
});

it('says that a file could not be read, and keeps what was typed', async () => {
  const { box, type } = addresses();
  await type('http://a.cn/1');
  const gone = Object.assign(new File([], '网址.txt'), {
    arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')),
  });
  await fireEvent.change(screen.getByTestId('addresses-file'), { target: { files: [gone] } });
  expect(await screen.findByText('“网址.txt”无法读取，没有加进网址。请再选一次。')).toBeTruthy();
  expect(box.value).toBe('http://a.cn/1');
});

it('names what is no text, a workbook of a spreadsheet, and takes the lists beside it', async () => {
  const { box } = addresses();
  const workbook = createZip();
  const zipped = [
    ...workbook.add({ name: 'xl/workbook.xml', bytes: new TextEncoder().encode('<workbook/>') }),
    ...workbook.end(),
  ];
  const files = [
    new File(zipped, '网址.xlsx'),
    new File([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])], '旧表.xls'),
    // DOS ended a text by its own character.
    new File(['http://a.cn/1\r\n\x1a'], '网址.txt'),
  ];
  const said = '“网址.xlsx”不是文本文件。电子表格请另存为 CSV 或文本，再选一次。';
  await fireEvent.change(screen.getByTestId('addresses-file'), { target: { files } });
  await vi.waitFor(() => expect(screen.getByRole('alert').textContent).toContain(said));
  expect(screen.getByRole('alert').textContent).toContain('“旧表.xls”不是文本文件。');
  expect(box.value).toContain('http://a.cn/1');
  expect(box.value).not.toContain('PK');
  await fireEvent.drop(box, { dataTransfer: { files: [files[0]], getData: () => '' } });
  await vi.waitFor(() => expect(screen.getByRole('alert').textContent).toBe(said));
});

it('does not check a word that is being composed', async () => {
  const { box } = addresses();
  box.value = 'http://a.cn/1';
  await fireEvent(box, new InputEvent('input', { isComposing: true, bubbles: true }));
  expect(found()).toBe('还没有网址');
  await fireEvent.compositionEnd(box);
  expect(found()).toBe('1 个网址');
});

it('starts a queue and asks for the hosts in the press itself, the queue first', async () => {
  const { actions, onclose, type } = addresses({ granted: vi.fn<QueueActions['granted']>(async () => []) });
  await type('http://a.cn/1\nhttp://b.cn/2');
  expect(await screen.findByText('按下后，浏览器会问是否允许文存读取 2 个网站。')).toBeTruthy();
  start().click();
  // Nothing was awaited: a browser grants only within the press.
  expect(actions.grant.mock.calls).toEqual([[['*://a.cn/*', '*://b.cn/*']]]);
  expect(actions.start.mock.invocationCallOrder[0]).toBeLessThan(actions.grant.mock.invocationCallOrder[0] ?? 0);
  expect(actions.start.mock.calls[0]?.[0]).toMatchObject({
    kind: 'addresses',
    origins: ['*://a.cn/*', '*://b.cn/*'],
    wanted: [{ address: 'http://a.cn/1' }, { address: 'http://b.cn/2' }],
  });
  await vi.waitFor(() => expect(onclose).toHaveBeenCalledOnce());
});

it('stays open and says so when the queue could not be stored', async () => {
  const { onclose, type } = addresses({ start: vi.fn<QueueActions['start']>(async () => fail('storage-full')) });
  await type('http://a.cn/1');
  await fireEvent.click(start());
  expect((await screen.findByText(/磁盘空间不够/)).getAttribute('role')).toBe('alert');
  expect(onclose).not.toHaveBeenCalled();
});

it('adds what is dropped to what is there: links by where they lead, files by what they hold', async () => {
  const { box, type } = addresses();
  await type('http://a.cn/1');
  const drop = (files: File[], data: Record<string, string>) =>
    fireEvent.drop(box, { dataTransfer: { files, getData: (kind: string) => data[kind] ?? '' } });
  await drop([], { 'text/html': '<a href="http://a.cn/2">二</a><a href="/3">三</a>', 'text/plain': '二三' });
  await vi.waitFor(() => expect(box.value).toBe('http://a.cn/1\n二\thttp://a.cn/2'));
  await drop([new File(['http://a.cn/4'], '清单.txt')], {});
  await vi.waitFor(() => expect(found()).toBe('3 个网址'));
});

const openTabs: Awaited<ReturnType<QueueActions['tabs']>> = [
  { id: 1, address: 'http://a.cn/1', title: '渔村', essay: true },
  { id: 2, address: 'http://b.cn/', title: '别处', essay: false },
  { id: 3, address: 'about:blank', title: '', essay: false },
];

it('chooses the tabs that hold essays, says what the others are, and keeps those chosen', async () => {
  const actions = queueActionsWith({
    tabs: vi.fn<QueueActions['tabs']>(async () => openTabs),
    granted: vi.fn<QueueActions['granted']>(async () => ['*://a.cn/*']),
  });
  const onclose = vi.fn();
  render(TabsDialog, { collection: emptyCollection(), actions, onclose });
  expect((await screen.findByTestId('tabs-found')).textContent?.trim()).toBe('识别到 1 篇文章');
  const rows = screen.getAllByTestId('tabs-row');
  expect(rows.map((one) => one.dataset['state'])).toEqual(['essay', 'unknown', 'not-web']);
  expect(rows.map((one) => [one.ariaSelected, one.ariaDisabled])).toEqual([
    ['true', 'false'],
    ['false', 'false'],
    ['false', 'true'],
  ]);
  if (rows[1]) await fireEvent.click(rows[1]);
  screen.getByTestId('tabs-start').click();
  expect(actions.grant.mock.calls).toEqual([[['*://a.cn/*', '*://b.cn/*']]]);
  expect(actions.start.mock.calls[0]?.[0]).toMatchObject({
    kind: 'tabs',
    wanted: [{ title: '渔村' }, { title: '别处' }],
  });
  await vi.waitFor(() => expect(onclose).toHaveBeenCalledOnce());
});

it('asks to see the tabs whose address the browser does not tell, and then shows them', async () => {
  const tabs = vi.fn<QueueActions['tabs']>(async () => openTabs);
  tabs.mockResolvedValueOnce(openTabs.map((tab) => ({ ...tab, address: tab.id === 1 ? tab.address : null })));
  const actions = queueActionsWith({ tabs });
  render(TabsDialog, { collection: emptyCollection(), actions, onclose: vi.fn() });
  expect(await screen.findByText('浏览器还没有让文存看到另外 2 个标签页的网址。')).toBeTruthy();
  await fireEvent.click(screen.getByTestId('tabs-see'));
  await vi.waitFor(() => expect(screen.getAllByTestId('tabs-row')).toHaveLength(3));
  expect(screen.queryByTestId('tabs-see')).toBeNull();
});
