import { describe, expect, it } from 'vitest';
import { linesOfPage } from '../../../support/lines-of-page.ts';

describe('images of small pages', () => {
  it.each([
    [
      '<img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAABAAAAAQAAAAAAAAAAAA" width=16>',
      ' ¦  ¦  ¦  ¦ layout 16x16 –  ¦ 祠堂夜校的来历',
    ],
    [
      '<img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAMgAAABkAAAAAAAAAAAA" width=16>',
      ' ¦  ¦  ¦  ¦ layout 16x100 –  ¦ 祠堂夜校的来历',
    ],
    [
      '<p>碑上的字是<img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABAAAAAAAAAAAA" width=16>家村三个字</p>',
      '-4 ¦ "碑上的字是家村三个字" 10 0 P 2 ¦  ¦  ¦ layout 1x1 –  ¦ 祠堂夜校的来历',
    ],
    [
      '<h1>祠堂夜校的来历<a href="b.htm">甲乙丙丁戊己庚辛</a></h1><ul class=info><td><p>{90}</p><p>{60}</p><div class=info>评论</div><p>{120}</p><a href="b.htm"><img src="p.jpg"></a></td><p align=center>详情</p></ul>',
      '-4 / 90 / 60 / -25 slot / 120 / -4 ¦ "祠堂夜校的来历甲乙丙丁戊己庚辛" 15 8 H1 2/"县里的夜校办在祠堂里，头一年来的人坐不满三排长凳，第二年添了灯，第三年连门槛上也坐着人，散课的时候天都快亮了。教的东西不多，一册油印的问答翻来覆去地讲，讲完一条就在墙上划掉一条。。" 90 0 P 1/"县里的夜校办在祠堂里，头一年来的人坐不满三排长凳，第二年添了灯，第三年连门槛上也坐着人，散课的时候天都快亮了。教的东西。" 60 0 P 1/"评论" 2 0 DIV 1/"县里的夜校办在祠堂里，头一年来的人坐不满三排长凳，第二年添了灯，第三年连门槛上也坐着人，散课的时候天都快亮了。教的东西不多，一册油印的问答翻来覆去地讲，讲完一条就在墙上划掉一条。县里的夜校办在祠堂里，头一年来的人坐不满三排长凳，第二年添了。" 120 0 P 1/"详情" 2 0 P 1 ¦  ¦  ¦ picture nullxnull –  ¦ 祠堂夜校的来历',
    ],
    [
      '甲<b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><img src="zi/1.gif" width=16 height=16>乙',
      '-4 ¦ "甲〓乙" 3 0 BODY 2 乙=〓 ¦  ¦  ¦ character 16x16 – 〓 ¦ 祠堂夜校的来历',
    ],
    [
      '<p>甲<b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><img src="zi/1.gif" width=16 height=16>乙</p>',
      '-4 ¦ "甲乙" 2 0 P 2 ¦  ¦  ¦ layout 16x16 –  ¦ 祠堂夜校的来历',
    ],
    [
      '<div class=position><a href="a/12.htm">祠堂夜校的来历</a></div><div style="display:none">二〇〇五年第三期<a href="b.htm">甲乙丙丁戊己庚辛</a></div><a href="a.doc">名单</a><br><img src="p.jpg" width=300 height=200><p>{120}</p><table><tr><td>您现在的位置：首页 > 校刊</td><td><a href="a.doc">名单</a></td></tr></table><p align=center>欢迎投稿</p>春去秋来水自流<br><p>一盏油灯照古楼</p>几排长凳人满座<br>划去一条又一条<br>划不掉的留着讲<br><p>讲到天明方始休</p>',
      '-16.2 link / -13.2 attachment link / 120 / -20 row / -13.2 attachment link row / -25 / -4 / -4 / -4 / -4 / -4 / -4 ¦ "祠堂夜校的来历" 7 7 DIV 1/"名单" 2 2 BODY 1/"县里的夜校办在祠堂里，头一年来的人坐不满三排长凳，第二年添了灯，第三年连门槛上也坐着人，散课的时候天都快亮了。教的东西不多，一册油印的问答翻来覆去地讲，讲完一条就在墙上划掉一条。县里的夜校办在祠堂里，头一年来的人坐不满三排长凳，第二年添了。" 120 0 P 1/"您现在的位置：首页 > 校刊" 12 0 TD 1/"名单" 2 2 TD 1/"欢迎投稿" 4 0 P 1/"春去秋来水自流" 7 0 BODY 1/"一盏油灯照古楼" 7 0 P 1/"几排长凳人满座" 7 0 BODY 1/"划去一条又一条" 7 0 BODY 1/"划不掉的留着讲" 7 0 BODY 1/"讲到天明方始休" 7 0 P 1 ¦ 3,4 ¦ hidden DIV 1 ¦ picture 300x200 –  ¦ 祠堂夜校的来历',
    ],
  ])('%j', (markup, lines) => {
    expect(linesOfPage(markup)).toBe(lines);
  });
});
