import { expect, it } from 'vitest';
import { fieldNames, fieldOfName } from '../../../../lib/search/query/fields.ts';
import { parseQuery } from '../../../../lib/search/query/parse-query.ts';

/** A query as it was understood, in short. */
function understood(typed: string): string {
  const { all, none, filters, years, either, words } = parseQuery(typed);
  return [
    ...all.map((term) => `+${term}`),
    ...none.map((term) => `-${term}`),
    ...filters.map(({ name, text, not }) => `${not ? '-' : ''}${name}=${text}`),
    ...years.map(([from, to]) => `${from}..${to}`),
    ...either.map((group) =>
      group.map(({ all: terms, filters: own }) => `${terms}${own.map(({ text }) => text)}`).join('|'),
    ),
    ...(words.length > 0 ? [`(${words.join(' ')})`] : []),
  ].join(' ');
}

it.each([
  ['甲 OR 乙', '甲|乙 (甲 乙)'],
  ['甲 | 乙', '甲|乙 (甲 乙)'],
  ['甲 || 乙', '甲|乙 (甲 乙)'],
  ['甲 或 乙', '甲|乙 (甲 乙)'],
  ['甲 ＯＲ 乙', '甲|乙 (甲 乙)'],
  ['甲 ｜ 乙', '甲|乙 (甲 乙)'],
  ['甲 或者 乙', '+甲 +或者 +乙 (甲 或者 乙)'],
  ['甲 FOR 乙', '+甲 +for +乙 (甲 FOR 乙)'],
  ['甲 ORE 乙', '+甲 +ore +乙 (甲 ORE 乙)'],
  ['甲 or 乙', '+甲 +or +乙 (甲 or 乙)'],
  ['甲 OR 乙 丙', '+丙 甲|乙 (甲 乙 丙)'],
  ['甲 OR 乙 OR 丙', '甲|乙|丙 (甲 乙 丙)'],
  ['甲 乙 OR 丙 丁', '+甲 +丁 乙|丙 (甲 乙 丙 丁)'],
  ['甲 OR', '+甲 (甲)'],
  ['OR 甲', '+or +甲 (OR 甲)'],
  ['甲 OR "" 乙', '甲|乙 (甲 乙)'],
  ['甲 OR author:乙', '甲|乙 (甲)'],
  ['author:', ''],
  ['1author:', '+1author: (1author:)'],
  ['作者：', ''],
  ['foo:', '+foo: (foo:)'],
  ['title:甲', 'title=甲 (甲)'],
  ['-title:甲', '-title=甲'],
  ['author:甲', 'author=甲'],
  ['note:甲', 'note=甲 (甲)'],
  ['-note:甲', '-note=甲'],
  ['keyword:甲', 'keyword=甲 (甲)'],
  ['year:2003年', '2003..2003'],
  ['year:2003年至2005年', '2003..2005'],
  ['year:2003到2005', '2003..2005'],
  ['year:2003—2005', '2003..2005'],
  ['year:2003–2005', '2003..2005'],
  ['year:2003~2005', '2003..2005'],
  ['year:2003…2005', '2003..2005'],
  ['year:2003...2005', '+year:2003...2005 (year:2003...2005)'],
  ['year:203', '+year:203 (year:203)'],
  ['year:12003', '+year:12003 (year:12003)'],
  ['year:2003..20051', '+year:2003..20051 (year:2003..20051)'],
  ['-甲', '-甲'],
  ['－甲', '-甲'],
  ['−甲', '-甲'],
  ['甲-乙', '+甲-乙 (甲-乙)'],
  ['“甲 乙”丙', '+甲 乙 +丙 (甲 乙 丙)'],
  ['『甲 乙』', '+甲 乙 (甲 乙)'],
  ['＂甲 乙＂', '+甲 乙 (甲 乙)'],
  ['作者:「甲 乙」', 'author=甲 乙'],
])('%s is understood as %s', (typed, wanted) => {
  expect(understood(typed)).toBe(wanted);
});

it('a field is known by each of its names, in any width, case and script', () => {
  for (const [field, names] of Object.entries(fieldNames)) {
    expect(names.length).toBeGreaterThan(1);
    for (const name of names) expect(fieldOfName(name)).toBe(field);
  }
  expect(['ＡＵＴＨＯＲ', '關鍵詞', '摘要', '期次', '筆記', '劃線', '學校', '甲'].map(fieldOfName)).toEqual([
    'author',
    'keyword',
    'abstract',
    'issue',
    'note',
    'mark',
    'school',
    null,
  ]);
});
