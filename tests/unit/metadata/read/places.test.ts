import { describe, expect, it } from 'vitest';
import { type PageParts, readPageFields } from '../../../support/read-page-fields.ts';
import { showFields } from '../../../support/show-fields.ts';

const read = (parts: PageParts): unknown => showFields(readPageFields(parts));
const meta = (name: string, content: string): string => `<meta name="${name}" content="${content}">`;

describe('the title', () => {
  it.each<[PageParts, string | null]>([
    [{ title: '★论塘' }, '论塘 ¦ ★论塘 ¦ title-line'],
    [{ title: '论塘', documentTitle: '另一个题目' }, '论塘 ¦ 论塘 ¦ title-line'],
    [{ documentTitle: '论塘与堤' }, '论塘与堤 ¦ 论塘与堤 ¦ title-element'],
    [{ documentTitle: '论塘堤' }, null],
    [{ documentTitle: '清河县委党校_论塘与堤' }, '论塘与堤 ¦ 清河县委党校_论塘与堤 ¦ title-element'],
    [{ documentTitle: '中共清河县委党校' }, null],
    [{ documentTitle: '清河县区党校_论塘与堤' }, '论塘与堤 ¦ 清河县区党校_论塘与堤 ¦ title-element'],
    [{ documentTitle: '清河党校' }, '清河党校 ¦ 清河党校 ¦ title-element'],
    [{ documentTitle: '党校的塘堤_论塘与堤' }, '党校的塘堤 ¦ 党校的塘堤_论塘与堤 ¦ title-element'],
    [
      { documentTitle: '党史研究_论塘与堤', menu: '<a href="a">党史 研究</a>' },
      '论塘与堤 ¦ 党史研究_论塘与堤 ¦ title-element',
    ],
    [{ documentTitle: '党史研究', menu: '<a href="a">党史研究</a>' }, '党史研究 ¦ 党史研究 ¦ title-element'],
    [{ documentTitle: '党史研究_论塘与堤', menu: '<p>党史研究</p>' }, '党史研究 ¦ 党史研究_论塘与堤 ¦ title-element'],
    [
      { documentTitle: '党史研究_论塘与堤', menu: '<p>党史研究 <a href="a">塘</a></p>' },
      '党史研究 ¦ 党史研究_论塘与堤 ¦ title-element',
    ],
    [{ documentTitle: '论塘与堤【字体：小 大】' }, '论塘与堤 ¦ 论塘与堤【字体：小 大】 ¦ title-element'],
    [{}, null],
  ])('of %j: %s', (parts, title) => {
    expect(read(parts)).toEqual(title === null ? {} : { title });
  });
});

describe('the column', () => {
  it.each<[PageParts, string | null]>([
    [{ menu: '<p>首页 &gt; 理论 &gt; 党史</p>', title: '论塘' }, '["理论","党史"]'],
    [{ menu: '<p>首页 &gt; 理论 &gt; 论塘</p>', title: '论塘' }, '["理论"]'],
    [{ menu: '<p>清河在线 &gt; 理论 &gt; 党史</p>', title: '论塘', documentTitle: '论塘_清河在线' }, '["理论","党史"]'],
    [
      { menu: '<p>清河在线 &gt; 理论 &gt; 党史</p>', title: '论塘', documentTitle: '清河在线_论塘' },
      '["清河在线","理论","党史"]',
    ],
    [
      {
        menu: '<p>清河一校 &gt; 理论 &gt; 党史</p>',
        title: '论塘',
        institution: { value: '清河一校', raw: '清河一校', place: 'footer' },
      },
      '["理论","党史"]',
    ],
    [{ menu: '<p>理论 &gt; 党史 &gt; 主页</p>', title: '论塘', documentTitle: '论塘_理论' }, '["理论","党史"]'],
    [{ menu: '<p>理论 &gt; 党史 &gt; 首 页</p>', title: '论塘', documentTitle: '论塘_理论' }, '["理论","党史"]'],
    [{ menu: '<p>说塘</p>', title: '论塘' }, null],
    [{ title: '论塘', head: '<p>首页 &gt; 理论 &gt; 党史</p>' }, null],
    [{ body: '<p>水。</p>', menu: '<p>首页 &gt; 理论 &gt; 党史</p>' }, '["理论","党史"]'],
  ])('of %j: %s', (parts, column) => {
    const { column: found } = readPageFields(parts);
    expect(found ? JSON.stringify(found.value) : null).toBe(column);
  });
});

describe('the surest place comes first', () => {
  const comment = '<!--<$[发布日期]>begin-->2001-01-01<!--<$[发布日期]>end-->';
  const credit = '<p>发布时间：2002-01-01</p>';
  const metas = meta('PubDate', '2003-01-01');
  const url = 'http://dx.example/2004/0101/1.htm';
  const on = (parts: PageParts): unknown => {
    const { publishedOn } = readPageFields(parts);
    return publishedOn && showFields({ publishedOn });
  };

  it.each<[string, PageParts, string]>([
    ['a comment', { tail: comment, head: credit, metas, url }, '2001-01-01 ¦ 2001-01-01 ¦ comment:hanweb'],
    ['a credit line', { head: credit, metas, url }, '2002-01-01 ¦ 发布时间：2002-01-01 ¦ credit-line'],
    ['a credit line below', { tail: credit, metas, url }, '2002-01-01 ¦ 发布时间：2002-01-01 ¦ tail'],
    [
      'a credit line above',
      { head: credit, tail: '<p>发布时间：2009-01-01</p>' },
      '2002-01-01 ¦ 发布时间：2002-01-01 ¦ credit-line',
    ],
    ['a meta', { metas, url, head: '<p>更新时间：2007-01-01</p>' }, '2003-01-01 ¦ 2003-01-01 ¦ meta:PubDate'],
    [
      'a meta, before words that count back',
      { metas, url, head: '<p>3天前</p>', capturedAt: '2007-01-01' },
      '2003-01-01 ¦ 2003-01-01 ¦ meta:PubDate',
    ],
    [
      'words that count back',
      { url, head: '<p>3天前</p>', capturedAt: '2007-01-04' },
      '2007-01-01 ¦ 3天前 ¦ credit-line ¦ derived',
    ],
    [
      'words that count back, below',
      { url, tail: '<p>3天前</p>', capturedAt: '2007-01-04' },
      '2007-01-01 ¦ 3天前 ¦ credit-line ¦ derived',
    ],
    [
      'when it was changed',
      { url, head: '<p>更新时间：2007-01-01</p>' },
      '2007-01-01 ¦ 更新时间：2007-01-01 ¦ credit-line ¦ updated',
    ],
    [
      'when it was changed, below',
      { url, tail: '<p>作者：林有禾</p><p>更新时间：2007-01-01</p><p>更新时间：2008-01-01</p>' },
      '2007-01-01 ¦ 更新时间：2007-01-01 ¦ credit-line ¦ updated',
    ],
    ['the address', { url }, '2004-01-01 ¦ /2004/0101/1.htm ¦ url ¦ filed'],
  ])('%s', (_, parts, publishedOn) => {
    expect(on(parts)).toEqual({ publishedOn });
  });

  it('refuses dates after the capture', () => {
    expect(on({ head: credit, capturedAt: '2001-06-01' })).toBeUndefined();
    expect(on({ metas, capturedAt: '2001-06-01' })).toBeUndefined();
    expect(on({ url, capturedAt: '2001-06-01' })).toBeUndefined();
    expect(on({ head: credit, capturedAt: '2002-01-01' })).toBeDefined();
  });
});

describe('a date alone on its line', () => {
  const on = (head: string, tail: string): string | undefined => {
    const { publishedOn } = readPageFields({ head, tail });
    return publishedOn && `${publishedOn.value} ${publishedOn.place} ${publishedOn.qualifier ?? ''}`.trim();
  };

  it.each<[string, string, string]>([
    ['<p>2001-01-01</p>', '<p>发布时间：2002-01-01</p>', '2002-01-01 tail'],
    ['<p>（2001-01-01）</p>', '<p>发布时间：2002-01-01</p>', '2002-01-01 tail'],
    ['<p>(2001年1月1日)</p>', '<p>发布时间：2002-01-01</p>', '2002-01-01 tail'],
    ['<p>2001-01-01</p>', '<p>2002-01-01</p>', '2001-01-01 credit-line'],
    ['<p>2001-01-01</p>', '<p>更新时间：2002-01-01</p>', '2002-01-01 credit-line updated'],
    ['<p>2001-01-01</p><p>更新时间：2003-01-01</p>', '', '2003-01-01 credit-line updated'],
    [
      '<p>2001-01-01</p>',
      '<p>作者：林有禾</p><p>发布时间：2002-01-01</p><p>发布时间：2003-01-01</p>',
      '2002-01-01 tail',
    ],
    ['<p>发布时间：2001-01-01</p>', '<p>发布时间：2002-01-01</p>', '2001-01-01 credit-line'],
    ['<p>2001-01-01 来源：求是</p>', '<p>发布时间：2002-01-01</p>', '2001-01-01 credit-line'],
    ['<p>发布时间：2001-01-01</p>', '<p>更新时间：2002-01-01</p>', '2001-01-01 credit-line'],
    ['<p>发布时间：2001-01-01</p><p>更新时间：2002-01-01</p>', '', '2001-01-01 credit-line'],
    ['<p>2001-01-01</p>', '', '2001-01-01 credit-line'],
  ])('%s, and below %s: %s', (head, tail, date) => {
    expect(on(head, tail)).toBe(date);
  });
});

describe('institution, abstract and key words', () => {
  it('are those that were found', () => {
    expect(
      read({
        institution: { value: '清河县委党校', raw: '清河县委党校版权所有', place: 'footer' },
        abstract: { value: '本文说塘。', raw: '本文说塘。', place: 'summary-box' as never },
      }),
    ).toEqual({
      institution: '清河县委党校 ¦ 清河县委党校版权所有 ¦ footer',
      abstract: '本文说塘。 ¦ 本文说塘。 ¦ summary-box',
    });
  });

  it('stand labelled in the first five lines of the body', () => {
    const lines = (n: number): string => '<p>水。</p>'.repeat(n);
    const fields = {
      keywords: '["塘","堤"] ¦ 关键词：塘；堤 ¦ body',
      abstract: '本文说塘。 ¦ 摘要：本文说塘。 ¦ body',
    };
    const labelled = '<p>摘要：本文说塘。</p><p>关键词：塘；堤</p>';
    expect(read({ body: labelled })).toEqual(fields);
    expect(read({ body: lines(3) + labelled })).toEqual(fields);
    expect(read({ body: lines(4) + labelled })).toEqual({ abstract: fields.abstract });
    expect(read({ body: '<p>发布时间：2001-01-01</p>' })).toEqual({});
    expect(read({ head: '<p>摘要：别的。</p>', body: labelled })).toEqual({
      ...fields,
      abstract: '别的。 ¦ 摘要：别的。 ¦ credit-line',
    });
  });

  it('stand in metas, where title or body use them', () => {
    const metas = meta('keywords', '塘,堤,田,水,秤,斗');
    const keywords = '["塘","堤","田","水","秤","斗"] ¦ 塘,堤,田,水,秤,斗 ¦ meta:keywords';
    const title = '论塘 ¦ 论塘 ¦ title-line';
    expect(read({ metas, title: '论塘', body: '<p>说堤。</p>' })).toEqual({ title, keywords });
    expect(read({ metas, title: '论塘', body: '<p>说事。</p>' })).toEqual({ title });
    expect(read({ metas, ownKeywords: true, body: '<p>说事。</p>' })).toEqual({ keywords });
    expect(read({ metas, body: '<p>关键词：塘；堤</p>' })).toEqual({
      keywords: '["塘","堤"] ¦ 关键词：塘；堤 ¦ body',
    });
  });

  it('of metas come behind what the page shows', () => {
    const metas = meta('ArticleTitle', '论塘') + meta('author', '王芳') + meta('ContentSource', '求是');
    expect(read({ metas, head: '<p>作者：林有禾</p>' })).toEqual({
      title: '论塘 ¦ 论塘 ¦ meta:ArticleTitle',
      authors: '["林有禾"] ¦ 作者：林有禾 ¦ credit-line',
      source: '求是 ¦ 求是 ¦ meta:ContentSource',
    });
  });
});

describe('the day beside a name in the head', () => {
  it.each<[PageParts, string | null]>([
    [{ head: '<p>林有禾　二〇〇六年五月八日</p>' }, '2006-05-08 ¦ 林有禾　二〇〇六年五月八日 ¦ byline'],
    [{ head: '<p>林有禾　06-05-08</p>' }, '2006-05-08 ¦ 06-05-08 ¦ credit-line'],
    [
      { head: '<p>林有禾　二〇〇六年五月八日</p><p>发布时间：2007-1-2</p>' },
      '2007-01-02 ¦ 发布时间：2007-1-2 ¦ credit-line',
    ],
    [{ head: '<p>二〇〇六年五月八日</p>' }, null],
    [{ head: '<p>林有禾　二〇〇六年五月八日</p>', capturedAt: '2005-01-01T00:00:00Z' }, null],
    [{ tail: '<p>林有禾　二〇〇六年五月八日</p>' }, null],
  ])('of %j: %s', (parts, day) => {
    expect(read(parts)).toEqual({
      ...(day === null ? {} : { publishedOn: day }),
      ...(/林有禾/.test(JSON.stringify(parts)) ? { authors: expect.stringContaining('林有禾') } : {}),
    });
  });
});
