import { describe, expect, it } from 'vitest';
import { outlineOfPage } from '../../../support/outline-of-page.ts';

describe('what is read of small pages', () => {
  it.each([
    [
      '<p><b>{26}</b></p><h3><strong style="font-weight:bold">祠堂夜校的来历</strong></h3><td>春去秋来水自流<br>一盏油灯照古楼<br>几排长凳人满座<br><p>划去一条又一条</p></td>{60}<br><p>{90}</p><p>【打印】【关闭】<a href="b.htm">甲乙丙丁戊己庚辛</a></p><p>分享到：<a href="b.htm">甲乙丙丁戊己庚辛</a></p>',
      '1.3i 13.7ti 0bif 0bi 0bi 0bi -5bi –bi 0ie -3i | 156 HTML anchor 1:10.2 verse – floor 10 end 8',
    ],
    [
      '<title>祠堂夜校的来历</title>¶几排长凳人满座<br>划去一条又一条<table><td>——在开学典礼上的讲话</td><td>标题：祠堂夜校的来历</td></table><table><td>主持人：王芳</td><td></td><td>打印</td><tr><td>* * * </td><td></td><td></td></tr></table><div>{150}</div>网友评论<blockquote>名单</blockquote>',
      '0i 5.7i 3.3i 10.5ti 2.6bif -1hbi –bi –bie 0i -1i | 150 HTML anchor – verse – floor 8 end 9',
    ],
    [
      '<p>{90}</p><h4>祠堂夜校的来历</h4><div>{210}</div><div><div><li>二〇〇五年第三期</li><div><p>{60}</p>{60}<br><p>{90}</p><span>{20} <a href="b.htm">见</a></span><br></div><div class=title><strong style="font-weight:bold">{40}</strong></div></div></div>',
      '–i 11.5ti –bif 0bi -5bi -5bi –bi 0bi 0.2bie | 561.05 HTML anchor 1:8 verse – floor 9 end 8',
    ],
    [
      '<title>祠堂夜校的来历</title>¶<div>评论</div><p align=center><a href="a/12.htm">灯油记</a></p><center><p>{120}</p>{60}<br><div>{80}</div></center><li>本报讯（记者 王芳）</li><h1>○ 王芳</h1><blockquote>责任编辑：王芳</blockquote><div><p>\u3000\u3000{80}</p><p>\u3000\u3000{80}</p></div>',
      '-1 -0.5 – -3.3 -3.1 6.1 5t 3.7h -5bif -5bie | 397 DIV anchor – verse – floor 10 end 9',
    ],
    [
      '<p><a href="a.doc">名单</a></p><p>{40}</p><ul><p align=center><a href="b.htm">祠堂夜校的来历</a></p><div>{80}</div><h1>凡本网注明</h1><p>{210}</p><p>{210}</p><a href="b.htm"><img src="p.jpg"></a></ul><img src="icon.gif"><p>\u3000\u3000{80}</p><img src="icon.gif">',
      '-4 0.3 4.5ti -5bif 3bi –bi –bie -5b | 543.8 UL anchor 2:4.5 verse – floor 8 end 7',
    ],
    [
      '<title>祠堂夜校的来历</title>¶<p>{120}</p><div class=no>祠堂夜校的来历</div><div class=no>地址：青山路1号</div><span>标签：夜校 <a href="b.htm">见</a></span><br><p>{60}</p><p>{90}</p><div style="text-align:center">欢迎投稿<a href="b.htm">甲乙丙丁戊己庚辛</a></div><div>{80}</div>',
      '–i 10.5ti 0bif 0bi -5bi –bi -2.5bi -5bie | 262.8 HTML anchor 1:7 verse – floor 8 end 7',
    ],
    [
      '<title>青山党校</title>¶<div style="display:none"><img src="p.jpg"></div><div>{80}</div><div style="display:none"><font size=5>祠堂夜校的来历</font></div><ul><td><p>{90}</p><p>{60}</p></td>春去秋来水自流<br>一盏油灯照古楼<br>几排长凳人满座<br><p>划去一条又一条</p>划不掉的留着讲<br></ul>',
      '-5bif –bi -5bi 0i 0i 0i 0i 0ie | 230 HTML anchor – verse – floor 8 end 7',
    ],
    [
      '<div><font size="+2" style="font-size: large">图1 祠堂</font></div><div style="display:none"><font size="+2" style="font-size: large">{210}</font></div><p>{26}</p><div class=share><font size="+2" style="font-size: large">[1] [2] 下一页</font></div>',
      '2.5i -3bife 2.5i | 26 HTML anchor – verse – floor 3 end 1',
    ],
    [
      '<title>祠堂夜校的来历</title>¶<center><p>{210}</p><p>\u3000\u3000{80}</p><p>{120}</p><a href="b.htm">甲</a>2005年7月14日<br></center><p align=center><a href="a.doc">名单</a></p><td><h2><span style="font-size:18px">详情</span></h2>春去秋来水自流<br><p>一盏油灯照古楼</p>几排长凳人满座<br></td>',
      '–bif -5bi –bi 0.5ie -3.5 2.5 0 0 0 | 410 CENTER anchor – verse – floor 9 end 8',
    ],
    [
      '<title></title>¶<blockquote>祠堂夜校的来历</blockquote><p>{120}</p><table><tr><td><a href="a/12.htm">版权所有 青山党校</a></td><td><a href="b.htm">甲</a>附件1：名单.doc</td></tr><tr><td>关键词：夜校 祠堂</td><td><b>本站原创，版权归作者</b></td></tr></table><ul class=info><p>{210}</p></ul>',
      '3.5ti –bif 0bi 0bi 0bi 1bi –bie | 245.2 HTML anchor – verse – floor 7 end 6',
    ],
    [
      '<title></title>¶<div class=share><font size=5>祠堂夜校的来历</font></div><center><div class=title><strong style="font-weight:bold">日期</strong></div><div style="text-align:center">——</div><div>春去秋来水自流<br>一盏油灯照古楼<br>几排长凳人满座<br>划去一条又一条<br>划不掉的留着讲<br></div></center>',
      '7.4t 4.8h –h 0bif 0bi 0bi 0bi 0bie | 35 DIV anchor – verse 3-7:35 floor 8 end 7',
    ],
    [
      '<title>祠堂夜校的来历</title>¶<div id=author><font size=5>祠堂夜校的来历</font></div><div class=position><span style="font-size:18px">感谢您的阅读，欢迎关注微信公众号</span></div><div class=info><a href="b.htm">《学习时报》2004年第3期\u3000王芳</a></div>{60}<br>{60}<br><b>文章标题</b><br>来源<br><a href="#"><img src="p.jpg"></a>',
      '8.5 1 -3 -5 -2.4 3.6 5 | – – anchor 0:8.5 verse – floor 1 end 6',
    ],
    [
      '<title></title>¶<center>祠堂夜校的来历</center><p align=center><font size=5>链接：</font></p><p>{120}</p><p>{40}</p><blockquote>{45}</blockquote><p>{90}</p><p>\u3000\u3000{80}</p><p>{40}</p><div><img src="p.jpg" width=300 height=200><p><font size=5>网友评论</font></p><h3>第一章 夜校</h3></div><div><font size=5>责任编辑：王芳</font></div>',
      '4ti 1bif –bi -3bi -3bi –bi -5bi -0.4bie 3.8i 4.5i 1.5i | 415 HTML anchor – verse – floor 8 end 9',
    ],
    [
      '<title>青山党校</title>¶<a href="b.htm">甲</a>文章标题<br><div>祠堂夜校的来历</div><ul><p>{210}</p><p>\u3000\u3000{80}</p><p>{120}</p>春去秋来水自流<br>一盏油灯照古楼<br>几排长凳人满座<br>划去一条又一条<br>划不掉的留着讲<br></ul><div class=no><p><b>{90}</b></p></div><table><tr><td><a href="a/12.htm">[30]</a></td><td><font size="+2" style="font-size: large">（责编：李明）</font></td><td><a href="a/12.htm">附件：名单</a></td></tr></table>',
      '0 3.5t –bif -5bi –bi 0bi 0bi 0bi 0bi 1.6bie –b 3 2.5 0 | 480 UL anchor – verse 5-9:35 floor 14 end 13',
    ],
    [
      '<table><tr><td><p>{60}</p><div style="float:right"><font size=5>祠堂夜校的来历</font></div></td></tr></table><p align=center><b>日期</b></p><ul>春去秋来水自流<br>一盏油灯照古楼<br>几排长凳人满座<br>划去一条又一条<br></ul><h4><font size="+2" style="font-size: large">版权所有 青山党校</font></h4><h3><strong style="font-weight:bold">（王芳 李明）</strong></h3><p>春去秋来水自流</p>一盏油灯照古楼<br>几排长凳人满座<br><p>划去一条又一条</p>划不掉的留着讲<br>讲到天明方始休<br><p><a href="b.htm">甲</a>王芳</p>',
      '-5 14.4t 0.5h 0bif 0bi 1.2bi 1.9bie 6.1 3.2 0 0 0 0 0 0 -1 | 28 UL anchor 1:11.1 verse 2-6:30 floor 7 end 6',
    ],
    [
      '<h1>祠堂夜校的来历</h1><div id=x><p>{60}</p><p>{60}</p><div><p>相关文章</p><p><a href="b.htm">灯油</a></p><p><a href="b.htm">灯油</a></p><p><a href="b.htm">灯油</a></p><p><a href="b.htm">灯油</a></p><p><a href="b.htm">灯油</a></p><p><a href="b.htm">灯油</a></p><p><a href="b.htm">灯油</a></p><p><a href="b.htm">灯油</a></p><p><a href="b.htm">灯油</a></p><p><a href="b.htm">灯油</a></p><p><a href="b.htm">灯油</a></p></div><p>{60}</p><p>{60}</p></div>',
      '13.5t -5bif -2.4bi 0bi -4bi -4bi -4bi -4bi -4bi -4bi -4bi -4bi -4bi -4bi -4bi -5bi -5bie | 240 DIVx anchor 0:10 verse – floor 17 end 16',
    ],
    [
      '<title></title>¶<h1><b>◆◆◆</b></h1><p>\u3000\u3000{80}</p><div style="text-align:center"><a href="a.doc">名单</a></div><div><div><div>春去秋来水自流</div><h1><a href="a.doc">名单</a></h1><h1>祠堂夜校的来历</h1></div></div><table><tr><td><a href="a/12.htm">几排长凳人满座</a></td><td>{210}</td></tr><tr><td><a href="a/12.htm">——在开学典礼上的讲话</a></td><td><b>（青山市委党校学报编辑部，青山332000）</b></td></tr><tr><td><a href="b.htm">甲</a>{150}</td><td>2005-07-14 12:30</td></tr></table><ul><li><a href="b.htm">几排长凳人满座</a></li><li>一、夜校</li><li><a href="b.htm">作者</a></li><li>地址：青山路1号</li></ul>',
      '– -5bif -3.5bi 0bi -1bi 3bi 0bi –bi 0bi 1bi –bie –i -3 2.6 -4 0 | 391.81 TABLE anchor – verse – floor 16 end 10',
    ],
    [
      '<title></title>¶<p>{210}</p><ul><div class=info><a href="b.htm">（青山市委党校学报编辑部，青山332000）</a></div><p><a href="b.htm">祠堂夜校的来历</a></p><table><tr><td><strong style="font-weight:bold">（王芳 李明）</strong></td><td><font size="+2" style="font-size: large">3小时前</font></td><td><a href="b.htm">甲</a>{20}</td></tr><tr><td>{80}</td><td><a href="b.htm">[20]</a></td><td><a href="b.htm">{420}</a></td></tr><tr><td>（作者系青山党校教师）<a href="b.htm">甲乙丙丁戊己庚辛</a></td><td><a href="a/12.htm">摘要：讲的是夜校。</a></td><td>二〇〇五年第三期</td></tr><tr><td><a href="b.htm">甲</a>{30}</td><td><b>摘要：讲的是夜校。</b></td><td><a href="b.htm">附件1：名单.doc</a></td></tr></table><div class=info>[10] <a href="b.htm">见</a></div></ul><ul><p>春去秋来水自流</p>一盏油灯照古楼<br><p>几排长凳人满座</p>划去一条又一条<br></ul><a href="#"><img src="p.jpg"></a><span><strong style="font-weight:bold">{40}</strong></span><br><p>{60}</p><table><tr><td><a href="b.htm">甲</a>几排长凳人满座</td><td>{26}</td></tr></table><a href="b.jpg"><img src="p.jpg"></a>',
      '– -3 -3 8.2t 2.5h -3bif -5bie -3bi –bi 0b -3b 0b -3b -2b -3b 0b 0b 0b 0b 0b -1.3b -5b 0b -3b | 288.93 TR anchor – verse – floor 24 end 23',
    ],
  ])('%j', (markup, outline) => {
    expect(outlineOfPage(markup)).toBe(outline);
  });
});
