import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { letGoByRows, rubbishCounter } from '../../../../lib/collection/rubbish/count-rows.ts';
import { emptyCollection } from '../../../support/collections.ts';

it('asks once for many rows, and not again before it rested', () => {
  const clock = { now: 0 };
  const letGo = vi.fn();
  const count = rubbishCounter(letGo, () => clock.now);
  count(5000);
  expect(letGo).not.toHaveBeenCalled();
  clock.now = 400;
  count(1);
  expect(letGo).toHaveBeenCalledTimes(1);
  clock.now = 799;
  count(5000);
  expect(letGo).toHaveBeenCalledTimes(1);
  clock.now = 800;
  count(0);
  expect(letGo).toHaveBeenCalledTimes(2);
  clock.now = 9000;
  count(299);
  expect(letGo).toHaveBeenCalledTimes(2);
});

it('counts what is read and written, many at a time', async () => {
  const counted: number[] = [];
  const collection = emptyCollection();
  collection.use(letGoByRows((rows) => counted.push(rows)));
  const rows = Array.from({ length: 30 }, (_, n) => ({ key: `row ${n}`, value: n }));
  await collection.meta.bulkPut(rows);
  expect(counted).toContain(30);
  counted.length = 0;
  expect(await collection.meta.bulkGet(rows.map(({ key }) => key))).toEqual(rows);
  expect(counted).toEqual([30]);
  counted.length = 0;
  expect(await collection.meta.where('key').startsWith('row 1').toArray()).toHaveLength(11);
  expect(counted).toEqual([11]);
  counted.length = 0;
  await collection.meta.bulkDelete(rows.map(({ key }) => key));
  expect(counted).toEqual([30]);
});
