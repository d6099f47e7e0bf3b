import { describe, expect, it } from 'vitest';
import { beyondBox } from '../../../lib/extract/box.ts';
import { findEnd, plainRun } from '../../../lib/extract/end.ts';
import { readLines } from '../../../lib/lines/line.ts';
import { smallPage } from '../../support/small-page.ts';

const linesOf = (markup: string) => readLines(smallPage(markup).body);
const link = (text: string): string => `<p><a href="b.htm">${text}</a></p>`;
const text = '<p>{90}</p>';

describe('the last line of an essay', () => {
  it.each([
    ['nothing below', text + text, 1],
    ['nothing but a barrier', '<p>上一篇：甲</p>', 0],
    ['neighbours', `${text}<p>上一篇：甲</p>`, 0],
    ['a barrier above', `<p>上一篇：甲</p>${text}`, 1],
    ['less than 15 percent below', '<p>{86}</p><p>相关文章</p><p>{14}</p>', 0],
    ['15 percent below', '<p>{85}</p><p>相关文章</p><p>{15}</p>', 2],
    ['half of it below neighbours', '<p>{50}</p><p>上一篇：甲</p><p>{50}</p>', 0],
    ['more than half of it below neighbours', '<p>{50}</p><p>上一篇：甲</p><p>{51}</p>', 2],
    ['half of it below a footer', '<p>{50}</p><p>版权所有：青山党校</p><p>{50}</p>', 0],
    ['tools', `${text}<p>【打印】【关闭】</p>`, 0],
    ['tools amid the text', `${text}<p>【打印】【关闭】</p>${text}`, 2],
    ['tools at the very end of a line of their own', `${text}<p>打印</p>`, 0],
    ['tools in the block of the text', '<p>{90}<br>打印</p>', 0],
    ['a word that is a tool’s in the block of the text', '<p>{90}<br>推荐</p>', 1],
    ['a word that is a tool’s', `${text}<p>推荐</p>`, 0],
    ['an editor', `${text}<p>责任编辑：甲</p>`, 0],
    ['stars, which end nothing', `${text}<p>★★★</p>`, 1],
    ['a credit', `${text}<p>（作者：王芳）</p>`, 0],
    ['a note on the author below an editor', `${text}<p>责任编辑：甲</p><p>（作者系青山市委党校教师）</p>`, 2],
    ['one eight lines below', `${text}<p>责任编辑：甲</p>${'<p>甲</p>'.repeat(6)}<p>（作者系青山市委党校教师）</p>`, 8],
    ['one nine lines below', `${text}<p>责任编辑：甲</p>${'<p>甲</p>'.repeat(7)}<p>（作者系青山市委党校教师）</p>`, 0],
    ['one below neighbours', `${text}<p>责任编辑：甲</p><p>上一篇：甲</p><p>（作者系青山市委党校教师）</p>`, 0],
    ['two of them', `${text}<p>责任编辑：甲</p><p>（作者系青山市委党校教师）</p><p>（作者系青山市委党校教授）</p>`, 3],
    ['an attachment', `${text}<p>责任编辑：甲</p><p>附件：水利.doc</p>`, 2],
    ['one link at the end', `${text}${link('水利史话')}`, 0],
    ['one link and more', `${text}${link('水利史话')}<p>水利</p>`, 2],
    ['two links', `${text}${link('水利史话')}${link('水利史话')}`, 0],
    ['two links of 59 characters', `${text}${link('[59]')}${link('[59]')}`, 0],
    ['two links of 60 characters', `${text}${link('[60]')}${link('[60]')}`, 2],
    ['links of tags', `${text}<p>标签：<a href=1>移民水库</a></p>`, 0],
    ['links of half of the tags', `${text}<p>标签：<a href=1>水利</a>水</p>`, 0],
    ['links of less than half of the tags', `${text}<p>标签：<a href=1>水利</a>水水</p>`, 1],
    ['key words that are no links', `${text}<p>关键词：移民 水库</p><p>水利</p>`, 2],
    ['verse without prose', `${'<p>水水水水</p>'.repeat(4)}<p>上一篇：甲</p>`, 3],
    [
      'a list of others with summaries',
      `<p>{100}</p><p>相关文章</p>${link('甲')}<p>{60}</p>${link('乙')}<p>{60}</p>`,
      0,
    ],
    ['one other with a summary', `<p>{100}</p><p>相关文章</p>${link('甲')}<p>{60}</p>`, 3],
    ['a list of which one has no link', `<p>{100}</p><p>相关文章</p>${link('甲')}<p>{60}</p><p>{60}</p>`, 4],
    ['others that begin with a link', `<p>{100}</p><p>相关文章</p>${'<p><a href=1>甲</a>{60}</p>'.repeat(2)}`, 0],
    ['others that begin with an anchor', `<p>{100}</p><p>相关文章</p>${'<p><a name=x>甲</a>{60}</p>'.repeat(2)}`, 3],
    [
      'a list of others above a footer',
      `<p>{100}</p><p>相关文章</p>${link('甲')}<p>{60}</p>${link('乙')}<p>{60}</p><p>版权所有：甲</p><p>{60}</p>`,
      0,
    ],
    ['what follows a barrier and is short', `${text}<p>责任编辑：甲</p><p>水利</p><p>上一篇：甲</p>`, 0],
    ['a disclaimer with its sentences', '<p>{60}</p><p>免责声明：本网转载的文章，版权归原作者所有。</p><p>{40}</p>', 0],
  ])('with %s', (_, markup, end) => {
    expect(findEnd(linesOf(markup))).toBe(end);
  });
});

describe('beyond a box of links', () => {
  const box = `<div><div>相关链接</div>${link('甲')}${link('乙')}</div>`;
  const paragraph = '<p>{40}</p>';
  it.each([
    ['a box', `${paragraph}${box}${paragraph}`, 4],
    ['a box without links', `${paragraph}<div><div>相关链接</div><p>甲</p></div>${paragraph}`, null],
    ['no box', `${paragraph}<div><div>水利</div>${link('甲')}</div>${paragraph}`, null],
    [
      'a box of neighbours',
      `${paragraph}<div><div>相关链接</div>${link('甲')}<p>上一篇：甲</p></div>${paragraph}`,
      null,
    ],
    ['a box of comments', `${paragraph}<div><div>相关链接</div>${link('甲')}<p>网友评论</p></div>${paragraph}`, null],
    ['a box whose links stand beside the text', `${paragraph}<div>相关链接</div>${link('甲')}${paragraph}`, null],
    ['a box and a text elsewhere', `${paragraph}${box}<div>${paragraph}</div>`, null],
    ['a box and nothing', `${paragraph}${box}`, null],
    ['a box and a score of 25', `${paragraph}${box}<p>{25}</p>`, null],
    ['a box and a score of 26', `${paragraph}${box}<p>{26}</p>`, 4],
    ['a box of twelve lines', `${paragraph}<div><div>相关链接</div>${link('甲').repeat(11)}</div>${paragraph}`, 13],
    ['a box of thirteen lines', `${paragraph}<div><div>相关链接</div>${link('甲').repeat(12)}</div>${paragraph}`, null],
    ['a box within lines of one block', `<div>{40}<br><br>${box}<br>{40}</div>`, 4],
  ])('%s', (_, markup, index) => {
    const lines = linesOf(markup);
    const [first] = lines;
    if (!first) throw new Error('no lines');
    expect(beyondBox(lines, 1, first)?.index ?? null).toBe(index);
  });
});

it.each([
  [`${text}<p>水利</p>`, 0, 2],
  [`${text}<p>水利</p>`, 1, 1],
  [`${text}<p>水<a href=1>利</a></p>${text}`, 0, 1],
  [`${text}<p>打印</p>${text}`, 0, 1],
  [`${text}<p>（作者：王芳）</p>${text}`, 0, 1],
  [`<p>打印</p>${text}`, 0, 0],
])('of %s from %i on %i lines are plain', (markup, from, count) => {
  expect(plainRun(linesOf(markup), from).length).toBe(count);
});
