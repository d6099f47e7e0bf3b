import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { setNote } from '../../../lib/collection/actions/note.ts';
import { listSent } from '../../../lib/collection/sent/sent.ts';
import { askForKey } from '../../../lib/zotero/local/server.ts';
import type { ZoteroWay } from '../../../lib/zotero/send-essays.ts';
import { expectValue } from '../../support/collections.ts';
import { changeRow } from '../../support/full-collection.ts';
import { fine, localWay, objects, oneEssay, send, zotero } from './with-zotero.ts';

describe('sending by the local interface of Zotero 10', () => {
  const ten = { version: '10.0.0', localApi: 'open' } as const;

  it('brings everything, under keys that are remembered', async () => {
    const { state, standIn } = await zotero({ ...ten, selected: 'C3' });
    const { collection, id } = await oneEssay();
    expect(await send(collection, [id], await localWay(standIn))).toEqual({ sent: 1, updated: 0, ...fine });
    const [item] = objects(state, 'journalArticle');
    expect(item).toMatchObject({
      collections: ['COUNTY33'],
      tags: [{ tag: '县域' }, { tag: '待读, 二' }, expect.anything()],
    });
    expect(objects(state, 'note')).toHaveLength(2);
    expect([...state.files.values()].map(({ name }) => name)).toEqual([
      '论县域经济的转型.html',
      '论县域经济的转型 原始网页 1.html',
      '论县域经济的转型 原始网页 2.html',
    ]);
    const [row] = expectValue(await listSent(collection, [id]));
    expect(row).toMatchObject({ library: 'users/0', key: item?.['key'] });
    expect(row?.parts.map(({ is }) => is)).toEqual(['note', 'marks', 'snapshot', 'original 1', 'original 2']);
  });

  it('a second time changes what is another, and writes nothing where all is the same', async () => {
    const { state, standIn } = await zotero(ten);
    const { collection, id } = await oneEssay();
    const way = await localWay(standIn);
    await send(collection, [id], way);
    const before = state.library;
    expect(await send(collection, [id], way)).toEqual({ sent: 0, updated: 1, ...fine });
    expect(state.library).toBe(before);

    await setNote(collection, id, '读完了');
    await changeRow(collection, id, { title: '论县域', edited: { title: '论县域' } });
    expect(await send(collection, [id], way)).toEqual({ sent: 0, updated: 1, ...fine });
    expect(objects(state, 'journalArticle')).toMatchObject([{ title: '论县域' }]);
    expect(objects(state, 'note').map(({ note }) => note)).toContain('<h1>附注</h1><p>读完了</p>');
    expect(objects(state, 'note')).toHaveLength(2);
    expect(objects(state, 'attachment')).toHaveLength(3);
    expect([...state.files.values()].some(({ bytes }) => String(bytes).includes('<h1>论县域</h1>'))).toBe(true);
  });

  it('leaves what the reader changed in Zotero, and says so', async () => {
    const { state, standIn } = await zotero(ten);
    const { collection, id } = await oneEssay();
    const way = await localWay(standIn);
    await send(collection, [id], way);
    const [item] = [...state.objects.values()].filter(({ data }) => data['itemType'] === 'journalArticle');
    const [note] = [...state.objects.values()].filter(({ data }) => String(data['note']).includes('附注'));
    if (item === undefined || note === undefined) throw new Error('nothing was sent');
    item.data = { ...item.data, title: '在 Zotero 改过', tags: [{ tag: '县域' }, { tag: '他处' }], collections: ['X'] };
    note.data = { ...note.data, note: '<p>在 Zotero 写的</p>' };
    await setNote(collection, id, '读完了');
    await changeRow(collection, id, {
      title: '论县域',
      edited: { title: '论县域', abstract: '提要' },
      abstract: '提要',
    });
    const sending = await send(collection, [id], way);
    expect(sending).toMatchObject({ updated: 1, left: [{ id, title: '论县域' }] });
    expect(objects(state, 'journalArticle')).toMatchObject([
      { title: '在 Zotero 改过', abstractNote: '提要', tags: [{ tag: '县域' }, { tag: '他处' }], collections: ['X'] },
    ]);
    const notes = objects(state, 'note').map((data) => data['note']);
    expect(notes).toContain('<p>在 Zotero 写的</p>');
    expect(notes).toContain('<h1>附注</h1><p>读完了</p>');
    // The third time it is still the reader's.
    expect(await send(collection, [id], way)).toMatchObject({ updated: 1, left: [{ id }] });
    expect(objects(state, 'note')).toHaveLength(3);
  });

  it('finds an item again by its mark where nothing is remembered, and doubles neither it nor its files', async () => {
    const { state, standIn } = await zotero(ten);
    const { collection, id } = await oneEssay();
    const way = await localWay(standIn);
    await send(collection, [id], way);
    await collection.sent.clear();
    expect(await send(collection, [id], way)).toMatchObject({ sent: 0, updated: 1 });
    expect(objects(state, 'journalArticle')).toHaveLength(1);
    expect(objects(state, 'attachment')).toHaveLength(3);
    expect(objects(state, 'note')).toHaveLength(2);
  });

  it('makes one item where the answer was lost', async () => {
    const { state, standIn } = await zotero(ten);
    const { collection, id } = await oneEssay();
    const way = await localWay(standIn);
    const deaf: ZoteroWay = {
      ...way,
      ask: async (request) => {
        const answer = await standIn.ask(request);
        return /\/items$/.test(request.path) ? { ok: false, problem: { code: 'no-answer' } } : answer;
      },
    };
    expect(await send(collection, [id], deaf)).toMatchObject({ sent: 0, ended: { code: 'no-answer' } });
    expect(await send(collection, [id], way)).toMatchObject({ updated: 1, failed: [], bare: [] });
    expect(objects(state, 'journalArticle')).toHaveLength(1);
    expect(objects(state, 'attachment')).toHaveLength(3);
    expect(state.files.size).toBe(3);
  });

  it('sends anew what was deleted in Zotero, and one that lies in its trash', async () => {
    const { state, standIn } = await zotero(ten);
    const { collection, id } = await oneEssay();
    const way = await localWay(standIn);
    await send(collection, [id], way);
    const item = [...state.objects.values()].find(({ data }) => data['itemType'] === 'journalArticle');
    if (item === undefined) throw new Error('nothing was sent');
    item.data['deleted'] = 1;
    expect(await send(collection, [id], way)).toMatchObject({ sent: 1, updated: 0 });
    state.objects.clear();
    expect(await send(collection, [id], way)).toMatchObject({ sent: 1, updated: 0 });
    expect(objects(state, 'journalArticle')).toHaveLength(1);
  });

  it('puts another file beside one that was replaced in Zotero', async () => {
    const { state, standIn } = await zotero(ten);
    const { collection, id } = await oneEssay();
    const way = await localWay(standIn);
    await send(collection, [id], way);
    const [key] = [...state.files].find(([, { name }]) => name === '论县域经济的转型.html') ?? [''];
    state.files.set(key, { bytes: Buffer.from('批注过'), md5: '1'.repeat(32), name: '论县域经济的转型.html' });
    await changeRow(collection, id, { title: '论县域', edited: { title: '论县域' } });
    expect(await send(collection, [id], way)).toMatchObject({ updated: 1, bare: [] });
    expect(String(state.files.get(key)?.bytes)).toBe('批注过');
    expect([...state.files.values()].some(({ bytes }) => String(bytes).includes('<h1>论县域</h1>'))).toBe(true);
  });

  it('asks for another key where Zotero has forgotten this one', async () => {
    const { state, standIn } = await zotero(ten);
    const { collection, id } = await oneEssay();
    const way = await localWay(standIn);
    state.keys.clear();
    expect(await send(collection, [id], way)).toMatchObject({ sent: 1, ended: null });
  });

  it.each([
    ['once', 'allowed-once'],
    ['deny', 'denied'],
  ] as const)('is told that the reader answered %s', async (answer, code) => {
    const { standIn } = await zotero({ ...ten, answer });
    expect(await askForKey(standIn.ask)).toMatchObject({ ok: false, problem: { code } });
  });

  it('goes without files into a library that takes none', async () => {
    const { state, standIn } = await zotero({ ...ten, filesEditable: false });
    const { collection, id } = await oneEssay();
    expect(await send(collection, [id], await localWay(standIn))).toMatchObject({
      sent: 1,
      bare: [{ id, problem: null }],
    });
    expect(state.files.size).toBe(0);
    // Once it takes them, they follow.
    state.options.filesEditable = true;
    expect(await send(collection, [id], await localWay(standIn))).toMatchObject({ updated: 1, bare: [] });
    expect(state.files.size).toBe(3);
    expect(objects(state, 'attachment')).toHaveLength(3);
  });
});
