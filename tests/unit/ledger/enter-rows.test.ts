import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Collection } from '../../../lib/collection/collection.ts';
import { readState, STATE_KEY } from '../../../lib/collection/ledger/ledger-state.ts';
import {
  essayIdOf as docIdOf,
  emptyLedger,
  type Ledger,
  refreshLedger,
} from '../../../lib/collection/ledger/read-ledger.ts';
import { rebuildLedger } from '../../../lib/collection/ledger/rebuild-ledger.ts';
import { DEAD, LIVE, TRASHED } from '../../../lib/collection/ledger/slot.ts';
import { countEssays } from '../../../lib/collection/list-essays.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { deleteEssay, idOf, putEssay } from '../search/essays.ts';

describe('the ledger', () => {
  let collection: Collection;
  let ledger: Ledger;

  beforeEach(() => {
    collection = emptyCollection();
    ledger = emptyLedger();
  });

  const docOf = async (number: number): Promise<number | undefined> => (await collection.essays.get(idOf(number)))?.doc;
  const states = (): number[] => [...ledger.states.slice(0, ledger.size)];
  const textOf = (name: 'title' | 'author', doc: number): string | undefined =>
    ledger.columns[name].texts[ledger.columns[name].codes[doc] ?? -1];

  describe('entering rows', () => {
    it('gives each new essay the next slot', async () => {
      await putEssay(collection, 5, { title: '甲', authors: ['张三', '李四'], publishedOn: '2005-07', text: '文' });
      await putEssay(collection, 6, { title: '乙', text: '文' });
      expect(await refreshLedger(collection, ledger)).toBe(true);
      expect(states()).toEqual([LIVE, LIVE]);
      expect([docIdOf(ledger, 0), docIdOf(ledger, 1)]).toEqual([idOf(5), idOf(6)]);
      expect(ledger.published[0]).toBe(20050700);
      expect(textOf('author', 0)).toBe('张三\n李四');
      expect(await refreshLedger(collection, ledger)).toBe(false);
    });

    it('rewrites the slot where the text stays, and leaves a dead one where it changes', async () => {
      await putEssay(collection, 1, { title: '甲', text: '文' });
      await putEssay(collection, 1, { tags: ['t'], trashedAt: '2026-02-03T00:00:00.000Z' });
      expect(await docOf(1)).toBe(0);
      await refreshLedger(collection, ledger);
      expect(states()).toEqual([TRASHED]);
      await putEssay(collection, 1, { title: '乙' });
      await putEssay(collection, 1, { text: '新的文' });
      expect(await docOf(1)).toBe(2);
      await deleteEssay(collection, 1);
      await refreshLedger(collection, ledger);
      expect(states()).toEqual([DEAD, DEAD, DEAD]);
      // What was found before still names it.
      expect(docIdOf(ledger, 0)).toBe(idOf(1));
    });

    it('counts the essays that are not in the trash, also where an older ledger did not', async () => {
      const { essays, meta } = collection;
      const trashedAt = '2026-02-03T00:00:00.000Z';
      const counts = async () => [
        expectValue(await countEssays(collection)),
        (await essays.toArray()).filter((row) => row.trashedAt === '').length,
      ];
      for (const number of [1, 2, 3]) await putEssay(collection, number, { title: '甲', text: '文' });
      await putEssay(collection, 2, { trashedAt });
      await putEssay(collection, 3, { title: '乙' });
      expect(await counts()).toEqual([2, 2]);
      const { kept: _, sum: _sum, ...older } = await readState(meta);
      await meta.put({ key: STATE_KEY, value: older });
      expect(await counts()).toEqual([2, 2]);
      await putEssay(collection, 2, { trashedAt: '' });
      await deleteEssay(collection, 1);
      expect((await readState(meta)).kept).toBe(2);
      expect(await counts()).toEqual([2, 2]);
      await rebuildLedger(collection);
      expect(await counts()).toEqual([2, 2]);
    });

    it('never gives a slot twice, also to an essay that comes back', async () => {
      await putEssay(collection, 1, { title: '甲', text: '文' });
      const row = await collection.essays.get(idOf(1));
      await deleteEssay(collection, 1);
      await putEssay(collection, 1, { ...row, text: '文' });
      expect(await docOf(1)).toBe(1);
    });

    it('reads only the chunks that were written since', async () => {
      const { ledger: table, meta } = collection;
      const { enterRows } = await import('../../../lib/collection/ledger/enter-rows.ts');
      await putEssay(collection, 0, { title: '甲', text: '文' });
      const row = await collection.essays.get(idOf(0));
      if (row === undefined) throw new Error('The essay is not there.');
      const many = Array.from({ length: 3000 }, (_, at) => ({
        before: undefined,
        after: { ...row, id: idOf(at + 1) },
      }));
      const rows = await collection.transaction('rw', table, meta, () => enterRows(collection, many));
      expect(rows.at(-1)?.doc).toBe(3000);
      await refreshLedger(collection, ledger);
      expect(ledger.size).toBe(3001);
      const chunks = [...ledger.chunks];
      await putEssay(collection, 0, { tags: ['t'] });
      await refreshLedger(collection, ledger);
      expect(ledger.chunks.map((version, at) => version === chunks[at])).toEqual([false, true, true]);
      expect(docIdOf(ledger, 2999)).toBe(idOf(2999));
    });
  });
});
