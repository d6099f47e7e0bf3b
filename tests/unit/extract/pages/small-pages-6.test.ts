import { describe, expect, it } from 'vitest';
import { outlineOfPage } from '../../../support/outline-of-page.ts';

describe('what is read of small pages', () => {
  it.each([
    [
      '<h1>祠堂夜校的来历</h1><p>作者：王芳 来源：学习时报 2005-07-14</p><p>定于九点</p><p>甲甲</p><p><a href="b.htm">乙</a></p><p>上一篇：甲</p>',
      '16.5ti 3.7hi 0bif -1bi –ie 0i | 6 HTML anchor 0:13 verse – floor 5 end 4',
    ],
    [
      '<title>青山党校</title>¶<p>您现在的位置：首页 > 校刊</p><p>灯油与长凳。</p><p>作者：王芳 来源：学习时报 2005-07-14</p><p>{90}</p><p>{90}</p>',
      '5.6i 4.3ti 3.7hi –bif –bie | 180 HTML anchor – verse – floor 5 end 4',
    ],
    [
      '<title>青山党校</title>¶<p>您现在的位置：首页 > 校刊</p><p>第一章 夜校</p><p>作者：王芳 来源：学习时报 2005-07-14</p><p>{90}</p><p>{90}</p>',
      '5.6i 3i 3.7i –bif –bie | 180 HTML anchor – verse – floor 5 end 4',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div><p>{60}</p></div><p>甲</p><p>甲</p><p>甲</p><p>甲</p><p>甲</p><p>甲</p><div><p>{90}</p></div>',
      '13.5ti -5bif –bi –bi –bi –bi –bi –bi –bie | 126 HTML anchor 0:10 verse – floor 9 end 8',
    ],
    [
      '<h1>祠堂夜校的来历</h1><table><tr><td>王芳<table><tr><td>李明</td></tr></table></td></tr></table><p>{90}</p><p>{90}</p>',
      '16.1ti 1.6hi -1hi –bif –bie | 180 HTML anchor 0:12.6 verse – floor 5 end 4',
    ],
    [
      '祠堂夜校的来历<p>{60}</p><div>相关文章<p><a href="b.htm">甲</a></p></div><p>{26}</p>推荐阅读<p><a href="b.htm">乙</a></p>{30}',
      '10.5ti -2.4bif 0bi –bi -3bi 0i –i -3ie | 90 HTML anchor 0:7 verse – floor 8 end 7',
    ],
    [
      '<title>青山党校</title>¶<div style="font-weight:bold" class=title><b><b>灯油与长凳</b></b></div><p>[10]</p><p>{90}</p>',
      '7.7ti 0bif –bie | 90 HTML anchor – verse – floor 3 end 2',
    ],
    [
      '<title>青山党校</title>¶<p>灯油与长凳说</p><p>[10]</p><p>[10]</p><p>[10]</p><p>2005.7.14 1:30</p><p>{90}</p><p>{90}</p>',
      '0i 5.1ti 5.8hi 6.5hi –hi –bif –bie | 180 HTML anchor – verse 0-3:36 floor 7 end 6',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div><p>{60}</p><div><p>相关文章</p><p><a href="b.htm">甲</a></p><p>网友评论</p></div><p>{60}</p></div>',
      '13.5t -2.4bife 0 – 0 -5 | 60 P anchor 0:10 verse – floor 4 end 5',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div><p>{60}</p><div><p>相关文章</p><p><a href="b.htm">甲</a></p></div></div><div><p>{60}</p></div>',
      '13.5t -2.4bife 0 – -5 | 60 P anchor 0:10 verse – floor 5 end 4',
    ],
    [
      '<title>青山党校</title>¶<p>您现在的位置：首页 > 校刊</p><h2>夜校图集</h2><img src=p.jpg><p>作者：王芳 来源：学习时报 2005-07-14</p><p>版权所有</p>',
      '2.3 5.5 2.6 0 | – – anchor – verse – floor 3 end 1 pictures 1-3 BODY 3 2 2',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div><p>{60}</p><div><p>相关文章</p><p><a href="b.htm">甲</a></p><p>上一篇：甲</p></div><p>{60}</p></div>',
      '13.5t -2.4bife 0 – 0 -5 | 60 P anchor 0:10 verse – floor 4 end 1',
    ],
    [
      '<h1>祠堂夜校的来历</h1><table><tr><td>摘要：讲的是夜校。</td></tr></table><p>作者：王芳 来源：学习时报 2005-07-14</p><p>{90}</p><p>{90}</p>',
      '15.6ti 3.5hi 3.7hi –bif –bie | 180 HTML anchor 0:12.3 verse – floor 5 end 4',
    ],
    [
      '<h1>祠堂夜校的来历</h1><table><tr><td>日期</td></tr><tr><td>5月</td></tr><tr><td>6月</td></tr></table><p>{90}</p><p>{90}</p>',
      '15.9ti -1hi -1bif -1bi –bi –bie | 180 HTML anchor 0:12.6 verse – floor 6 end 5',
    ],
    [
      '<title>青山党校</title>¶<p>灯油与长凳说</p><p>[10]</p><p>[10]</p><p>[10]</p><p>2005-07-14日甲乙丙丁12:30</p><p>{90}</p><p>{90}</p>',
      '3.3i 5.1ti 2.3bif 3hbi 0bi –bi –bie | 183 HTML anchor – verse 0-4:56 floor 7 end 6',
    ],
    [
      '<title>青山党校</title>¶<p>灯油与长凳说</p><p>[10]</p><p>[10]</p><p>[10]</p><p>2005-07-14[20] 12:30</p><p>{90}</p><p>{90}</p>',
      '0i 3.5ti 3.5hi 3.5hi 0bif –bi –bie | 185.25 HTML anchor – verse 0-4:71 floor 7 end 6',
    ],
    [
      '<h1>祠堂夜校的来历</h1><table><tr><td>作者</td><td>王芳甲</td></tr></table><p>作者：王芳 来源：学习时报 2005-07-14</p><p>{90}</p><p>{90}</p>',
      '15.7ti 1.3hi 2hi 3.7hi –bif –bie | 180 HTML anchor 0:12.6 verse – floor 6 end 5',
    ],
    [
      '<title>青山党校</title>¶<div style="font-weight:bold" class=title><b><b><b>灯油与长凳</b></b></b></div><p>[10]</p><p>{90}</p>',
      '7.2ti 0bif –bie | 90 HTML anchor – verse – floor 3 end 2',
    ],
    [
      '<title>青山党校</title>¶<p>王芳</p><p>[10]</p><p>[10]</p><p>[10]</p><div>春去秋来水自流<br>春去秋来水自流<br>春去秋来水自流<br>春去秋来水自流<br></div>',
      '-1if 0bi 0bi 0bi 0bi 0bi 0bi 0bie | 58 HTML anchor – verse 1-7:58 floor 8 end 7',
    ],
    [
      '<h1>祠堂夜校的来历</h1><table><tr><td>作者</td><td>[40]</td></tr></table><p>作者：王芳 来源：学习时报 2005-07-14</p><p>{90}</p><p>{90}</p>',
      '15.9ti 1.3hi 3bif 0hbi –bi –bie | 180 HTML anchor 0:12.6 verse – floor 6 end 5',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>作者：王芳 来源：学习时报 2005-07-14</p><table><tr><td>导 读：甲</td><td>乙</td></tr></table><p>{90}</p><p>{90}</p>',
      '16.3ti 3.5hi 0hi –bif –bi –bie | 180 HTML anchor 0:13 verse – floor 6 end 5',
    ],
    [
      '春去秋来水自流一盏油灯照古楼<br>几排长凳人满座<br>划去一条又一条<br>划不掉的留着讲<table><td>春去秋来水自流一盏油灯照古楼<br>几排长凳人满座<br>划去一条又一条<br>划不掉的留着讲</td></table>',
      '0 0 0 0 0 0 0 0 | – – anchor – verse 0-3:35 floor 8 end 7',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>作者：王芳 来源：学习时报 2005-07-14</p><ul><li>2006-3-5</li><li>林州日报</li><li>林有禾</li></ul><p>{90}</p><p>{90}</p>',
      '16.1ti 6.3hi –hi 0hi -1hi –bif –bie | 180 HTML anchor 0:13 verse – floor 7 end 6',
    ],
    [
      '<title>祠堂夜校的来历</title>¶<p>{120}</p><h2><a href="a.doc">名单</a></h2><center>祠堂夜校的来历</center><p>\u3000\u3000{80}</p><p>[1] [2] 下一页</p>',
      '–i -1.5i 11ti -5bif 0ie | 182.8 HTML anchor 2:7.5 verse – floor 5 end 4',
    ],
    [
      '<title>青山党校</title>¶<h2><a href="http://web.example/2005/http://dx.example/a/12.htm">灯油与长凳</a></h2><p>{90}</p><p>{90}</p>',
      '2.5i –bif –bie | 180 HTML anchor – verse – floor 3 end 2',
    ],
    [
      '<title>青山党校</title>¶<table><tr><td>春去秋来水自流<br>一盏油灯照古楼<br>几排长凳人满座<br>划去一条又一条<br><p>{210}</p><p>{120}</p></td></tr></table>',
      '0i 3.1i 3.3i 3.5ti –bif –bie | 330 TABLE anchor – verse 0-3:28 floor 6 end 5',
    ],
    [
      '<h1>祠堂夜校的来历</h1><ul><li>2006-3-5</li><li>[20]</li><li>[21]</li></ul><p>作者：王芳 来源：学习时报 2005-07-14</p><p>{90}</p><p>{90}</p>',
      '16.3ti –hi 5.8hi 3bif 0hbi –bi –bie | 180 HTML anchor 0:13 verse – floor 7 end 6',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div><p>{90}</p><p>{90}</p><p>相关文章</p><p><a href="b.htm">灯油</a>{40}</p><p>{40}<a href="b.htm">板凳</a></p></div>',
      '13.5t –bif –bi 0bi -3bi 0bie | 196.19 DIV anchor 0:10 verse – floor 6 end 5',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div><p>{90}</p><p>{90}</p><p>网友评论</p><p><a href="b.htm">灯油</a>{40}</p><p>{40}<a href="b.htm">板凳</a></p></div>',
      '13.5t –bif –bie 0i -3i 0i | 180 DIV anchor 0:10 verse – floor 3 end 5',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>作者：王芳 来源：学习时报 2005-07-14</p><p>定于九点</p><p><a href="a.doc">名单.doc</a></p><p><a href="b.htm">乙</a></p><p>上一篇：甲</p>',
      '16.5ti 3.7hi 0bif -3bi –ie 0i | 10 HTML anchor 0:13 verse – floor 5 end 4',
    ],
    [
      '祠堂夜校的来历<p>作者：王芳 来源：学习时报 2005-07-14</p><img src=p.jpg>作者：王芳 来源：学习时报 2005-07-14<li><a href="b.htm">甲甲甲</a></li><a href="b.htm">乙乙乙</a>',
      '10 3 0 -4 -4 | – – anchor 0:10 verse – floor 5 end 0 pictures 0-– BODY 5 4 1,2,3,4',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div><p>{90}</p><p>{90}</p><p>打印</p><p><a href="b.htm">灯油</a></p><p>{40}</p><p><a href="b.htm">板凳</a></p><p>{40}</p></div>',
      '13.5t –bif –bi -1bi -4bi -3bi -4bi -3bie | 208.6 DIV anchor 0:10 verse – floor 8 end 7',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div><p>{90}</p><p>{90}</p><p>相关文章</p><p><a href="b.htm">灯油</a></p><p>{40}</p><p><a href="b.htm">板凳</a></p><p>{40}</p></div>',
      '13.5t –bif –bie 0i -4i -3i -4i -3i | 180 DIV anchor 0:10 verse – floor 8 end 2',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div><p>{90}</p><p>{90}</p><p>版权所有</p><p><a href="b.htm">灯油</a></p><p>{40}</p><p><a href="b.htm">板凳</a></p><p>{40}</p></div>',
      '13.5t –bif –bie 0i -4i -3i -4i -3i | 180 DIV anchor 0:10 verse – floor 3 end 2',
    ],
    [
      '<title>校刊 - 祠堂夜校 - 青山党校</title>¶<table>[41]<td>版权所有 青山党校</td></table><a href="b.htm">相关文章</a><p>{60}</p><a href="b.htm">评论</a><li>{120}</li>',
      '0 2.6 -3 -2.4 -4 – | – – anchor – verse – floor 1 end 5',
    ],
    [
      '<h1>祠堂夜校的来历</h1><table><tr><td>日期</td><td>来源</td></tr><tr><td>5月</td><td>甲</td></tr><tr><td>6月</td><td>乙</td></tr></table><p>{90}</p><p>{90}</p>',
      '16.1ti 1.6bif -1bi -1bi –bi -1bi –bi –bi –bie | 180 HTML anchor 0:12.6 verse – floor 9 end 8',
    ],
    [
      '<h1>祠堂夜校的来历</h1><table><tr><td>日期</td><td>5月</td></tr><tr><td>来源</td><td>甲</td></tr><tr><td>作者</td><td>乙</td></tr></table><p>{90}</p><p>{90}</p>',
      '12.6ti -1hi 1.6hi -1hi –hi -1hi –hi –bif –bie | 180 HTML anchor 0:12.6 verse – floor 9 end 8',
    ],
    [
      '<title>青山党校</title>¶<div style="font-weight:bold" class=title><b><b><b><b><b><b><b>灯油与长凳</b></b></b></b></b></b></b></div><p>[10]</p><p>{90}</p>',
      '9.5ti 0bif –bie | 90 HTML anchor – verse – floor 3 end 2',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>作者：王芳 来源：学习时报 2005-07-14</p><p>[9]</p><img src=p.jpg><ul><li><a href="b.htm">甲甲甲</a></li><li><a href="b.htm">乙乙乙</a></li></ul>',
      '16.5t 3.7h 0bife -4 -4 | 9 P anchor 0:13 verse – floor 5 end 2',
    ],
    [
      '<p>祠堂夜校的来历</p><p>甲</p><p>甲</p><p>甲</p><p>甲</p><p>甲</p><p>甲</p><p>甲</p><p>甲</p><p>甲</p><p>甲</p><p>甲</p><p>甲</p><p>甲</p><h1>祠堂夜校的来历</h1><p>{90}</p>',
      '10.5ti –bif –bi –bi –bi –bi –bi –bi –bi –bi –bi –bi –bi –bi 10bi –bie | 90 HTML anchor 0:10 verse 0-14:27 floor 16 end 15',
    ],
    [
      '<title>青山党校</title>¶<h1><a href="b.htm">甲</a>二〇〇五年第三期</h1><p>祠堂夜校的来历</p><center><span style="font-size:18px">祠堂夜校</span></center><p>{60}</p><p>{90}</p>',
      '3i 3.5ti 1.5bif -5bi –bie | 150 HTML anchor – verse – floor 5 end 4',
    ],
    [
      '<p>祠堂夜校的来历</p><p>甲</p><p>甲</p><p>甲</p><p>甲</p><p>甲</p><p>甲</p><p>甲</p><p>甲</p><p>甲</p><p>甲</p><p>甲</p><p>甲</p><p>甲</p><p>甲</p><h1>祠堂夜校的来历</h1><p>{90}</p>',
      '7 – – – – – – – – – – – – – – 13.5t –bife | 90 P anchor 15:10 verse 0-15:28 floor 17 end 16',
    ],
    [
      '<title>青山党校</title>¶信息来源：青山党校<div style="text-align:center">字体：大 中 小</div>祠堂夜校的来历<p>{60}</p>{210}<div>{80}</div>{90}<table align=left><td>青山党校</td></table>',
      '3.3i 3.8i 3.5i -5bif –bi -5bi –bi 7tie | 440 HTML anchor 7:7 verse – floor 8 end 7',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>打印</p><p>打印</p><p>打印</p><p>打印</p><p>打印</p><p>打印</p><p>打印</p><p>打印</p><p>打印</p><p>打印</p><p>打印</p><p>打印</p><p>打印</p><p>定于九点</p><p>上一篇：甲</p>',
      '12.6t 1.6h 1.6h 1.6h 1.6h 1.6h 1.6h 1.6h 1.6h 1.6h 1.6h 1.6h 1.6h -1h 0bife 0 | 4 P anchor 0:12.6 verse – floor 15 end 14',
    ],
    [
      '<title>祠堂夜校的来历</title>¶<p>\u3000\u3000{80}</p><p><a href="b.htm">文章标题</a></p><p>{60}</p><p>{60}</p><div style="text-align:center">来源<a href="b.htm">甲乙丙丁戊己庚辛</a></div>',
      '-2.4bif -3bi 1bi -5bie -2.5i | 185.6 HTML anchor – verse – floor 5 end 3',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div><p>{60}</p><div><p>相关文章</p><p><a href="b.htm">甲</a></p></div><p>{26}</p><div><p>推荐阅读</p><p><a href="b.htm">乙</a></p></div><p>{30}</p></div>',
      '13.5t -2.4bif 0bi –bi -3bi 0bi –bi -3bie | 120 DIV anchor 0:10 verse – floor 8 end 7',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>作者：王芳 来源：学习时报 2005-07-14</p><img src=p.jpg><p>作者：王芳 来源：学习时报 2005-07-14</p><ul><li><a href="b.htm">甲甲甲</a></li><li><a href="b.htm">乙乙乙</a></li></ul>',
      '13 3 0 -4 -4 | – – anchor 0:13 verse – floor 5 end 0 pictures 0-– BODY 5 4 1,2,3,4',
    ],
    [
      '<title>校刊 - 祠堂夜校 - 青山党校</title>¶{60}<br><p align=center>[17]<a href="b.htm">甲乙丙丁戊己庚辛</a></p><div class=no><p>祠堂夜校的来历</p></div><div class=no><a href="b.htm">{90}</a></div>',
      '-5bif 0.5bi 0i –ie | 62.55 HTML anchor – verse – floor 4 end 3',
    ],
    [
      '<title>祠堂夜校的来历</title>¶凡本网注明 <a href="b.htm">见</a><br><h3>（王芳 李明）</h3><div class=info>祠堂夜校的来历</div><div class=title>点击进入报名系统</div><div id=author>字体：大 中 小 <a href="b.htm">见</a></div>',
      '2.6 1.5 7 1.5 0 | – – anchor 2:7 verse – floor 0 end 4',
    ],
    [
      '<div class=title>链接：</div><h3>2005年7月14日</h3>{60}<br>首页 | 概况 | 校刊<br><td>春去秋来水自流<br>一盏油灯照古楼<br>几排长凳人满座<br>划去一条又一条<br></td><div>（作者系青山党校教师）</div><div style="display:none">上一篇：水利</div>',
      '3.5ti 5.2hi -5bif 0bi 0bi 0bi 0bi 0bi 0ie | 36 HTML anchor – verse 3-7:36 floor 9 end 8',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div><p>{90}</p><p>{90}</p><p><a href="b.htm">甲</a></p><p><a href="b.htm">乙</a></p><p><a href="b.htm">灯油</a></p><p>{40}</p><p><a href="b.htm">板凳</a></p><p>{40}</p></div>',
      '13.5t –bif –bi –bi –bi -4bi -3bi -4bi -3bie | 208.4 DIV anchor 0:10 verse – floor 9 end 8',
    ],
    [
      '<title>青山党校</title>¶<div class=title><a href="b.htm">划去一条又一条</a></div><p>祠堂夜校的来历</p><form><a href="b.htm">甲</a>本站原创，版权归作者<textarea></textarea></form><p>春去秋来水自流</p>一盏油灯照古楼<br>几排长凳人满座<br>',
      '-1.5 0 0 0 0 0 | – – anchor – verse – floor 2 end 5',
    ],
    [
      '<h3><a href="b.htm">{45}</a></h3><ul class=info><p>{120}</p><h1><font size="+2" style="font-size: large">电话：1 传真：2</font></h1></ul><font><div>{80}</div></font><a href="b.htm">{90}</a><br>',
      '-4.5 – 9t -5bife – | 140 FONT anchor – verse – floor 5 end 4',
    ],
    [
      '<title>祠堂夜校的来历</title>¶<div><span><font size=5>标题：祠堂夜校的来历</font></span><br><p>{60}</p></div><dt><b>祠堂夜校的来历</b></dt><div><a href="a/12.htm">{210}</a></div>下一篇：没有了<br><p>{40}</p><p>{90}</p>',
      '8.5 -5 8 – 0 -3 – | – – anchor 2:8 verse – floor 4 end 6',
    ],
    [
      '<title>校刊 - 祠堂夜校 - 青山党校</title>¶<div><span style="font-size:18px">欢迎投稿</span></div><table><tr><td><td>春去秋来水自流<br>一盏油灯照古楼<br>几排长凳人满座<br></td><p>{60}</p><h1><b>点击进入报名系统</b></h1></td></tr></table>',
      '1i -5bif 4ti 0i 0i 0ie | 60 HTML anchor – verse – floor 6 end 5',
    ],
    [
      '<a href="b.jpg"><img src="p.jpg"></a><div class=no><div>{80}</div>更多<br></div><ul><li>日期</li><li><a href="b.htm">今天是2005年7月14日 星期四</a></li></ul><div class=no><p><a href="a/12.htm">{40}</a></p></div>',
      '-5bife 1.6 -1 -3 -3 | 80 DIV anchor – verse – floor 3 end 2',
    ],
    [
      '<title>校刊 - 祠堂夜校 - 青山党校</title>¶<blockquote><span style="font-size:18px">祠堂夜校的来历</span></blockquote><a href="b.htm"><img src="p.jpg"></a><td><p>{210}</p><blockquote>◆◆◆</blockquote><p>\u3000\u3000{80}</p></td>',
      '4.5ti –bif –bi -5bie | 286 HTML anchor – verse – floor 4 end 3',
    ],
    [
      '<title></title>¶春去秋来水自流<br>一盏油灯照古楼<br>几排长凳人满座<br><p>划去一条又一条</p>划不掉的留着讲<br><table><tr><td><p>春去秋来水自流</p>一盏油灯照古楼<br>几排长凳人满座<br>划去一条又一条<br></td></tr></table><div class=no>{40} <a href="b.htm">见</a></div>',
      '0i 0i 0i 3.5ti 0bif 0bi 0bi 0bi 0hbi 0bie | 39.02 HTML anchor – verse – floor 10 end 9',
    ],
    [
      '{90}<blockquote>祠堂夜校的来历</blockquote>{60}<table><a href="a.doc">名单</a><td>祠堂夜校</td><td>上一篇：水利</td><td><a href="b.htm">本报讯（记者 王芳）</a></td></table>{80}<div id=author>[50]<a href="b.htm">甲乙丙丁戊己庚辛</a></div>',
      '–i 10.5ti -2bif 1.5bi 0bi -3bi -5bi -2bie | 167.66 HTML anchor 1:7 verse – floor 4 end 3',
    ],
    [
      '<title>校刊 - 祠堂夜校 - 青山党校</title>¶<dt>链接：</dt>春去秋来水自流<br>一盏油灯照古楼<br>几排长凳人满座<br>划去一条又一条<br><p>划不掉的留着讲</p><p>{60}</p><div><p>春去秋来水自流</p><p>一盏油灯照古楼</p>几排长凳人满座<br></div><form>标签：夜校<textarea></textarea></form>',
      '-1i 0i 0i 3.1i 3.3i 3.5ti -5bif 0i 0i 0ie 0i | 60 HTML anchor – verse 1-4:28 floor 11 end 9',
    ],
    [
      '<title>校刊 - 祠堂夜校 - 青山党校</title>¶<td><h1><a href="b.htm">祠堂夜校的来历</a></h1><p>{60}</p><div>{80}</div><div style="display:none"><img src="p.jpg"></div></td><div><div><p>{120}</p><p>{120}</p>{60}<br></div></div>',
      '0i -5bif -5bi –bi –bi -5bie | 440 HTML anchor – verse – floor 6 end 5',
    ],
    [
      '<title>祠堂夜校的来历</title>¶<h4>标签：夜校</h4><ul class=info><a href="#"><img src="p.jpg"></a><center><a href="a.doc">名单</a></center><ul><p>{210}</p><div style="display:none">划去一条又一条</div><p>{90}</p><p>{60}</p></ul></ul>',
      '4.5t -3.5b –bif –bi -5bie | 360 UL anchor – verse – floor 5 end 4',
    ],
    [
      '<title>校刊 - 祠堂夜校 - 青山党校</title>¶<p><span style="font-size:18px">祠堂夜校的来历</span></p><h2>2005-07-14 12:30</h2>{60}<br><p>{210}</p><div class=title>◆◆◆</div><li><strong style="font-weight:bold">春去秋来水自流</strong></li>',
      '7.5ti –hi -5bif –bi –i 1.7ie | 270 HTML anchor – verse – floor 6 end 5',
    ],
    [
      '<title>校刊 - 祠堂夜校 - 青山党校</title>¶<div class=no><h3><a href="b.htm">详情</a></h3><h3>县里的人...</h3></div><div>祠堂夜校的来历<a href="b.htm">甲乙丙丁戊己庚辛</a></div><p>地点：礼堂</p><h1><font size="+2" style="font-size: large">{20}</font></h1>',
      '-2.5i 5ti -3bif 0bi 2.5bie | 20 HTML anchor – verse – floor 5 end 4',
    ],
    [
      '<title>青山党校</title>¶<p>您现在的位置：首页 > 校刊</p><h2>夜校图集</h2><p>作者：王芳 来源：甲 编辑：李明 单位：乙 编辑：李明 单位：乙 编辑：李明 单位：乙 编辑：李明 单位：乙 编辑：李明 单位：乙 编辑：李明 单位：乙 编辑：李明 单位：乙 编辑：李明 单位：乙 编辑：李明 单位：乙 编辑：李明 单位：乙 编辑：李明 单位：乙 编辑：李明 单位：乙 </p><img src=p.jpg>',
      '5.6 9.8t –bife | 58.5 P anchor – verse – floor 3 end 2',
    ],
    [
      '<title>祠堂夜校的来历</title>¶<p align=center>责任编辑：王芳 <a href="b.htm">见</a></p><div style="float:right">祠堂夜校的来历</div><ul><p>\u3000\u3000{80}</p><ul class=info><p>春去秋来水自流</p>一盏油灯照古楼<br>几排长凳人满座<br></ul>春去秋来水自流<br>一盏油灯照古楼<br>几排长凳人满座<br></ul>',
      '0.5 10.5t -5bif 0i 0i 0i 0i 0i 0ie | 80 UL anchor 1:7 verse – floor 9 end 8',
    ],
    [
      '<p><font size=5>（青山市委党校学报编辑部，青山332000）</font></p><ul class=info><div style="float:right"><strong style="font-weight:bold">[120]</strong></div><img src="p.jpg" width=300 height=200><form>{210}<textarea></textarea></form></ul>',
      '5h –bif –bie | 292 UL anchor – verse – floor 3 end 2',
    ],
    [
      '<title></title>¶<blockquote>祠堂夜校的来历</blockquote><p>{210}</p><p>\u3000\u3000{80}</p><li><font size=5>分享到：</font></li><form><b>2005-07-14 12:30</b><textarea></textarea></form><center>[1] [2] 下一页</center><div class=no>下一篇：没有了</div>{60}<br>',
      '3.5ti –bif -2.4bie 4.5i –i 0.5i 0i -5i | 290 HTML anchor – verse – floor 6 end 2',
    ],
    [
      '<p align=center>板凳记</p>{60}<br><div><b>○ 王芳</b></div><p>{60}</p><p>{60}</p><div id=author><a href="b.htm">摘要：讲的是夜校。</a></div><div>{80}</div><td><center>核心提示：夜校</center><p align=center><a href="b.htm">甲</a>{80}</p><p>作者</p></td>',
      '1.4i -2.4bif 0bi -5bi -5bi -6bi -5bi 0.5bi –bi -1ie | 313.61 HTML anchor – verse – floor 10 end 9',
    ],
    [
      '<title>祠堂夜校的来历</title>¶<p>{90}</p><ul><p>{60}</p><p>{120}</p><div><a href="b.htm">甲</a>（青山市委党校学报编辑部，青山332000）</div><p>{120}</p><p>{120}</p></ul><table align=left><tr><td><a href="b.htm">甲</a>字体：大 中 小</td></tr></table><p>{90}</p>',
      '–bif -5bi –bi 0bi –bi –bi 0bi –bie | 617.04 HTML anchor – verse – floor 8 end 7',
    ],
  ])('%j', (markup, outline) => {
    expect(outlineOfPage(markup)).toBe(outline);
  });
});
