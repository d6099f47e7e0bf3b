import { expect, it } from 'vitest';
import { findBreadcrumb } from '../../../lib/lines/find-breadcrumb.ts';
import { linesOf } from '../../support/lines-of.ts';

// Paths that no label announces, and that name no front page.
it.each<[string, boolean]>([
  ['<p>临江党建网 - 党风廉政 - 浏览正文</p>', true],
  ['<p>临江党建网 | 党风廉政 | 正文</p>', true],
  ['<p><a href=a>临江党建网</a> / <a href=b>党风廉政</a> / 查看文章</p>', true],
  ['<p><a href=/>临江党建网</a> \\ 党建研究 \\ 内容</p>', true],
  ['<p>党风廉政 - 浏览正文</p>', true],
  ['<p>临江市委党校 | 领导讲话</p>', true],
  ['<p>临江市委党校网站 → 理论研究</p>', true],
  ['<p>临江市社会主义学院┆统战理论</p>', true],
  ['<p>临江市委党校——我的精神家园</p>', false],
  ['<p><a href=a>临江市委党校</a> | <a href=b>概况</a> | <a href=c>科研</a> | <a href=d>新闻</a></p>', false],
  ['<p>[<a href=/>首页</a>] [<a href=b>党风廉政</a>]</p>', true],
  ['<p><a href=/>[首页]</a> <a href=b>[党建]</a> [党风廉政]</p>', true],
  ['<p>【<a href=/>首页</a>】【<a href=b>党建</a>】【正文】</p>', true],
  ['<p>[<a href=/>主页</a>] [<a href=b>经济论坛</a>] [<a href=c>政治论坛</a>]</p>', false],
  ['<p>[党风廉政] [浏览正文]的人</p>', false],
  ['<p>[<a href=b>党建</a>] [<a href=c>廉政</a>]</p>', false],
  ['<p>临江党校 ＞ 理论文章 ＞ 正文</p>', true],
  ['<p>临江党建网 - 党风廉政</p>', false],
  ['<p>从严治党-正文</p>', false],
  ['<p>论党员干部的修养 - 学习文章。</p>', false],
  ['<p><a href=a>首页</a> | <a href=b>概况</a> | <a href=c>科研</a> | <a href=d>新闻</a></p>', false],
  ['<p><a href=a>概况</a> | <a href=b>教学</a> | <a href=c>科研</a> | <a href=d>新闻</a></p>', false],
])('%s: %s', (html, isPath) => {
  const lines = linesOf(`${html}<p>某某</p>`);
  expect(findBreadcrumb(lines, lines.length - 1)).toHaveLength(isPath ? 1 : 0);
});

it.each<[string, string[]]>([
  [
    '<ul class="crumb"><li><a href=/>首页</a></li><li><a href=b>党建</a></li><li>廉政</li></ul>',
    ['首页', '党建', '廉政'],
  ],
  ['<ol id="breadcrumb"><li><a href=/>首页</a><li>党建</ol>', ['首页', '党建']],
  ['<ul class="menu"><li><a href=/>首页</a></li><li><a href=b>党建</a></li></ul>', []],
])('an item each: %s', (html, crumbs) => {
  const lines = linesOf(`<p>塘</p>${html}<p>某某</p>`);
  expect(findBreadcrumb(lines, lines.length - 1).map(({ text }) => text)).toEqual(crumbs);
});
