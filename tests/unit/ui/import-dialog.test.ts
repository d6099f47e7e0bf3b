import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import ImportDialog from '../../../entrypoints/library/import/ImportDialog.svelte';
import type { RememberReport, RunImport } from '../../../entrypoints/library/import/importing.svelte.ts';
import type { WantedTarget } from '../../../lib/collection/actions/file-into.ts';
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

const target = { shelf: '', made: '', tags: [] };
function show(run: RunImport) {
  const remember = vi.fn<RememberReport>(async () => undefined);
  const onshow = vi.fn();
  const onbackup = vi.fn();
  render(ImportDialog, {
    run,
    remember,
    settle: async ({ made, tags }: WantedTarget) =>
      made === '塞'
        ? { into: { shelf: '', tags }, unmade: made }
        : { into: { shelf: made === '' ? '' : `shelf of ${made}`, tags } },
    shelves: [{ id: 's1', name: '宁波', parent: '', depth: 0, place: 0 }],
    tags: ['党史'],
    usual: target,
    onbackup,
    onshow,
    onclose: vi.fn(),
  });
  return { remember, onshow, onbackup };
}

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
  expect(run.mock.calls[0]?.[0].map(({ name }) => name)).toEqual(['w.warc']);
});

it('leads to the report, which is remembered, and to exactly what came in', async () => {
  const { remember, onshow } = show(runOf(item(), item({ id: 'b' }), lost('not-an-essay')));
  await choose('import-files', file('w.warc'));
  await fireEvent.click(await screen.findByTestId('import-show'));
  expect(remember).toHaveBeenCalledWith(
    expect.objectContaining({ kept: ['a', 'b'], files: 1, sources: ['w.warc'] }),
    expect.anything(),
  );
  const id = onshow.mock.calls[0]?.[0].imported;
  expect(onshow).toHaveBeenCalledWith(expect.objectContaining({ view: 'kept', imported: expect.any(String) }));
  await fireEvent.click(screen.getByTestId('import-report'));
  expect(onshow).toHaveBeenLastCalledWith(expect.objectContaining({ view: 'imports', imported: id }));
});

it('asks for collection and tags before, and whether unrecognised pages are kept too', async () => {
  const run = runOf(item());
  show(run);
  await fireEvent.change(screen.getByTestId('target-shelf'), { target: { value: 'new' } });
  await fireEvent.input(screen.getByTestId('target-made'), { target: { value: '湖州' } });
  await fireEvent.input(screen.getByTestId('target-tag'), { target: { value: '口述史，' } });
  await fireEvent.click(screen.getByTestId('import-anyway'));
  await choose('import-files', file('w.warc'));
  await screen.findByTestId('import-show');
  expect(run.mock.calls[0]?.[1]).toMatchObject({ into: { shelf: 'shelf of 湖州', tags: ['口述史'] }, anyway: true });
});

it('names what in a folder holds no page: pictures, the files of a saved page, and what belongs to the system', async () => {
  const run = runOf();
  show(run);
  await choose(
    'import-folder',
    file('a.htm', '文/a.htm'),
    file('b.gif', '文/b.gif'),
    file('c.warc.gz', '文/c.warc.gz'),
    file('d.jpg', '文/a_files/d.jpg'),
    file('Thumbs.db', '文/Thumbs.db'),
    file('e.doc', '文/e.doc'),
  );
  expect(run.mock.calls[0]?.[0].map(({ name, passed }) => [name, passed?.()])).toEqual([
    ['文/a.htm', undefined],
    ['文/c.warc.gz', undefined],
    ['文/a_files/d.jpg', 'companion'],
    ['文/b.gif', 'other-kind'],
    ['文/e.doc', 'other-kind'],
    ['文/Thumbs.db', 'companion'],
  ]);
});

it('counts a picture that an essay took along as belonging to it', async () => {
  const run = runOf();
  show(run);
  await choose('import-folder', file('a.htm', '文/a.htm'), file('b.gif', '文/b.gif'));
  const [page, picture] = run.mock.calls[0]?.[0] ?? [];
  expect(page?.beside?.('b.gif')).toBeInstanceOf(File);
  expect(picture?.passed?.()).toBe('companion');
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
  const lost = { ...entry('x.html'), file: (_: unknown, fail: (error: unknown) => void) => fail(new Error('gone')) };
  const batches = [[entry('a.mht'), entry('b.css')], [entry('c.html'), lost], []];
  const folder = {
    isFile: false,
    fullPath: '/文',
    createReader: () => ({ readEntries: (give: (some: unknown) => void) => give(batches.shift()) }),
  };
  const items = [{ webkitGetAsEntry: () => folder }, { webkitGetAsEntry: () => null, getAsFile: () => file('d.zip') }];
  await fireEvent.drop(screen.getByTestId('import'), { dataTransfer: { items } });
  await vi.waitFor(() => expect(stage()).toBe('done'));
  expect(run.mock.calls[0]?.[0].map(({ name }) => name)).toEqual([
    '文/a.mht',
    '文/c.html',
    'd.zip',
    '文/b.css',
    '文/x.html',
  ]);
  expect(run.mock.calls[0]?.[0].at(-1)?.passed?.()).toBe('not-given');
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

it('is remembered before the first page is read, and stopped by Escape', async () => {
  const { remember } = show(async function* run(_, { signal }) {
    yield item();
    if (!signal?.aborted) await new Promise((resolve) => signal?.addEventListener('abort', resolve));
  });
  await choose('import-files', file('w.warc'));
  expect(remember.mock.calls[0]).toMatchObject([
    { endedAt: null, files: 1, sources: ['w.warc'] },
    [{ name: 'w.warc' }],
  ]);
  const pressed = new Event('cancel', { cancelable: true });
  screen.getByTestId('import').dispatchEvent(pressed);
  expect(pressed.defaultPrevented).toBe(true);
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

/** A file whose parts have the names of a collection file's. */
const handed = (): File => {
  const parts = { 'manifest.json': strToU8('{}'), 'manifest.json.sha256': strToU8('-'), 'essays-1.jsonl': strToU8('') };
  return new File([zipSync(parts) as Uint8Array<ArrayBuffer>], '县域研究.zip');
};

it('opens a collection file as what it is', async () => {
  const run = runOf(item());
  const { onbackup } = show(run);
  const file1 = handed();
  await choose('import-files', file1);
  await vi.waitFor(() => expect(onbackup.mock.calls).toEqual([[file1]]));
  expect(run).not.toHaveBeenCalled();
  expect(stage()).toBe('choosing');
});

it('names a collection file that came among others', async () => {
  const run = runOf(item());
  const { onbackup } = show(run);
  await choose('import-files', file('a.html'), handed());
  await vi.waitFor(() => expect(run).toHaveBeenCalledOnce());
  const given = run.mock.calls[0]?.[0] ?? [];
  expect(given.map(({ name, passed }) => [name, passed?.()])).toEqual([
    ['a.html', undefined],
    ['县域研究.zip', 'collection-file'],
  ]);
  expect(onbackup).not.toHaveBeenCalled();
});

it('counts nothing as imported that went with the library in its midst, and says how to go on', async () => {
  const { remember } = show(
    vi.fn<RunImport>(async function* run(_files, { onAnew }) {
      yield item();
      yield item({ id: 'b', missing: 1, name: 'w.warc › http://a.cn/2' });
      yield lost('not-reached');
      onAnew?.(new Set(['b']));
    }),
  );
  await choose('import-files', file('w.warc'));
  await screen.findByTestId('import-reasons');
  const sum = screen.getByTestId('import-sum').textContent?.replace(/\s+/g, ' ').trim();
  expect(sum).toBe(
    '文库在导入途中丢失，浏览器另建了一个，所以导入到此为止。再导入同样的文件就会接着做，已有的不会重复。 已导入 1 篇。',
  );
  expect(screen.getByTestId('import-reasons').textContent).toMatch(
    /已收存，但随原来的文库一起丢失；副本里有的会恢复\s*1/,
  );
  expect(remember).toHaveBeenLastCalledWith(expect.objectContaining({ anew: true, kept: ['a'] }), expect.anything());
});

it('says that a collection could not be made, in its result and in the report', async () => {
  const { remember } = show(runOf(item()));
  await fireEvent.change(screen.getByTestId('target-shelf'), { target: { value: 'new' } });
  await fireEvent.input(screen.getByTestId('target-made'), { target: { value: '塞' } });
  await choose('import-files', file('w.warc'));
  expect((await screen.findByTestId('import-unmade')).textContent).toContain('文集“塞”没有建成');
  expect(remember).toHaveBeenLastCalledWith(expect.objectContaining({ unmade: '塞' }), expect.anything());
});
