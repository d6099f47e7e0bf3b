import { describe, expect, it } from 'vitest';
import { outlineOfPage } from '../../../support/outline-of-page.ts';

describe('what is read of small pages', () => {
  it.each([
    [
      '<title>青山党校</title>¶<p>灯油与长凳说</p><p>[10]</p><p>[10]</p><p>作者</p><p>{90}</p><p>{90}</p>',
      '0i 3.3ti 5.9hi -1hi –bif –bie | 180 HTML anchor – verse 0-3:28 floor 6 end 5',
    ],
    [
      '<title>青山党校</title>¶<p>[40]</p><p>[10]</p><p>[10]</p><p>[10]</p><p>{90}</p><p>{90}</p>',
      '0i 3.5ti 3.5hi 3.5hi –bif –bie | 180 HTML anchor – verse 0-3:70 floor 6 end 5',
    ],
    [
      '<title>青山党校</title>¶<p>[20]</p><p>[10]</p><p>[10]</p><p>[10]</p><p>{90}</p><p>{90}</p>',
      '0i 3.5ti 3.5hi 3.5hi –bif –bie | 180 HTML anchor – verse 0-3:50 floor 6 end 5',
    ],
    [
      '<title>青山党校</title>¶<p>[21]</p><p>[10]</p><p>[10]</p><p>[10]</p><p>{90}</p><p>{90}</p>',
      '0i 3.5ti 3.5hi 3.5hi –bif –bie | 180 HTML anchor – verse 0-3:51 floor 6 end 5',
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
      '祠堂夜校的来历<p>打印</p>打印<p>打印</p>打印<p>打印</p>打印<p>打印</p>打印<p>打印</p>打印<p>打印</p>打印<p>打印</p>定于九点',
      '9.6ti 1.6hi 1.6hi 1.6hi 1.6hi 1.6hi 1.6hi 1.6hi 1.6hi 1.6hi 1.6hi 1.6hi 1.6hi -1hi 0bife | 4 HTML anchor 0:9.6 verse – floor 15 end 14',
    ],
    [
      '<title>青山党校</title>¶<p>灯油与长凳</p><p>[10]</p><p>[10]</p><p>[10]</p><p>{90}</p><p>{90}</p>',
      '0i 3.5ti 3.5hi 3.5hi –bif –bie | 180 HTML anchor – verse 0-3:35 floor 6 end 5',
    ],
    [
      '<title>青山党校</title>¶<p>（3）夜校</p><p>[10]</p><p>[10]</p><p>[10]</p><p>{90}</p><p>{90}</p>',
      '0i 3.5ti 3.5hi 3.5hi –bif –bie | 180 HTML anchor – verse 0-3:35 floor 6 end 5',
    ],
    [
      '<title>校刊 - 祠堂夜校 - 青山党校</title>¶评论<div style="text-align:center">时间：九点</div>\u3000\u3000{80}{120}',
      '-1i 4ti –bife | 200 HTML anchor – verse – floor 3 end 2',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div><p>{60}</p><p>相关文章</p><p><a href="b.htm">甲</a></p><p>{60}</p></div>',
      '13.5t -2.4bife 0 – -5 | 60 P anchor 0:10 verse – floor 5 end 4',
    ],
    [
      '<title>青山党校</title>¶<p>灯油与长凳说</p><p>[10]</p><p>[10]</p><p>[10]</p><p>{90}</p><p>{90}</p>',
      '0i 3.5ti 3.5hi 3.5hi –bif –bie | 180 HTML anchor – verse 0-3:36 floor 6 end 5',
    ],
    [
      '<title>青山党校</title>¶<p>灯油与长凳说</p><p>[10]</p><p>[10]</p><p>——甲甲</p><p>{90}</p><p>{90}</p>',
      '3.1i 3.5ti 6.1hi 0bif –bi –bie | 180 HTML anchor – verse 0-3:30 floor 6 end 5',
    ],
    [
      '<title>青山党校</title>¶<p>灯油与长凳。</p><p>[10]</p><p>[10]</p><p>[10]</p><p>{90}</p><p>{90}</p>',
      '-3i 3.5ti 3.5hi 3.5hi –bif –bie | 180 HTML anchor – verse 0-3:36 floor 6 end 5',
    ],
    [
      '<title>青山党校</title>¶<p>作者：王芳 来源：学习时报 2005-07-14</p><p>定于九点</p><p>地址：青山路1号</p><p>上一篇：甲</p>',
      '3.7 0bife 0 0 | 4 P anchor – verse – floor 3 end 2',
    ],
    [
      '<h1>祠堂夜校的来历</h1><ul><li>2006-3-5</li><li>林州日报</li><li>林有禾</li></ul><p>{90}</p><p>{90}</p>',
      '16.1ti –hi 0hi -1hi –bif –bie | 180 HTML anchor 0:13 verse – floor 6 end 5',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>作者：王芳 来源：学习时报 2005-07-14</p><a href="#"><img src=p.jpg></a><p>版权所有</p>',
      '13 2.6 0 | – – anchor 0:13 verse – floor 2 end 0 pictures 0-2 A 2 1 1',
    ],
    [
      '<title>青山党校</title>¶<p>灯油与长凳说</p><p>[10]</p><p>[10]</p><p>[120]</p><p>{90}</p><p>{90}</p>',
      '3.1i 3.5ti 3.5hi –bif –bi –bie | 240 HTML anchor – verse – floor 6 end 5',
    ],
    [
      '祠堂夜校的来历<p>甲</p>甲<p>甲</p>甲<p>甲</p>甲<p>甲</p>甲<p>甲</p>甲<p>甲</p>甲<p>甲</p><h1>祠堂夜校的来历</h1>{90}',
      '10.5ti –bif –bi –bi –bi –bi –bi –bi –bi –bi –bi –bi –bi –bi 10bi –bie | 90 HTML anchor 0:10 verse – floor 16 end 15',
    ],
    [
      '<title>青山党校</title>¶<table><tr><td>作者</td><td>[40]</td></tr></table><p>{90}</p><p>{90}</p>',
      '-1i 0bif –bi –bie | 186 HTML anchor – verse – floor 4 end 3',
    ],
    [
      '<h1>祠堂夜校的来历</h1><ul><li>2006-3-5</li><li>[20]</li><li>[21]</li></ul><p>{90}</p><p>{90}</p>',
      '16.3ti –hi 3.5hi 0bif –bi –bie | 186.15 HTML anchor 0:13 verse – floor 6 end 5',
    ],
    [
      '<title>青山党校</title>¶<p>您现在的位置：首页 > 校刊</p><p>祠堂夜校的来历</p><p>时间：九点</p><p>地点：礼堂</p><p>{90}</p>',
      '0 3.1 3.3 3.5t –bife | 90 P anchor – verse 0-3:29 floor 5 end 4',
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
      '<h1>祠堂夜校的来历</h1><div><p>{90}</p><p>{90}</p><p><a href="b.htm">[59]</a></p><p>{20}</p></div>',
      '13.5t –bif –bi -5i -3ie | 180 DIV anchor 0:10 verse – floor 5 end 4',
    ],
    [
      '<title>祠堂夜校的来历</title>¶<span style="font-size:18px">祠堂夜校的来历</span><div class=info>共3页</div>',
      '8 -1 | – – anchor 0:8 verse – floor 2 end 1',
    ],
    [
      '<title>青山党校</title>¶<p>您现在的位置：首页 > 校刊</p><p>祠堂夜校的来历</p><p>发于2005-07-14 12:30。</p><p>{90}</p>',
      '5.6i 7.3ti -3bif –bie | 108 HTML anchor – verse – floor 4 end 3',
    ],
    [
      '<title>青山党校</title>¶<p>您现在的位置：首页 > 校刊</p><p>祠堂夜校的来历</p><div>2006-3-5<br>林州日报</div><p>{90}</p>',
      '5.6i 7.3ti –hi 0bif –bie | 90 HTML anchor – verse – floor 5 end 4',
    ],
    [
      '<title>青山党校</title>¶<p>灯油与长凳说</p><p>[10]</p><p>2005-07-14日甲乙丙丁12:30</p><p>{90}</p><p>{90}</p>',
      '5.6i 6.5ti 0bif –bi –bie | 183 HTML anchor – verse – floor 5 end 4',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>作者：王芳 来源：学习时报 2005-07-14</p><p>发于2005-07-14 12:30</p><p>{90}</p><p>{90}</p>',
      '16.3ti 6.5hi 3.5hi –bif –bie | 180 HTML anchor 0:13 verse – floor 5 end 4',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>作者：王芳 来源：学习时报 2005-07-14</p><div>作者</div><div>甲</div><p>{90}</p><p>{90}</p>',
      '16.3ti 6.1hi -1hi –bif –bi –bie | 180 HTML anchor 0:13 verse – floor 6 end 5',
    ],
    [
      '<h1>祠堂夜校的来历</h1><table><tr><td>作者</td></tr><tr><td>王芳甲</td></tr></table><p>{90}</p><p>{90}</p>',
      '15.9ti 1.6hi -1hi –bif –bie | 180 HTML anchor 0:12.6 verse – floor 5 end 4',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>发于2005-07-14 12:30</p><p>作者：王芳 来源：学习时报 2005-07-14</p><p>{90}</p><p>{90}</p>',
      '16.3ti 6.5hi 3.7hi –bif –bie | 180 HTML anchor 0:13 verse – floor 5 end 4',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>作者：王芳 来源：学习时报 2005-07-14</p><div>王芳<br>李明<br>赵静</div><p>{90}</p><p>{90}</p>',
      '16.5ti 6.3hi 1.6hi 1.6bif -1hbi –bi –bie | 180 HTML anchor 0:13 verse – floor 7 end 6',
    ],
    [
      '<title>青山党校</title>¶<span style="font-size:16px">灯油与长凳</span><p>[10]</p><p>{90}</p><p>{90}</p>',
      '4.5ti 0bif –bi –bie | 180 HTML anchor – verse – floor 4 end 3',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div>春去秋来水自流<br>一盏油灯照古楼<br>王芳<br>几排长凳人满座<br>划去一条又一条<br>划不掉的留着讲<br>讲到天明方始休</div>',
      '14.7t 1.9bif 2.6bi -1bi 0bi 0bi 0bi 0bie | 28 DIV anchor 0:11.2 verse 4-7:28 floor 8 end 7',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>发于2005-07-14 12:30。</p><p>作者：王芳 来源：学习时报 2005-07-14</p><p>{90}</p><p>{90}</p>',
      '16.5ti 0bif 0hbi –bi –bie | 188 HTML anchor 0:13 verse – floor 5 end 4',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>作者：王芳 来源：学习时报 2005-07-14</p><p>发于2005-07-14 12:30。</p><p>{90}</p><p>{90}</p>',
      '16.5ti 6.7hi -3bif –bi –bie | 198 HTML anchor 0:13 verse – floor 5 end 4',
    ],
    [
      '<title>青山党校</title>¶<p>您现在的位置：首页 > 校刊</p><p>祠堂夜校的来历</p><p>发于2005-07-14 12:30[70]</p><p>{90}</p>',
      '5.6i 7.3ti –bif –bie | 133.5 HTML anchor – verse – floor 4 end 3',
    ],
    [
      '<title>青山党校</title>¶<p>王芳</p><p>[10]</p><p>[10]</p><p>[10]</p><p>[10]</p><p>{90}</p><p>{90}</p>',
      '-1i 3.5ti 0bif 0hbi 0hbi –bi –bie | 180 HTML anchor – verse 1-4:40 floor 7 end 6',
    ],
    [
      '<title>青山党校</title>¶<p>夜校灯</p><p>[10]</p><p>[10]</p><p>[10]</p><p>[10]</p><p>{90}</p><p>{90}</p>',
      '-1i 3.5ti 0bif 0hbi 0hbi –bi –bie | 180 HTML anchor – verse 0-4:43 floor 7 end 6',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>作者：王芳 来源：学习时报 2005-07-14</p><p>定于九点。</p><p><a href="b.htm">乙</a></p><p>甲甲</p>',
      '16.5ti 3.7hi -3bif –hbi -1bie | 7 HTML anchor 0:13 verse – floor 5 end 4',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div>春去秋来水自流<br>一盏油灯照古楼<br>[40]<br>几排长凳人满座<br>划去一条又一条<br>划不掉的留着讲<br>讲到天明方始休</div>',
      '13.5t 0bif 0bi 0bi 0bi 0bi 0bi 0bie | 82 DIV anchor 0:10 verse 0-7:89 floor 8 end 7',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div>春去秋来水自流<br>一盏油灯照古楼<br>打印本页<br>几排长凳人满座<br>划去一条又一条<br>划不掉的留着讲<br>讲到天明方始休</div>',
      '13.5t 0bif 2.6bi 0hbi 0bi 0bi 0bi 0bie | 28 DIV anchor 0:10 verse 4-7:28 floor 8 end 7',
    ],
    [
      '<title>青山党校</title>¶<h2><a href="http://dx.example/a/12.htm">灯油与长凳</a></h2><p>{90}</p><p>{90}</p>',
      '2.5i –bif –bie | 180 HTML anchor – verse – floor 3 end 2',
    ],
    [
      '<title>青山党校</title>¶<span style="font-size : 24 pt">灯油与长凳</span><p>[10]</p><p>{90}</p><p>{90}</p>',
      '4.5ti 0bif –bi –bie | 180 HTML anchor – verse – floor 4 end 3',
    ],
    [
      '<title>青山党校</title>¶<p>灯油与长凳说</p><p>[10]</p><p>[10]</p><p>[10]</p><p>王芳</p><p>{90}</p><p>{90}</p>',
      '3.3i 4.7ti 1.9bif 2.6hbi -1hbi –bi –bie | 180 HTML anchor – verse 0-3:36 floor 7 end 6',
    ],
    [
      '<title>青山党校</title>¶<p>[21]</p><p>[10]</p><p>[10]</p><p>[10]</p><p>[10]</p><p>{90}</p><p>{90}</p>',
      '3.3i 3.5ti 0bif 0hbi 0hbi –bi –bie | 180 HTML anchor – verse 0-4:61 floor 7 end 6',
    ],
    [
      '<title>青山党校</title>¶<p>甲</p><p>作者：王芳 来源：学习时报 2005-07-14</p><p><a href="b.htm">甲</a></p><p>版权所有</p>',
      '– 0 – 0 | – – anchor – verse – floor 3 end 2',
    ],
    [
      '<title>青山党校</title>¶<p>您现在的位置：首页 > 校刊</p><p>祠堂夜校的来历</p><dl><dt>作者</dt><dd>王芳甲</dd></dl><p>{90}</p>',
      '4.3 5.9t 1.6h -1h –bife | 90 P anchor – verse – floor 5 end 4',
    ],
    [
      '<title>青山党校</title>¶<table><tr><td>作者</td></tr><tr><td>王芳甲</td></tr></table><p>{90}</p><p>{90}</p>',
      '1.6i -1i –bif –bie | 180 HTML anchor – verse – floor 4 end 3',
    ],
    [
      '<title>青山党校</title>¶<p>（3）夜校</p><p>[10]</p><p>[10]</p><p>[10]</p><p>[10]</p><p>{90}</p><p>{90}</p>',
      '0i 3.5ti 0bif 0hbi 0hbi –bi –bie | 180 HTML anchor – verse 0-4:45 floor 7 end 6',
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
      '<h1>祠堂夜校的来历</h1><p>打印</p><p>打印</p><p>打印</p><p>打印</p><p>[50]</p><p>祠堂夜校的来历</p><p>{90}</p><p>{90}</p>',
      '12.6ti 1.6hi 1.6hi 1.6hi -1hi -2bif 7hbi –bi –bie | 201 HTML anchor 0:12.6 verse – floor 9 end 8',
    ],
    [
      '<title>青山党校</title>¶<p>您现在的位置：首页 > 校刊</p><h2>夜校图集</h2><img src=p.jpg width=20 height=20><p>版权所有</p>',
      '0 5.1 0 | – – anchor – verse – floor 2 end 1',
    ],
    [
      '<title>青山党校</title>¶<p>您现在的位置：首页 > 校刊</p><p>作者：王芳 来源：学习时报 2005-07-14</p><h2>夜校图集</h2><img src=p.jpg>',
      '6.5 3.7 2.5bife | 4 H2 anchor – verse – floor 3 end 2',
    ],
    [
      '一盏油灯照古楼<br>几排长凳人满座<br>划去一条又一条<br>划不掉的留着讲<table><td>见</td><td>免责声明：本文不代表本站</td><td>作者：王芳</td></table>',
      '0 0 0 1.6 – 3 0 | – – anchor – verse 0-3:28 floor 5 end 4',
    ],
    [
      '<h1>祠堂夜校的来历</h1><blockquote><div>{90}<br>{90}</div><div>{40}</div></blockquote><div><p>{20}</p></div>',
      '13.5t –bif –bie -3b -3b | 240 DIV anchor 0:10 verse – floor 5 end 4',
    ],
    [
      '<title>青山党校</title>¶<div style="font-weight:bold" class=title><b>灯油与长凳</b></div><p>[10]</p><p>{90}</p>',
      '6.7ti 0bif –bie | 90 HTML anchor – verse – floor 3 end 2',
    ],
    [
      '<title>青山党校</title>¶<p>1.夜校</p><p>作者：王芳 来源：学习时报 2005-07-14</p><p>王芳</p><p>1.夜校</p><p>{90}</p><p>{90}</p>',
      '3i 6.1i -1i 0if –bi –bie | 180 HTML anchor – verse – floor 6 end 5',
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
      '<h1>祠堂夜校的来历</h1><img src=p.jpg><p><a href="b.htm">甲甲</a>乙</p><p><a href="b.htm">甲甲</a></p><img src=q.jpg>',
      '10 -4 -4 | – – anchor 0:10 verse – floor 3 end 0 pictures 0-– BODY 3 2 1,2',
    ],
    [
      '<title>青山党校</title>¶<p>您现在的位置：首页 > 校刊</p><p>1.夜校</p><p>作者：王芳 来源：学习时报 2005-07-14</p><p>{90}</p><p>{90}</p>',
      '5.6i 3i 3.7i –bif –bie | 180 HTML anchor – verse – floor 5 end 4',
    ],
    [
      '<title>青山党校</title>¶<p>您现在的位置：首页 > 校刊</p><p>一、夜校</p><p>作者：王芳 来源：学习时报 2005-07-14</p><p>{90}</p><p>{90}</p>',
      '5.6i 3i 3.7i –bif –bie | 180 HTML anchor – verse – floor 5 end 4',
    ],
    [
      '<title>青山党校</title>¶<p>您现在的位置：首页 > 校刊</p><p>[41]</p><p>作者：王芳 来源：学习时报 2005-07-14</p><p>{90}</p><p>{90}</p>',
      '5.6i 3ti 3.7hi –bif –bie | 190.5 HTML anchor – verse – floor 5 end 4',
    ],
    [
      '<title>青山党校</title>¶<p>您现在的位置：首页 > 校刊</p><p>祠堂夜校的来历</p><ul><li>2006-3-5</li><li>林州：日报</li></ul><p>{90}</p>',
      '5.6i 7.3ti –hi 0bif –bie | 90 HTML anchor – verse – floor 5 end 4',
    ],
    [
      '祠堂夜校的来历<li>感谢您的阅读，欢迎关注微信公众号</li><li>第一章 夜校</li><a href="a.doc">名单</a><h4>作者：王芳</h4><div>{210}<p></p></div>',
      '10.3t 5.1h 2.3b -4b 1hb –bife | 210 DIV anchor 0:7 verse – floor 6 end 5',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>作者：王芳 来源：学习时报 2005-07-14</p><p>定于九点</p><p>打印</p><p><a href="b.htm">乙</a></p><p>上一篇：甲</p>',
      '16.5t 3.7h 2.6bife -1 – 0 | 4 P anchor 0:13 verse – floor 5 end 2',
    ],
  ])('%j', (markup, outline) => {
    expect(outlineOfPage(markup)).toBe(outline);
  });
});
