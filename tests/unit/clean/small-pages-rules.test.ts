import { describe, expect, it } from 'vitest';
import { clean } from '../../../lib/clean/clean.ts';
import { readOutline } from '../../../lib/extract/outline.ts';
import { readRegion } from '../../../lib/extract/region.ts';
import { smallPage } from '../../support/small-page.ts';

/** What becomes of each line of a page: kept, or the rule that takes it; `–` for a page without a text. */
function fatesOf(markup: string): string {
  const { body, title } = smallPage(markup);
  const outline = readOutline(body, title);
  const region = readRegion(outline, null);
  if (region === null) return '–';
  const { lines, taken } = clean(region);
  return outline.lines.map((line) => (lines.includes(line) ? 'kept' : taken.get(line))).join(' ');
}

describe('what becomes of the lines of a small page', () => {
  it.each([
    ['{90}<p>◆</p>', 'kept stray'],
    ['{90}<p>◆</p>', 'kept stray'],
    ['{90}<p>——</p>', 'kept stray'],
    ['{90}<p>★★</p>', 'kept tools'],
    ['{90}<p>•·・</p>', 'kept stray'],
    ['{90}<p>★★★</p>', 'kept tools'],
    ['{90}<p>===</p>', 'kept stray'],
    ['{90}<p>•·・</p>', 'kept stray'],
    ['{90}<p>网友评论</p>', 'kept tail'],
    ['{90}<p>【关闭】</p>', 'kept tools'],
    ['{90}<p>【关闭】</p>', 'kept tools'],
    ['{90}<p>版权所有</p>', 'kept footer'],
    ['{90}<p>版权所有</p>', 'kept footer'],
    ['{90}<p>录入：甲</p>', 'kept editor'],
    ['{90}<p>相关文章</p>', 'kept tail'],
    ['{90}<p>版权所有</p>', 'kept footer'],
    ['{90}<p>上一篇：甲</p>', 'kept tail'],
    ['{90}<p>※ § #</p>', 'kept stray'],
    ['{90}<p>上一篇：甲</p>', 'kept tail'],
    ['{90}<p>* * *</p>', 'kept stray'],
    ['{90}<p>责任编辑：甲</p>', 'kept editor'],
    ['{90}<p>责任编辑：甲</p>', 'kept editor'],
    ['★★★<div>{90}</div>', 'tools kept'],
    ['{90}<p>责任编辑：王芳</p>', 'kept editor'],
    ['{90}<p>责任编辑：王芳</p>', 'kept editor'],
    ['{90}<p>来源：学习时报</p>', 'kept credit'],
    ['<p>◆</p><p>{90}</p>', 'stray kept'],
    ['<p>〓</p><p>{90}</p>', 'kept kept'],
    ['{90}<p>相关文章</p>{40}', 'kept kept kept'],
    ['{90}<p>相关文章</p>{90}', 'kept kept kept'],
    ['{90}<p>相关文章</p>{90}', 'kept kept kept'],
    ['祠堂夜校的来历<p>王芳</p>{90}', 'title credit kept'],
    ['<p>◆甲</p><p>{90}</p>', 'kept kept'],
    ['祠堂夜校的来历<p>王芳</p>{90}', 'title credit kept'],
    ['{90}<p>相关链接：</p>{90}', 'kept kept kept'],
    ['{90}<p>相关链接：</p>{90}', 'kept kept kept'],
    ['祠堂夜校的来历<div>作者</div>甲', 'title credit kept'],
    ['祠堂夜校的来历<p>{70}</p>版权所有', 'title kept footer'],
    ['祠堂夜校的来历<p>（王芳）</p>{90}', 'title credit kept'],
    ['<p>* * *</p><p>{90}</p>', 'stray kept'],
    ['<p>===</p><p>{90}</p>{90}', 'stray kept kept'],
    ['祠堂夜校的来历<p>责任编辑：王芳</p>{90}', 'title credit kept'],
    ['祠堂夜校的来历<p>[50]</p>祠堂夜校的来历', 'title kept title'],
    ['祠堂夜校的来历<p>{40}</p>祠堂夜校的来历', 'title kept title'],
    ['{90}<p>来源：学习时报</p>附：甲{90}', 'kept credit kept'],
    ['{80}<form>字体：大 中 小</form>', 'kept stray'],
    ['{90}<p>来源：学习时报</p>见附件：{90}', 'kept kept kept'],
    ['祠堂夜校的来历<p>[121]</p>祠堂夜校的来历', 'title kept title'],
    ['{90}<p>相关文章</p>乙<p>{90}</p>', 'kept kept kept kept'],
    ['{90}<p>相关文章</p>乙<p>{90}</p>', 'kept kept kept kept'],
    ['{90}<p>来源：甲 12:30</p>（作者系教师）', 'kept credit kept'],
    ['{90}<p>来源：学习时报</p>附近<p>{90}</p>', 'kept kept kept kept'],
    ['祠堂夜校的来历<p>上一篇：甲</p><p>{201}</p>', 'title credit kept'],
    ['{30}<p>2005-07-14 12:30</p>{90}', 'kept credit kept'],
    ['{90}<p>2005-07-14 12:30</p>{60}', 'kept credit kept'],
    ['{90}<p><a href="b.htm">打印</a></p>', 'kept tools'],
    ['{90}<p><a href="b.htm">打印</a></p>', 'kept tools'],
    ['{90}<p><a href="b.htm">相关文章</a></p>', 'kept tail'],
    ['祠堂夜校的来历<div class=author>甲</div>{90}', 'title credit kept'],
    ['{90}<p><a href="b.htm">甲</a></p>{90}', 'kept kept kept'],
    ['{90}<p><a href="b.htm">甲</a></p>{40}', 'kept kept kept'],
    ['<h1>祠堂夜校的来历</h1><div>{90}<br>打印</div>', 'title kept stray'],
    ['{90}<p>相关文章</p><a href="b.htm">灯油</a>', 'kept tail tail'],
    ['{90}<div>热点</div><a href="b.htm">甲甲</a>', 'kept kept links'],
    ['<title>青山党校</title>¶[10]<p>[10]</p>{90}', 'title title kept'],
    ['[201]<p>作者：王芳 来源：学习时报 2005-07-14</p>{90}', 'kept kept kept'],
    ['祠堂夜校的来历<p><a href="b.htm">[60]</a></p>{90}', 'title links kept'],
    ['祠堂夜校的来历<p><a href="b.htm">[59]</a></p>{90}', 'title credit kept'],
    ['<title>另一个题目_青山党校</title>¶来源：学习时报<p>{90}</p>', 'outside kept'],
    ['<p>发布：王芳 日期：2005-1-1 [50] 来源：甲</p><p>{90}</p>', 'credit kept'],
    ['{90}<p>相关<a href="b.htm">文章文章文章文章</a></p>{90}', 'kept box kept'],
    ['{90}<p>相关文章</p><a href="b.htm">灯</a><p>{90}</p>', 'kept box box kept'],
    ['{90}<p><a href="b.htm">相关文章</a></p>甲<p>乙</p>{90}', 'kept box kept kept kept'],
    ['{90}<p>相关文章</p><a href="b.htm">灯油</a><p>{90}</p>', 'kept box box kept'],
    ['<h1>祠堂夜校的来历</h1><p>{26}</p><p>{90}</p><p>{90}</p>', 'title kept kept kept'],
    ['{90}<p>相关文章</p><a href="b.htm">灯</a>甲甲甲<p>{90}</p>', 'kept box box kept'],
    ['{90}<p>相关文章</p><a href="b.htm">灯油</a><p>第3期</p>{90}', 'kept box box box kept'],
    ['{90}<p>相关文章</p><a href="b.htm">灯油</a>{40}<p>{40}</p>', 'kept kept kept kept'],
    ['{60}{60}<p>推荐阅读</p><a href="b.htm">灯油</a><p>{60}</p>', 'kept box box kept'],
    ['{90}<p>相关文章</p><p><a href="b.htm">灯油</a></p><p>甲</p>{90}', 'kept box box kept kept'],
    ['{90}<p>相关文章</p><li><a href="b.htm">灯油</a></li><li>甲</li>{90}', 'kept box box box kept'],
    ['{60}{60}<div>相关文章<br><a href="b.htm">甲</a></div>{60}<br>{60}', 'kept box box kept kept'],
    ['{90}<p>相关文章</p><dt><a href="b.htm">灯油</a></dt><dd>甲</dd>{90}', 'kept box box box kept'],
    ['{90}<div style="float : left"><a href="b.htm">甲</a></div>{90}', 'kept advert kept'],
    ['<title>青山党校</title>¶[10]<p>[10]</p><p>[10]</p>[10]<p>{90}</p>', 'title kept title title kept'],
    [
      '<title>青山党校</title>¶作者：王芳 来源：学习时报 2005-07-14<p>定于九点</p>地址：青山路1号',
      'outside kept footer',
    ],
    ['{90}<p><a href="b.htm">相关文章</a></p>灯油<p>二〇〇五年第三期</p>甲<p>{90}</p>', 'kept box kept kept kept kept'],
    ['{90}<table align=RIGHT><td><a href="b.htm">甲</a></td></table>{90}', 'kept advert kept'],
    ['{90}<table align=leftx><td><a href="b.htm">甲</a></td></table>{90}', 'kept kept kept'],
    ['{90}<div style="float:right">乙<br><a href="b.htm">甲</a></div>{90}', 'kept kept kept kept'],
    ['{90}<table align=xleft><td><a href="b.htm">甲</a></td></table>{90}', 'kept kept kept'],
    ['<title>祠堂夜校的来历</title>¶{120}<blockquote>信息来源：青山党校</blockquote>{30}', 'kept kept kept'],
    [
      '<h1>祠堂夜校的来历</h1><div><p>{90}</p><p>{90}</p><p>免责声明：本文不代表本站</p></div>',
      'title kept kept footer',
    ],
    ['<title></title>¶<p>{120}</p>下一篇：没有了<p>{90}</p><a href="b.htm">附录</a>', 'kept tools kept kept'],
    ['{90}<div>热点<br><a href="b.htm">甲甲</a><br><a href="b.htm">乙乙</a></div>', 'kept kept links links'],
    ['{90}<p>相关文章</p><li><a href="b.htm">灯油</a></li><ul><li>甲</li></ul>{90}', 'kept box box kept kept'],
    ['{90}<div>热点：</div><a href="b.htm">甲甲</a><p><a href="b.htm">乙乙</a></p>', 'kept kept links links'],
    ['{90}<p><a href="b.htm">[80]</a></p><a href="b.htm">[80]</a><p>{90}</p>', 'kept links links kept'],
    ['{90}<div>[12]</div><a href="b.htm">甲甲</a><p><a href="b.htm">乙乙</a></p>', 'kept links links links'],
    ['{60}{60}<p>相关文章</p><a href="b.htm">灯油</a><p><a href="b.htm">灯油</a></p>{60}', 'kept box box box kept'],
    [
      '<title>青山党校</title>¶作者：王芳 来源：学习时报 2005-07-14<p>定于九点</p><a href="a.doc">名单.doc</a>',
      'before kept kept',
    ],
    [
      '{90}<p><a href="b.htm">甲</a></p><a href="b.htm">乙</a><p><a href="b.htm">灯油</a></p>{40}',
      'kept links links links kept',
    ],
    [
      '<div><p>{90}</p></div>乙<p>乙</p>乙<p>乙</p>乙<p>乙</p>乙<p>乙</p>乙<p>乙</p>乙<p>乙</p>乙<p>责任编辑：甲</p>',
      'kept outside outside outside outside outside outside outside outside outside outside outside outside outside credit',
    ],
    [
      '作者：王芳 来源：学习时报 2005-07-14<p>{90}</p><div style="float:right"><a href="b.htm">甲</a><br>乙</div>{90}',
      'before kept kept kept kept',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>作者：王芳 来源：学习时报 2005-07-14</p><div><p>{90}</p><p>{90}</p></div><div>责任编辑：甲</div>',
      'title credit kept kept credit',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>作者：王芳 来源：学习时报 2005-07-14</p><div><p>{90}</p><p>来源：学习时报</p><p>附录</p><p>{90}</p></div>',
      'title credit kept credit kept kept',
    ],
    [
      '<span><a href="a/12.htm">——</a></span><br><table align=left><tr><td>[120]</td></tr></table><div>{80}</div><p>\u3000\u3000{80}</p>',
      'before kept kept kept',
    ],
    [
      '<title>校刊 - 祠堂夜校 - 青山党校</title>¶{40}<br>几排长凳人满座<li><a href="b.htm">（王芳 李明）</a></li><a href="b.htm">一盏油灯照古楼</a><li>相关文章</li>',
      'kept kept links links tail',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>作者：王芳 来源：学习时报 2005-07-14</p><div><p>{90}</p><p>{90}</p><div style="float:none"><a href="b.htm">广告</a></div></div>',
      'title credit kept kept links',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>作者：王芳 来源：学习时报 2005-07-14</p><div><p>{90}</p><div style="position:fixed"><a href="b.htm">甲</a></div><p>{90}</p></div>',
      'title credit kept advert kept',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>作者：王芳 来源：学习时报 2005-07-14</p><div><p>{90}</p><p>相关文章</p><p><a href="b.htm">灯油</a></p><p>（2005年3月）</p><p>{90}</p></div>',
      'title credit kept box box box kept',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>作者：王芳 来源：学习时报 2005-07-14</p><div><p>{90}</p><p>{90}</p><h3>热点</h3><p><a href="b.htm">甲甲</a></p><p><a href="b.htm">乙乙</a></p></div>',
      'title credit kept kept links links links',
    ],
    [
      '<table>{420}<td><a href="a.doc">名单</a></td><td><a href="b.htm">地点：礼堂</a></td><td><a href="a/12.htm">本报讯（记者 王芳）</a></td></table>相关文章<li>{20}</li><a href="b.htm">{60}</a><p>{210}</p>',
      'kept kept links links box box box kept',
    ],
    [
      '{60}{60}<p>相关文章</p>灯油<p>灯油</p>灯油<p>灯油</p>灯油<p><a href="b.htm">灯油</a></p><a href="b.htm">灯油</a><p><a href="b.htm">灯油</a></p><a href="b.htm">灯油</a><p><a href="b.htm">灯油</a></p>灯油<p>{60}</p>',
      'kept kept kept kept kept kept kept links links links links links kept kept',
    ],
    [
      '{60}{60}<p>相关文章</p>灯油<p>灯油</p>灯油<p>灯油</p>灯油<p>灯油</p><a href="b.htm">灯油</a><p><a href="b.htm">灯油</a></p><a href="b.htm">灯油</a><p><a href="b.htm">灯油</a></p><a href="b.htm">灯油</a><p><a href="b.htm">灯油</a></p>{60}',
      'kept box box box box box box box box box box box box box kept',
    ],
    [
      '{60}{60}<p>推荐阅读</p>灯油<p>灯油</p>灯油<p>灯油</p>灯油<p>灯油</p><a href="b.htm">灯油</a><p><a href="b.htm">灯油</a></p><a href="b.htm">灯油</a><p><a href="b.htm">灯油</a></p><a href="b.htm">灯油</a><p><a href="b.htm">灯油</a></p>{60}',
      'kept box box box box box box box box box box box box box kept',
    ],
    [
      '<title></title>¶<div class=no><p>{60}</p><ul><li><a href="b.htm">○ 王芳</a></li><li>王芳</li><li><a href="b.htm">欢迎投稿</a></li><li><a href="b.htm">图1 祠堂</a></li></ul></div><div class=position><a href="b.htm">作者</a></div><p>{90}</p><div class=info><a href="b.htm">甲</a>王芳</div><span>发布时间：2005-07-14 浏览：12次 <a href="b.htm">见</a></span><br>',
      'kept kept kept tools links links kept kept credit',
    ],
    [
      '<title>青山党校</title>¶<ul><li>{45}</li><li>今天是2005年7月14日 星期四</li><li><a href="b.htm">{420}</a></li><li><a href="b.htm">{150}</a></li></ul><p>{120} <a href="b.htm">见</a></p><div style="float:right"><a href="a.doc">名单</a></div><blockquote>网友评论</blockquote><p>\u3000\u3000{80}</p><div><p>{60}</p><div>{80}</div><p>{210}</p><form><a href="a.doc">名单</a><textarea></textarea></form></div><ul><li><a href="b.htm">板凳记</a></li><li><a href="b.htm">作者：王芳 来源：学习时报 2005-07-14</a></li><li><a href="b.htm">打印</a></li></ul>春去秋来水自流<br>一盏油灯照古楼<br>几排长凳人满座<br><p>划去一条又一条</p><div id=author>首页 > 校刊 > 论坛 <a href="b.htm">见</a></div><p>{210}</p>',
      'before before before before kept advert tail tail tail tail tail tail tail credit tail tail tail tail tail tail tail',
    ],
  ])('%j', (markup, fates) => {
    expect(fatesOf(markup)).toBe(fates);
  });
});
