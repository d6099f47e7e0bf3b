import { describe, expect, it } from 'vitest';
import type { Essay } from '../../../lib/essay/essay.ts';
import { readEssay } from '../../../lib/pipeline/read-page.ts';
import { parsePage } from '../../support/parse-page.ts';
import { essayOf, paragraphs, prose } from '../../support/portal-page.ts';

const url = 'http://www.qhswdx.com/ll/show.asp?id=2';
const read = (under: string, body = prose): Essay => essayOf({ title: '关于召开水利会议的通知', head: under, body });
const linesOf = ({ text }: Essay): readonly string[] => text.split('\n');
const centred = (text: string): string => `<p align="center">${text}</p>`;

/** A page that an archive captured at a moment; `by` is its whole body. */
function captured(head: string, at: string, title = '关于召开水利会议的通知'): Essay {
  const html = `<html><head><title>${title}</title></head><body><h1>${title}</h1>${head}<div>${prose}</div></body></html>`;
  const address = `http://web.archive.org/web/${at}/${url}`;
  const page = readEssay({ document: parsePage(html, address), url: address }, { any: true });
  if (!page.ok) throw new Error(page.problem.code);
  return page.value;
}

describe('a day in figures alone under the title is the page’s', () => {
  it.each([
    ['06/03/05', '2006-03-05'],
    ['06-3-5', '2006-03-05'],
    ['[06.3.5]', '2006-03-05'],
    ['98/11/02', '1998-11-02'],
    ['2006年3月', '2006-03'],
    ['（2006年3月）', '2006-03'],
    ['2006-03', '2006-03'],
    ['转载自：人民日报　2006-3-5', '2006-03-05'],
  ])('%s', (day, value) => {
    const essay = read(centred(day));
    expect(essay.publishedOn).toBe(value);
    expect(linesOf(essay)).toEqual(paragraphs);
  });

  it('but the month of a speech stays in it where a label tells the page’s day', () => {
    const essay = read(`<p>发布时间：2006-05-18</p>${centred('2006年3月')}`);
    expect([essay.publishedOn, linesOf(essay)[0]]).toEqual(['2006-05-18', '2006年3月']);
  });

  it('a paper’s own day stays with the paper', () => {
    const { source, issue, publishedOn } = read(centred('来源：人民日报 2006年3月5日'));
    expect([source, issue?.date, publishedOn]).toEqual(['人民日报', '2006-03-05', null]);
  });
});

describe('how long ago a page was put up', () => {
  const words = [
    '星島日報 – 3小時前',
    '3天前',
    '发布于 2 小时前',
    '昨天 10:22',
    '更新时间：上周五',
    '2 hours ago',
    '临川日报　刚刚',
  ];

  it.each(words)('%s is no text, and without a capture no day', (said) => {
    const essay = read(centred(said));
    expect([essay.publishedOn, linesOf(essay)]).toEqual([null, paragraphs]);
  });

  it.each([
    ['星島日報 – 3小時前', '2012-01-12'],
    ['3天前', '2012-01-09'],
    ['前天 10:22', '2012-01-10'],
    ['发布于 2 周前', '2011-12-29'],
    ['2 months ago', '2011-11'],
    ['发表于 1 年前', '2011'],
  ])('%s counts back from the capture', (said, day) => {
    const { publishedOn, provenance } = captured(centred(said), '20120112084500');
    expect([publishedOn, provenance.fields.publishedOn?.qualifier]).toEqual([day, 'derived']);
  });

  it('is China’s day: a capture in the evening of UTC is of the next', () => {
    expect(captured(centred('3小时前'), '20120112230000').publishedOn).toBe('2012-01-13');
  });

  it('names its paper, and is told exactly by its element', () => {
    const essay = read('<cite>星島日報&nbsp;&ndash;&nbsp;<abbr title="2012-01-12T08:45:00Z">3小時前</abbr></cite>');
    expect([essay.publishedOn, essay.source, linesOf(essay)]).toEqual(['2012-01-12', '星島日報', paragraphs]);
    expect(essay.provenance.fields.publishedOn?.qualifier).toBeUndefined();
    expect(read('<time datetime="2006-05-18T08:45:00+08:00">3天前</time>').publishedOn).toBe('2006-05-18');
  });

  it('a heading that names years is text', () => {
    expect(read('', `<p>30年前</p>${prose}`).text).toContain('30年前');
  });
});

describe('what a page’s layout sets in a cell above the text', () => {
  it.each(['（2006年5月11日）', '（2006年5月11日　清河）', '2006年5月11日于清河'])('%s stays', (day) => {
    const row = (cell: string): string => `<tr><td align="center">${cell}</td></tr>`;
    const essay = read(
      '',
      `<table width="760">${row('发布时间：2006-05-18')}${row(`<p>${day}</p>`)}${row(prose)}</table>`,
    );
    expect([essay.publishedOn, linesOf(essay), essay.authors]).toEqual(['2006-05-18', [day, ...paragraphs], []]);
  });
});

describe('titles', () => {
  it.each(['秤平>>人平：河埠头的公秤', '从“1+1>2”看公秤'])('%s keeps its signs', (title) =>
    expect(essayOf({ title: title.replaceAll('>', '&gt;'), body: prose }).title).toBe(title),
  );

  /** A page without a line that is its title. */
  const untitled = (documentTitle: string): string => {
    const html = `<html><head><title>${documentTitle}</title></head><body><p><a href="/ll/">理论研究</a> <a href="/xw/">学校新闻</a></p><p><img src="/t.gif"></p><p>发布时间：2006-05-18　点击数：35</p>${prose}</body></html>`;
    const page = readEssay({ document: parsePage(html, url), url }, { any: true });
    return page.ok ? page.value.title : '';
  };
  it.each(['河埠头的公秤 >> 理论研究 >> 清河党校', '清河党校>>理论研究>>河埠头的公秤', '河埠头的公秤 :: 清河党校'])(
    'of %s the part that no menu leads to',
    (title) => expect(untitled(title.replaceAll('>', '&gt;'))).toBe('河埠头的公秤'),
  );

  it.each(['show.asp?id=2', `http://web.archive.org/web/2012/${url}`])(
    'that leads to its own page (%s) is the title',
    (href) => {
      const html = `<html><head><title>洞庭博客--洞庭一叶</title></head><body><table><tr><td><font size="4"><b><a href="blog.asp?c=3">[文史]</a><a href="${href}">河埠头的公秤</a></b></font><br><a href="u.asp">洞庭</a> 发表于 2005-9-15 11:46:00</td></tr><tr><td>${prose}</td></tr></table></body></html>`;
      const page = readEssay({ document: parsePage(html, url), url }, { any: true });
      expect(page.ok && page.value.title).toBe('[文史]河埠头的公秤');
    },
  );

  it('repeated above a subtitle and a dateline, the title leaves', () => {
    const title = '关于召开水利会议的通知';
    const body = `<div>${title}<br>三代人看过的一杆秤<br>本报讯（记者　林有禾）<br>　　${paragraphs.join('<br>　　')}</div>`;
    expect(linesOf(read('', body))).toEqual(['三代人看过的一杆秤', '本报讯（记者　林有禾）', ...paragraphs]);
  });
});

describe('tools', () => {
  it.each(['点击图片查看大图', '（点击图片进入下一页）', '点击看大图', '點擊圖片放大'])(
    '%s below a picture is no text',
    (words) => {
      const picture = '<p align="center"><img src="/up/1.jpg" width="400" height="300"></p>';
      expect(read('', `${picture}${centred(words)}${prose}`).text).not.toContain(words);
    },
  );

  it('behind the title in a path are no column', () => {
    const html = `<html><head><title>公秤</title></head><body><div>当前位置：<a href="/">首页</a> &gt;&gt; <a href="/ll/">理论研究</a> &gt;&gt; 河埠头的公秤 <a href="/p?1">[友善列印]</a></div><h1>河埠头的公秤</h1>${prose}</body></html>`;
    const page = readEssay({ document: parsePage(html, url), url }, { any: true });
    expect(page.ok && page.value.column).toEqual(['理论研究']);
  });
});

describe('what stands below a text', () => {
  it.each([
    '<p>[<a href="#">打印本页</a>] [<a href="#">关闭</a>] [<a href="#">TOP</a>]</p>',
    '<p>关注<a href="http://weibo.com/qhdx">@清河党校</a>官方微博</p>',
    '<p><b>同类信息</b></p><ul><li><a href="/a">老樟树下</a></li><li><a href="/b">石阶二三事</a></li></ul>',
  ])('%s is none of it', (below) => expect(linesOf(read('', `${prose}${below}`))).toEqual(paragraphs));
});
