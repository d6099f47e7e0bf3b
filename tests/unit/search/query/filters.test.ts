import { describe, expect, it } from 'vitest';
import { DEAD, TRASHED } from '../../../../lib/collection/ledger/slot.ts';
import { hitsAmong } from '../../../../lib/search/query/among.ts';
import { besideText } from '../../../../lib/search/query/beside-text.ts';
import { matchFilters, type NamesById, placesOf } from '../../../../lib/search/query/match-filters.ts';
import { parseQuery } from '../../../../lib/search/query/parse-query.ts';
import { readingsOf } from '../../../../lib/search/text/readings.ts';
import { idAtPlace, type SmallSlot, smallLedger } from '../../../support/small-ledger.ts';

const documents: readonly SmallSlot[] = [
  { title: '论改革', author: '王小明\n李四', institution: '青山党校', published: 20030500, tag: 't1' },
  { title: '改革开放', author: '李小龙', institution: '清河党校', published: 20051231, tag: 't2', shelf: 's1' },
  { title: 'Reform', column: '理论 › 改革', source: '学习时报', unit: '教研室', shelf: 's2' },
  { published: 20060000 },
];
const { ledger, values } = smallLedger(documents);
const names: NamesById = {
  tag: new Map([
    ['t1', '要引用'],
    ['t2', '已读'],
  ]),
  shelf: new Map([
    ['s1', '水利史'],
    ['s2', '水利史話'],
  ]),
};
const some = (...places: readonly number[]): Uint8Array =>
  Uint8Array.from(documents, (_, place) => (places.includes(place) ? 1 : 0));
const placesIn = (hits: Uint8Array): string => [...hits.keys()].filter((place) => hits[place] === 1).join('');

it.each([
  ['author:王', '0'],
  ['author:李', '01'],
  ['-author:李', '23'],
  ['title:改革', '01'],
  ['title:reform', '2'],
  ['source:时报', '2'],
  ['school:党校', '01'],
  ['school:党校 -author:王', '1'],
  ['column:改革', '2'],
  ['unit:教研', '2'],
  ['tag:引用', '0'],
  ['tag:t1', ''],
  ['collection:水利', '12'],
  ['collection:史话', '2'],
  ['-collection:水利', '03'],
  ['year:2003', '0'],
  ['year:2005', '1'],
  ['year:2005..', '13'],
  ['year:..2005', '01'],
  ['year:2003..2006 year:2005..2009', '13'],
  ['author:李 year:2005', '1'],
  ['note:改革', '0123'],
  ['党史', '0123'],
])('%s lets through', (query, wanted) => {
  const here = some(0, 1, 2, 3);
  expect(placesIn(matchFilters(ledger, values, parseQuery(query), here, names))).toBe(wanted);
  expect(placesIn(here)).toBe('0123');
  expect(placesIn(matchFilters(ledger, values, parseQuery(query), some(1), names))).toBe(
    wanted.includes('1') ? '1' : '',
  );
});

it('a place has what stands in it, and the same array until the ledger changes', () => {
  const { ledger: own } = smallLedger([{}, { state: TRASHED }, { state: DEAD }, {}]);
  const places = placesOf(own);
  expect([placesIn(places('kept')), placesIn(places('trash'))]).toEqual(['03', '1']);
  expect(places('kept')).toBe(places('kept'));
  own.states[0] = TRASHED;
  expect(placesIn(places('kept'))).toBe('03');
  own.version += 1;
  expect([placesIn(places('kept')), placesIn(places('trash'))]).toEqual(['3', '01']);
});

it('hits among some essays are those that are both', () => {
  const ids = [0, 2, 9].map(idAtPlace);
  expect(placesIn(hitsAmong(some(0, 1), ledger, ids))).toBe('0');
  expect(placesIn(hitsAmong(some(0, 1, 2, 3), ledger, []))).toBe('');
});

describe('beside the text', () => {
  const sounds: Readonly<Record<string, readonly string[]>> = {
    王: ['wang'],
    小: ['xiao'],
    明: ['ming'],
    改: ['gai'],
    革: ['ge'],
    开: ['kai'],
    放: ['fang'],
  };
  const readings = readingsOf((character) => sounds[character] ?? []);
  const marks = new Map([[idAtPlace(3), '县域经济\n要紧']]);
  const parts = { ledger, values, names, marks, readings };

  it.each([
    ['党校', '01'],
    ['青山', '0'],
    ['改革', '2'],
    ['引用', '0'],
    ['水利', '12'],
    ['史话', '2'],
    ['县域', '3'],
    ['要', '03'],
    ['wxm', '0'],
    ['wangxm', '0'],
    ['xiaoming', null],
    ['gaige', '01'],
    ['kaifang', '1'],
    ['无此', null],
  ])('%s is found', (term, wanted) => {
    const found = besideText(parts, term);
    expect(found && placesIn(found)).toBe(wanted);
  });

  it('nothing is found by pinyin while it is not at hand', () => {
    expect(besideText({ ...parts, readings: null }, 'gaige')).toBeNull();
  });
});

describe('values of a column', () => {
  const { ledger: own, values: ofOwn } = smallLedger(
    ['', '甲\nＡ乙', '乙丙', 'a', '丙乙\n甲'].map((author) => ({ author })),
  );
  const { author } = ofOwn;
  const codes = (found: Uint8Array): string => [...found.keys()].filter((code) => found[code] === 1).join('');

  it.each([
    ['甲', '14'],
    ['a', '13'],
    ['a乙', '1'],
    ['乙丙', '2'],
    ['丙乙', '4'],
    ['丙', '24'],
    ['丁', ''],
    ['乙乙', ''],
    ['a丙', ''],
  ])('that hold %s', (text, wanted) => {
    expect(codes(author.codesHolding(text))).toBe(wanted);
    expect([0, 1, 2, 3, 4].filter((code) => author.holds(code, text)).join('')).toBe(wanted);
    expect(codes(author.codesWhere((_, folded) => folded.includes(text)))).toBe(wanted);
  });

  it('are parted by lines', () => {
    expect([0, 1, 9].map(author.of)).toEqual([[''], ['甲', 'Ａ乙'], ['']]);
    expect(codes(author.codesWhere((value) => value === '甲'))).toBe('14');
    expect(codes(author.codesWhere((value) => value === ''))).toBe('0');
  });

  it('that come later are among them', () => {
    own.columns.author.texts.push('丁\n甲');
    expect(codes(author.codesHolding('甲'))).toBe('145');
    expect(codes(author.codesWhere((value) => value === '丁'))).toBe('5');
    expect([author.holds(5, '丁'), author.holds(4, '丁')]).toEqual([true, false]);
  });
});
