import { describe, expect, it } from 'vitest';
import { keysOfHits, type Sorting, sorterOf } from '../../../../lib/search/query/sort-hits.ts';
import { type SmallSlot, smallLedger } from '../../../support/small-ledger.ts';

const all = (count: number): Uint32Array => Uint32Array.from({ length: count }, (_, place) => place);
const plain = (count: number, more: Partial<Sorting> = {}): Sorting => ({
  sort: 'kept',
  place: 'kept',
  terms: [],
  weights: new Uint16Array(count),
  ...more,
});
/** The places of the documents in their order. */
function order(documents: readonly SmallSlot[], more: Partial<Sorting>, docs = all(documents.length)): number[] {
  const { ledger, values } = smallLedger(documents);
  const ranked = sorterOf(ledger, values)(docs, plain(documents.length, more));
  expect(ranked.total).toBe(docs.length);
  return [...ranked.docs(0, docs.length)];
}

describe('documents are in the order of', () => {
  const kept = [{ keptAt: 5 }, { keptAt: 7 }, { keptAt: 5 }, { keptAt: 6 }, { keptAt: 1 }];
  const named = (name: 'title' | 'author' | 'institution' | 'source' | 'column') =>
    ['中', '', '安', '第10讲', '安', '第9讲'].map((text): SmallSlot => ({ [name]: text }));
  it.each<readonly [string, readonly SmallSlot[], Partial<Sorting>, readonly number[], readonly number[]]>([
    ['keeping, the last first', kept, {}, [1, 3, 2, 0, 4], [4, 0, 2, 3, 1]],
    ['throwing away', [{ trashedAt: 3 }, { trashedAt: 9 }, { trashedAt: 3 }], { place: 'trash' }, [1, 2, 0], [0, 2, 1]],
    [
      'publication',
      [{ published: 20050700 }, { published: 0 }, { published: 20050714 }, { published: 20050700 }],
      { sort: 'published' },
      [2, 3, 0, 1],
      [3, 0, 2, 1],
    ],
    ['titles', named('title'), { sort: 'title' }, [4, 2, 5, 3, 0, 1], [0, 3, 5, 4, 2, 1]],
    ['authors', named('author'), { sort: 'author' }, [4, 2, 5, 3, 0, 1], [0, 3, 5, 4, 2, 1]],
    ['institutions', named('institution'), { sort: 'institution' }, [4, 2, 5, 3, 0, 1], [0, 3, 5, 4, 2, 1]],
    ['sources', named('source'), { sort: 'source' }, [4, 2, 5, 3, 0, 1], [0, 3, 5, 4, 2, 1]],
    ['columns', named('column'), { sort: 'column' }, [4, 2, 5, 3, 0, 1], [0, 3, 5, 4, 2, 1]],
    [
      'length, the longest first',
      [{ length: 5 }, { length: 0 }, { length: 10_000_000 }, { length: 20_000_000 }, { length: 5 }],
      { sort: 'length' },
      [3, 2, 4, 0, 1],
      [1, 4, 0, 3, 2],
    ],
    [
      'reading, the unread first',
      [{ reading: 'read' }, { reading: '' }, { reading: 'reading' }, { reading: 'odd' }, { reading: 'read' }],
      { sort: 'reading' },
      [3, 1, 2, 4, 0],
      [4, 0, 2, 3, 1],
    ],
    ['keeping, where relevance has no words', kept, { sort: 'relevance' }, [1, 3, 2, 0, 4], [1, 3, 2, 0, 4]],
  ])('%s', (_, documents, more, wanted, reversed) => {
    expect(order(documents, more)).toEqual(wanted);
    expect(order(documents, { ...more, reversed: true })).toEqual(reversed);
  });

  it('relevance: titles, authors and the times that words stand in the text, then the last published', () => {
    const documents: readonly SmallSlot[] = [
      { title: '论改革', published: 20010000 },
      { title: '论改革', published: 20050000 },
      { author: '改革' },
      { author: '甲\n改革组' },
      {},
      {},
      { title: '改革', author: '改革' },
    ];
    const weights = Uint16Array.from([0, 0, 0, 0, 20, 3, 0]);
    const more = { sort: 'relevance', terms: ['改革'], weights } as const;
    expect(order(documents, more)).toEqual([6, 1, 0, 3, 2, 4, 5]);
    expect(order(documents, { ...more, reversed: true })).toEqual([6, 1, 0, 3, 2, 4, 5]);
    // Some of them alone.
    expect(order(documents, more, Uint32Array.from([5, 4, 2]))).toEqual([2, 4, 5]);
  });

  it('relevance with each word', () => {
    const documents = [{ title: '改革' }, { title: '改革开放' }, { title: '开放', author: '改革' }];
    expect(order(documents, { sort: 'relevance', terms: ['改革', '开放'] })).toEqual([1, 2, 0]);
  });
});

it('the order of a ledger is made anew when the ledger is another', () => {
  const { ledger, values } = smallLedger([{ keptAt: 1 }, { keptAt: 2 }]);
  const sort = sorterOf(ledger, values);
  expect([...sort(all(2), plain(2)).docs(0, 2)]).toEqual([1, 0]);
  ledger.keptAt[0] = 3;
  expect([...sort(all(2), plain(2)).docs(0, 2)]).toEqual([1, 0]);
  ledger.version += 1;
  expect([...sort(all(2), plain(2)).docs(0, 2)]).toEqual([0, 1]);
});

it('names that come later get their places among those known, in any number', () => {
  const names = (count: number): string[] => Array.from({ length: count }, (_, n) => `第${(n * 7) % count}号`);
  for (const [first, more] of [
    [1, 1],
    [5, 199],
    [5, 201],
  ] as const) {
    const texts = names(first + more);
    const { ledger, values } = smallLedger(texts.map((title) => ({ title })));
    const { texts: own, codes } = ledger.columns.title;
    const later = own.splice(first + 1);
    const sort = sorterOf(ledger, values);
    expect(sort(all(first), plain(first, { sort: 'title' })).total).toBe(first);
    own.push(...later);
    const docs = sort(all(texts.length), plain(texts.length, { sort: 'title' })).docs(0, texts.length);
    expect([...docs].map((doc) => own[codes[doc] ?? 0])).toEqual(
      texts.toSorted((a, b) => Number(a.slice(1, -1)) - Number(b.slice(1, -1))),
    );
  }
});

it('names that a dictionary takes for equal keep apart', () => {
  const titles = ['第1讲', '第01讲', '第1讲', '第01讲', '第1讲'].map((title) => ({ title }));
  expect(order(titles, { sort: 'title' })).toEqual([3, 1, 4, 2, 0]);
});

it('one text in two codes is one name', () => {
  const { ledger, values } = smallLedger([{ title: 'a' }, { title: 'ａ' }, { title: 'a' }, { title: 'ａ' }]);
  const { codes, texts } = ledger.columns.title;
  // A second code of the first text.
  texts.push('a');
  codes[2] = texts.length - 1;
  const docs = sorterOf(ledger, values)(all(4), plain(4, { sort: 'title' })).docs(0, 4);
  expect([...docs]).toEqual([2, 0, 3, 1]);
});

describe('of many hits', () => {
  const count = 200;
  const keptAt = (place: number): number => 1 + ((place * 77) % count);
  const documents = Array.from({ length: count }, (_, place) => ({ keptAt: keptAt(place) }));
  const wanted = [...all(count)].toSorted((a, b) => keptAt(b) - keptAt(a));

  it.each([
    [0, 10],
    [0, 64],
    [63, 64],
    [60, 65],
    [64, 65],
    [150, 200],
    [190, 300],
  ])('those from %i to %i are in their places', (from, to) => {
    const { ledger, values } = smallLedger(documents);
    const ranked = sorterOf(ledger, values)(all(count), plain(count));
    expect([...ranked.docs(from, to)]).toEqual(wanted.slice(from, to));
    expect([...ranked.docs(0, 5)]).toEqual(wanted.slice(0, 5));
    expect([...ranked.docs(100, 105)]).toEqual(wanted.slice(100, 105));
  });

  it.each(['relevance', 'published', 'length', 'title'] as const)(
    'deep ones by %s stand as they stood when they were found',
    (sort) => {
      const many = documents.map((one, place): SmallSlot => {
        const number = (place * 31) % 50;
        return { ...one, published: 20000101 + number, length: number, title: `第${number}讲` };
      });
      const { ledger, values } = smallLedger(many);
      const sorter = sorterOf(ledger, values);
      const sorting = plain(count, {
        sort,
        terms: ['党'],
        weights: Uint16Array.from(many, (_, place) => (place * 13) % 20),
      });
      const untouched = [...sorter(all(count), sorting).docs(0, count)];
      const ranked = sorter(all(count), sorting);
      ledger.published.reverse();
      ledger.lengths.reverse();
      ledger.keptAt.reverse();
      ledger.columns.title.codes.reverse();
      ledger.version += 1;
      sorter(all(count), sorting);
      expect([...ranked.docs(0, 64), ...ranked.docs(64, count)]).toEqual(untouched);
    },
  );

  it.each([63, 64, 65])('%i are in order', (some) => {
    expect(order(documents, {}, all(some))).toEqual(wanted.filter((place) => place < some));
  });
});

describe('what hits are ordered by', () => {
  const { ledger, values } = smallLedger([
    { title: '论改革', author: '甲', institution: '乙校', source: '丙报', column: '丁', reading: 'read', length: 7 },
    { published: 20050714, keptAt: 9, trashedAt: 4, reading: '' },
  ]);
  const keys = (more: Partial<Sorting>) =>
    keysOfHits(ledger, values, all(2), plain(2, { weights: Uint16Array.from([3, 2]), ...more }));

  it.each([
    ['title', ['论改革', '']],
    ['author', ['甲', '']],
    ['institution', ['乙校', '']],
    ['source', ['丙报', '']],
    ['column', ['丁', '']],
    ['reading', ['2', '0']],
    ['kept', ['', '']],
    ['length', ['', '']],
    ['published', ['', '']],
  ] as const)('by %s', (sort, names) => {
    expect(keys({ sort, terms: ['改革'] })).toEqual([
      { score: 0, published: 0, moment: 1, length: 7, name: names[0] },
      { score: 0, published: 20050714, moment: 9, length: 0, name: names[1] },
    ]);
  });

  it('by relevance, and in the trash', () => {
    expect(keys({ sort: 'relevance', terms: ['改革'], place: 'trash' })).toEqual([
      { score: 1003, published: 0, moment: 0, length: 7, name: '' },
      { score: 2, published: 20050714, moment: 4, length: 0, name: '' },
    ]);
  });
});
