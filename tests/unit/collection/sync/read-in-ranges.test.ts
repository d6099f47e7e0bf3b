import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { readInRanges } from '../../../../lib/collection/sync/arriving/read-in-ranges.ts';
import { noStamps, type StampedRow } from '../../../../lib/sync/model/stamped-row.ts';
import { emptyCollection } from '../../../support/collections.ts';

const COUNT = 1000;

async function reading() {
  const { stamps } = await emptyCollection();
  const rows: StampedRow[] = Array.from({ length: COUNT }, (_, n) => noStamps('essays', String(n).padStart(4, '0')));
  await stamps.bulkPut(rows);
  const ids = rows.map(({ id }) => id);
  /** The rows that are read for ids, and how many single ones were asked for. */
  const read = async (some: readonly string[]) => {
    const get = vi.spyOn(IDBObjectStore.prototype, 'get');
    const found = await stamps.db.transaction('r', [stamps], () => readInRanges(stamps, some));
    const asked = get.mock.calls.length;
    get.mockRestore();
    return { found: found.map(({ id }) => id).toSorted(), asked };
  };
  return { ids, read };
}

it('reads rows that follow each other without asking for one, in whatever order they are wanted', async () => {
  const { ids, read } = await reading();
  expect(await read(ids.toReversed())).toEqual({ found: ids, asked: 0 });
  expect(await read([...ids, ...ids])).toEqual({ found: ids, asked: 0 });
  const close = ids.filter((_, at) => at % 4 !== 0);
  expect(await read(close)).toEqual({ found: close, asked: 0 });
  const some = [...ids.slice(100, 350), 'essays\n0100a', 'essays\n0349a', 'a'];
  expect(await read(some)).toEqual({ found: ids.slice(100, 350), asked: 0 });
  expect(await read([])).toEqual({ found: [], asked: 0 });
  expect(await read(['essays\nx', 'essays\ny'])).toEqual({ found: [], asked: 0 });
});

it('asks for each where many others lie between them', async () => {
  const { ids, read } = await reading();
  const far = ids.filter((_, at) => at % 3 === 0);
  const { found, asked } = await read(far);
  expect(found).toEqual(far);
  // Those of the first range need not be asked for again.
  expect(asked).toBeLessThanOrEqual(far.length - 60);
  expect(await read([ids[500] ?? ''])).toEqual({ found: ids.slice(500, 501), asked: 1 });
  // The last row of the range that was read is one of those wanted.
  const atTheEnd = ids.filter((_, at) => at === 0 || at === 199 || (at >= 300 && at < 398));
  expect((await read(atTheEnd)).found).toEqual(atTheEnd);
  const twoEnds = [ids[0] ?? '', ids[COUNT - 1] ?? ''];
  expect((await read(twoEnds)).found).toEqual(twoEnds);
});
