import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import ImportDialog from '../../../entrypoints/library/import/ImportDialog.svelte';
import type { RunImport } from '../../../entrypoints/library/import/importing.svelte.ts';
import type { ImportItem } from '../../../lib/import/import-item.ts';

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function show() {
    this.open = true;
  };
});
afterEach(cleanup);

const item = (given: Partial<ImportItem> = {}): ImportItem => ({
  name: 'w.warc › http://a.cn/1',
  result: 'kept',
  reason: null,
  id: 'a',
  title: '石坎与人心',
  missing: 0,
  ...given,
});
const lost = (reason: ImportItem['reason'], name = `${reason}`): ImportItem =>
  item({ name, result: 'unreadable', reason, id: null, title: '' });

const runOf = (...items: readonly ImportItem[]) =>
  vi.fn<RunImport>(async function* run(files, { onBytes }) {
    for (const { blob } of files) onBytes?.(blob.size);
    yield* items;
  });

const show = (run: RunImport) => render(ImportDialog, { run, onclose: vi.fn() });

async function choose(testid: string, ...files: readonly File[]) {
  const input = screen.getByTestId<HTMLInputElement>(testid);
  Object.defineProperty(input, 'files', { value: files });
  Object.defineProperty(input, 'value', { value: '', writable: true });
  await fireEvent.change(input);
}
const file = (name: string, path = ''): File =>
  Object.defineProperty(new File(['x'], name), 'webkitRelativePath', { value: path });
const stage = (): string | undefined => screen.getByTestId('import').dataset['stage'];

it('imports chosen files and reports what became of each, with reasons', async () => {
  const run = runOf(
    item(),
    item({ missing: 1 }),
    item({ result: 'already-there' }),
    lost('damaged', 'w.warc › #3'),
    lost('damaged'),
    lost('storage-full'),
  );
  show(run);
  await choose('import-files', file('w.warc'));
  expect(await screen.findByTestId('import-reasons')).toBeTruthy();
  expect(screen.getByTestId('import-sum').textContent).toMatch(/已导入 2 篇.*1 篇已在文库里.*1 篇缺页/s);
  expect(screen.getByTestId('import-reasons').textContent).toMatch(/已损坏\s*2/);
  expect(screen.getAllByTestId('import-item').map((one) => one.textContent)[0]).toContain('w.warc › #3');
  expect(screen.getAllByTestId('import-item')).toHaveLength(3);
  expect(run.mock.calls[0]?.[0].map(({ name }) => name)).toEqual(['w.warc']);
});

it('takes of a folder what may hold a page', async () => {
  const run = runOf();
  show(run);
  await choose(
    'import-folder',
    file('a.htm', '文/a.htm'),
    file('b.gif', '文/b.gif'),
    file('c.warc.gz', '文/c.warc.gz'),
  );
  expect(run.mock.calls[0]?.[0].map(({ name }) => name)).toEqual(['文/a.htm', '文/c.warc.gz']);
});

it('imports what is dropped, a folder with all that is in it', async () => {
  const run = runOf(item());
  show(run);
  const entry = (name: string) => ({
    isFile: true,
    name,
    fullPath: `/文/${name}`,
    file: (give: (one: File) => void) => give(file(name)),
  });
  const batches = [[entry('a.mht'), entry('b.css')], [entry('c.html')], []];
  const folder = {
    isFile: false,
    createReader: () => ({ readEntries: (give: (some: unknown) => void) => give(batches.shift()) }),
  };
  const items = [{ webkitGetAsEntry: () => folder }, { webkitGetAsEntry: () => null, getAsFile: () => file('d.zip') }];
  await fireEvent.drop(screen.getByTestId('import'), { dataTransfer: { items } });
  await vi.waitFor(() => expect(stage()).toBe('done'));
  expect(run.mock.calls[0]?.[0].map(({ name }) => name)).toEqual(['文/a.mht', '文/c.html', 'd.zip']);
});

it('stops when told, says so, and tells what was kept till then', async () => {
  show(async function* run(_, { signal }) {
    yield item();
    await new Promise((resolve) => signal?.addEventListener('abort', resolve));
  });
  await choose('import-files', file('w.warc'));
  expect(stage()).toBe('working');
  await fireEvent.click(await screen.findByTestId('import-stop'));
  await vi.waitFor(() => expect(stage()).toBe('done'));
  expect(screen.getByTestId('import-sum').textContent).toMatch(/已停止.*已导入 1 篇/s);
});

it('has the browser ask before the page is closed while it imports, and not after', async () => {
  const leave = (): boolean => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  let finish = (): void => undefined;
  show(async function* run() {
    yield item();
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
  });
  expect(leave()).toBe(true);
  await choose('import-files', file('w.warc'));
  expect(leave()).toBe(false);
  finish();
  await vi.waitFor(() => expect(stage()).toBe('done'));
  expect(leave()).toBe(true);
});
