import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { matchQuery, type QueryParts, termsOf } from '../../../../lib/search/query/match-query.ts';
import { parseQuery } from '../../../../lib/search/query/parse-query.ts';
import { emptyCollection } from '../../../support/collections.ts';
import { idAtPlace, smallLedger } from '../../../support/small-ledger.ts';

const documents = [
  { author: '王小明', text: '水利，水利。', published: 20030000 },
  { author: '李四', text: '水利与县域', tag: 't1', published: 20050000 },
  { author: '王五', text: '县域县域县域', institution: '水利学校' },
  { text: '党史', tag: 't1' },
];
const { ledger, values } = smallLedger(documents.map(({ text: _, ...slot }) => slot));
const timesIn = (text: string, term: string): number => text.split(term).length - 1;

const parts: QueryParts = {
  collection: emptyCollection(),
  ledger,
  values,
  names: { tag: new Map([['t1', '县域读物']]), shelf: new Map() },
  marks: new Map([[idAtPlace(3), '水利要紧']]),
  readings: null,
  texts: async (all, none, here) => {
    const holds = ({ text }: { readonly text: string }, term: string): boolean => text.includes(term);
    const isHit = (doc: number): boolean => {
      const document = documents[doc] ?? { text: '' };
      return (
        here[doc] === 1 && all.every((term) => holds(document, term)) && !none.some((term) => holds(document, term))
      );
    };
    const hits = Uint8Array.from(documents, (_, doc) => (isHit(doc) ? 1 : 0));
    const weights = Uint16Array.from(documents, ({ text }, doc) =>
      isHit(doc) ? all.reduce((sum, term) => sum + timesIn(text, term), 0) : 0,
    );
    return { hits, weights, base: 0 };
  },
};

/** What a query finds, as `place:weight`. */
async function found(query: string, here = [0, 1, 2, 3]): Promise<string> {
  const places = Uint8Array.from(documents, (_, doc) => (here.includes(doc) ? 1 : 0));
  const { hits, weights } = await matchQuery(parts, parseQuery(query), places);
  return [...hits.keys()].flatMap((doc) => (hits[doc] === 1 ? [`${doc}:${weights[doc]}`] : [])).join(' ');
}

it.each([
  ['', '0:0 1:0 2:0 3:0'],
  ['党史', '3:1'],
  ['水利', '0:2 1:1 2:1 3:1'],
  ['县域', '1:1 2:3 3:1'],
  ['水利 县域', '1:2 2:4 3:2'],
  ['水利 党史', '3:2'],
  ['党史 水利', '3:2'],
  ['-水利', ''],
  ['-县域', '0:0'],
  ['-党史', '0:0 1:0 2:0'],
  ['水利 -县域', '0:2'],
  ['党史 OR 水利', '0:2 1:1 2:1 3:2'],
  ['党史 OR 县域', '1:1 2:3 3:2'],
  ['党史 OR author:李', '1:0 3:1'],
  ['水利 党史 OR author:李', '1:1 3:2'],
  ['水利 OR 党史 县域 OR 无此', '1:2 2:4 3:3'],
  ['无此 OR 没有', ''],
  ['author:王', '0:0 2:0'],
  ['author:王 水利', '0:2 2:1'],
  ['-author:王 水利', '1:1 3:1'],
  ['year:2003.. 水利', '0:2 1:1'],
  ['mark:要紧', '3:0'],
  ['-mark:要紧', '0:0 1:0 2:0'],
  ['mark:没有', ''],
  ['无此', ''],
])('%s', async (query, wanted) => {
  expect(await found(query)).toBe(wanted);
});

it('only what stands here is found', async () => {
  expect(await found('水利', [1, 2])).toBe('1:1 2:1');
  expect(await found('mark:要紧', [0, 1])).toBe('');
  expect(await found('党史 OR 水利', [0, 1])).toBe('0:2 1:1');
  expect(await found('', [])).toBe('');
});

it('relevance goes by all terms but those that are excluded', () => {
  expect(termsOf(parseQuery('甲 乙 OR 丙 -丁 author:戊'))).toEqual(['甲', '乙', '丙']);
});
