import { expect, it } from 'vitest';
import { readPublicationLine } from '../../../lib/lines/publication-line.ts';

/** The issue and the names that a line gives. */
function readingOf(text: string): string {
  const read = readPublicationLine(text);
  return read === null ? '–' : `${read.publication}¦${read.names ?? '–'}`;
}

it.each([
  ['转自3809-9-0山网', '–'],
  ['；删减摘自2006年5月5日《日报》', '–'],
  ['载\u3000：1971年81月《11》', '《11》1971年81月¦–'],
  ['（本文载《学刊》6067-33-15', '《学刊》¦–'],
  ['《学刊》期；本文删改', '《学刊》期¦–'],
  ['《学刊》期2004-1-2）', '《学刊》期¦–'],
  ['《学刊》期\u3000卫 ', '《学刊》期¦卫'],
  ['摘自2006年5月15日《日报》', '《日报》2006年5月15日¦–'],
  ['原载《清河学刊》，有删节', '《清河学刊》¦–'],
  ['载2002年《甲甲》', '《甲甲》2002年¦–'],
  ['载: 2027年第4期《甲（》', '《甲（》2027年第4期¦–'],
  ['载1930年第04期\u3000《（。》', '《（。》1930年第04期¦–'],
  ['转自山网5802-6-0', '山网¦–'],
  ['本文来源于山论坛', '山论坛¦–'],
  ['转自本文网', '本文网¦–'],
  ['转自青山网, 删改 \u3000)', '青山网¦–'],
])('%j → %s', (text, reading) => {
  expect(readingOf(text)).toBe(reading);
});
