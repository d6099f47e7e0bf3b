import { describe, expect, it } from 'vitest';
import { readEssay } from '../../../lib/pipeline/read-page.ts';
import { surveyFit } from '../../../lib/portals/survey-page.ts';
import { parsePage } from '../../support/parse-page.ts';
import { essayOf, paragraphs, prose } from '../../support/portal-page.ts';

const url = 'http://www.qhswdx.com/ll/2.html';
const path = '<p>您现在的位置：<a href="/">首页</a> &gt; <a href="/ll">理论研究</a></p>';
const credits = '<p align="center">发布日期：2006-5-8　提供单位：教务处</p><p align="center">王建国</p>';
const pageOf = (heading: string, documentTitle: string): Document =>
  parsePage(
    `<html><head><title>${documentTitle}</title></head><body>${path}${heading}${credits}<div>${prose}</div><p>中共清河市委党校 版权所有</p></body></html>`,
    url,
  );

/** Title and first line of a page below whose path stands a heading. */
function readingOf(heading: string, documentTitle = '清河市委党校'): readonly [title: string, first: string] {
  const read = readEssay({ document: pageOf(heading, documentTitle), url }, { any: true });
  if (!read.ok) throw new Error(read.problem.code);
  return [read.value.title, read.value.text.split('\n')[0] ?? ''];
}

const first = paragraphs[0] ?? '';
const large = (text: string): string => `<font size="5">${text}</font>`;

describe('a title that is broken over lines is read whole', () => {
  it.each([
    [
      'by a break in a heading',
      '<h1>正确认识和处理<br>社会主义新农村建设中的关系</h1>',
      '正确认识和处理社会主义新农村建设中的关系',
    ],
    ['over three lines', '<h1>正确认识<br>和处理农村建设中<br>的若干关系</h1>', '正确认识和处理农村建设中的若干关系'],
    [
      'in the size of a heading',
      `<p align="center">${large('论科学发展观<br>对发展理论的新贡献')}</p>`,
      '论科学发展观对发展理论的新贡献',
    ],
    [
      'in paragraphs',
      `<p align="center">${large('<b>论科学发展观</b>')}</p><p align="center">${large('<b>对发展理论的新贡献</b>')}</p>`,
      '论科学发展观对发展理论的新贡献',
    ],
    [
      'in rows',
      `<table><tr><td align="center">${large('切实加强领导班子建设')}</td></tr><tr><td align="center">${large('为建设小康社会提供保证')}</td></tr></table>`,
      '切实加强领导班子建设为建设小康社会提供保证',
    ],
    [
      'in halves of a length, which a space parts',
      '<h1>坚持科学发展观<br>构建和谐新清河</h1>',
      '坚持科学发展观 构建和谐新清河',
    ],
  ])('%s', (_, heading, title) => expect(readingOf(heading)).toEqual([title, first]));

  it('as the page’s own title has it, whatever the looks', () => {
    const heading = '<center>认真贯彻会议精神<br>努力开创党校工作新局面</center>';
    const title = '认真贯彻会议精神 努力开创党校工作新局面';
    expect(readingOf(heading, `${title}-清河市委党校`)).toEqual([title, first]);
    expect(readingOf(heading)).toEqual(title.split(' '));
  });

  it('and what stands on the page beside its lines is told in its place', () => {
    const html = `<h1>论科学发展观<br>对发展理论的新贡献</h1><button>打印</button><div>${prose}</div>`;
    const { outline } = surveyFit({ document: parsePage(html, url), originalUrl: url, archiveElements: [] } as never);
    expect(outline.lines.map(({ index }) => index)).toEqual([...outline.lines.keys()]);
    expect(outline.passed.map(({ kind, before }) => [kind, before])).toEqual([['control', 1]]);
  });
});

describe('what stands beside a title and is none of it stays out', () => {
  it.each([
    ['a column', '<h1>学术园地<br>论公共服务型政府</h1>', '论公共服务型政府', first],
    ['a column of the path', '<h1>理论研究<br>论公共服务型政府的建设</h1>', '论公共服务型政府的建设', first],
    ['a subtitle', '<h1>论公共服务型政府<br>——基于清河的调查</h1>', '论公共服务型政府', '——基于清河的调查'],
    ['brackets', '<h1>论公共服务型政府<br>（讨论稿）</h1>', '论公共服务型政府', '（讨论稿）'],
    ['another language', '<h1>论公共服务型政府<br>On Public Service</h1>', '论公共服务型政府', 'On Public Service'],
    [
      'other looks',
      `<p>${large('论公共服务型政府')}<br><font size="2">基于清河的调查</font></p>`,
      '论公共服务型政府',
      '基于清河的调查',
    ],
    ['a blank line', '<h1>论公共服务型政府<br><br>基于清河的调查</h1>', '论公共服务型政府', '基于清河的调查'],
  ])('%s', (_, heading, title, line) => expect(readingOf(heading)).toEqual([title, line]));

  it('a line that the page’s own title lacks', () => {
    const heading = '<h1>论公共服务型政府<br>基于清河的调查</h1>';
    expect(readingOf(heading, '论公共服务型政府-清河市委党校')).toEqual(['论公共服务型政府', '基于清河的调查']);
  });

  it('authors and days, which are read', () => {
    const essay = essayOf({
      title: '水利工作会议上的讲话',
      head: '',
      body: `<center><b>在水利工作会议上的讲话<br>市委副书记　王建国<br>（2006年5月8日）</b></center>${prose}`,
    });
    expect([essay.authors, essay.publishedOn]).toEqual([['王建国'], '2006-05-08']);
  });
});
