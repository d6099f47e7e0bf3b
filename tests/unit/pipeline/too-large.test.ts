import { Readability } from '@mozilla/readability';
import { describe, expect, it, vi } from 'vitest';
import { isBeyondReading } from '../../../lib/dom/measure-html.ts';
import { readPage } from '../../../lib/pipeline/read-page.ts';
import { parsePage } from '../../support/parse-page.ts';

const url = 'http://www.bydx.gov.cn/show.asp?id=9';
const article =
  '<p>　　水渠修到第三里，村里的人开会商量谁家先浇地。商量的结果，是按田块的高低排队，高处先浇，低处后浇。</p>'.repeat(
    8,
  );
const page = (more: string): string =>
  `<html><body><h1>水渠边上的会议</h1>${article}${more}<p>版权所有：中共北原县委党校</p></body></html>`;

describe('HTML that is not parsed', () => {
  it.each([
    ['200,000 nested DIVs', () => '<div>'.repeat(200_000)],
    ['20,000 nested DIVs', () => `${'<div>'.repeat(20_000)}字${'</div>'.repeat(20_000)}`],
    ['nested inline elements', () => '<font color=red><b>'.repeat(4000)],
    ['a million links', () => '<a href="1">文</a>'.repeat(1_000_000)],
    ['a hundred thousand options', () => `<select>${'<option>字'.repeat(100_000)}</select>`],
    ['tags in capitals', () => '<DIV>'.repeat(5000)],
    ['tags of its own', () => '<X-Y>'.repeat(5000)],
  ])('%s', (_, html) => {
    expect(isBeyondReading(page(html()))).toBe(true);
  });

  it.each([
    ['an essay', () => ''],
    ['a book of lines', () => '一行字<br>'.repeat(50_000)],
    ['a book of paragraphs that nothing closes', () => '<p>一段字'.repeat(40_000)],
    ['a long table that nothing closes', () => `<table>${'<tr><td>甲<td>乙'.repeat(20_000)}</table>`],
    ['links that nothing closes', () => '<a href=x>字'.repeat(5000)],
    ['some hundred fonts that nothing closes', () => '<font size=2>字'.repeat(900)],
    ['five million spaces', () => ' '.repeat(5_000_000)],
    ['signs that are no tags', () => '1 < 2 <3 <= '.repeat(100_000)],
  ])('is none of: %s', (_, html) => {
    expect(isBeyondReading(page(html()))).toBe(false);
  });
});

describe('a page that holds more than an essay', () => {
  it.each([
    ['three million characters in a paragraph', () => `<p>${'水渠边上的会议开了三天。'.repeat(280_000)}</p>`],
    ['seventy thousand preformatted lines', () => `<pre>${'字\n'.repeat(70_000)}</pre>`],
  ])('is said to be too large: %s', (_, html) => {
    const read = readPage({ document: parsePage(page(html()), url), url }, { any: true });
    expect(read).toMatchObject({ ok: false, problem: { code: 'too-large' } });
  });

  it('is said to be too large where it was not even parsed', () => {
    const read = readPage({ document: parsePage('', url), url, tooLarge: true }, {});
    expect(read).toMatchObject({ ok: false, problem: { code: 'too-large' } });
  });

  it.each([
    ['five million spaces', () => ' '.repeat(5_000_000)],
    ['three million wide spaces', () => '　'.repeat(3_000_000)],
    ['nine hundred thousand signs without a break', () => `<p>${'1'.repeat(400_000)}${'（'.repeat(400_000)}</p>`],
    ['eighty thousand days', () => `<p>${'2004-05-12 '.repeat(80_000)}</p>`],
    ['thirty thousand English words', () => `<p>${'lorem ipsum dolor sit amet '.repeat(30_000)}</p>`],
  ])('is read where it only takes room: %s', (_, html) => {
    const read = readPage({ document: parsePage(page(html()), url), url }, { any: true });
    expect(read.ok).toBe(true);
  });
});

describe('a page of very many elements', () => {
  it('is read without a second reading, which would take seconds', () => {
    const parse = vi.spyOn(Readability.prototype, 'parse');
    const read = (links: number) => {
      const document = parsePage(page('<a href="1.htm">文</a>'.repeat(links)), url);
      return readPage({ document, url }, { any: true, secondReader: true });
    };
    expect(read(21_000).ok).toBe(true);
    expect(parse).not.toHaveBeenCalled();
    expect(read(10).ok).toBe(true);
    expect(parse).toHaveBeenCalled();
  });
});
