import { describe, expect, it } from 'vitest';
import { evidenceText, fillLines, paragraph, prose, type RecognisedParts } from '../../support/recognise-parts.ts';

const has = (parts: RecognisedParts, id: string): boolean => evidenceText(parts, id) !== undefined;

describe('where credits and tools are looked for', () => {
  const credit = '<div>来源：本刊资料室 发布时间：2005-07-14</div>';
  const bar = '<div>【打印】【关闭】</div>';

  it.each<[string, RecognisedParts, string, boolean]>([
    ['a credit line three lines above the title', { above: credit + fillLines(2) }, 'credit-line', true],
    ['a credit line four lines above it', { above: credit + fillLines(3) }, 'credit-line', false],
    ['a credit line twelve lines below the body', { below: fillLines(11) + credit }, 'credit-line', true],
    ['a credit line thirteen lines below it', { below: fillLines(12) + credit }, 'credit-line', false],
    ['a credit line below the title', { credits: credit }, 'credit-line', true],
    ['tools below the title', { credits: bar }, 'tools', true],
    ['tools above the title', { above: bar }, 'tools', false],
    ['tools twelve lines below the body', { below: fillLines(11) + bar }, 'tools', true],
    ['tools thirteen lines below it', { below: fillLines(12) + bar }, 'tools', false],
    ['a tool that is no article’s', { credits: '<div>推荐 转发</div>' }, 'tools', false],
    ['a size of letters', { credits: '<div>字体：大 中 小</div>' }, 'tools', true],
    ['another word for it', { credits: '<div>字号：大 中 小</div>' }, 'tools', true],
    ['a bookmark', { credits: '<div>收藏 推荐</div>' }, 'tools', true],
    ['a window to close', { credits: '<div>关闭 推荐</div>' }, 'tools', true],
    ['a page to print', { credits: '<div>打印 推荐</div>' }, 'tools', true],
  ])('%s', (_, parts, id, isThere) => {
    expect(has(parts, id)).toBe(isThere);
  });

  it.each([
    ['/2006/07/1.htm', false],
    ['/200607/1.htm', false],
    ['/2006-07/1.htm', false],
    ['/2006_12/1.htm', false],
    ['/a/1999/10/1.htm', false],
    ['/2006/13/1.htm', true],
    ['/2006/00/1.htm', true],
    ['/2006/7/1.htm', true],
    ['/2106/07/1.htm', true],
    ['/a2006/07/1.htm', true],
    ['/1.htm', true],
  ])('no credits at %s are missed: %s', (path, isMissed) => {
    expect(has({ url: `http://10.0.0.1${path}` }, 'no-credit')).toBe(isMissed);
  });
});

describe('how much there is of a thing', () => {
  const many = (count: number, one: (n: number) => string): string =>
    Array.from({ length: count }, (_, n) => one(n)).join('');
  const text = (size: number): string => `<p>${prose.repeat(10).slice(0, size - 1)}。</p>`;
  const links = (characters: number): string =>
    many(characters / 10, (n) => `<p><a href="/${n}">水利简讯各乡动态第甲</a></p>`);
  const password = '<form><input type="password"></form>';

  it.each<[string, RecognisedParts, string, boolean]>([
    ['59 characters', { body: text(59) }, 'body', false],
    ['60 characters', { body: text(60) }, 'body', true],
    ['59 characters', { body: text(59) }, 'no-body', true],
    [
      'a line half of which is a link',
      { body: `<p>${prose.slice(0, 30)}<a href="/a">${prose.slice(0, 30)}</a></p>` },
      'body',
      false,
    ],
    [
      'a line less than half of which is a link',
      { body: `<p>${prose.slice(0, 60)}<a href="/a">${prose.slice(0, 58)}</a></p>` },
      'body',
      true,
    ],
    ['links of 500 characters beside 100', { body: text(100), below: links(500) }, 'link-list', true],
    ['links of 400 characters beside 100', { body: text(100), below: links(400) }, 'link-list', false],
    ['links of 410 characters beside 100', { body: text(100), below: links(410) }, 'link-list', true],
    ['links of 900 characters beside 199', { body: text(199), below: links(900) }, 'link-list', true],
    ['links of 900 characters beside 200', { body: text(200), below: links(900) }, 'link-list', false],
    ['links that are less than the rest', { body: text(70), below: links(300) + fillLines(60) }, 'link-list', false],
    ['a password beside 199 characters', { body: text(199), below: password }, 'login', true],
    ['a password beside 200 characters', { body: text(200), below: password }, 'login', false],
    ['another field', { body: text(70), below: '<form><input type="text"></form>' }, 'login', false],
  ])('%s: %j', (_, parts, id, isThere) => {
    expect(has(parts, id)).toBe(isThere);
  });

  it.each([
    [30, false],
    [29, true],
  ])('of a hundred characters %i Han ones', (han, isForeign) => {
    expect(has({ body: `<p>${'水'.repeat(han)}${'pond'.repeat(25).slice(0, 100 - han)}</p>` }, 'not-chinese')).toBe(
      isForeign,
    );
  });

  const entry = (n: number): string => `<div>作者：林有禾 发布时间：2005-07-1${n}</div>`;
  it.each<[string, RecognisedParts, string | undefined]>([
    [
      'four entries below a long text',
      { body: text(500), below: many(4, entry) },
      '作者：林有禾 发布时间：2005-07-10 / 作者：林有禾 发布时间：2005-07-11 / 作者：林有禾 发布时间：2005-07-12',
    ],
    ['three below a long text', { body: text(500), below: many(3, entry) }, undefined],
    [
      'three below 399 characters',
      { body: text(399), below: many(3, entry) },
      '作者：林有禾 发布时间：2005-07-10 / 作者：林有禾 发布时间：2005-07-11 / 作者：林有禾 发布时间：2005-07-12',
    ],
    ['three below 400', { body: text(400), below: many(3, entry) }, undefined],
    ['two below a short text', { body: text(100), below: many(2, entry) }, undefined],
    ['entries without a date', { body: text(500), below: '<div>作者：林有禾 来源：求是</div>'.repeat(4) }, undefined],
    [
      'entries with a link',
      { body: text(500), below: many(4, (n) => entry(n).replace('林有禾', '<a href="/a">林有禾</a>')) },
      undefined,
    ],
  ])('%s', (_, parts, shown) => {
    expect(evidenceText(parts, 'many-entries')).toBe(shown);
  });

  it.each([
    ['[下载]', true],
    ['下载', true],
    ['（点击下载）', true],
    ['[说明]', false],
  ])('rows of files whose link says %s: %s', (words, isList) => {
    const row = (n: number): string =>
      `<p>课件之${n} 更新时间：2006-1-${n + 1} 下载次数：${n} <a href="/${n}.rar">${words}</a></p>`;
    expect(has({ body: paragraph + many(4, row) + paragraph }, 'many-entries')).toBe(isList);
    expect(has({ body: paragraph + many(3, row) + paragraph }, 'many-entries')).toBe(false);
  });

  it.each([
    ['2005-07-14', true],
    ['2005/7/14', true],
    ['2005.7.14', true],
    ['2005年7月14日', true],
    ['[2005-07-14]', true],
    ['(1999-07-14)', true],
    ['（2005-07-14）', true],
    ['【2005-07-14】', true],
    ['2005-07-14 止', false],
    ['2005-07', false],
    ['2105-07-14', false],
  ])('rows of links that close with %s: %s', (date, isList) => {
    const rows = (count: number): string =>
      many(count, (n) => `<p><a href="/${n}.htm">水利简讯第${'甲乙丙丁'[n]}期</a> ${date}</p>`);
    const of = (count: number): string | undefined =>
      evidenceText({ body: paragraph + rows(count) + paragraph }, 'many-entries');
    expect(of(4)).toBe(isList ? `水利简讯第甲期 ${date}` : undefined);
    expect(of(3)).toBeUndefined();
    expect(has({ body: paragraph + paragraph, below: rows(4) }, 'many-entries')).toBe(false);
  });
});
