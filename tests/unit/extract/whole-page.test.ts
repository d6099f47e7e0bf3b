import { expect, it } from 'vitest';
import { readOutline } from '../../../lib/extract/outline.ts';
import { smallPage } from '../../support/small-page.ts';

it.each([
  [6000, false],
  [6001, true],
])('a page of %i lines is taken whole: %s', (count, whole) => {
  const { body, title } = smallPage('甲<br>'.repeat(count));
  const outline = readOutline(body, title);
  expect(outline.whole).toBe(whole);
  if (whole) {
    expect([outline.title, outline.head, outline.body]).toEqual([
      null,
      [],
      { first: 0, last: count - 1, score: count },
    ]);
  }
});
