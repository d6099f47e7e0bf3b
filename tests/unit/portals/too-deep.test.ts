import { expect, it } from 'vitest';
import { isTooLarge } from '../../../lib/portals/survey-page.ts';
import { parsePage } from '../../support/parse-page.ts';

const isTooLargeWith = (body: string): boolean =>
  isTooLarge(parsePage(`<html><body>${body}</body></html>`, 'http://dx.example/'));
const deep = (levels: number): string => `${'<div>'.repeat(levels)}字${'</div>'.repeat(levels)}`;
const wide = (elements: number): string => '<p><b><i>字</i></b></p>'.repeat(elements);

it.each([
  ['few elements', wide(3), false],
  ['many elements on few levels', wide(600), false],
  ['many levels', deep(1100), true],
  ['less than a thousand levels beside many elements', `${wide(400)}${deep(900)}`, false],
  ['many levels behind many elements', `${wide(400)}${deep(1100)}`, true],
  ['many levels before many elements', `${deep(1100)}${wide(400)}`, true],
  // `<html>`, `<body>` and the text count as well: the text stands 1,000 levels below the first.
  ['a thousand levels behind many elements', `${wide(400)}${deep(998)}`, false],
  ['a thousand levels and one', `${wide(400)}${deep(999)}`, true],
  ['many times some levels', deep(300).repeat(5), false],
])('a page of %s', (_, body, tooLarge) => {
  expect(isTooLargeWith(body)).toBe(tooLarge);
});
