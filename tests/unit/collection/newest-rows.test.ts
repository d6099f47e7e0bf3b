import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listEssays } from '../../../lib/collection/list-essays.ts';
import { NEWEST, readNewest } from '../../../lib/collection/newest-rows.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { deleteEssay, putEssay } from '../search/essays.ts';

const minute = (n: number): string => new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();

const act = fc.tuple(
  fc.constantFrom('put', 'put', 'put', 'put', 'retitle', 'trash', 'restore', 'delete'),
  fc.nat(30),
  fc.nat(40),
);

describe('the record of the newest essays', () => {
  it('is how the list begins, whatever was kept, changed, thrown away and deleted', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 60 }), async (acts) => {
        const collection = emptyCollection();
        for (const [name, which, when] of acts) {
          const there = (await collection.essays.count()) > 0;
          if (name === 'put') await putEssay(collection, which, { title: '甲', text: '文', keptAt: minute(when) });
          else if (name === 'delete') await deleteEssay(collection, which);
          else if (there && (await collection.essays.get(which.toString(16).padStart(24, '0')))) {
            if (name === 'retitle') await putEssay(collection, which, { title: `乙${when}` });
            if (name === 'trash') await putEssay(collection, which, { trashedAt: minute(when + 100) });
            if (name === 'restore') await putEssay(collection, which, { trashedAt: '' });
          }
        }
        const { rows } = expectValue(await listEssays(collection, { limit: NEWEST }));
        expect(await readNewest(collection)).toEqual(rows);
        await collection.delete();
      }),
      { numRuns: 25 },
    );
  });

  it('is made where there was none, and a damaged one shows nothing', async () => {
    const collection = emptyCollection();
    await putEssay(collection, 1, { title: '甲', text: '文', keptAt: minute(1) });
    await collection.meta.delete('newest-rows');
    expect(await readNewest(collection)).toEqual([]);
    await putEssay(collection, 2, { title: '乙', text: '文', keptAt: minute(2) });
    expect((await readNewest(collection)).map(({ title }) => title)).toEqual(['乙', '甲']);
    for (const value of ['?', [{ id: 5 }], [null]]) {
      await collection.meta.put({ key: 'newest-rows', value });
      expect(await readNewest(collection)).toEqual([]);
    }
  });
});
