import { expect, it } from 'vitest';
import { MOST_PRINTED, printAddress, printedIds } from '../../../lib/features/export/print-address.ts';

const hashOf = (ids: readonly string[]) => new URL(printAddress(ids), 'http://localhost').hash;

it('names the essays to print in their order, each once, and so many at most', () => {
  expect(printedIds(hashOf(['b', 'a', 'b']))).toEqual(['b', 'a']);
  expect(printedIds('')).toEqual([]);
  const many = Array.from({ length: MOST_PRINTED + 1 }, (_, n) => String(n));
  expect(printedIds(hashOf(many))).toEqual(many.slice(0, MOST_PRINTED));
});
