import { describe, expect, it } from 'vitest';
import { outlineOfPage } from '../../../support/outline-of-page.ts';

describe('what is read of small pages', () => {
  it.each([
    [
      '<title>青山党校</title>¶<p>您现在的位置：首页 > 校刊</p><p>[40]</p><p>{90}</p><p>{90}</p>',
      '3.5if 0bi –bi –bie | 186 HTML anchor – verse – floor 4 end 3',
    ],
    [
      '{90}<p>相关文章</p><a href="b.htm">灯油</a>{40}<p><a href="b.htm">板凳</a></p>{40}',
      '–bife 0bi -3bi -4bi -3bi | 94.9 HTML anchor – verse – floor 5 end 0',
    ],
    [
      '{90}<p>相关文章</p><a href="b.htm">灯油</a>{40}<p>{40}<a href="b.htm">板凳</a></p>',
      '–bif 0bi -3bi 0bie | 106.19 HTML anchor – verse – floor 4 end 3',
    ],
    [
      '<title>青山党校</title>¶<p>灯油与长凳说</p><p>[10]</p><p>作者</p><p>{90}</p><p>{90}</p>',
      '3.1i 5.9ti -1hi –bif –bie | 180 HTML anchor – verse – floor 5 end 4',
    ],
    [
      '<title>青山党校</title>¶<p>您现在的位置：首页 > 校刊</p><p>（3）夜校</p><p>{90}</p><p>{90}</p>',
      '3.3i 0if –bi –bie | 180 HTML anchor – verse – floor 4 end 3',
    ],
    [
      '<title>青山党校</title>¶<center>灯油与长凳</center><p>[10]</p><p>{90}</p><p>{90}</p>',
      '4ti 0bif –bi –bie | 180 HTML anchor – verse – floor 4 end 3',
    ],
    [
      '<h1>祠堂夜校的来历</h1>一盏油灯照古楼<br>打印本页<br>几排长凳人满座<br>划去一条又一条<br>划不掉的留着讲<br>讲到天明方始休',
      '13.5ti 2.6bif 0hbi 0bi 0bi 0bi 0bie | 28 HTML anchor 0:10 verse 3-6:28 floor 7 end 6',
    ],
    [
      '<title>青山党校</title>¶<p>您现在的位置：首页 > 校刊</p><p>灯油与长凳。</p><p>{90}</p><p>{90}</p>',
      '3.3i 1.3if –bi –bie | 180 HTML anchor – verse – floor 4 end 3',
    ],
    [
      '<title>青山党校</title>¶<p>灯油与长凳说</p><p>[10]</p><p>——a</p><p>{90}</p><p>{90}</p>',
      '3.3i 3.5ti -1bif –bi –bie | 180 HTML anchor – verse – floor 5 end 4',
    ],
    [
      '\u3000\u3000{80}<div class=share>祠堂夜校的来历</div><div>春去秋来水自流<br>一盏油灯照古楼<br>几排长凳人满座</div>',
      '-5bife 7ti 0i 0i 0i | 80 HTML anchor 1:7 verse 1-4:28 floor 5 end 0',
    ],
    [
      '<title>青山党校</title>¶免责声明：本文不代表本站<div class=no>甲乙丙丁戊己庚辛</div>分享到：<p>{210}</p>',
      '3.1 5.9t 0h –bife | 210 P anchor – verse – floor 4 end 3',
    ],
    [
      '<title>校刊 - 祠堂夜校 - 青山党校</title>¶<div style="text-align:center">祠堂夜校的来历</div>',
      '0.5 | – – anchor – verse – floor 1 end 0',
    ],
    [
      '<title>青山党校</title>¶<p>您现在的位置：首页 > 校刊</p><p>祠堂夜校的来历</p><p>（王芳）</p><p>{90}</p>',
      '5.2 6.9t 0h –bife | 90 P anchor – verse – floor 4 end 3',
    ],
    [
      '<title>青山党校</title>¶<p>您现在的位置：首页 > 校刊</p><p>祠堂夜校的来历</p><p>{26}</p><p>{90}</p>',
      '3.3i 4.3ti -3bif –bie | 116 HTML anchor – verse – floor 4 end 3',
    ],
    [
      '<title>青山党校</title>¶<p>灯油与长凳说</p><p>[10]</p><p>[10]</p><p>{90}</p><p>{90}</p>',
      '3.1i 3.5ti 3.5hi –bif –bie | 180 HTML anchor – verse – floor 5 end 4',
    ],
    [
      '<title>青山党校</title>¶<h2><a href="12.htm">灯油与长凳</a></h2><p>{90}</p><p>{90}</p>',
      '2.5i –bif –bie | 180 HTML anchor – verse – floor 3 end 2',
    ],
    [
      '<title>青山党校</title>¶您现在的位置：首页 > 校刊<table><td>作者</td><td>[40]</td></table>{90}',
      '5.9i 3.3ti 0bif –bie | 96 HTML anchor – verse – floor 4 end 3',
    ],
    [
      '{90}<p>来源：学习时报</p><a href="b.htm">灯油</a>{40}<p><a href="b.htm">板凳</a></p>{40}',
      '–bif 0bi -3bi -4bi -3bie | 144.9 HTML anchor – verse – floor 5 end 4',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div><p>{90}</p><p>{90}</p><p>版权所有</p><p>（作者系青山党校教师）</p></div>',
      '13.5t –bif –bie 0i 0i | 180 DIV anchor 0:10 verse – floor 3 end 2',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div><p>{90}</p><p>{90}</p><p>相关文章</p><p>（作者系青山党校教师）</p></div>',
      '13.5t –bif –bie 0i 0i | 180 DIV anchor 0:10 verse – floor 5 end 2',
    ],
    [
      '<h1>祠堂夜校的来历</h1><ul><li>2006-3-5</li><li>林州，日报</li></ul><p>{90}</p><p>{90}</p>',
      '16.5ti –hi 0bif –bi –bie | 180 HTML anchor 0:13 verse – floor 5 end 4',
    ],
    [
      '<title>青山党校</title>¶<font size=8>灯油与长凳</font><p>[10]</p><p>{90}</p><p>{90}</p>',
      '3.3i 3.5ti –bif –bie | 180 HTML anchor – verse – floor 4 end 3',
    ],
    [
      '<title>青山党校</title>¶<font size=3>灯油与长凳</font><p>[10]</p><p>{90}</p><p>{90}</p>',
      '3.3i 3.5ti –bif –bie | 180 HTML anchor – verse – floor 4 end 3',
    ],
    [
      '<title>青山党校</title>¶<p>甲</p><p>作者：王芳 来源：学习时报 2005-07-14</p><p>甲甲</p><p>版权所有</p>',
      '– 3.7 1.6bife 0 | 2 P anchor – verse – floor 3 end 2',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div><p>{90}</p><p>{90}</p><p>上一篇：甲</p><p>（作者系青山党校教师）</p></div>',
      '13.5t –bif –bie 0i 0i | 180 DIV anchor 0:10 verse – floor 3 end 2',
    ],
    [
      '<title>另一个题目_青山党校</title>¶<h2>灯油与长凳</h2><p>来源：学习时报</p><h1>另一个题目</h1><p>{90}</p>',
      '8.8 3.5 13.5t –bife | 90 P anchor 2:10 verse – floor 4 end 3',
    ],
    [
      '<title>青山党校</title>¶<p>您现在的位置：首页 > 校刊</p><p>祠堂夜校的来历</p><p>2006年春</p><p>{90}</p>',
      '3.1 3.3 3.5t –bife | 90 P anchor – verse – floor 4 end 3',
    ],
    [
      '祠堂夜校的来历<table><td></td><td>来源</td><tr><td></td><td>甲</td></tr><td></td></table>',
      '13.1t -1bif –bie | 3 TABLE anchor 0:9.6 verse – floor 3 end 2',
    ],
    [
      '<title>校刊 - 祠堂夜校 - 青山党校</title>¶<center><div class=share>（王芳 李明）</div></center>',
      '0 | – – anchor – verse – floor 1 end 0',
    ],
    [
      '<title></title>¶<span style="font-size:18px">选自《群众》2008年第11期\u3000[2008-12-2]</span>',
      '1bife | 3.9 HTML anchor – verse – floor 1 end 0',
    ],
    [
      '<h1>祠堂夜校的来历</h1><table><tr><td>摘要：讲的是夜校。</td></tr></table><p>{90}</p><p>{90}</p>',
      '13.3ti 0.5hi –bif –bie | 180 HTML anchor 0:10 verse – floor 4 end 3',
    ],
    [
      '<p>{210}</p><p>[9]</p><p>[9]</p><p>[9]</p><h1>祠堂夜校的来历</h1><p>{39}</p><p>版权所有</p>',
      '– 3.3 3.3 3.3 13.5t -0.4bife 0 | 233 P anchor 4:10 verse 1-5:73 floor 6 end 5',
    ],
    [
      '<p>{210}</p><p>[9]</p><p>[9]</p><p>[9]</p><h1>祠堂夜校的来历</h1><p>{60}</p><p>版权所有</p>',
      '– 3.3 3.3 3.3 13.5t -2.4bife 0 | 254 P anchor 4:10 verse 1-4:34 floor 6 end 5',
    ],
    [
      '<title>青山党校</title>¶<table><tr><td>标题</td><td>灯油与长凳</td></tr></table><p>{90}</p>',
      '-1 9.5t –bife | 90 P anchor – verse – floor 3 end 2',
    ],
    [
      '<title>青山党校</title>¶<span class=bt>灯油与长凳</span><p>[10]</p><p>{90}</p><p>{90}</p>',
      '5ti 0bif –bi –bie | 180 HTML anchor – verse – floor 4 end 3',
    ],
    [
      '<p>{210}</p><p>[9]</p><p>[9]</p><p>[9]</p><h1>祠堂夜校的来历</h1><p>{71}</p><p>版权所有</p>',
      '– 3.3 3.3 3.3 13.5t -2.4bife 0 | 265 P anchor 4:10 verse 1-4:34 floor 6 end 5',
    ],
    [
      '<p>{210}</p><p>[9]</p><p>[9]</p><p>[9]</p><h1>祠堂夜校的来历</h1><p>{40}</p><p>版权所有</p>',
      '– 3.3 3.3 3.3 13.5t -0.4bife 0 | 234 P anchor 4:10 verse 1-5:74 floor 6 end 5',
    ],
    [
      '<title>青山党校</title>¶您现在的位置：首页 > 校刊<p>[20]</p>作者：王芳 来源：学习时报 2005-07-14<p>{90}</p>',
      '5.6 7.3t 3.7h –bife | 90 P anchor – verse – floor 4 end 3',
    ],
    [
      '<title>校刊 - 祠堂夜校 - 青山党校</title>¶<div class=title>作者：王芳 来源：学习时报 2005-07-14 </div>',
      '1.5 | – – anchor – verse – floor 1 end 0',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div><p>{90}</p><p>{90}</p><p>标签：<a href="b.htm">夜校</a></p></div>',
      '13.5t –bif –bie 0i | 180 DIV anchor 0:10 verse – floor 4 end 2',
    ],
    [
      '<title>青山党校</title>¶<p>您现在的位置：首页 > 校刊</p><p>祠堂夜校的来历</p><p>——在会上的讲话</p><p>{90}</p>',
      '3.3i 6.9ti 0bif –bie | 90 HTML anchor – verse – floor 4 end 3',
    ],
    [
      '<title>青山党校</title>¶<h2><a href="a/12.htm#x">灯油与长凳</a></h2><p>{90}</p><p>{90}</p>',
      '-0.5i –bif –bie | 180 HTML anchor – verse – floor 3 end 2',
    ],
    [
      '<title>青山党校</title>¶<table><tr><td>题 目</td><td>灯油与长凳</td></tr></table><p>{90}</p>',
      '-1 9.5t –bife | 90 P anchor – verse – floor 3 end 2',
    ],
    [
      '<p>{210}</p><p>[9]</p><p>[9]</p><p>[9]</p><h1>祠堂夜校的来历</h1><p>{201}</p><p>版权所有</p>',
      '– 3.3 3.3 3.3 13.5t –bife 0 | 395 P anchor 4:10 verse 1-4:34 floor 6 end 5',
    ],
    [
      '<p>{210}</p><p>[9]</p><p>[9]</p><p>[9]</p><h1>祠堂夜校的来历</h1><p>{200}</p><p>版权所有</p>',
      '– 3.3 3.3 3.3 13.5t –bife 0 | 394 P anchor 4:10 verse 1-4:34 floor 6 end 5',
    ],
    [
      '<title>校刊 - 祠堂夜校 - 青山党校</title>¶{210}<table><td>评论</td><td>青山党校</td></table>{120}',
      '–i -1i 4.5ti –bife | 301 HTML anchor 2:4.5 verse – floor 4 end 3',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p><a href="b.htm">[5]</a>[5]</p><div><p>{90}</p><p>{90}</p></div>',
      '13.5t 0b –bif –bie | 180 DIV anchor 0:10 verse – floor 4 end 3',
    ],
    [
      '<title>青山党校</title>¶<p>您现在的位置：首页 > 校刊</p><p>祠堂夜校的来历</p><p>摘要：讲的是夜校。</p><p>{90}</p>',
      '3.3i 4.3ti -3bif –bie | 90 HTML anchor – verse – floor 4 end 3',
    ],
    [
      '<title>青山党校</title>¶<table><tr><td>文章题目</td><td>灯油与长凳</td></tr></table><p>{90}</p>',
      '0 9.5t –bife | 90 P anchor – verse – floor 3 end 2',
    ],
    [
      '<title>青山党校</title>¶<table><tr><td>标 题:</td><td>灯油与长凳</td></tr></table><p>{90}</p>',
      '– 9.5t –bife | 90 P anchor – verse – floor 3 end 2',
    ],
    [
      '<title>青山党校</title>¶<p>灯油与长凳说</p><p>2005-07-14日甲乙丙丁12:30</p><p>{90}</p><p>{90}</p>',
      '6.5ti 0bif –bi –bie | 183 HTML anchor – verse – floor 4 end 3',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div>春去秋来水自流<br>春去秋来水自流<br>春去秋来水自流<br>春去秋来水自流<br>春去秋来水自流<br></div>',
      '13.5t 0bif 0bi 0bi 0bi 0bie | 35 DIV anchor 0:10 verse 0-5:42 floor 6 end 5',
    ],
    [
      '<h1>祠堂夜校的来历</h1><a href="b.htm">甲甲</a><p><a href="b.htm">甲甲</a></p><img src=q.jpg>',
      '10 -4 -4 | – – anchor 0:10 verse – floor 3 end 0 pictures 0-– BODY 3 2 1,2',
    ],
    [
      '<title>青山党校</title>¶<p>灯油与长凳说</p><p>[10]</p><p>[10]</p><p>2005-07-14甲乙丙丁戊12:30</p>',
      '3.3i 3.5ti 0bif 0bie | 3 HTML anchor – verse 0-3:46 floor 4 end 3',
    ],
    [
      '<title>青山党校</title>¶您现在的位置：首页 > 校刊<p>祠堂夜校的来历</p><li>2006-3-5</li><li>[20]</li>[21]',
      '2.3i 6.3ti –hi 3.5hi 0bife | 6.15 HTML anchor – verse – floor 5 end 4',
    ],
    [
      '<title>青山党校</title>¶<p>您现在的位置：首页 > 校刊</p><p>王芳</p><p>[10]</p><p>{90}</p><p>{90}</p>',
      '5.9i -1i 3.5ti –bif –bie | 180 HTML anchor – verse – floor 5 end 4',
    ],
    [
      '<title>青山党校</title>¶<div>春去秋来水自流<br>春去秋来水自流<br>春去秋来水自流<br>春去秋来水自流<br></div><p>王芳</p>',
      '0bif 1.2bi 1.9bi 2.6bie -1 | 28 DIV anchor – verse 0-3:28 floor 5 end 4',
    ],
    [
      '<title>青山党校</title>¶<p>校刊</p><p>[10]</p><p>[10]</p><p>[10]</p><p>{90}</p><p>{90}</p>',
      '-1i 3.5ti 3.5hi 3.5hi –bif –bie | 180 HTML anchor – verse 0-3:32 floor 6 end 5',
    ],
    [
      '<title>青山党校</title>¶<p>王芳</p><p>[10]</p><p>[10]</p><p>[10]</p><p>{90}</p><p>{90}</p>',
      '-1i 3.5ti 3.5hi 3.5hi –bif –bie | 180 HTML anchor – verse – floor 6 end 5',
    ],
    [
      '<title>青山党校</title>¶<p>夜校</p><p>[10]</p><p>[10]</p><p>[10]</p><p>{90}</p><p>{90}</p>',
      '-1i 3.5ti 3.5hi 3.5hi –bif –bie | 180 HTML anchor – verse 0-3:32 floor 6 end 5',
    ],
    [
      '<title>青山党校</title>¶<span class="x h1">灯油与长凳</span><p>[10]</p><p>{90}</p><p>{90}</p>',
      '5ti 0bif –bi –bie | 180 HTML anchor – verse – floor 4 end 3',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>作者：王芳 来源：学习时报 2005-07-14</p><p>——在会上的讲话</p><p>{90}</p><p>{90}</p>',
      '16.5ti 6.3hi 0bif –bi –bie | 180 HTML anchor 0:13 verse – floor 5 end 4',
    ],
    [
      '祠堂夜校的来历<table><td>日期</td><tr><td>来源</td><td>甲</td></tr><td>作者</td><td>乙</td></table>',
      '9.6 1.6 -1 – -1 – | – – anchor 0:9.6 verse – floor 6 end 5',
    ],
    [
      '<title>青山党校</title>¶<p>夜校灯</p><p>[10]</p><p>[10]</p><p>[10]</p><p>{90}</p><p>{90}</p>',
      '-1i 3.5ti 3.5hi 3.5hi –bif –bie | 180 HTML anchor – verse 0-3:33 floor 6 end 5',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div><p>{90}</p><p>{90}</p><p>免责声明：本文不代表本站</p><p>（作者系青山党校教师）</p></div>',
      '13.5t –bif –bie 0i 0i | 180 DIV anchor 0:10 verse – floor 3 end 2',
    ],
    [
      '<h1>祠堂夜校的来历</h1><ul><li>2006-3-5</li></ul><ul><li>林州日报</li></ul><p>{90}</p><p>{90}</p>',
      '16.5ti –hi 0bif –bi –bie | 180 HTML anchor 0:13 verse – floor 5 end 4',
    ],
    [
      '<h1>祠堂夜校的来历</h1><table><tr><td>导 读：甲</td><td>乙</td></tr></table><p>{90}</p><p>{90}</p>',
      '13.3ti 0hi –bif –bi –bie | 180 HTML anchor 0:10 verse – floor 5 end 4',
    ],
    [
      '<title>青山党校</title>¶<p>您现在的位置：首页 > 校刊</p><p>（3）夜校</p><p>[10]</p><p>{90}</p><p>{90}</p>',
      '3.1i 0i 3.5ti –bif –bie | 180 HTML anchor – verse – floor 5 end 4',
    ],
    [
      '<title>青山党校</title>¶<p>1.夜校</p><p>[10]</p><p>[10]</p><p>[10]</p><p>{90}</p><p>{90}</p>',
      '0i 3.5ti 3.5hi 3.5hi –bif –bie | 180 HTML anchor – verse 0-3:34 floor 6 end 5',
    ],
    [
      '<title>青山党校</title>¶<p>一、夜校</p><p>[10]</p><p>[10]</p><p>[10]</p><p>{90}</p><p>{90}</p>',
      '0i 3.5ti 3.5hi 3.5hi –bif –bie | 180 HTML anchor – verse 0-3:34 floor 6 end 5',
    ],
  ])('%j', (markup, outline) => {
    expect(outlineOfPage(markup)).toBe(outline);
  });
});
