import { describe, expect, it } from 'vitest';
import type { Essay } from '../../../lib/essay/essay.ts';
import { readEssay } from '../../../lib/pipeline/read-page.ts';
import { parsePage } from '../../support/parse-page.ts';

const paragraphs = [
  '村里的水渠修了三年，头一年通到坡下，第二年通到坡上，第三年才通到最远的那几户。修渠的人说，远近不是丈量出来的，是一户一户走出来的。',
  '走得多了，就知道哪一段石头松，哪一段要绕开老树的根。图纸上没有这些，图纸上只有一条直线，直线是在办公室里画的。',
  '所以后来他们开会先不看图纸，先听走过的人讲。讲完了，再把直线改弯，改到每一户都说行，才动第一锹土。',
];

interface Parts {
  readonly crumbs?: string;
  readonly above?: string;
  readonly credit?: string;
  readonly byline?: string;
  readonly within?: string;
  readonly end?: string;
}

/** An article page of a school that nobody runs, with the parts that a test is about. */
function read({ crumbs = '', above = '', credit = '', byline = '', within = '', end = '' }: Parts): Essay {
  const path = `当前位置：<a href="/">首页</a> &gt; <a href="/k/">${crumbs || '理论园地'}</a>`;
  const text = paragraphs.map((one) => `<p>　　${one}</p>`);
  const html = `<html><head><title>水渠修到最远的人家</title></head><body>
<div class="nav"><a href="/">首页</a> <a href="/x/">学校概况</a> <a href="/j/">教学科研</a></div><div class="path">${path}</div>${above}
<h2>水渠修到最远的人家</h2>${credit}${byline}
<div class="text">${[text[0], text[1], within, text[2]].join('')}${end}</div>
<div class="foot">版权所有：中共青石市委党校　地址：青石市学府路9号　邮编：310200　电话：0571-5550123</div></body></html>`;
  const document = parsePage(html, 'http://www.qsdx.example/show.asp?id=7');
  const essay = readEssay({ document, url: 'http://www.qsdx.example/show.asp?id=7' }, { any: true });
  if (!essay.ok) throw new Error(JSON.stringify(essay.problem));
  return essay.value;
}

const slot = (value: string): Parts => ({ credit: `<div>作者：${value}　　发布时间：2011-06-27</div>` });

describe('the slot of the author', () => {
  it.each<[string, string[], string | null]>([
    ['jwc2', [], null],
    ['王芳 QQ807333026', ['王芳'], null],
    ['党政办', [], '党政办'],
    ['青石商会', [], '青石商会'],
    ['中共青石市委党校', [], '中共青石市委党校'],
    ['新华网', [], null],
    ['教学', [], null],
    ['日期', [], null],
    ['关', [], null],
    ['每周一学', [], null],
    ['校园报道', [], null],
    ['高二年级', [], '高二年级'],
    ['王<img src="/zi/zhe.gif" width="16" height="16" alt="喆">久', ['王喆久'], null],
    ['王<img src="/zi/1.gif" width="16" height="16">久', ['王〓久'], null],
    ['理论园地', [], null],
    ['晓风', ['晓风'], null],
    ['市情研究课题组', ['市情研究课题组'], null],
    ['中共中央 国务院', ['中共中央', '国务院'], null],
    ['青石师范学院历史系郭伯年', ['郭伯年'], null],
  ])('%s', (value, authors, unit) => {
    expect(read(slot(value))).toMatchObject({ authors, unit });
  });

  it('may be empty before the editor', () => {
    const { authors, editor } = read({ end: '<p>作者：　责任编辑：易清</p>' });
    expect([authors, editor]).toEqual([[], '易清']);
  });
});

describe('words of the page that look like names', () => {
  it.each<[string, Parts]>([
    ['the last crumb as a heading', { crumbs: '高班', above: '<h3>高班</h3>' }],
    ['a centred link', { byline: '<center><a href="/t/">文 苑</a></center>' }],
    ['a cell among others', { byline: '<table><tr><td>时政</td><td>方圆</td><td>文苑</td></tr></table>' }],
    ['the head of a table', { byline: '<table><tr><th>江南</th></tr></table>' }],
    [
      'links beside the date',
      { credit: '<table><tr><td>2011-06-27</td><td><a href="/p/">通行证</a></td></tr></table>' },
    ],
    ['the sign-off of an office', { end: '<p align="right">校团委</p><p align="right">2011年6月28日</p>' }],
  ])('%s', (_what, parts) => {
    expect(read(parts).authors).toEqual([]);
  });
});

describe('the tools of a gallery', () => {
  it('are no text', () => {
    const { text, authors } = read({ byline: '<div>上一张 自动 / 暂停播放 下一张</div>' });
    expect([text.includes('暂停'), authors]).toEqual([false, []]);
  });
});

describe('credits that close a text or stand in it', () => {
  it('are read before an appendix', () => {
    expect(read({ within: '<p align="right">（撰稿：高巾捷）</p>' }).authors).toEqual(['高巾捷']);
  });

  it.each(['转载来源', '原文来源', '转载自', '摘录自', '首发于'])('%s', (label) => {
    const { source, text } = read({ end: `<p>${label}：青石青年报</p>` });
    expect([source, text.includes(label)]).toEqual(['青石青年报', false]);
  });

  it('leave counters out of the source', () => {
    const counted = read({ credit: '<div>2011-06-27 09:12　来源：青石日报　有0人参与 手机看新闻</div>' });
    expect(counted.source).toBe('青石日报');
  });
});

describe('a line under the title', () => {
  it.each(['○ 林有禾', '（林有禾）', '——林有禾', '县　长　林有禾', '青石市委党校 林有禾', '记者林有禾'])(
    '%s',
    (line) => {
      const { authors, text } = read({ byline: `<div align="center">${line}</div>` });
      expect([authors, text.includes('林有禾')]).toEqual([['林有禾'], false]);
    },
  );
});

describe('angle brackets of a quotation', () => {
  it.each(['<<论十大关系>>的当代意义', '读<<论持久战>>', '重读<论持久战>札记'])('%s', (title) => {
    const escaped = title.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const html = `<html><head><title>${escaped}-青石市委党校</title></head><body><div>当前位置：首页 &gt;&gt; 研读&lt;&lt;资本论&gt;&gt; &gt;&gt; 正文</div><h2>${escaped}</h2><div>发布时间：2011-06-27</div>${paragraphs.map((one) => `<p>${one}</p>`).join('')}</body></html>`;
    const document = parsePage(html, 'http://www.qsdx.example/show.asp?id=8');
    const essay = readEssay({ document, url: 'http://www.qsdx.example/show.asp?id=8' }, { any: true });
    expect(essay).toMatchObject({ ok: true, value: { title, column: ['研读<<资本论>>'] } });
  });
});
