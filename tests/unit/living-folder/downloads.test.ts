import 'fake-indexeddb/auto';
import { JSDOM } from 'jsdom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browserDownloads } from '../../../entrypoints/library/folder/downloads-folder.ts';
import { setNote } from '../../../lib/collection/actions/note.ts';
import { moveToTrash } from '../../../lib/collection/actions/trash.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { dropAllMirrored } from '../../../lib/collection/living-folder/rows-of-folder.ts';
import { keepSaved } from '../../../lib/living-folder/downloads/keep-saved.ts';
import { plainTemplate } from '../../../lib/living-folder/template.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { memoryDownloads } from '../../support/directory/memory-downloads.ts';
import { changeRow } from '../../support/full-collection.ts';
import { numberedKeeping, sampleKeeping } from '../../support/keepings.ts';

const held: { now?: ReturnType<typeof memoryDownloads> } = {};
vi.mock('wxt/browser', () => ({
  get browser() {
    return held.now?.browser;
  },
}));
const here = (): ReturnType<typeof memoryDownloads> => {
  if (held.now === undefined) throw new Error('no downloads');
  return held.now;
};
beforeEach(() => {
  held.now = memoryDownloads();
});

const options = {
  template: plainTemplate,
  originals: false,
  html: { document: new JSDOM('').window.document },
};

async function twoEssays(): Promise<{ collection: Collection; ids: string[] }> {
  const collection = emptyCollection();
  const ids: string[] = [];
  for (const keeping of [sampleKeeping(), numberedKeeping(2)])
    ids.push(expectValue(await keepEssay(collection, keeping)).id);
  return { collection, ids };
}

const sync = (
  collection: Collection,
  ids: readonly string[],
  more: { readonly replaces?: boolean; readonly originals?: boolean } = {},
  signal = new AbortController().signal,
) =>
  keepSaved(
    collection,
    browserDownloads.filesIn('文存'),
    ids,
    { ...options, ...more },
    {
      signal,
      onProgress: () => undefined,
    },
  );

const fileOf = (id: string, title: string, number = ''): string => `文存/2005/${title}-${id.slice(0, 6)}${number}.md`;

describe('a folder among the downloads', () => {
  it('holds each essay as Markdown, is written once, and leaves no line among the reader’s downloads', async () => {
    const { collection, ids } = await twoEssays();
    expect(await sync(collection, ids)).toMatchObject({ written: 2, updated: 0, gone: [], stopped: false });
    const path = fileOf(ids[0] ?? '', '论县域经济的转型');
    expect(here().held.get(path)).toMatch(/^---\ntitle: .*县域是.*<!-- wencun:end -->\n$/s);
    expect(here().items.size).toBe(0);
    here().told.writes.length = 0;
    expect(await sync(collection, ids)).toMatchObject({ written: 0, updated: 0 });
    expect(here().told.writes).toEqual([]);
  });

  it('never writes over a file: a newer version stands beside it, and what the reader wrote stays', async () => {
    const { collection, ids } = await twoEssays();
    const [first = ''] = ids;
    await sync(collection, ids);
    const path = fileOf(first, '论县域经济的转型');
    const own = `${here().held.get(path)}我的笔记`;
    here().held.set(path, own);
    await setNote(collection, first, '要再读');
    expect(await sync(collection, ids)).toMatchObject({ written: 0, updated: 1 });
    expect(here().held.get(path)).toBe(own);
    expect(here().held.get(fileOf(first, '论县域经济的转型', '(1)'))).toContain('要再读');
    await setNote(collection, first, '读过');
    await sync(collection, ids);
    expect(here().held.get(fileOf(first, '论县域经济的转型', '(2)'))).toContain('读过');
    expect(here().held.size).toBe(4);
  });

  it('replaces an older version where the reader lets it, under the name that it has, and no file that it did not write', async () => {
    const { collection, ids } = await twoEssays();
    const [first = ''] = ids;
    const path = fileOf(first, '论县域经济的转型');
    here().held.set(path, '我的');
    await sync(collection, ids, { replaces: true });
    expect(here().held.get(path)).toBe('我的');
    const ours = fileOf(first, '论县域经济的转型', '(1)');
    await changeRow(collection, first, { title: '县域论', edited: { title: '县域论' } });
    here().told.writes.length = 0;
    expect(await sync(collection, ids, { replaces: true })).toMatchObject({ written: 0, updated: 1 });
    expect(here().told.writes).toEqual([ours]);
    expect(here().held.get(ours)).toContain('# 县域论');
  });

  it('does not write a text again that is the same, though its row is another', async () => {
    const { collection, ids } = await twoEssays();
    await sync(collection, ids);
    const [first = ''] = ids;
    await setNote(collection, first, '要再读');
    await setNote(collection, first, '');
    here().told.writes.length = 0;
    expect(await sync(collection, ids)).toMatchObject({ written: 0, updated: 0 });
    expect(here().told.writes).toEqual([]);
  });

  it('names the files of essays that are gone until the reader has seen to them, and knows them again', async () => {
    const { collection, ids } = await twoEssays();
    const [first = '', second = ''] = ids;
    await sync(collection, ids);
    await moveToTrash(collection, [first]);
    const path = fileOf(first, '论县域经济的转型');
    const gone = [{ id: first, path: path.replace('文存/', '') }];
    for (const _ of [1, 2]) expect(await sync(collection, ids)).toMatchObject({ gone });
    expect(here().held.has(path)).toBe(true);
    expect(await sync(collection, [second])).toMatchObject({ written: 0, gone });
  });

  it('writes original pages once, also where they lie there already', async () => {
    const { collection, ids } = await twoEssays();
    await sync(collection, ids, { originals: true });
    const pages = () => [...here().held.keys()].filter((path) => path.endsWith('.html'));
    const before = pages();
    expect(before).toHaveLength(2);
    await setNote(collection, ids[0] ?? '', '要再读');
    here().told.writes.length = 0;
    await sync(collection, ids, { originals: true });
    expect(here().told.writes).toHaveLength(1);
    await dropAllMirrored(collection);
    await sync(collection, ids, { originals: true });
    expect(pages()).toEqual(before);
  });

  it('goes on where a full disk or the reader stopped it', async () => {
    const { collection, ids } = await twoEssays();
    here().told.full = true;
    await expect(sync(collection, ids)).rejects.toThrow('gone');
    here().told.full = false;
    expect(await sync(collection, ids, {}, AbortSignal.abort())).toMatchObject({ written: 0, stopped: true });
    expect(await sync(collection, ids)).toMatchObject({ written: 2 });
    expect(here().held.size).toBe(2);
  });

  it.each([
    ['a per cent sign', '论100%的“转型”？'],
    ['signs that only some systems take', '论<县域>：经济*转型…'],
    ['nothing but signs', '？！…'],
    ['an invisible sign and a dot first', '.\u200b论\u00ad县域'],
    ['a very long name', '论'.repeat(200)],
  ])('writes a title with %s, and remembers the name that the browser gave', async (_, title) => {
    const collection = emptyCollection();
    const ids = [expectValue(await keepEssay(collection, sampleKeeping({ title }))).id];
    expect(await sync(collection, ids, { replaces: true })).toMatchObject({ written: 1 });
    const [path = ''] = here().held.keys();
    expect((await collection.mirrored.toArray()).map((row) => `文存/${row.path}`)).toEqual([path]);
    await setNote(collection, ids[0] ?? '', '要再读');
    await sync(collection, ids, { replaces: true });
    expect([...here().held.keys()]).toEqual([path]);
  });
});
