import { expect, it } from 'vitest';
import { matchesOf } from '../../../lib/text/matches-of.ts';

it.each([
  ['places', '作者：林有禾　来源：求是', /[:：]/g],
  ['groups', '【作者】林有禾【来源】求是', /【([^】]+)】/g],
  ['places of no width', '一|二|三', /^|(?<=[|])/g],
  ['nothing', '林有禾', /\d/g],
])('finds %s as matchAll does, time and again', (_, text, pattern) => {
  const all = [...text.matchAll(new RegExp(pattern))];
  expect(matchesOf(text, pattern)).toEqual(all);
  expect(matchesOf(text, pattern)).toEqual(all);
});
