import { expect, it } from 'vitest';
import { portionsByRow } from '../../../../lib/collection/sync/arriving/portions.ts';
import type { Operation } from '../../../../lib/sync/model/operation.ts';

const operationsOf = (...keys: readonly string[]): Operation[] =>
  keys.map((key, at) => ({ table: 'essays', key, field: `field${at}`, stamp: '', value: at }));

it('parts operations by the rows that they change, and leaves those of one row together', () => {
  const all = operationsOf('a', 'a', 'b', 'b', 'c', 'a', 'c', 'd', 'd');
  const portions = portionsByRow(all, 2);
  expect(portions.map((some) => some.map(({ key }) => key))).toEqual([
    ['a', 'a', 'b', 'b'],
    ['c', 'a', 'c'],
    ['d', 'd'],
  ]);
  expect(portions.flat()).toEqual(all);
  expect(portionsByRow([], 2)).toEqual([]);
});
