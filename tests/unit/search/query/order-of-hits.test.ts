import { expect, it } from 'vitest';
import type { HitKey, Sort } from '../../../../lib/search/contract.ts';
import { orderOfHits } from '../../../../lib/search/query/order-of-hits.ts';

const key = (facts: Partial<HitKey>): HitKey => ({ score: 0, published: 0, moment: 0, length: 0, name: '', ...facts });

/** The places of keys in their order, and the other way round. */
const orders = (sort: Sort, terms: readonly string[], keys: readonly Partial<HitKey>[]): string[] =>
  [false, true].map((reversed) => {
    const whole = keys.map(key);
    return whole
      .toSorted(orderOfHits({ sort, reversed }, terms))
      .map((one) => whole.indexOf(one))
      .join('');
  });

it.each<readonly [string, Sort, readonly string[], readonly Partial<HitKey>[], string, string]>([
  ['relevance', 'relevance', ['甲'], [{ score: 1 }, { score: 2 }, { score: 1, moment: 5 }], '120', '120'],
  [
    'equal relevance',
    'relevance',
    ['甲'],
    [{ published: 1 }, { published: 2 }, { published: 1, moment: 5 }],
    '120',
    '120',
  ],
  ['relevance without words', 'relevance', [], [{ score: 9 }, { moment: 2 }, { moment: 3 }], '210', '210'],
  ['keeping', 'kept', [], [{ moment: 1 }, { moment: 3, score: 1 }, { moment: 2, published: 9 }], '120', '021'],
  [
    'publication',
    'published',
    [],
    [{ published: 1 }, {}, { published: 3 }, { published: 1, moment: 5 }, { moment: 1 }],
    '23041',
    '30241',
  ],
  ['length', 'length', [], [{ length: 1 }, { length: 3 }, { length: 1, moment: 5 }, {}], '1203', '3201'],
  [
    'titles',
    'title',
    [],
    [{ name: '中' }, { name: '' }, { name: '第10讲' }, { name: '安' }, { name: '第9讲' }, { name: '中', moment: 1 }],
    '342501',
    '502431',
  ],
  ['reading', 'reading', [], [{ name: '2' }, { name: '0' }, { name: '1' }], '120', '021'],
])('%s', (_, sort, terms, keys, wanted, reversed) => {
  expect(orders(sort, terms, keys)).toEqual([wanted, reversed]);
});
