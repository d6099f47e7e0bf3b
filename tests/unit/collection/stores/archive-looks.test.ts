import 'fake-indexeddb/auto';
import { afterAll, describe, expect, it } from 'vitest';
import { openArchiveStore } from '../../../../lib/collection/archives/archive-store.ts';
import { getAsk, listAsks, putAsk } from '../../../../lib/collection/archives/asks.ts';
import { type HarvestListRow, newHarvest } from '../../../../lib/collection/archives/harvest-rows.ts';
import {
  addPart,
  changeHarvest,
  forgetHarvest,
  listHarvests,
  namedEssays,
  nextList,
  putList,
  wantLists,
} from '../../../../lib/collection/archives/harvests.ts';
import type { NamedEssay } from '../../../../lib/harvest/lists/listed-essays.ts';
import { newAsk } from '../../../../lib/queue-plan/ask.ts';
import { expectValue } from '../../../support/collections.ts';

const store = openArchiveStore(`test-${crypto.randomUUID()}`);
afterAll(() => store.close());

const given = { scope: { match: 'host', url: 'dx.example' }, written: 'dx.example', archive: 'wayback' } as const;
const look = (id: string, madeAt: string) => newHarvest(id, { ...given, madeAt });
const named = (title: string) => ({ key: title, title }) as unknown as NamedEssay;
const row = async (id: string) => await store.harvests.get(id);

describe('a look at what an archive has', () => {
  it('begins with nothing', () => {
    expect(look('a', '2026-03-01')).toEqual({
      ...given,
      id: 'a',
      madeAt: '2026-03-01',
      state: 'reading',
      reason: '',
      rows: 0,
      parts: 0,
      isFile: false,
      resumeKey: null,
      limit: 10_000,
      lists: 'none',
      listsOf: 0,
      listsDone: 0,
    });
  });

  it('is listed newest first, changed, and not brought back by a change', async () => {
    await store.harvests.bulkPut([look('b', '2026-03-01'), look('a', '2026-03-02'), look('c', '2026-02-01')]);
    expect(expectValue(await listHarvests(store)).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expectValue(await changeHarvest(store, 'b', ({ rows }) => ({ rows: rows + 7, state: 'paused' })));
    expect(await row('b')).toEqual({ ...look('b', '2026-03-01'), rows: 7, state: 'paused' });
    expectValue(await changeHarvest(store, 'x', () => ({ rows: 1 })));
    expect([await row('x'), (await row('a'))?.rows]).toEqual([undefined, 0]);
  });

  it('takes up each part of its index once', async () => {
    await store.harvests.put(look('p', '2026-03-01'));
    const before = look('p', '2026-03-01');
    expectValue(await addPart(store, before, new TextEncoder().encode('塘'), { rows: 5, resumeKey: 'k' }));
    expect(await row('p')).toEqual({ ...before, rows: 5, resumeKey: 'k', parts: 1 });
    const part = await store.harvestParts.get(['p', 0]);
    const text = await new Response(
      new Blob([part?.gzip ?? new Uint8Array()]).stream().pipeThrough(new DecompressionStream('gzip')),
    ).text();
    expect(text).toBe('塘');
    expectValue(await addPart(store, before, new Uint8Array(), { rows: 9 }));
    expectValue(await addPart(store, look('gone', ''), new Uint8Array(), { rows: 9 }));
    expect([(await row('p'))?.rows, await store.harvestParts.count(), await row('gone')]).toEqual([5, 1, undefined]);
  });

  it('has lists that wait until they were read', async () => {
    await store.harvests.put(look('l', '2026-03-01'));
    expectValue(
      await wantLists(store, 'l', [
        { key: 'a', captures: ['1', '2'] },
        { key: 'b', captures: [] },
      ]),
    );
    expect(await row('l')).toMatchObject({ lists: 'reading', listsOf: 2, listsDone: 0 });
    const first: HarvestListRow = { harvest: 'l', key: 'a', captures: ['1', '2'], state: 'waiting', essays: [] };
    expect(expectValue(await nextList(store, 'l'))).toEqual(first);
    expectValue(await putList(store, { ...first, captures: ['2'] }));
    expect([(await row('l'))?.listsDone, expectValue(await nextList(store, 'l'))?.captures]).toEqual([0, ['2']]);
    expectValue(await putList(store, { ...first, state: 'read', essays: [named('塘'), named('堤')] }));
    expect([(await row('l'))?.listsDone, expectValue(await nextList(store, 'l'))?.key]).toEqual([1, 'b']);
    expectValue(
      await wantLists(
        store,
        'l',
        ['a', 'b', 'c'].map((key) => ({ key, captures: ['9'] })),
      ),
    );
    expect(await row('l')).toMatchObject({ listsOf: 3, listsDone: 1 });
    expectValue(await putList(store, { ...first, key: 'b', state: 'failed', essays: [] }));
    expectValue(await putList(store, { ...first, key: 'c', state: 'read', essays: [named('闸')] }));
    expect([(await row('l'))?.listsDone, expectValue(await nextList(store, 'l'))]).toEqual([3, null]);
    expect(expectValue(await namedEssays(store, 'l')).map(({ title }) => title)).toEqual(['塘', '堤', '闸']);
    expect(expectValue(await namedEssays(store, 'x'))).toEqual([]);
    expectValue(await putList(store, { ...first, harvest: 'x', state: 'read' }));
    expect(await store.harvestLists.get(['x', 'a'])).toBeUndefined();
  });

  it('is forgotten with its parts and lists, and no other', async () => {
    for (const id of ['f', 'g']) {
      await store.harvests.put(look(id, ''));
      await store.harvestParts.bulkPut([0, 7].map((part) => ({ harvest: id, part, gzip: new Uint8Array() })));
      await store.harvestLists.put({ harvest: id, key: '塘', captures: [], state: 'read', essays: [] });
    }
    const count = async (id: string) =>
      await Promise.all([
        store.harvests.where('id').equals(id).count(),
        store.harvestParts.filter(({ harvest }) => harvest === id).count(),
        store.harvestLists.filter(({ harvest }) => harvest === id).count(),
      ]);
    expectValue(await forgetHarvest(store, 'f'));
    expect([await count('f'), await count('g')]).toEqual([
      [0, 0, 0],
      [1, 2, 1],
    ]);
  });

  it('and what an archive was asked to save are apart', async () => {
    const ask = newAsk('e1', 'http://dx.example/1.htm');
    expect([expectValue(await listAsks(store)), expectValue(await getAsk(store, 'e1'))]).toEqual([[], null]);
    expect(expectValue(await putAsk(store, ask))).toBe('e1');
    expect(expectValue(await getAsk(store, 'e1'))).toEqual(ask);
    expect(expectValue(await listAsks(store))).toEqual([ask]);
  });
});
