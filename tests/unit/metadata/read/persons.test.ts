import { describe, expect, it } from 'vitest';
import { type PageParts, readPageFields } from '../../../support/read-page-fields.ts';
import { showFields } from '../../../support/show-fields.ts';

const read = (parts: PageParts): unknown => showFields(readPageFields(parts));

describe('credits of a line', () => {
  it('are taken over with their place, all of them', () => {
    const line =
      '<p>时间：2005-7-14 作者：林有禾 单位：科研处 来源：《求是》2004年第5期 责任编辑：王芳 点击：3 位置：首页 &gt; 党史</p>';
    const words = (place: string): unknown => ({
      publishedOn: `2005-07-14 ¦ 时间：2005-7-14 ¦ ${place}`,
      authors: `["林有禾"] ¦ 作者：林有禾 ¦ ${place}`,
      unit: `科研处 ¦ 单位：科研处 ¦ ${place}`,
      source: `求是 ¦ 来源：《求是》2004年第5期 ¦ ${place}`,
      issue: `{"title":"求是","year":2004,"issue":"5","date":null,"page":null} ¦ 来源：《求是》2004年第5期 ¦ ${place}`,
      editor: `王芳 ¦ 责任编辑：王芳 ¦ ${place}`,
      hits: `3 ¦ 点击：3 ¦ ${place}`,
      column: `["党史"] ¦ 位置：首页 > 党史 ¦ ${place}`,
    });
    expect(read({ head: line })).toEqual(words('credit-line'));
    expect(read({ tail: line })).toEqual(words('tail'));
    expect(read({ body: line })).toEqual({});
  });

  it.each<[string, string, boolean]>([
    ['a line of 2,000 characters', `<p>来源：求是　　【字体：${'大'.repeat(1990)}】</p>`, true],
    ['a longer one', `<p>来源：求是　　【字体：${'大'.repeat(1991)}】</p>`, false],
    ['with a telephone', '<p>来源：求是 电话：12</p>', false],
    ['with a fax', '<p>来源：求是 传真：12</p>', false],
    ['with a postal code', '<p>来源：求是 邮编：12</p>', false],
    ['with a long postal code', '<p>来源：求是 邮政编码：12</p>', false],
    ['with an address', '<p>来源：求是 地址：塘边</p>', false],
    ['with a spaced address', '<p>来源：求是 地　址：塘边</p>', false],
    ['with an e-mail', '<p>来源：求是 E-mail：a</p>', false],
    ['with an email', '<p>来源：求是 email：a</p>', false],
    ['with who supports it', '<p>来源：求是 技术支持：a</p>', false],
    ['of those who made the site', '<p>来源：求是 信息中心制作</p>', false],
    ['of those who tend it', '<p>来源：求是 办公室 维护</p>', false],
    ['of who made it, with a colon', '<p>来源：求是 制作 : 王芳</p>', false],
    ['of who tends it, with a colon', '<p>来源：求是 维护：王芳</p>', false],
    ['with such a word alone', '<p>来源：求是 精心制作</p>', true],
    ['with the counter of a toolbar', '<p>来源：求是 打印</p>', true],
    ['of the footer', '<p>来源：求是 版权所有</p>', false],
  ])('%s', (_, head, isRead) => {
    expect(readPageFields({ head }).source !== undefined).toBe(isRead);
  });

  it('stand in editors’ lines and counters, and in no toolbar', () => {
    expect(read({ tail: '<p>责任编辑：王芳</p>' })).toEqual({ editor: '王芳 ¦ 责任编辑：王芳 ¦ tail' });
    expect(read({ tail: '<p>人气：245</p>' })).toEqual({ hits: '245 ¦ 人气：245 ¦ tail' });
    expect(read({ tail: '<p>打印 关闭 收藏</p>' })).toEqual({});
    expect(read({ tail: '<p>★★★ 3</p>' })).toEqual({});
  });
});

describe('names that are links or words of the menu', () => {
  const date = '2005-7-14';

  it.each<[string, PageParts, string[] | undefined]>([
    ['a plain name', { head: `<p>${date}　　林有禾</p>` }, ['林有禾']],
    ['a linked name', { head: `<p>${date}　　<a href="a">林有禾</a></p>` }, undefined],
    ['a linked name that is labelled', { head: '<p>作者：<a href="a">林有禾</a></p>' }, ['林有禾']],
    ['two linked names', { head: `<p>${date}　　<a href="a">林有禾</a> <a href="b">王芳</a></p>` }, undefined],
    [
      'a name that is linked below',
      { head: `<p>${date}　　林有禾</p>`, tail: '<p><a href="a">林有禾</a></p>' },
      undefined,
    ],
    ['a name spread over a link', { head: `<p>${date}　　<a href="a">林 有禾</a></p>` }, undefined],
    ['one of two', { head: `<p>${date}　　林有禾 <a href="b">王芳</a></p>` }, ['林有禾', '王芳']],
    ['a crumb', { title: '论塘', menu: '<p>首页 &gt; 林有禾 &gt; 党史</p>', head: '<p>作者：林有禾</p>' }, undefined],
    [
      'a crumb among names',
      { title: '论塘', menu: '<p>首页 &gt; 林有禾 &gt; 党史</p>', head: '<p>作者：林有禾 王芳</p>' },
      ['王芳'],
    ],
    [
      'a word of the title that is no name',
      { documentTitle: '塘边水_论塘与堤', head: '<p>作者：塘边水</p>' },
      undefined,
    ],
    ['a name in the title', { documentTitle: '林有禾_论塘与堤', head: '<p>作者：林有禾</p>' }, ['林有禾']],
    ['a name in the title, apart', { documentTitle: '塘 边水_论塘与堤', head: '<p>作者：塘边水</p>' }, undefined],
  ])('%s', (_, parts, names) => {
    expect(readPageFields(parts).authors?.value).toEqual(names);
  });

  it('give no unit either', () => {
    expect(readPageFields({ head: `<p>${date}　　组织处</p>` }).unit?.value).toBe('组织处');
    expect(readPageFields({ head: `<p>${date}　　<a href="a">组织处</a></p>` }).unit).toBeUndefined();
    expect(readPageFields({ head: `<p>${date}　　<a href="a">组织处</a></p>` }).publishedOn?.value).toBe('2005-07-14');
  });
});

describe('bylines', () => {
  it.each<[string, PageParts, string | undefined]>([
    ['under the title, before a credit below', { head: '<p>林有禾</p>', tail: '<p>作者：王芳</p>' }, '林有禾 byline'],
    ['in a credit line, before one under the title', { head: '<p>作者：王芳</p><p>林有禾</p>' }, '王芳 credit-line'],
    ['at the end, behind a credit below', { body: '<p>水（林有禾）</p>', tail: '<p>作者：王芳</p>' }, '王芳 tail'],
    ['at the end', { body: '<p>水（林有禾）</p>' }, '林有禾 signature'],
    ...['图片', '图库', '图集', '图说', '摄影', '影像', '影集'].map(
      (column): [string, PageParts, string | undefined] => [
        `at the end of what stands in ${column}`,
        { title: '论塘', menu: `<p>首页 &gt; 党史 &gt; ${column}</p>`, body: '<p>水（林有禾）</p>' },
        undefined,
      ],
    ),
    [
      'under the title of what stands in 图片',
      { title: '论塘', menu: '<p>首页 &gt; 党史 &gt; 图片</p>', head: '<p>林有禾</p>' },
      '林有禾 byline',
    ],
    [
      'at the end of what stands in 图书',
      { title: '论塘', menu: '<p>首页 &gt; 党史 &gt; 图书</p>', body: '<p>水（林有禾）</p>' },
      '林有禾 signature',
    ],
    [
      'in brackets of the head of what stands in 图片',
      { title: '论塘', menu: '<p>首页 &gt; 党史 &gt; 图片</p>', head: '<p>塘里的水满了 [林有禾]</p>' },
      '林有禾 credit-line',
    ],
  ])('%s', (_, parts, shown) => {
    const { authors } = readPageFields(parts);
    expect(authors && `${authors.value.join(' ')} ${authors.place}`).toBe(shown);
  });

  it('are read whole from the link of a name that is cut short', () => {
    const link = '<a href="ShowAuthor.asp?AuthorName=林有禾 王芳">林有…</a>';
    expect(read({ head: `<p>作者：${link}</p>` })).toEqual({
      authors: '["林有禾","王芳"] ¦ 林有禾 王芳 ¦ author-link',
    });
    expect(read({ head: '<p>作者：林有…</p>' })).toEqual({
      authors: '["林有…"] ¦ 作者：林有… ¦ credit-line ¦ truncated',
    });
    expect(read({ head: `<p>作者：李明</p><p>${link}</p>` })).toEqual({
      authors: '["李明"] ¦ 作者：李明 ¦ credit-line',
    });
  });
});

describe('the line that names the issue of a reprint', () => {
  const line = '（摘自《行政论丛》2001年第3期）';
  const fields = {
    source: `行政论丛 ¦ ${line} ¦ signature`,
    issue: `{"title":"行政论丛","year":2001,"issue":"3","date":null,"page":null} ¦ ${line} ¦ signature`,
  };
  const water = (n: number): string => '<p>水。</p>'.repeat(n);

  it.each<[string, PageParts, unknown]>([
    [
      'under the title',
      { head: `<p>${line}</p>` },
      expect.objectContaining({ source: expect.stringContaining('行政论丛') }),
    ],
    ['in the last line', { body: `${water(5)}<p>${line}</p>` }, fields],
    ['in the last but one', { body: `${water(5)}<p>${line}</p>${water(1)}` }, fields],
    ['before that', { body: `${water(5)}<p>${line}</p>${water(2)}` }, {}],
    [
      'without an issue',
      { body: '<p>（摘自《行政论丛》）</p>' },
      { source: '行政论丛 ¦ （摘自《行政论丛》） ¦ signature' },
    ],
    [
      'behind a source that is labelled',
      { head: '<p>来源：求是</p>', body: `${water(5)}<p>${line}</p>` },
      { source: '求是 ¦ 来源：求是 ¦ credit-line', issue: fields.issue },
    ],
    ['two of them', { body: `<p>${line}</p><p>（摘自《求是》2002年第4期）</p>` }, fields],
  ])('%s', (_, parts, found) => {
    expect(read(parts)).toEqual(found);
  });

  it('stands among the first eight lines below', () => {
    const parts = (n: number): PageParts => ({ tail: `${'<p>说塘的事。</p>'.repeat(n)}<p>${line}</p>` });
    expect(readPageFields(parts(7)).source?.value).toBe('行政论丛');
    expect(readPageFields(parts(8)).source?.place).not.toBe('signature');
  });
});
