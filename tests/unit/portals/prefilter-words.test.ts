import { expect, it } from 'vitest';
import { mayBeSchools } from '../../../lib/portals/prefilter.ts';
import { parsePage } from '../../support/parse-page.ts';

const url = 'http://10.0.0.1/1.htm';
const mayBe = (html: string, address = url): boolean =>
  mayBeSchools({ document: parsePage(html, address), url: address });

it.each([
  ['党校', true],
  ['黨校', true],
  ['党(dang)校', true],
  ['党(12345678)校', true],
  ['党(123456789)校', false],
  ['党()校', false],
  ['党(a', false],
  ['某校', false],
  ['行政学院', true],
  ['行政學院', true],
  ['行政院', false],
  ['社会主义学院', true],
  ['社會主義學院', true],
  ['社会主义院', false],
  ['某会主义学院', false],
  ['干部学院', true],
  ['幹部學院', true],
  ['某部学院', false],
  ['干部院', false],
  ['学院', false],
])('a page that says %s: %s', (words, isSchools) => {
  expect(mayBe(`<p>清河${words}</p>`)).toBe(isSchools);
});

it.each([
  ['<title>清河党校</title>', true],
  ['<p>塘</p>', false],
  ['<img alt="清河党校">', true],
  ['<img title="清河党校">', true],
  ['<img alt="塘" title="清河党校">', true],
  ['<meta name="a" content="清河党校">', true],
  ['<a title="清河党校">塘</a>', false],
  ['<img alt="塘"><img alt="党校">', true],
  ['<img alt="党校"><img alt="塘">', true],
])('%s: %s', (html, isSchools) => {
  expect(mayBe(html)).toBe(isSchools);
});

it.each([
  ['http://www.nbdx.cn/a', true],
  ['http://www.qsswdx.cn/a', true],
  ['http://www.qsdx.gov.cn/a', true],
  ['http://www.bjdx.gov.cn/a', false],
  ['http://wueb.cn/a', false],
  ['http://web.archive.org/web/2005/http://www.nbdx.cn/a', true],
  ['http://www.qingshan.cn/a', false],
])('a page of %s: %s', (address, isSchools) => {
  expect(mayBe('<p>塘</p>', address)).toBe(isSchools);
});
