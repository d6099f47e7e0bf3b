import { describe, expect, it } from 'vitest';
import { outlineOfPage } from '../../../support/outline-of-page.ts';

describe('what is read of small pages', () => {
  it.each([
    ['<title>青山党校</title>¶<p>上一篇：甲</p><p>{200}</p>', '3.5 –bife | 200 P anchor – verse – floor 0 end 1'],
    ['<title>青山党校</title>¶<p>灯油与长凳。</p><p>{90}</p>', '0.5if –bie | 90 P anchor – verse – floor 2 end 1'],
    ['<title>青山党校</title>¶<p>灯油与长凳说</p><p>{90}</p>', '3.5t –bife | 90 P anchor – verse – floor 2 end 1'],
    ['<title>青山党校</title>¶<center>祠堂夜校的来历</center>', '0.5 | – – anchor – verse – floor 1 end 0'],
    [
      '<table>{420}<td>网友评论</td></table>——在开学典礼上的讲话',
      '–bife 2.6i 0i | 400 HTML anchor – verse – floor 1 end 2',
    ],
    ['<title>青山党校</title>¶<div>甲甲甲</div><p>{90}</p>', '-1 –bife | 90 P anchor – verse – floor 2 end 1'],
    [
      '<title>青山党校</title>¶您现在的位置：首页 > 校刊<p>{25}</p>',
      '3.5 -3bife | 25 P anchor – verse – floor 2 end 1',
    ],
    ['<title>青山党校</title>¶<a href="12.htm">灯油与长凳</a>', '0 | – – anchor – verse – floor 1 end 0'],
    [
      '祠堂夜校的来历<li>2006-3-5</li><ul><li>林州日报</li></ul>',
      '13.5t –h 0bife | 4 UL anchor 0:10 verse – floor 3 end 2',
    ],
    ['<title>青山党校</title>¶[10]<p>[10]</p><p>{90}</p>', '3.5t 3.5h –bife | 90 P anchor – verse – floor 3 end 2'],
    ['<title>青山党校</title>¶[10]<p>[10]</p><p>{90}</p>', '3.5t 3.5h –bife | 90 P anchor – verse – floor 3 end 2'],
    ['<title>青山党校</title>¶本站原创，版权归作者<li>县里的人...</li>', '0 0 | – – anchor – verse – floor 0 end 1'],
    ['<title></title>¶<div class=title>祠堂夜校的来历</div>', '1.5 | – – anchor – verse – floor 1 end 0'],
    [
      '<h1>祠堂夜校的来历</h1><p>王芳</p><p>{90}</p><p>{90}</p>',
      '16.1ti -1hi –bif –bie | 180 HTML anchor 0:12.6 verse – floor 4 end 3',
    ],
    ['<title>祠堂夜校的来历</title>¶<center>祠堂夜校的来历</center>', '7.5 | – – anchor 0:7.5 verse – floor 1 end 0'],
    [
      '<h1>祠堂夜校的来历</h1><div id=marked></div><p>{90}</p>',
      '13.5te –bf | 90 DIVmarked anchor 0:10 verse – floor 2 end 1',
    ],
    [
      '<title>青山党校</title>¶灯油与长凳说<p>[10]</p><p>{90}</p>',
      '3.3 3.5t –bife | 90 P anchor – verse – floor 3 end 2',
    ],
    ['<title>青山党校</title>¶<span class=bt2>灯油与长凳</span>', '1.5 | – – anchor – verse – floor 1 end 0'],
    ['{26} <div class=share>[41]</div>2005-07-14 12:30', '-0.7bife 3bi –i | 46.5 HTML anchor – verse – floor 3 end 0'],
    ['<title>祠堂夜校的来历</title>¶<p align=center>图1 祠堂</p>', '0.5 | – – anchor – verse – floor 1 end 0'],
    [
      '<title>祠堂夜校的来历</title>¶<p>\u3000\u3000{80}</p>首页 | 概况 | 校刊',
      '-5bif 0ie | 80 HTML anchor – verse – floor 2 end 1',
    ],
    [
      '<title>校刊 - 祠堂夜校 - 青山党校</title>¶时间：九点<p>{40}</p>',
      '3.5t -3bife | 40 P anchor – verse – floor 2 end 1',
    ],
    [
      '<h1>祠堂夜校的来历</h1>{90}<div id=marked>{40}</div>{90}',
      '13.5t –bif -3bie – | 40 DIVmarked anchor 0:10 verse – floor 4 end 3',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>（王芳）</p><p>{90}</p><p>{90}</p>',
      '16.1ti 0hi –bif –bie | 180 HTML anchor 0:12.6 verse – floor 4 end 3',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>[24]</p><p>{90}</p><p>{90}</p>',
      '13.5ti 0bif –bi –bie | 183.6 HTML anchor 0:10 verse – floor 4 end 3',
    ],
    [
      '祠堂夜校的来历<li>2006-3-5</li><li>林州日报</li><li>林有禾</li>',
      '10 – 0 -1 | – – anchor 0:10 verse – floor 4 end 3',
    ],
    [
      '<h1>祠堂夜校的来历</h1><a href=b.jpg><img src=p.jpg></a>',
      '10 | – – anchor 0:10 verse – floor 1 end 0 pictures 0-– A 1 0 ',
    ],
    [
      '<title>青山党校</title>¶您现在的位置：首页 > 校刊<p>（王芳）</p>{90}',
      '2.6i 4.3ti –bife | 90 HTML anchor – verse – floor 3 end 2',
    ],
    ['<title>青山党校</title>¶<a href="/a/12.htm">灯油与长凳</a>', '0 | – – anchor – verse – floor 1 end 0'],
    ['<title></title>¶<h3><a href="b.htm">[50]</a></h3>', '-3.5 | – – anchor – verse – floor 1 end 0'],
    [
      '祠堂夜校的来历<table><td>作者</td><td>[39]</td></table>{90}',
      '9.6ti -1hi 3.5hi –bife | 95.85 HTML anchor 0:9.6 verse – floor 4 end 3',
    ],
    [
      '作者：王芳 来源：学习时报 2005-07-14<p>发于2005-07-14 12:30。</p>',
      '6.7 -3bife | 18 P anchor – verse – floor 2 end 1',
    ],
    [
      '<title>青山党校</title>¶您现在的位置：首页 > 校刊<p>灯油与长凳</p>{90}',
      '0i 4.3ti –bife | 90 HTML anchor – verse – floor 3 end 2',
    ],
    [
      '<title>青山党校</title>¶<p>王芳</p><p>{90}</p><p>{90}</p>',
      '-1if –bi –bie | 180 HTML anchor – verse – floor 3 end 2',
    ],
    [
      '<title>青山党校</title>¶<p>王芳</p><p>{90}</p><p>{90}</p>',
      '-1if –bi –bie | 180 HTML anchor – verse – floor 3 end 2',
    ],
    [
      '<title>青山党校</title>¶<p>夜校</p><p>{90}</p><p>{90}</p>',
      '-1if –bi –bie | 180 HTML anchor – verse – floor 3 end 2',
    ],
    [
      '<title>青山党校</title>¶<p>校刊</p><p>{90}</p><p>{90}</p>',
      '-1if –bi –bie | 180 HTML anchor – verse – floor 3 end 2',
    ],
    [
      '<title>青山党校</title>¶您现在的位置：首页 > 校刊<p>灯油与长凳。</p>{90}',
      '0i 1.3i –bife | 90 HTML anchor – verse – floor 3 end 2',
    ],
    ['<title>青山党校</title>¶<span class=biaoti>灯油与长凳</span>', '1.5 | – – anchor – verse – floor 1 end 0'],
    ['<title>青山党校</title>¶[10]<p>2005-07-14日甲乙丙丁12:30</p>', '6.5t 0bife | 3 P anchor – verse – floor 2 end 1'],
    ['<title>青山党校</title>¶[10]<p>2005-07-14日甲乙丙丁12:30</p>', '6.5t 0bife | 3 P anchor – verse – floor 2 end 1'],
    [
      '<title>青山党校</title>¶您现在的位置：首页 > 校刊<p>灯油与长凳。</p>{90}',
      '0i 1.3i –bife | 90 HTML anchor – verse – floor 3 end 2',
    ],
    [
      '<h2>祠堂夜校的来历</h2><a href="b.htm">附录</a><ul>{40}</ul>',
      '13t -4b -3bife | 40 UL anchor 0:9.5 verse – floor 3 end 2',
    ],
    [
      '<title>青山党校</title>¶<p>夜校灯</p><p>{90}</p><p>{90}</p>',
      '-1if –bi –bie | 180 HTML anchor – verse – floor 3 end 2',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>祠堂夜校的来历</p><p>{90}</p><p>{90}</p>',
      '13.5ti 10.5hi –bif –bie | 180 HTML anchor 0:10 verse – floor 4 end 3',
    ],
    [
      '<title>青山党校</title>¶<p>您现在的位置：首页 > 校刊</p><p>{90}</p>',
      '3.5if –bie | 90 P anchor – verse – floor 2 end 1',
    ],
    [
      '<title>青山党校</title>¶您现在的位置：首页 > 校刊<p>祠堂夜校的来历</p>{90}',
      '0i 4.3ti –bife | 90 HTML anchor – verse – floor 3 end 2',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>[9]</p><img src=p.jpg><p>上一篇：甲</p>',
      '13.5t 0bife 0 | 9 P anchor 0:10 verse – floor 2 end 1',
    ],
    [
      '<p>祠堂夜校的来历</p><p>[121]</p><h1>祠堂夜校的来历</h1><p>{90}</p>',
      '10.5ti –bif 10hbi –bie | 146.5 HTML anchor 2:10 verse – floor 4 end 3',
    ],
    [
      '<p>祠堂夜校的来历</p><p>[120]</p><h1>祠堂夜校的来历</h1><p>{90}</p>',
      '10.5ti –bif 10hbi –bie | 146 HTML anchor 0:10 verse – floor 4 end 3',
    ],
    [
      '<title>青山党校</title>¶<p>（王芳）</p><p>{90}</p><p>{90}</p>',
      '0if –bi –bie | 180 HTML anchor – verse – floor 3 end 2',
    ],
    [
      '<title>青山党校</title>¶<p>1.夜校</p><p>{90}</p><p>{90}</p>',
      '0if –bi –bie | 180 HTML anchor – verse – floor 3 end 2',
    ],
    [
      '<title>青山党校</title>¶<p>一、夜校</p><p>{90}</p><p>{90}</p>',
      '0if –bi –bie | 180 HTML anchor – verse – floor 3 end 2',
    ],
    [
      '祠堂夜校的来历<p>[24]</p>作者：王芳 来源：学习时报 2005-07-14<p>{90}</p>',
      '12.8ti 3bif 0hbi –bie | 90 HTML anchor 0:9.3 verse – floor 4 end 3',
    ],
    [
      '<h1>祠堂夜校的来历</h1>[40]<br>划去一条又一条<br>划不掉的留着讲<br>讲到天明方始休',
      '13.5ti 0bif 0bi 0bi 0bie | 61 HTML anchor 0:10 verse 1-4:61 floor 5 end 4',
    ],
    [
      '祠堂夜校的来历<table><td>日期</td><tr></tr><td>作者</td></table>',
      '9.6 1.6 -1 | – – anchor 0:9.6 verse – floor 3 end 2',
    ],
    [
      '<title>祠堂夜校的来历</title>¶<div class=title>祠堂夜校的来历</div>',
      '8.5 | – – anchor 0:8.5 verse – floor 1 end 0',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>摘要：讲的是夜校。</p><p>{90}</p><p>{90}</p>',
      '13.5ti -3bif –bi –bie | 180 HTML anchor 0:10 verse – floor 4 end 3',
    ],
    [
      '<title>青山党校</title>¶您现在的位置：首页 > 校刊<p>王芳</p><p>{90}</p>',
      '6.1 3.3t –bife | 90 P anchor – verse – floor 3 end 2',
    ],
    [
      '<p>{60}</p>相关文章<p><a href="b.htm">甲</a></p><p>{60}</p>',
      '-2.4bife 0 – -5 | 60 P anchor – verse – floor 4 end 3',
    ],
    [
      '<h1>祠堂夜校的来历</h1><a href="b.JPEG?x"><img src=p.jpg></a>',
      '10 | – – anchor 0:10 verse – floor 1 end 0 pictures 0-– A 1 0 ',
    ],
    [
      '{60}<p>相关文章</p><p><a href="b.htm">甲</a></p><p>{60}</p>',
      '-2.4bif 0i –i -5ie | 60 HTML anchor – verse – floor 4 end 3',
    ],
    [
      '<title>祠堂夜校的来历</title>¶网友评论<div class=title>{40}</div>',
      '0 -1.5 | – – anchor – verse – floor 0 end 1',
    ],
    [
      '<title>校刊 - 祠堂夜校 - 青山党校</title>¶祠堂夜校<li>文章标题</li>\u3000\u3000{80}',
      '7.1ti 0hi 1bife | 80 HTML anchor 0:7.1 verse – floor 3 end 2',
    ],
    [
      '<h1>祠堂夜校的来历</h1><b id=marked>{90}<br>{90}</b><p>{90}</p>',
      '13.5ti –bif –bi –ie | 180 HTML anchor 0:10 verse – floor 4 end 3',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>作者：王芳 来源：学习时报 2005-07-14</p><p>甲甲</p>',
      '16.5t 3.7h -1bife | 2 P anchor 0:13 verse – floor 3 end 2',
    ],
    [
      '<h1>祠堂夜校的来历</h1><p>作者：王芳 来源：学习时报 2005-07-14</p><p>打印</p>',
      '13 2.6 -1 | – – anchor 0:13 verse – floor 3 end 0',
    ],
    ['<h1>祠堂夜校的来历</h1><a href=xjavascript:><img src=p.jpg></a>', '10 | – – anchor 0:10 verse – floor 1 end 0'],
    [
      '<title>青山党校</title>¶祠堂夜校的来历<p>发于2005-07-14 12:30[70]</p>',
      '6.5t –bife | 43.5 P anchor – verse – floor 2 end 1',
    ],
    [
      '<title></title>¶地点：礼堂<p>{120}</p><h2>春去秋来水自流</h2>责任编辑：王芳 ',
      '5.1i –bif 5.5tie 0i | 120 HTML anchor – verse – floor 4 end 2',
    ],
  ])('%j', (markup, outline) => {
    expect(outlineOfPage(markup)).toBe(outline);
  });
});
