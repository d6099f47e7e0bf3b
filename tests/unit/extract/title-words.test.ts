import { expect, it } from 'vitest';
import { isNoTitle, mostInTitle, weightOfWords } from '../../../lib/extract/title-words.ts';

const named = { whole: '水利史话续编_青山党校_理论研究', parts: ['水利史话续编', '青山党校', '理论研究'] };
const nameless = { whole: '', parts: [] };

/** Weight and whether it is no title on a page that has a title, the same on one that has none, and the room that it gives as a title. */
const readingOf = (text: string): string =>
  [
    weightOfWords(text, named),
    isNoTitle(text, named),
    weightOfWords(text, nameless),
    isNoTitle(text, nameless),
    mostInTitle({ whole: text, parts: [text] }),
  ].join(' ');

it.each([
  ['丙', ' false  false 80'],
  ['--', ' false  false 80'],
  [
    '1233甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲',
    ' false  false 81',
  ],
  ['甲图0', '-1 false -1 false 80'],
  ['首页甲', '-1 false -1 false 80'],
  ['表8', '-1 true -1 true 80'],
  ['表 2', '-1 true -1 true 80'],
  ['主讲：', '-1 true -1 true 80'],
  ['─–盿', '-1 true -1 true 80'],
  [
    '青山市委党校学报编辑部水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水',
    '-2 false -2 false 80',
  ],
  ['演讲人:。', '-3 true -3 true 80'],
  ['[木章]', '0 false 0 false 80'],
  ['课题组1', '0 false 0 false 80'],
  ['甲主讲：', '0 false 0 false 80'],
  ['；首页-甲', '0 false 0 false 80'],
  ['甲 →%甲', '0 false 0 false 80'],
  ['网市委党校校园网', '0 false 0 false 80'],
  ['水利史话续编甲甲甲甲甲甲甲甲甲甲甲甲甲', '0 false 0 false 80'],
  ['→甲甲»', '0 true 0 true 80'],
  ['记者林有禾', '0 true 0 true 80'],
  ['首页甲1>', '0 true 0 true 80'],
  ['中共宁波市委党校主办', '0 true 0 true 80'],
  ['\u3000青山市委党校学报 青山市委党校学报', '0 true 0 true 80'],
  ['甲甲甲甲甲甲甲甲甲 © 2012 中共安澜市委党校 甲甲甲 甲甲甲甲甲甲 甲甲甲甲甲甲甲甲', '0 true 0 true 80'],
  ['理论', '0.5 false -1 false 80'],
  ['水利史话续编水水水水水水水水水水水水', '4 false 0 false 80'],
  ['理论研究', '1.5 false 0 false 80'],
  ['青山党校', '4.5 false 0 false 80'],
  ['党校_理论研究', '4.5 false 0 false 80'],
  ['水利史话续编_青山党校_理论研究', '7 false 0 false 80'],
])('%j → %s', (text, reading) => {
  expect(readingOf(text)).toBe(reading);
});

// A page's `<title>` may say the column alone, and its heading too.
it.each([
  ['理论园地', 1.5],
  ['理论园地的由来', 7],
  ['水利史话续编与江河流域的研究', 7],
])('%s as all of a `<title>`: %d', (text, weight) => {
  expect(weightOfWords(text, { whole: text, parts: [text] })).toBe(weight);
});
