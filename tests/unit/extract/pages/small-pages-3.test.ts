import { describe, expect, it } from 'vitest';
import { outlineOfPage } from '../../../support/outline-of-page.ts';

describe('what is read of small pages', () => {
  it.each([
    [
      '<title>青山党校</title>¶您现在的位置：首页 > 校刊<p>祠堂夜校的来历</p>2006年春<p>{90}</p>',
      '3.1 3.3 3.5t –bife | 90 P anchor – verse – floor 4 end 3',
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
      '<title>校刊 - 祠堂夜校 - 青山党校</title>¶祠堂夜校的来历<a href="b.htm">甲乙丙丁戊己庚辛</a>',
      '-3 | – – anchor – verse – floor 1 end 0',
    ],
    [
      '<title>校刊 - 祠堂夜校 - 青山党校</title>¶<table>文章标题<td>（王芳 李明）</td></table>',
      '2.6 6 | – – anchor – verse – floor 2 end 1',
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
      '<title>青山党校</title>¶王芳<p>[10]</p><p>[10]</p><p>[10]</p><p>[10]</p>{90}',
      '-1i 3.5ti 0bif 0hbi 0hbi –bie | 90 HTML anchor – verse 1-4:40 floor 6 end 5',
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
      '{90}<p>相关文章</p><a href="b.htm">灯油</a>{40}<p><a href="b.htm">板凳</a></p>{40}',
      '–bife 0bi -3bi -4bi -3bi | 94.9 HTML anchor – verse – floor 5 end 0',
    ],
    [
      '{90}<p>相关文章</p><a href="b.htm">灯油</a>{40}<p>{40}<a href="b.htm">板凳</a></p>',
      '–bif 0bi -3bi 0bie | 106.19 HTML anchor – verse – floor 4 end 3',
    ],
    [
      '<h1>祠堂夜校的来历</h1>一盏油灯照古楼<br>打印本页<br>几排长凳人满座<br>划去一条又一条<br>划不掉的留着讲<br>讲到天明方始休',
      '13.5ti 2.6bif 0hbi 0bi 0bi 0bi 0bie | 28 HTML anchor 0:10 verse 3-6:28 floor 7 end 6',
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
      '<title>青山党校</title>¶您现在的位置：首页 > 校刊<table><td>作者</td><td>[40]</td></table>{90}',
      '5.9i 3.3ti 0bif –bie | 96 HTML anchor – verse – floor 4 end 3',
    ],
    [
      '{90}<p>来源：学习时报</p><a href="b.htm">灯油</a>{40}<p><a href="b.htm">板凳</a></p>{40}',
      '–bif 0bi -3bi -4bi -3bie | 144.9 HTML anchor – verse – floor 5 end 4',
    ],
    [
      '<title>青山党校</title>¶<p>甲</p><p>作者：王芳 来源：学习时报 2005-07-14</p><p>甲甲</p><p>版权所有</p>',
      '– 3.7 1.6bife 0 | 2 P anchor – verse – floor 3 end 2',
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
      '<title>青山党校</title>¶您现在的位置：首页 > 校刊<p>[20]</p>作者：王芳 来源：学习时报 2005-07-14<p>{90}</p>',
      '5.6 7.3t 3.7h –bife | 90 P anchor – verse – floor 4 end 3',
    ],
    [
      '<title>校刊 - 祠堂夜校 - 青山党校</title>¶<div class=title>作者：王芳 来源：学习时报 2005-07-14 </div>',
      '1.5 | – – anchor – verse – floor 1 end 0',
    ],
    [
      '<title>校刊 - 祠堂夜校 - 青山党校</title>¶{210}<table><td>评论</td><td>青山党校</td></table>{120}',
      '–i -1i 4.5ti –bife | 301 HTML anchor 2:4.5 verse – floor 4 end 3',
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
      '祠堂夜校的来历<table><td>日期</td><tr><td>来源</td><td>甲</td></tr><td>作者</td><td>乙</td></table>',
      '9.6 1.6 -1 – -1 – | – – anchor 0:9.6 verse – floor 6 end 5',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>{60}</p><div>相关文章<p><a href="b.htm">甲</a></p>上一篇：甲</div><p>{60}</p>',
      '13.5t -2.4bife 0 – 0 -5 | 60 P anchor 0:10 verse – floor 4 end 1',
    ],
    [
      '<title>青山党校</title>¶\u3000\u3000{80}<div><div>\u3000\u3000{80}{60}<br></div></div><div class=share>见</div>',
      '-5bif –bie –i | 220 HTML anchor – verse – floor 3 end 1',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div><p>{90}</p><p>{90}</p><p>免责声明：本文不代表本站</p><p>（作者系青山党校教师）</p></div>',
      '13.5t –bif –bie 0i 0i | 180 DIV anchor 0:10 verse – floor 3 end 2',
    ],
    [
      '祠堂夜校的来历<p>打印</p>打印<p>打印</p>打印<p>打印</p>打印<p>打印</p>打印<p>打印</p>打印<p>打印</p>打印<p>打印</p>定于九点',
      '9.6ti 1.6hi 1.6hi 1.6hi 1.6hi 1.6hi 1.6hi 1.6hi 1.6hi 1.6hi 1.6hi 1.6hi 1.6hi -1hi 0bife | 4 HTML anchor 0:9.6 verse – floor 15 end 14',
    ],
    [
      '<title>校刊 - 祠堂夜校 - 青山党校</title>¶评论<div style="text-align:center">时间：九点</div>\u3000\u3000{80}{120}',
      '-1i 4ti –bife | 200 HTML anchor – verse – floor 3 end 2',
    ],
    [
      '祠堂夜校的来历<p>甲</p>甲<p>甲</p>甲<p>甲</p>甲<p>甲</p>甲<p>甲</p>甲<p>甲</p>甲<p>甲</p><h1>祠堂夜校的来历</h1>{90}',
      '10.5ti –bif –bi –bi –bi –bi –bi –bi –bi –bi –bi –bi –bi –bi 10bi –bie | 90 HTML anchor 0:10 verse – floor 16 end 15',
    ],
    [
      '<title></title>¶<table>（青山市委党校学报编辑部，青山332000）<td>文章标题</td></table><p>\u3000\u3000{80}</p><p>{60}</p>',
      '5.9hi 0hi 1bif -5bie | 158 HTML anchor – verse – floor 4 end 3',
    ],
    [
      '<title>青山党校</title>¶<a href="http://web.example/2005/http://dx.example/a/12.htm">灯油与长凳</a>',
      '0 | – – anchor – verse – floor 1 end 0',
    ],
    [
      '<title>祠堂夜校的来历</title>¶<span style="font-size:18px">祠堂夜校的来历</span><div class=info>共3页</div>',
      '8 -1 | – – anchor 0:8 verse – floor 2 end 1',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>作者：王芳 来源：学习时报 2005-07-14</p><p>定于九点。</p><p><a href="b.htm">乙</a></p><p>甲甲</p>',
      '16.5ti 3.7hi -3bif –hbi -1bie | 7 HTML anchor 0:13 verse – floor 5 end 4',
    ],
    [
      '<title>祠堂夜校的来历</title>¶<table><span style="font-size:18px">作者：王芳 来源：学习时报 2005-07-14</span></table>',
      '1 | – – anchor – verse – floor 1 end 0',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div><p>{60}</p><div><p>相关文章</p><p><a href="b.htm">甲</a></p></div><p>{25}</p></div>',
      '13.5t -2.4bife 0 – -3 | 60 P anchor 0:10 verse – floor 5 end 4',
    ],
    [
      '一盏油灯照古楼<br>几排长凳人满座<br>划去一条又一条<br>划不掉的留着讲<table><td>见</td><td>免责声明：本文不代表本站</td><td>作者：王芳</td></table>',
      '0 0 0 1.6 – 3 0 | – – anchor – verse 0-3:28 floor 5 end 4',
    ],
    [
      '<font size="+2" style="font-size: large">祠堂夜校的来历</font><div class=title>欢迎投稿 <a href="b.htm">见</a></div>',
      '13t 1.5bife | 5 DIV anchor 0:9.5 verse – floor 2 end 1',
    ],
    [
      '<title>青山党校</title>¶您现在的位置：首页 > 校刊<h2>夜校图集</h2>作者：王芳 来源：学习时报 2005-07-14<a href=b.htm><img src=p.jpg></a>',
      '2.3 5.5 0 | – – anchor – verse – floor 3 end 1',
    ],
    [
      '祠堂夜校的来历<li>感谢您的阅读，欢迎关注微信公众号</li><li>第一章 夜校</li><a href="a.doc">名单</a><h4>作者：王芳</h4><div>{210}<p></p></div>',
      '10.3t 5.1h 2.3b -4b 1hb –bife | 210 DIV anchor 0:7 verse – floor 6 end 5',
    ],
    [
      '祠堂夜校的来历<p>{60}</p><div>相关文章<p><a href="b.htm">甲</a></p></div><p>{26}</p>推荐阅读<p><a href="b.htm">乙</a></p>{30}',
      '10.5ti -2.4bif 0bi –bi -3bi 0i –i -3ie | 90 HTML anchor 0:7 verse – floor 8 end 7',
    ],
    [
      '<title>青山党校</title>¶<p>您现在的位置：首页 > 校刊</p><h2>夜校图集</h2><img src=p.jpg><p>作者：王芳 来源：学习时报 2005-07-14</p><p>版权所有</p>',
      '2.3 5.5 2.6 0 | – – anchor – verse – floor 3 end 1 pictures 1-3 BODY 3 2 2',
    ],
    [
      '<title>青山党校</title>¶<p>灯油与长凳说</p><p>[10]</p><p>[10]</p><p>[10]</p><p>2005-07-14[20] 12:30</p><p>{90}</p><p>{90}</p>',
      '0i 3.5ti 3.5hi 3.5hi 0bif –bi –bie | 185.25 HTML anchor – verse 0-4:71 floor 7 end 6',
    ],
    [
      '春去秋来水自流一盏油灯照古楼<br>几排长凳人满座<br>划去一条又一条<br>划不掉的留着讲<table><td>春去秋来水自流一盏油灯照古楼<br>几排长凳人满座<br>划去一条又一条<br>划不掉的留着讲</td></table>',
      '0 0 0 0 0 0 0 0 | – – anchor – verse 0-3:35 floor 8 end 7',
    ],
    [
      '<h1>祠堂夜校的来历</h1><ul><li>2006-3-5</li><li>[20]</li><li>[21]</li></ul><p>作者：王芳 来源：学习时报 2005-07-14</p><p>{90}</p><p>{90}</p>',
      '16.3ti –hi 5.8hi 3bif 0hbi –bi –bie | 180 HTML anchor 0:13 verse – floor 7 end 6',
    ],
    [
      '祠堂夜校的来历<p>作者：王芳 来源：学习时报 2005-07-14</p><img src=p.jpg>作者：王芳 来源：学习时报 2005-07-14<li><a href="b.htm">甲甲甲</a></li><a href="b.htm">乙乙乙</a>',
      '10 3 0 -4 -4 | – – anchor 0:10 verse – floor 5 end 0 pictures 0-– BODY 5 4 1,2,3,4',
    ],
    [
      '<title>校刊 - 祠堂夜校 - 青山党校</title>¶<table>[41]<td>版权所有 青山党校</td></table><a href="b.htm">相关文章</a><p>{60}</p><a href="b.htm">评论</a><li>{120}</li>',
      '0 2.6 -3 -2.4 -4 – | – – anchor – verse – floor 1 end 5',
    ],
    [
      '<title>青山党校</title>¶信息来源：青山党校<div style="text-align:center">字体：大 中 小</div>祠堂夜校的来历<p>{60}</p>{210}<div>{80}</div>{90}<table align=left><td>青山党校</td></table>',
      '3.3i 3.8i 3.5i -5bif –bi -5bi –bi 7tie | 440 HTML anchor 7:7 verse – floor 8 end 7',
    ],
    [
      '<title>祠堂夜校的来历</title>¶<div><span><font size=5>标题：祠堂夜校的来历</font></span><br><p>{60}</p></div><dt><b>祠堂夜校的来历</b></dt><div><a href="a/12.htm">{210}</a></div>下一篇：没有了<br><p>{40}</p><p>{90}</p>',
      '8.5 -5 8 – 0 -3 – | – – anchor 2:8 verse – floor 4 end 6',
    ],
    [
      '{90}<blockquote>祠堂夜校的来历</blockquote>{60}<table><a href="a.doc">名单</a><td>祠堂夜校</td><td>上一篇：水利</td><td><a href="b.htm">本报讯（记者 王芳）</a></td></table>{80}<div id=author>[50]<a href="b.htm">甲乙丙丁戊己庚辛</a></div>',
      '–i 10.5ti -2bif 1.5bi 0bi -3bi -5bi -2bie | 167.66 HTML anchor 1:7 verse – floor 4 end 3',
    ],
  ])('%j', (markup, outline) => {
    expect(outlineOfPage(markup)).toBe(outline);
  });
});
