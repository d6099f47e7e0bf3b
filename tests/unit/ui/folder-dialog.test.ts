import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { setNote } from '../../../lib/collection/actions/note.ts';
import { moveToTrash } from '../../../lib/collection/actions/trash.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import FolderDialog from '../../../lib/features/living-folder/FolderDialog.svelte';
import FolderNotice from '../../../lib/features/living-folder/FolderNotice.svelte';
import type { FolderWorld } from '../../../lib/features/living-folder/folder-world.ts';
import { createLivingFolder } from '../../../lib/features/living-folder/living-folder.svelte.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { allowDialogs } from '../../support/dialogs.ts';
import { memoryDirectory } from '../../support/directory/memory-directory.ts';
import { numberedKeeping } from '../../support/keepings.ts';

beforeEach(() => {
  allowDialogs();
  vi.stubGlobal('showDirectoryPicker', async () => null);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** A browser with a folder in memory, and the windows' turn at it. */
function world(): FolderWorld & { files: ReturnType<typeof memoryDirectory>; held: { allowed: boolean } } {
  const files = memoryDirectory();
  const held = { allowed: true };
  const turn = { last: Promise.resolve() as Promise<unknown> };
  return {
    files,
    held,
    pick: async () => ({ name: '文献' }) as FileSystemDirectoryHandle,
    isAllowed: async () => held.allowed,
    allow: async () => {
      held.allowed = true;
      return true;
    },
    filesOf: () => files,
    downloads: {
      isAllowed: async () => held.allowed,
      allow: async () => held.allowed,
      letGo: async () => {
        held.allowed = false;
      },
      filesIn: (folder) => ({
        save: async (path, content, clash) => {
          const free = clash === 'beside' && files.held.has(`${folder}/${path}`) ? `${path}(1)` : path;
          await files.write(`${folder}/${free}`, content);
          return free;
        },
      }),
    },
    alone: (work) => {
      const mine = turn.last.then(work);
      turn.last = mine.catch(() => {});
      return mine;
    },
  };
}

async function kept(count: number): Promise<{ collection: Collection; ids: string[] }> {
  const collection = emptyCollection();
  const ids: string[] = [];
  for (let n = 1; n <= count; n += 1) ids.push(expectValue(await keepEssay(collection, numberedKeeping(n))).id);
  return { collection, ids };
}

const choice = { query: '', template: { name: '{title}', lines: '' }, originals: false };
const stageIs = (folder: ReturnType<typeof createLivingFolder>, is: string) =>
  vi.waitFor(() => expect(folder.stage.is).toBe(is), { timeout: 10_000 });
const texts = (files: ReturnType<typeof memoryDirectory>) =>
  [...files.held.keys()].filter((path) => path.endsWith('.md'));

it('tells of a permission that a restart took, and goes on with one press', async () => {
  const { collection, ids } = await kept(2);
  const here = world();
  await createLivingFolder(collection, async () => ids, here).pick(choice);
  expect(texts(here.files)).toHaveLength(2);

  here.held.allowed = false;
  await setNote(collection, ids[0] ?? '', '要再读');
  const again = createLivingFolder(collection, async () => ids, here);
  const stop = again.follow();
  render(FolderNotice, { folder: again, onopen: vi.fn() });
  await stageIs(again, 'not-allowed');
  expect((await screen.findByTestId('folder-notice')).textContent).toContain('文献');
  await fireEvent.click(screen.getByTestId('folder-allow-here'));
  await stageIs(again, 'done');
  expect([...here.files.held.values()].filter((text) => text.includes('要再读'))).toHaveLength(1);
  expect(screen.queryByTestId('folder-notice')).toBeNull();
  stop();
});

it('is written once by two windows, and says which files were left', async () => {
  const { collection, ids } = await kept(3);
  const here = world();
  const [one, two] = [0, 1].map(() => createLivingFolder(collection, async () => ids, here));
  await one?.pick(choice);
  const [path = ''] = texts(here.files);
  here.files.held.set(path, `我的\n${here.files.held.get(path)}`);
  for (const id of ids) await setNote(collection, id, '要再读');
  here.files.writes.length = 0;
  await Promise.all([one?.sync(), two?.sync()]);
  expect(here.files.writes.toSorted()).toEqual([...texts(here.files).filter((name) => name !== path)].toSorted());
  const folder = one?.stage.is === 'done' && one.stage.report.left.length > 0 ? one : two;
  if (folder === undefined) throw new Error('no folder');
  render(FolderNotice, { folder, onopen: vi.fn() });
  expect(screen.getByTestId('folder-notice').textContent).toContain('1 个文件');
});

it('says what is the matter with a folder that is gone, and with a front matter that ends early', async () => {
  const { collection, ids } = await kept(1);
  const here = world();
  const folder = createLivingFolder(collection, async () => ids, here);
  render(FolderDialog, { folder, query: '', sample: (await collection.essays.toArray())[0] ?? null, onclose: vi.fn() });
  expect(screen.getByTestId('folder-example').textContent).toMatch(/-\w{6}\.md/);
  await fireEvent.input(screen.getByTestId('folder-name'), { target: { value: '{authors}/{date} {title}' } });
  await fireEvent.input(screen.getByTestId('folder-lines'), { target: { value: 'a: 1\n---' } });
  expect(screen.getByTestId<HTMLButtonElement>('folder-pick').disabled).toBe(true);
  await fireEvent.input(screen.getByTestId('folder-lines'), { target: { value: 'school: {institution}' } });
  await fireEvent.click(screen.getByTestId('folder-pick'));
  await stageIs(folder, 'done');
  const [path = '', text = ''] = [...here.files.held][0] ?? [];
  expect(path).toMatch(/^[^/]+\/[\d-]+ 第1篇-\w{6}\.md$/);
  expect(text).toMatch(/^school: ".+"$/m);
  Object.assign(here.files, { list: () => Promise.reject(new DOMException('gone', 'NotFoundError')) });
  await folder.sync();
  expect(folder.stage.is).toBe('unreachable');
});

it('where no folder can be picked, goes among the downloads, and says what that can do and what it cannot', async () => {
  vi.unstubAllGlobals();
  const { collection, ids } = await kept(2);
  const here = world();
  here.held.allowed = false;
  const folder = createLivingFolder(collection, async () => ids, here);
  const stop = folder.follow();
  render(FolderDialog, { folder, query: '', sample: null, onclose: vi.fn() });
  expect(screen.getByTestId('folder-facts').children).toHaveLength(4);
  await fireEvent.input(screen.getByTestId('folder-saved-name'), { target: { value: '课题/..笔记?' } });
  await fireEvent.click(screen.getByTestId('folder-begin'));
  await stageIs(folder, 'not-allowed');
  expect(screen.getByRole('alert').textContent).toContain('下载');
  expect(folder.row).toBeNull();

  here.held.allowed = true;
  await fireEvent.click(screen.getByTestId('folder-begin'));
  await stageIs(folder, 'done');
  expect(texts(here.files).map((path) => path.replace(/-.*/, ''))).toEqual([
    '课题/笔记/2005/第1篇',
    '课题/笔记/2005/第2篇',
  ]);
  await setNote(collection, ids[0] ?? '', '要再读');
  await fireEvent.click(screen.getByTestId('folder-sync'));
  await vi.waitFor(() => expect([...here.files.held.keys()]).toHaveLength(3));
  await moveToTrash(collection, [ids[1] ?? '']);
  await fireEvent.click(screen.getByTestId('folder-replaces'));
  await fireEvent.click(screen.getByTestId('folder-sync'));
  expect((await screen.findByTestId('folder-gone')).textContent).toContain('第2篇');
  expect(folder.row?.replaces).toBe(true);
  await fireEvent.click(screen.getByTestId('folder-gone-done'));
  await vi.waitFor(() => expect(screen.queryByTestId('folder-gone')).toBeNull());
  await fireEvent.click(screen.getByTestId('folder-rewrite'));
  await vi.waitFor(() => expect(folder.stage).toMatchObject({ is: 'done', report: { written: 1, gone: [] } }));
  await fireEvent.click(screen.getByTestId('folder-forget'));
  await screen.findByTestId('folder-begin');
  await vi.waitFor(() => expect(here.held.allowed).toBe(false));
  stop();
});
