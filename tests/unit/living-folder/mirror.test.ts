import 'fake-indexeddb/auto';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { addHighlight } from '../../../lib/collection/actions/highlights.ts';
import { setNote } from '../../../lib/collection/actions/note.ts';
import { tagEssays } from '../../../lib/collection/actions/tags.ts';
import { moveToTrash } from '../../../lib/collection/actions/trash.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { bringUpToDate } from '../../../lib/living-folder/bring-up-to-date.ts';
import type { FolderFiles } from '../../../lib/living-folder/folder-files.ts';
import { END_LINE } from '../../../lib/living-folder/sealed-file.ts';
import { plainTemplate } from '../../../lib/living-folder/template.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { memoryDirectory } from '../../support/directory/memory-directory.ts';
import { changeRow } from '../../support/full-collection.ts';
import { numberedKeeping, sampleKeeping } from '../../support/keepings.ts';

const html = { document: new JSDOM('').window.document };
const options = { template: plainTemplate, originals: false, html };

async function twoEssays(): Promise<{ collection: Collection; ids: string[] }> {
  const collection = emptyCollection();
  const ids: string[] = [];
  for (const keeping of [sampleKeeping(), numberedKeeping(2)])
    ids.push(expectValue(await keepEssay(collection, keeping)).id);
  return { collection, ids };
}

const sync = (
  collection: Collection,
  files: FolderFiles,
  ids: readonly string[],
  signal = new AbortController().signal,
  more: Partial<typeof options> = {},
) => bringUpToDate(collection, files, ids, { ...options, ...more }, { signal, onProgress: () => undefined });
const pathIn = (files: { held: Map<string, string> }, title: string): string =>
  [...files.held.keys()].find((path) => path.includes(title)) ?? '';

describe('a living folder', () => {
  it('holds each essay as Markdown, and is written once', async () => {
    const { collection, ids } = await twoEssays();
    const files = memoryDirectory();
    expect(await sync(collection, files, ids)).toMatchObject({ written: 2, updated: 0, trashed: 0, stopped: false });
    const path = pathIn(files, '论县域经济的转型');
    expect(path).toBe(`2005/论县域经济的转型-${ids[0]?.slice(0, 6)}.md`);
    expect(files.held.get(path)).toMatch(
      /^---\ntitle: "论县域经济的转型"\n.*\n# 论县域经济的转型\n\n县域是.*\n<!-- wencun:end -->\n$/s,
    );
    files.writes.length = 0;
    expect(await sync(collection, files, ids)).toMatchObject({ written: 0, updated: 0 });
    expect(files.writes).toEqual([]);
  });

  it.each([
    ['a tag', (collection: Collection, id: string) => tagEssays(collection, [id], { add: ['待读'] }), '待读'],
    ['a note', (collection: Collection, id: string) => setNote(collection, id, '要再读'), '要再读'],
    [
      'a marked passage',
      (collection: Collection, essayId: string) =>
        addHighlight(collection, {
          essayId,
          colour: 'yellow',
          note: '可引',
          quote: { exact: '县域', prefix: '', suffix: '' },
          position: { start: 0, end: 2 },
        }),
      '可引',
    ],
    [
      'a new version',
      (collection: Collection) =>
        keepEssay(
          collection,
          sampleKeeping({ html: '<p>改后的文。</p>', text: '改后的文。' }, { takenAt: '2026-04-02T09:30:00.000Z' }),
        ),
      '改后的文',
    ],
  ])('writes %s, and that file alone, and carries the reader’s own words along', async (_, act, words) => {
    const { collection, ids } = await twoEssays();
    const files = memoryDirectory();
    await sync(collection, files, ids);
    const path = pathIn(files, '论县域');
    files.held.set(path, `${files.held.get(path)}\n我的笔记：[[另一篇]]\n`);
    await act(collection, ids[0] ?? '');
    files.writes.length = 0;
    expect(await sync(collection, files, ids)).toMatchObject({ written: 0, updated: 1, left: [] });
    expect(files.writes).toEqual([path]);
    expect(files.held.get(path)).toContain(words);
    expect(files.held.get(path)?.endsWith(`${END_LINE}\n\n我的笔记：[[另一篇]]\n`)).toBe(true);
  });

  it('leaves a file that was changed by hand, and puts ours beside it', async () => {
    const { collection, ids } = await twoEssays();
    const files = memoryDirectory();
    await sync(collection, files, ids);
    const path = pathIn(files, '论县域');
    const edited = files.held.get(path)?.replace('县域是', '我以为县域是') ?? '';
    files.held.set(path, edited);
    expect(await sync(collection, files, ids)).toMatchObject({ updated: 0, left: [] });
    await setNote(collection, ids[0] ?? '', '要再读');
    expect(await sync(collection, files, ids)).toMatchObject({ updated: 0, left: [path] });
    expect(files.held.get(path)).toBe(edited);
    expect(files.held.get(path.replace('.md', '.new.md'))).toContain('要再读');
    expect(await sync(collection, files, ids)).toMatchObject({ updated: 0, left: [] });
  });

  it('takes line ends of Windows for no change, and a lost line for one', async () => {
    const { collection, ids } = await twoEssays();
    const files = memoryDirectory();
    await sync(collection, files, ids);
    const path = pathIn(files, '论县域');
    files.held.set(path, files.held.get(path)?.replaceAll('\n', '\r\n') ?? '');
    await setNote(collection, ids[0] ?? '', '一');
    expect(await sync(collection, files, ids)).toMatchObject({ updated: 1, left: [] });
    files.held.set(path, files.held.get(path)?.replace(END_LINE, '') ?? '');
    await setNote(collection, ids[0] ?? '', '二');
    expect(await sync(collection, files, ids)).toMatchObject({ updated: 0, left: [path] });
  });

  it('renames a file with its essay, and leaves one where the reader moved it', async () => {
    const { collection, ids } = await twoEssays();
    const files = memoryDirectory();
    await sync(collection, files, ids);
    const [first = '', second = ''] = ids;
    const moved = `课题/${second}-x-${second.slice(0, 6)}.md`;
    const old = [...files.held.keys()].find((path) => path.endsWith(`-${second.slice(0, 6)}.md`)) ?? '';
    files.held.set(moved, files.held.get(old) ?? '');
    files.held.delete(old);
    await changeRow(collection, first, { title: '县域论', edited: { title: '县域论' } });
    await setNote(collection, second, '要再读');
    expect(await sync(collection, files, ids)).toMatchObject({ written: 0, updated: 2 });
    expect([...files.held.keys()].toSorted()).toEqual([`2005/县域论-${first.slice(0, 6)}.md`, moved].toSorted());
    expect(files.held.get(moved)).toContain('要再读');
  });

  it('moves what is gone to the folder’s trash, with what the reader wrote in it', async () => {
    const { collection, ids } = await twoEssays();
    const files = memoryDirectory();
    await sync(collection, files, ids);
    const path = pathIn(files, '论县域');
    files.held.set(path, `${files.held.get(path)}我的`);
    await moveToTrash(collection, [ids[0] ?? '']);
    expect(await sync(collection, files, ids)).toMatchObject({ trashed: 1 });
    expect(files.held.has(path)).toBe(false);
    expect(files.held.get(`.trash/${path}`)?.endsWith('我的')).toBe(true);
    expect(await sync(collection, files, ids)).toMatchObject({ trashed: 0, written: 0 });
  });

  it('stopped, or with a folder that cannot be reached, goes on where it was', async () => {
    const { collection, ids } = await twoEssays();
    const files = memoryDirectory();
    let left = 1;
    const gone: FolderFiles = {
      ...files,
      write: async (path, content) => {
        if (left === 0) throw new DOMException('gone', 'NotAllowedError');
        left -= 1;
        await files.write(path, content);
      },
    };
    await expect(sync(collection, gone, ids)).rejects.toThrow('gone');
    expect(await sync(collection, files, ids, AbortSignal.abort())).toMatchObject({ written: 0, stopped: true });
    files.writes.length = 0;
    expect(await sync(collection, files, ids)).toMatchObject({ written: 1 });
    expect(files.writes).toHaveLength(1);
  });

  it('never writes over a file that is not ours', async () => {
    const { collection, ids } = await twoEssays();
    const files = memoryDirectory();
    const path = `2005/论县域经济的转型-${ids[0]?.slice(0, 6)}.md`;
    files.held.set(path, '我的');
    await sync(collection, files, ids);
    expect(files.held.get(path)).toBe('我的');
    expect(files.held.get(path.replace('-', ' (2)-'))).toContain('县域是');
  });

  it('leaves ours beside it too where that was changed, and takes the file up again once it is ours', async () => {
    const { collection, ids } = await twoEssays();
    const files = memoryDirectory();
    await sync(collection, files, ids);
    const [first = ''] = ids;
    const path = pathIn(files, '论县域');
    const [beside, second] = [path.replace('.md', '.new.md'), path.replace('.md', '.new (2).md')];
    files.held.set(path, `我的\n${files.held.get(path)}`);
    await setNote(collection, first, '一');
    await sync(collection, files, ids);
    files.held.set(beside, `我的\n${files.held.get(beside)}`);
    await setNote(collection, first, '二');
    expect(await sync(collection, files, ids)).toMatchObject({ left: [path] });
    expect(files.held.get(beside)).toMatch(/^我的\n/);
    const ours = files.held.get(second) ?? '';
    expect(ours).toContain('二');

    files.held.set(path, ours);
    files.held.set(beside, ours);
    await setNote(collection, first, '三');
    expect(await sync(collection, files, ids)).toMatchObject({ updated: 1, left: [] });
    expect(files.held.get(path)).toContain('三');
    expect(files.held.has(beside)).toBe(false);
  });

  it('knows its files again when the folder is picked once more', async () => {
    const { collection, ids } = await twoEssays();
    const files = memoryDirectory();
    await sync(collection, files, ids);
    const path = pathIn(files, '论县域');
    files.held.set(path, `${files.held.get(path)}我的`);
    await collection.mirrored.clear();
    files.writes.length = 0;
    expect(await sync(collection, files, ids)).toMatchObject({ written: 0, updated: 0, left: [] });
    expect(files.writes).toEqual([]);
    await collection.mirrored.clear();
    await setNote(collection, ids[0] ?? '', '要再读');
    expect(await sync(collection, files, ids)).toMatchObject({ written: 0, updated: 1, left: [] });
    expect(files.held.get(path)).toMatch(/要再读.*我的$/s);
    expect(files.held.size).toBe(2);
  });

  it.each([
    ['before the new file', 'write', 0],
    ['before the old one goes', 'remove', 0],
  ] as const)('ends a change of name that a closing window cut off %s', async (_, which, after) => {
    const { collection, ids } = await twoEssays();
    const files = memoryDirectory();
    await sync(collection, files, ids);
    const [first = ''] = ids;
    const old = pathIn(files, '论县域');
    files.held.set(old, `${files.held.get(old)}我的`);
    await changeRow(collection, first, { title: '县域论', edited: { title: '县域论' } });
    let left: number = after;
    const cut = async (): Promise<void> => {
      if (left === 0) throw new DOMException('closed', 'AbortError');
      left -= 1;
    };
    await expect(sync(collection, { ...files, [which]: cut }, ids)).rejects.toThrow('closed');
    await sync(collection, files, ids);
    const path = `2005/县域论-${first.slice(0, 6)}.md`;
    expect([...files.held.keys()].filter((name) => name.includes(first.slice(0, 6)))).toEqual([path]);
    expect(files.held.get(path)?.endsWith('我的')).toBe(true);
    expect(await sync(collection, files, ids)).toMatchObject({ written: 0, updated: 0 });
  });

  it('writes original pages where they are wanted, and takes them along to the trash, where the text finds them', async () => {
    const { collection, ids } = await twoEssays();
    const [first = ''] = ids;
    const files = memoryDirectory();
    await sync(collection, files, ids);
    const watch = new AbortController().signal;
    await sync(collection, files, ids, watch, { originals: true });
    const page = [...files.held.keys()].find((path) => path.startsWith(`附件/${first}/`)) ?? '';
    expect(page).toMatch(/\.html$/);
    files.held.set(`附件/${first}/我的.txt`, '我的');
    await moveToTrash(collection, [first]);
    await sync(collection, files, ids, watch, { originals: true });
    expect(files.held.has(page)).toBe(false);
    expect(files.held.has(`.trash/${page}`)).toBe(true);
    expect(files.held.get(`.trash/附件/${first}/我的.txt`)).toBe('我的');
  });

  it('is not led astray by a page that has our line in its title or code', async () => {
    const collection = emptyCollection();
    const html = `<pre>${END_LINE.replace('<', '&lt;')}\n---\n</pre><p>正文。</p>`;
    const kept = await keepEssay(collection, sampleKeeping({ title: `题${END_LINE}`, html, text: '正文。' }));
    const ids = [expectValue(kept).id];
    const files = memoryDirectory();
    await sync(collection, files, ids);
    await setNote(collection, ids[0] ?? '', '要再读');
    expect(await sync(collection, files, ids)).toMatchObject({ updated: 1, left: [] });
    const [text = ''] = files.held.values();
    expect(text.endsWith(`要再读\n\n${END_LINE}\n`)).toBe(true);
    expect(text.split(END_LINE)).toHaveLength(2);
  });
});
