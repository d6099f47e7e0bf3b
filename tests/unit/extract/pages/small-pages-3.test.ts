import { describe, expect, it } from 'vitest';
import { outlineOfPage } from '../../../support/outline-of-page.ts';

describe('what is read of small pages', () => {
  it.each([
    [
      '<h1>祠堂夜校的来历</h1><div><p>{79}</p><p>评论</p><p>{90}</p></div>',
      '13.5t -2.4bife -1 – | 79 P anchor 0:10 verse – floor 2 end 3',
    ],
    [
      '祠堂夜校的来历<div><a href="a.doc">名单</a></div>{120}<h3>网友评论</h3>',
      '10.5ti -4bif –bie 1.5i | 120 HTML anchor 0:7 verse – floor 3 end 2',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div><p>{90}</p><p>{90}</p><p>★★★</p></div>',
      '13.5t –bif –bi –ie | 180 DIV anchor 0:10 verse – floor 4 end 3',
    ],
    [
      '祠堂夜校的来历<table><td>王芳<table><td>李明</td></table></td></table>',
      '9.6 1.6 -1 | – – anchor 0:9.6 verse – floor 3 end 2',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div><p>{90}</p></div><div><p>{28}</p></div>',
      '13.5ti –bif -3bie | 118 HTML anchor 0:10 verse – floor 3 end 2',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div><p>{90}</p><p>{90}</p><p>网友评论</p></div>',
      '13.5t –bif –bie 0i | 180 DIV anchor 0:10 verse – floor 3 end 2',
    ],
    [
      '<title>青山党校</title>¶<p><a href="b.htm">甲</a>甲</p><p>{90}</p>',
      '-1 –bife | 90 P anchor – verse – floor 2 end 1',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div>春去秋来水自流<br>春去秋来水自流<br>春去秋来水自流<br></div>',
      '13.5t 0bif 0bi 0bie | 21 DIV anchor 0:10 verse 0-3:28 floor 4 end 3',
    ],
    [
      '<h1>祠堂夜校的来历</h1><a href=b.htm><img src=p.jpg></a><p>上一篇：甲</p>',
      '10 0 | – – anchor 0:10 verse – floor 1 end 0',
    ],
    [
      '<h1>祠堂夜校的来历</h1><a href=b.jpg><img src=p.jpg></a><p>上一篇：甲</p>',
      '10 0 | – – anchor 0:10 verse – floor 1 end 0 pictures 0-1 A 1 0 ',
    ],
    [
      '<title>青山党校</title>¶灯油与长凳说<p>[10]</p>[10]<p>作者</p><p>{90}</p>',
      '0 3.3t 5.9h -1h –bife | 90 P anchor – verse – floor 5 end 4',
    ],
    [
      '<title>青山党校</title>¶第一章 夜校<p>作者：王芳 来源：学习时报 2005-07-14</p>{90}',
      '3i 3.7i –bife | 90 HTML anchor – verse – floor 3 end 2',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>时间：九点</p><p>地点：礼堂</p><p>{90}</p><p>{90}</p>',
      '13.5ti 0bif 0bi –bi –bie | 180 HTML anchor 0:10 verse – floor 5 end 4',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>作者：王芳 来源：学习时报 2005-07-14</p><p>地址：青山路1号</p>',
      '13 0 0 | – – anchor 0:13 verse – floor 3 end 2',
    ],
    [
      '祠堂夜校的来历<p><a href="b.htm">[4]</a>[5]</p><div><p>{90}</p></div>',
      '10.5t 0bif –bie | 90 DIV anchor 0:7 verse – floor 3 end 2',
    ],
    [
      '祠堂夜校的来历<table><td>日期</td><tr><td>5月</td></tr><td></td></table>',
      '12.9t -1h -1bife | 2 TR anchor 0:9.6 verse – floor 3 end 2',
    ],
    [
      '祠堂夜校的来历<p><a href="b.htm">[5]</a>[5]</p><div><p>{90}</p></div>',
      '10.5t 0b –bife | 90 DIV anchor 0:7 verse – floor 3 end 2',
    ],
    [
      '<title>青山党校</title>¶您现在的位置：首页 > 校刊<p>时间：九点</p>地点：礼堂<p>{90}</p>',
      '3.1 3.3 3.5t –bife | 90 P anchor – verse – floor 4 end 3',
    ],
    [
      '<title>青山党校</title>¶{40}{40}<div class=no>版权所有 青山党校</div>{120}',
      '-5bif 0bi –bie | 140 HTML anchor – verse – floor 1 end 2',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div>王芳<br>李明<br>赵静</div><p>{90}</p><p>{90}</p>',
      '16.1ti 1.6hi 1.6bif -1hbi –bi –bie | 180 HTML anchor 0:12.6 verse – floor 6 end 5',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>发于2005-07-14 12:30</p><p>{90}</p><p>{90}</p>',
      '16.3ti 3.5hi –bif –bie | 180 HTML anchor 0:13 verse – floor 4 end 3',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div style="display:none"><img src=p.jpg></div>',
      '10 | – – anchor 0:10 verse – floor 1 end 0',
    ],
    [
      '<title>青山党校</title>¶作者：王芳 来源：学习时报 2005-07-14<p>定于九点</p>地址：青山路1号',
      '3.7 0bife 0 | 4 P anchor – verse – floor 3 end 2',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>发于2005-07-14 12:30。</p><p>{90}</p><p>{90}</p>',
      '16.5ti -3bif –bi –bie | 198 HTML anchor 0:13 verse – floor 4 end 3',
    ],
    [
      '<title>青山党校</title>¶<p>灯油与长凳说</p><p>王芳</p><p>{90}</p><p>{90}</p>',
      '6.1ti -1hi –bif –bie | 180 HTML anchor – verse – floor 4 end 3',
    ],
    [
      '<title>青山党校</title>¶<p>灯油与长凳说</p><p>-甲</p><p>{90}</p><p>{90}</p>',
      '6.1ti -1bif –bi –bie | 180 HTML anchor – verse – floor 4 end 3',
    ],
    [
      '<title>青山党校</title>¶<h2>灯油<a href="b.htm">长凳</a></h2><p>{90}</p>',
      '2.5 –bife | 90 P anchor – verse – floor 2 end 1',
    ],
    [
      '<title></title>¶{80}<table><td>下一篇：没有了</td><td>[50]</td></table>',
      '-5bife 0i -2i | 80 HTML anchor – verse – floor 1 end 0',
    ],
    [
      '<title>青山党校</title>¶<div style="text-align:center">县里的人...</div>',
      '0.5 | – – anchor – verse – floor 1 end 0',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div>[25]<br>李明<br>赵静</div><p>{90}</p><p>{90}</p>',
      '15.4ti 2.6bif 1.6hbi -1hbi –bi –bie | 180 HTML anchor 0:11.9 verse – floor 6 end 5',
    ],
    [
      '<title>青山党校</title>¶<p>灯油与长凳说</p><p>——a</p><p>{90}</p><p>{90}</p>',
      '3.5ti -1bif –bi –bie | 180 HTML anchor – verse – floor 4 end 3',
    ],
    [
      '<title>青山党校</title>¶您现在的位置：首页 > 校刊<p>祠堂夜校的来历</p>2006年春<p>{90}</p>',
      '3.1 3.3 3.5t –bife | 90 P anchor – verse – floor 4 end 3',
    ],
    [
      '<h1>祠堂夜校的来历</h1><a href="b.JPEG?x"><img src=p.jpg></a><p>上一篇：甲</p>',
      '10 0 | – – anchor 0:10 verse – floor 1 end 0 pictures 0-1 A 1 0 ',
    ],
    [
      '<title>青山党校</title>¶<p>时间：九点</p><p>地点：礼堂</p><p>{90}</p><p>{90}</p>',
      '3.3i 3.5ti –bif –bie | 180 HTML anchor – verse – floor 4 end 3',
    ],
    [
      '<title>青山党校</title>¶<p>灯油与长凳说</p><p>[10]</p><p>{90}</p><p>{90}</p>',
      '3.3i 3.5ti –bif –bie | 180 HTML anchor – verse – floor 4 end 3',
    ],
    [
      '<title></title>¶{120}<table><td>感谢您的阅读，欢迎关注微信公众号</td></table>{120}',
      '–bife 0bi –bi | 180 HTML anchor – verse – floor 1 end 0',
    ],
    [
      '<title>青山党校</title>¶祠堂夜校的来历<table><td>作者</td><td>[39]</td></table>',
      '5.9t -1h 0bife | 5.85 TD anchor – verse – floor 3 end 2',
    ],
    [
      '<title>校刊 - 祠堂夜校 - 青山党校</title>¶本文地址：http://a<li></li>{60}{60}{80}',
      '0i –bife | 200 HTML anchor – verse – floor 2 end 1',
    ],
    [
      '<title>青山党校</title>¶<p>灯油与长凳说</p><p>作者：王芳</p><p>{90}</p><p>{90}</p>',
      '6.5ti 3.7hi –bif –bie | 180 HTML anchor – verse – floor 4 end 3',
    ],
    [
      '<title>校刊 - 祠堂夜校 - 青山党校</title>¶祠堂夜校的来历<a href="b.htm">甲乙丙丁戊己庚辛</a>',
      '-3 | – – anchor – verse – floor 1 end 0',
    ],
    [
      '<title>校刊 - 祠堂夜校 - 青山党校</title>¶<table>文章标题<td>（王芳 李明）</td></table>',
      '2.6 6 | – – anchor – verse – floor 2 end 1',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div hidden><p><img src=p.jpg></p></div><p>上一篇：甲</p>',
      '10 0 | – – anchor 0:10 verse – floor 1 end 0',
    ],
    [
      '<h1>祠堂夜校的来历</h1><a href=xjavascript:><img src=p.jpg></a><p>上一篇：甲</p>',
      '10 0 | – – anchor 0:10 verse – floor 1 end 0',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p><a href="b.htm">[60]</a></p><p>{90}</p><p>{90}</p>',
      '13.5ti -5bif –bi –bie | 180 HTML anchor 0:10 verse – floor 4 end 3',
    ],
    [
      '<title>青山党校</title>¶春去秋来水自流<br>春去秋来水自流<br>春去秋来水自流<br>春去秋来水自流<p>王芳</p>',
      '0bif 1.2bi 1.9bi 2.6bi -1ie | 28 HTML anchor – verse 0-3:28 floor 5 end 4',
    ],
    [
      '祠堂夜校的来历<p>打印</p>打印<p>打印</p>打印<p>打印</p>打印<p>[50]</p>祠堂夜校的来历<p>{90}</p>',
      '9.6ti 1.6hi 1.6hi 1.6hi 1.6hi 1.6hi -1hi -2bif 7hbi –bie | 111 HTML anchor 0:9.6 verse – floor 10 end 9',
    ],
    [
      '<title>校刊 - 祠堂夜校 - 青山党校</title>¶{80}{40}<table><td>凡本网注明</td></table>',
      '–bife 0i | 120 HTML anchor – verse – floor 1 end 0',
    ],
    [
      '<h1>祠堂夜校的来历</h1><dl><dt>作者</dt><dd>王芳甲</dd></dl><p>{90}</p><p>{90}</p>',
      '15.9ti 1.6hi -1hi –bif –bie | 180 HTML anchor 0:12.6 verse – floor 5 end 4',
    ],
    [
      '<title>青山党校</title>¶王芳<p>[10]</p><p>[10]</p><p>[10]</p><p>[10]</p>{90}',
      '-1i 3.5ti 0bif 0hbi 0hbi –bie | 90 HTML anchor – verse 1-4:40 floor 6 end 5',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div id=marked><div>{90}<br>{90}</div></div><p>{90}</p>',
      '13.5t –bif –bie – | 180 DIVmarked anchor 0:10 verse – floor 4 end 3',
    ],
    [
      '<title>青山党校</title>¶<p>（青山市委党校学报编辑部，青山332000）</p><p>{90}</p><p>{90}</p>',
      '3.5hif –bi –bie | 202 HTML anchor – verse – floor 3 end 2',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div><p>{90}</p><p>{90}</p><p>相关文章</p><p>{40}</p></div>',
      '13.5t –bif –bi 0i -3ie | 180 DIV anchor 0:10 verse – floor 5 end 4',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div><p>{90}</p><p>{90}</p><p>网友评论</p><p>{40}</p></div>',
      '13.5t –bif –bie 0i -3i | 180 DIV anchor 0:10 verse – floor 3 end 4',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div><p>{90}</p><p>{90}</p><p>网友评论</p><p>{20}</p></div>',
      '13.5t –bif –bie 0i -3i | 180 DIV anchor 0:10 verse – floor 3 end 4',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div>春去秋来水自流<br>春去秋来水自流<br>春去秋来水自流<br>春去秋来水自流<br></div>',
      '13.5t 0bif 0bi 0bi 0bie | 28 DIV anchor 0:10 verse 0-4:35 floor 5 end 4',
    ],
    [
      '<title>青山党校</title>¶祠堂夜校的来历<table><td>摘要：讲的是夜校。</td></table><p>{90}</p>',
      '3.3t 0.5h –bife | 90 P anchor – verse – floor 3 end 2',
    ],
    [
      '<title></title>¶<h3><strong style="font-weight:bold">3小时前</strong></h3>',
      '3.2 | – – anchor – verse – floor 1 end 0',
    ],
    [
      '<title>祠堂夜校的来历</title>¶<span style="font-size:18px">首页 > 校刊 > 论坛</span>',
      '1 | – – anchor – verse – floor 1 end 0',
    ],
    [
      '<title>祠堂夜校的来历</title>¶祠堂夜校的来历<form><a href="a.doc">名单</a></form>\u3000\u3000{80}',
      '10.5ti -4bif -5bie | 80 HTML anchor 0:7 verse – floor 3 end 2',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>春去秋来水自流</p><p>春去秋来水自流</p><p>春去秋来水自流</p><p>春去秋来水自流</p>',
      '13.5ti 0bif 0bi 0bi 0bie | 28 HTML anchor 0:10 verse 0-4:35 floor 5 end 4',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>发布：王芳 日期：2005-1-1 [50] 来源：甲</p><p>{90}</p><p>{90}</p>',
      '13.3ti -2hi –bif –bie | 215 HTML anchor 0:10 verse – floor 4 end 3',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div><p>{90}</p><p>{90}</p><p>附件：名单</p><p>{20}</p></div>',
      '13.5t –bif –bi 0bi -3bie | 196 DIV anchor 0:10 verse – floor 5 end 4',
    ],
    [
      '<p>祠堂夜校的来历</p><p>作者：王芳 来源：学习时报 2005-07-14</p><h1>祠堂夜校的来历</h1><p>{90}</p>',
      '13.5t 3.5h 13.5h –bife | 90 P anchor 0:10 verse – floor 4 end 3',
    ],
    [
      '<title>青山党校</title>¶<p>您现在的位置：首页 > 校刊</p><div>[20]<br>{90}<br>{90}</div>',
      '3.5 1.5bif –bi –bie | 183 DIV anchor – verse – floor 4 end 3',
    ],
    [
      '<title>青山党校</title>¶<p>您现在的位置：首页 > 校刊</p><p>夜校灯</p><p>{90}</p><p>{90}</p>',
      '3.3i 3.3ti –bif –bie | 180 HTML anchor – verse – floor 4 end 3',
    ],
    [
      '<title>青山党校</title>¶王芳<div>春去秋来水自流<br>春去秋来水自流<br>春去秋来水自流<br>春去秋来水自流</div>',
      '-1 0bif 0bi 0bi 0bie | 28 DIV anchor – verse 1-4:28 floor 5 end 4',
    ],
    [
      '<title>校刊 - 祠堂夜校 - 青山党校</title>¶<span style="font-size:18px">作者：王芳</span>',
      '1 | – – anchor – verse – floor 1 end 0',
    ],
    [
      '<h1>祠堂夜校的来历</h1><img src=p.jpg><p>作者：王芳 来源：学习时报 2005-07-14</p><p>上一篇：甲</p>',
      '13 0 0 | – – anchor 0:13 verse – floor 2 end 0 pictures 0-2 BODY 2 1 1',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>[50]</p><p>[30]</p><p>祠堂夜校的来历</p><p>{90}</p><p>{90}</p>',
      '13.5ti -2bif 0bi 7hbi –bi –bie | 205.5 HTML anchor 0:10 verse – floor 6 end 5',
    ],
    [
      '<title>青山党校</title>¶<p>您现在的位置：首页 > 校刊</p><p>[20]</p><p>{90}</p><p>{90}</p>',
      '3.5if 1.5bi –bi –bie | 183 HTML anchor – verse – floor 4 end 3',
    ],
  ])('%j', (markup, outline) => {
    expect(outlineOfPage(markup)).toBe(outline);
  });
});
