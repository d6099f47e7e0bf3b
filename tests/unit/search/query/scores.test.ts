import { expect, it } from 'vitest';
import { scoresOf } from '../../../../lib/search/query/scores.ts';
import { type SmallSlot, smallLedger } from '../../../support/small-ledger.ts';

const documents: readonly SmallSlot[] = [
  { title: '论改革' },
  { author: '改革\n改革' },
  {},
  { title: '改革', author: '改革' },
  { title: '开放', author: '改革' },
];
const weights = [3, 2, 1, 0, 7];

it.each([5, 999, 1000, 1001])(
  'a title weighs more than an author, and both more than the text, of %i hits',
  (count) => {
    const { ledger, values } = smallLedger([...documents, ...Array.from({ length: count - 5 }, () => ({}))]);
    const docs = Uint32Array.from({ length: count }, (_, at) => count - 1 - at);
    const all = Uint16Array.from({ length: count }, (_, doc) => weights[doc] ?? 0);
    const scores = (...terms: readonly string[]): number[] =>
      [...scoresOf(docs, ledger, values, terms, all)].reverse().slice(0, 5);
    expect(scores()).toEqual([3, 2, 1, 0, 7]);
    expect(scores('改革')).toEqual([1003, 402, 1, 1400, 407]);
    expect(scores('改革', '开放')).toEqual([1003, 402, 1, 1400, 1407]);
  },
);
