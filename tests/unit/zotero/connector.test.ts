import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { listSent } from '../../../lib/collection/sent/sent.ts';
import { askTarget } from '../../../lib/zotero/connector/target.ts';
import { askLocalApi, localPlace } from '../../../lib/zotero/local/server.ts';
import { sendEssays } from '../../../lib/zotero/send-essays.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { numberedKeeping } from '../../support/keepings.ts';
import { connectorWay, fine, objects, oneEssay, running, send, zotero } from './with-zotero.ts';

describe('the Zotero of this computer', () => {
  it('tells where it would put things, and every place that takes some', async () => {
    const { standIn } = await zotero({ selected: 'C3' });
    const told = expectValue(await askTarget(standIn.ask));
    expect(told).toMatchObject({ version: '9.0.6', selected: 'C3', editable: true });
    expect(told.targets.map(({ id }) => id)).toEqual(['L1', 'C2', 'C3', 'C4', 'L5', 'C6']);
  });

  it('gives a browser that does not name the interface no answer at all', async () => {
    const { state, standIn } = await zotero();
    const bare = await standIn.ask({ method: 'POST', path: '/connector/ping', headers: {}, text: '{}' });
    expect(bare).toEqual({ ok: false, problem: { code: 'not-running' } });
    expect(state.log).toEqual(['POST /connector/ping closed']);
  });

  it('is told from one that does not run', async () => {
    const { standIn } = await zotero();
    await running.pop()?.close();
    expect(await askTarget(standIn.ask)).toEqual({ ok: false, problem: { code: 'not-running' } });
  });

  it.each([
    ['9.0.6', 'none', 'none'],
    ['10.0.0', 'off', 'off'],
    ['7.0.1', 'off', 'none'],
    ['10.0.0', 'open', 'open'],
  ] as const)('%s whose local interface is %s counts as %s', async (version, localApi, is) => {
    const { standIn } = await zotero({ version, localApi });
    expect((await askLocalApi(standIn.ask, version)).is).toBe(is);
  });

  it.each([
    ['L1', { library: 'users/0', collection: null }],
    ['C3', { library: 'users/0', collection: 'COUNTY33' }],
    ['C4', { library: 'users/0', collection: 'COUNTY44' }],
    ['L5', { library: 'groups/4711', collection: null }],
    ['C6', { library: 'groups/4711', collection: 'COUNTY66' }],
    ['C9', null],
  ] as const)('knows the place %s by the names that lead to it', async (id, place) => {
    const { standIn } = await zotero({ version: '10.0.0', localApi: 'open' });
    const told = expectValue(await askTarget(standIn.ask));
    expect(await localPlace(standIn.ask, told, id)).toEqual(place);
  });
});

describe('sending by the connector’s interface', () => {
  it('brings item, notes, tags, clean text and original bytes to the place that was shown', async () => {
    const { state, standIn } = await zotero({ selected: 'C3' });
    const { collection, id } = await oneEssay();
    expect(await send(collection, [id], await connectorWay(standIn))).toEqual({ sent: 1, updated: 0, ...fine });
    const [item] = objects(state, 'journalArticle');
    expect(item).toMatchObject({
      title: '论县域经济的转型',
      place: 'C3',
      creators: [{ creatorType: 'author', lastName: '周望川', fieldMode: 1 }, expect.anything()],
      tags: [{ tag: '县域经济', type: 1 }, { tag: '县域' }, { tag: '待读, 二' }],
    });
    expect(objects(state, 'note').map(({ note }) => note)).toEqual([
      '<h1>附注</h1><p>要再读</p>',
      expect.stringContaining('县域是城乡之间的纽带'),
    ]);
    const files = [...state.files.values()];
    expect(files.map(({ name }) => name)).toEqual(['正文（文存）', '原始网页（1/2）', '原始网页（2/2）']);
    expect(String(files[0]?.bytes)).toContain('<h1>论县域经济的转型</h1>');
    expect(String(files[0]?.bytes)).not.toContain('要再读');
    expect(String(files[1]?.bytes)).toBe('<html><body>原文</body></html>');
  });

  it('is remembered as soon as the item is there, even where its files do not follow', async () => {
    const { state, standIn } = await zotero({ filesEditable: false });
    const { collection, id } = await oneEssay();
    const sending = await send(collection, [id], await connectorWay(standIn));
    expect(sending).toMatchObject({ sent: 1, bare: [{ id, problem: null }], ended: null });
    expect(state.files.size).toBe(0);
    expect(expectValue(await listSent(collection, [id]))).toMatchObject([{ library: 'connector', key: '' }]);
  });

  it('into a library that takes nothing ends at once, and remembers nothing', async () => {
    const { state, standIn } = await zotero();
    const way = await connectorWay(standIn);
    state.options.editable = false;
    const { collection, id } = await oneEssay();
    const sending = await send(collection, [id], way);
    expect(sending).toMatchObject({ sent: 0, ended: { code: 'read-only' } });
    expect(expectValue(await listSent(collection, [id]))).toEqual([]);
  });

  it('stops between two essays', async () => {
    const { standIn } = await zotero();
    const collection = emptyCollection();
    for (const n of [1, 2, 3]) await keepEssay(collection, numberedKeeping(n));
    const ids = await collection.essays.toCollection().primaryKeys();
    const stop = new AbortController();
    const sending = await sendEssays(collection, ids, await connectorWay(standIn), {
      signal: stop.signal,
      onProgress: (done) => void (done === 2 && stop.abort()),
    });
    expect(sending).toMatchObject({ sent: 2, ended: { code: 'stopped' } });
  });

  it('tells of an essay that is gone, and sends the others', async () => {
    const { standIn } = await zotero();
    const { collection, id } = await oneEssay();
    const sending = await send(collection, ['f'.repeat(24), id], await connectorWay(standIn));
    expect(sending).toMatchObject({ sent: 1, failed: [{ id: 'f'.repeat(24), problem: { code: 'lost' } }] });
  });
});
