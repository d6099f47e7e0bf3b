import { describe, expect, it } from 'vitest';
import { plainLines } from '../../../lib/extract/title-place.ts';
import { weighTitle } from '../../../lib/extract/title-weights.ts';
import { readLines } from '../../../lib/lines/line.ts';
import { smallPage } from '../../support/small-page.ts';

const nameless = { whole: '', parts: [] };

/** What the looks of the line that holds 史话 weigh, and what stands below it. */
function weightOf(markup: string, address?: string): number | null {
  const lines = readLines(smallPage(markup).body);
  const line = lines.find(({ text }) => text.includes('史话'));
  if (line === undefined) throw new Error('no such line');
  const context = { lines, page: nameless, body: undefined, address, plain: plainLines(lines) };
  const weight = weighTitle(line, context, () => true);
  return weight === null ? null : Math.round(weight * 100) / 100;
}

describe('looks', () => {
  it.each([
    ['<p>水利史话</p>', 0],
    ['<h1>水利史话</h1>', 3],
    ['<h2>水利史话</h2>', 2.5],
    ['<h3>水利史话</h3>', 1.5],
    ['<h4>水利史话</h4>', 1],
    ['<h5>水利史话</h5>', 1],
    ['<h6>水利史话</h6>', 1],
    ['<p><b>水利史话</b></p>', 1],
    ['<p><strong>水利史话</strong></p>', 1],
    ['<p><font size=3>水利史话</font></p>', 0],
    ['<p><font size=4>水利史话</font></p>', 1.5],
    ['<p><font size=7>水利史话</font></p>', 1.5],
    ['<p><font size=8>水利史话</font></p>', 0],
    ['<p><font size=14>水利史话</font></p>', 0],
    ['<p><font size=41>水利史话</font></p>', 0],
    ['<p><font size="+1">水利史话</font></p>', 1.5],
    ['<p><font size="+4">水利史话</font></p>', 1.5],
    ['<p><font size="+5">水利史话</font></p>', 0],
    ['<p><font size="x+1">水利史话</font></p>', 0],
    ['<p><font size="+12">水利史话</font></p>', 0],
    ['<p><span size=5>水利史话</span></p>', 0],
    ['<p style="font-size:15px">水利史话</p>', 0],
    ['<p style="font-size:16px">水利史话</p>', 1],
    ['<p style="font-size : 19 pt">水利史话</p>', 1],
    ['<p style="font-size:20px">水利史话</p>', 1],
    ['<p style="font-size:49pt">水利史话</p>', 1],
    ['<p style="font-size:50px">水利史话</p>', 0],
    ['<p style="font-size:18em">水利史话</p>', 0],
    ['<p style="FONT-SIZE: large">水利史话</p>', 1],
    ['<p style="font-size :x-large">水利史话</p>', 1],
    ['<p style="font-size:xx-large">水利史话</p>', 1],
    ['<p style="font-size: medium">水利史话</p>', 0],
    ['<p style="font-weight:bold">水利史话</p>', 0.7],
    ['<p style="font-weight : 600">水利史话</p>', 0.7],
    ['<p style="font-weight:900">水利史话</p>', 0.7],
    ['<p style="font-weight:500">水利史话</p>', 0],
    ['<p align=center>水利史话</p>', 0.5],
    ['<p align=CENTER>水利史话</p>', 0.5],
    ['<p align=left>水利史话</p>', 0],
    ['<center>水利史话</center>', 0.5],
    ['<p style="text-align:center">水利史话</p>', 0.5],
    ['<p style="text-align : center">水利史话</p>', 0.5],
    ['<p style="TEXT-ALIGN: left">水利史话</p>', 0],
    ['<p class=title>水利史话</p>', 1.5],
    ['<p id=title>水利史话</p>', 1.5],
    ['<p class=articletitle>水利史话</p>', 1.5],
    ['<p class="a newstitle2 b">水利史话</p>', 1.5],
    ['<p class=article_title_big>水利史话</p>', 1.5],
    ['<p class=abcdefghijkltitle>水利史话</p>', 1.5],
    ['<p class=abcdefghijklmtitle>水利史话</p>', 0],
    ['<p class=titles>水利史话</p>', 0],
    ['<p class=headline>水利史话</p>', 1.5],
    ['<p class=biaoti>水利史话</p>', 1.5],
    ['<p class=bt>水利史话</p>', 1.5],
    ['<p class=bt1>水利史话</p>', 1.5],
    ['<p class=h1>水利史话</p>', 1.5],
    ['<p class=TIT>水利史话</p>', 1.5],
    ['<p class=xtit>水利史话</p>', 0],
    ['<p class=btn>水利史话</p>', 0],
    ['<h1 align=center><b>水利史话</b></h1>', 4.5],
    ['<h1 class=title align=center><b><font size=6>水利史话</font></b></h1>', 6],
    ['<div class=title><div><div>水利史话</div></div></div>', 0],
    ['<p class=title><b><i>水利史话</i></b></p>', 2.5],
    ['<p class=title><b><i><u>水利史话</u></i></b></p>', 1],
    ['<h1><b><i><u><tt>水利史话</tt></u></i></b></h1>', 4],
    ['<h1><b><i><u><tt><s>水利史话</s></tt></u></i></b></h1>', 4],
    ['<h1><b><i><u><tt><s><em>水利史话</em></s></tt></u></i></b></h1>', 1],
  ])('%s', (markup, weight) => {
    expect(weightOf(markup)).toBe(weight);
  });
});

describe('links', () => {
  const own = 'http://dx.example/a/12.htm';
  it.each([
    ['<p><a href="b.htm">水利史话</a></p>', -3],
    ['<p><a href="b.htm">水利</a>史话</p>', 0],
    ['<p><a href="b.htm">水利史</a>话</p>', -3],
    [`<p><a href="${own}">水利史话</a></p>`, 0],
    ['<p><a href="/web/2007/http://dx.example/a/12.htm">水利史话</a></p>', 0],
    ['<p><a href="12.htm">水利史话</a></p>', 0],
    ['<p><a href="2.htm">水利史话</a></p>', -3],
    ['<p><a href="/b/12.htm">水利史话</a></p>', -3],
  ])('of %s', (markup, weight) => {
    expect(weightOf(markup, own)).toBe(weight);
    expect(weightOf(markup, `${own}#top`)).toBe(weight);
  });

  it('of a page without an address, or a short one, lead elsewhere', () => {
    const markup = '<p><a href="http://dx.example/a/12.htm">水利史话</a></p>';
    expect(weightOf(markup)).toBe(-3);
    expect(weightOf('<p><a href="http://dx.example/1.htm">水利史话</a></p>', 'http://dx.example/1.htm')).toBe(-3);
    expect(weightOf('<p><a href="http://dx.example/11.htm">水利史话</a></p>', 'http://dx.example/11.htm')).toBe(0);
  });
});

describe('what stands below', () => {
  const credit = '<p>作者：林有禾 来源：校刊</p>';
  it.each([
    [credit, 3],
    [`<p>水利要紧</p>${credit}`, 2.3],
    [`<p>水利要紧</p><p>水利要紧</p>${credit}`, 1.6],
    [`<p>水利要紧</p><p>水利要紧</p><p>水利要紧</p>${credit}`, 0],
    ['<p>2005-07-14 12:30</p>', 3],
    ['<p>2005年7月4日 9:05</p>', 3],
    ['<p>水利 1999/7/14  08:30 要紧</p>', 3],
    ['<p>2105-07-14 12:30</p>', 0],
    ['<p>作者：</p>', 2.6],
    ['<p>水利要紧</p><p>作者：</p>', 0],
    ['<p>——读书札记</p>', 2.6],
    ['<p>-读书札记</p>', 2.6],
    ['<p>──读书札记</p>', 2.6],
    ['<p>—————读书札记</p>', 0],
    ['<p>—— a</p>', 0],
    ['<p>王芳</p>', 2.6],
    ['<p>水利要紧</p><p>王芳</p>', 1.9],
    [`<p>[120]</p>${credit}`, 2.3],
    [`<p>[121]</p>${credit}`, 0],
    ['', 0],
  ])('%s', (below, weight) => {
    expect(weightOf(`<p>水利史话</p>${below}`)).toBe(weight);
  });

  it.each([
    ['<p>标题</p>', 6],
    ['<p>标题：</p>', 6],
    ['<p>文章标 题:</p>', 6],
    ['<p>题目</p>', 6],
    ['<p>题 目：</p>', 6],
    ['<p>小标题：</p>', 0],
    ['<p>标题一：</p>', 0],
  ])('a label before it says outright: %s', (label, weight) => {
    expect(weightOf(`${label}<p>水利史话</p>`)).toBe(weight);
  });
});
