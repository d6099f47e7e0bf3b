import { describe, expect, it } from 'vitest';
import { readEssay } from '../../../lib/pipeline/read-page.ts';
import { parsePage } from '../../support/parse-page.ts';
import { essayOf, paragraphs, prose } from '../../support/portal-page.ts';

const title = '小流域治理的章程';
const linesOf = (text: string): readonly string[] => text.split('\n');
const credits = '<p align="center">2006-03-05　来源：林州日报</p>';

describe('notes that stand in a row of their own below the text belong to it', () => {
  it.each([
    '（作者单位：中共清河市委党校科社教研室）',
    '作者简介：王建国（1965-），男，清河市委党校副教授。',
    '（根据录音整理）',
    '（本文有删节）',
    '（此文获全市党校系统优秀成果一等奖）',
    '注：文中数据来自县志。',
  ])('%s', (note) => {
    const body = `<table><tr><td>${prose}</td></tr><tr><td>${note}</td></tr></table>`;
    expect(linesOf(essayOf({ title, body }).text)).toEqual([...paragraphs, note]);
  });

  it('with an editor’s line between, which goes', () => {
    const note = '（作者单位：中共清河市委党校）';
    const body = `<table><tr><td>${prose}</td></tr><tr><td>（责任编辑：王芳）</td></tr><tr><td>${note}</td></tr></table>`;
    expect(linesOf(essayOf({ title, body }).text)).toEqual([...paragraphs, note]);
  });

  it.each(['（本文仅代表作者观点，与本站立场无关）', '（责任编辑：王芳）', '（12月5日上传）'])('but not %s', (line) => {
    const body = `<table><tr><td>${prose}</td></tr><tr><td>${line}</td></tr></table>`;
    expect(linesOf(essayOf({ title, body }).text)).toEqual(paragraphs);
  });
});

describe('a lead above a byline', () => {
  const lead = '治水先立章程。本文就章程怎样立、怎样管、怎样用，谈几点看法。';

  it('stays, and the byline below it is read', () => {
    const essay = essayOf({ title, head: credits, body: `<div>${lead}</div><div><p>王 建 国</p>${prose}</div>` });
    expect([essay.authors, linesOf(essay.text)]).toEqual([['王建国'], [lead, ...paragraphs]]);
  });

  it('names nobody where the line is one of the text', () => {
    const body = `<p>${lead}</p><p>王建国</p>${prose}`;
    expect(linesOf(essayOf({ title, head: credits, body }).text)).toEqual([lead, '王建国', ...paragraphs]);
  });
});

describe('readers’ comments are none of the essay', () => {
  const opinion = '文章写得实在，对我们管水的人很有启发，希望多发这样的好文章，也希望多组织这样的调查。';
  it.each([
    ['本文相关评论：（共2条）', `<p>网友 过客 于 2007-8-3 10:11:00 评论：${opinion}</p>`],
    [
      '网友评论：（只显示最新10条。评论内容只代表网友观点，与本站立场无关！）',
      `<p>[1楼] 游客 发表于 2007-8-3 10:11</p><p>${opinion}</p><p>[2楼] 匿名 发表于 2007-8-4 9:00</p><p>${opinion}</p>`,
    ],
    ['网友点评', `<p>过客：${opinion}</p>`],
  ])('%s', (opening, comments) => {
    const html = `<html><head><title>${title}-清河市委党校</title></head><body><p>您现在的位置：<a href="/">首页</a> &gt; <a href="/l">理论研究</a></p><h1>${title}</h1>
      <p>作者：王建国　2006-03-05</p><table><tr><td>${prose}</td></tr><tr><td>${opening}</td></tr><tr><td>${comments}</td></tr></table><p>中共清河市委党校 版权所有</p></body></html>`;
    const url = 'http://www.qhswdx.com/ll/2.html';
    const read = readEssay({ document: parsePage(html, url), url });
    if (!read.ok) throw new Error(read.problem.code);
    expect(linesOf(read.value.text)).toEqual(paragraphs);
  });

  it('but 点评 opens a part of an essay', () => {
    const body = `${prose}<p>点评：</p><p>${opinion}</p>`;
    expect(linesOf(essayOf({ title, body }).text)).toEqual([...paragraphs, '点评：', opinion]);
  });
});

describe('what a heading’s line is besides a title', () => {
  const pageOf = (lines: string): ReturnType<typeof essayOf> => {
    const html = `<html><head><title>讲话</title></head><body><table>${lines}<tr><td>${prose}</td></tr></table></body></html>`;
    const read = readEssay(
      { document: parsePage(html, 'http://www.qhswdx.com/jh/1.htm'), url: 'http://www.qhswdx.com/jh/1.htm' },
      { any: true },
    );
    if (!read.ok) throw new Error(read.problem.code);
    return read.value;
  };
  const row = (text: string): string => `<tr><td align="center">${text}</td></tr>`;

  it('a school’s name and a column are the page’s path, and an office of a school is no name', () => {
    const essay = pageOf(
      `<tr><td>清河县委党校 | 领导讲话</td></tr>${row('<b>在春季学期开学典礼上的讲话</b>')}${row('县委副书记、党校校长　马志远')}${row('2011年3月8日')}`,
    );
    expect([essay.title, essay.authors, essay.publishedOn, essay.column]).toEqual([
      '在春季学期开学典礼上的讲话',
      ['马志远'],
      '2011-03-08',
      ['领导讲话'],
    ]);
  });

  it('terms and descriptions are credits as a whole where one of them is', () => {
    const essay = essayOf({
      title,
      head: '<dl><dt>作者</dt><dd>王建国</dd><dt>出处</dt><dd>《林州论丛》</dd><dt>发布</dt><dd>2008-06-20</dd><dt>阅读</dt><dd>312</dd></dl>',
      body: prose,
    });
    expect([essay.authors, essay.source, essay.publishedOn, essay.hits, linesOf(essay.text)]).toEqual([
      ['王建国'],
      '林州论丛',
      '2008-06-20',
      312,
      paragraphs,
    ]);
  });

  it.each(['Author: 王建国 | Date: 2006/03/05 | Hits: 77', 'Author：王建国　　Date：2006-3-5'])('%s', (line) => {
    const essay = essayOf({ title, head: `<p>${line}</p>`, body: prose });
    expect([essay.authors, essay.publishedOn, linesOf(essay.text)]).toEqual([['王建国'], '2006-03-05', paragraphs]);
  });
});
