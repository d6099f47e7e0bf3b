import { describe, expect, it } from 'vitest';
import { linesOfPage } from '../../../support/lines-of-page.ts';

describe('small pages of a line or two', () => {
  it.each([
    ['<div class=author>[41]</div>', '20.5 ¦ "[41]" 41 0 DIV 1 ¦  ¦  ¦  ¦ 祠堂夜校的来历'],
    ['<div class="a zan b">甲</div>', '-4 box ¦ "甲" 1 0 DIV 1 ¦  ¦  ¦  ¦ 祠堂夜校的来历'],
    ['<div class=toast>[201]</div>', '100.5 ¦ "[201]" 201 0 DIV 1 ¦  ¦  ¦  ¦ 祠堂夜校的来历'],
    ['甲<span class=unseen></span>丙', '-4 ¦ "甲丙" 2 0 BODY 2 ¦  ¦ hidden SPAN 1 ¦  ¦ 祠堂夜校的来历'],
    ['<div id=author>下一篇：没有了</div>', '-25 slot ¦ "下一篇：没有了" 7 0 DIV 1 ¦  ¦  ¦  ¦ 祠堂夜校的来历'],
    ['<div class=posx>校刊 / 夜校</div>', '-4 ¦ "校刊 / 夜校" 5 0 DIV 1 ¦  ¦  ¦  ¦ 祠堂夜校的来历'],
    ['<div class=path>校刊/[47]</div>', '25 ¦ "校刊/[47]" 50 0 DIV 1 ¦  ¦  ¦  ¦ 祠堂夜校的来历'],
    ['<div class=info><p>甲</p></div>', '-4 ¦ "甲" 1 0 P 1 ¦  ¦  ¦  ¦ 祠堂夜校的来历'],
    ['<div class=toast> [200] </div>', '100 box ¦ "[200]" 200 0 DIV 1 ¦  ¦  ¦  ¦ 祠堂夜校的来历'],
    ['<form>甲<input type=text></form>', '-4 box ¦ "甲" 1 0 FORM 1 ¦  ¦ control INPUT 1 ¦  ¦ 祠堂夜校的来历'],
    ['<textarea readonly></textarea>乙', '-4 ¦ "乙" 1 0 BODY 1 ¦  ¦  ¦  ¦ 祠堂夜校的来历'],
    ['<div class=share>甲乙丙丁戊己庚辛</div>', '-4 box slot ¦ "甲乙丙丁戊己庚辛" 8 0 DIV 1 ¦  ¦  ¦  ¦ 祠堂夜校的来历'],
    ['<div class=jiathis_style>甲</div>', '-4 box ¦ "甲" 1 0 DIV 1 ¦  ¦  ¦  ¦ 祠堂夜校的来历'],
    ['<span style="display:none"></span>', ' ¦  ¦  ¦ hidden SPAN 0 ¦  ¦ 祠堂夜校的来历'],
    [
      '内容：甲<p>内容：甲</p>内容：甲<p>内容：甲</p>地点：甲',
      '-4 programme / -4 programme / -4 programme / -4 programme / -4 programme ¦ "内容：甲" 4 0 BODY 1/"内容：甲" 4 0 P 1/"内容：甲" 4 0 BODY 1/"内容：甲" 4 0 P 1/"地点：甲" 4 0 BODY 1 ¦  ¦  ¦  ¦ 祠堂夜校的来历',
    ],
    ['<div class=info>甲<p>[120]</p></div>', '-4 / 60 ¦ "甲" 1 0 DIV 1/"[120]" 120 0 P 1 ¦  ¦  ¦  ¦ 祠堂夜校的来历'],
    ['<title>校刊 - 祠堂夜校 - 青山党校</title>¶共3页', '-4 pager ¦ "共3页" 3 0 BODY 1 ¦  ¦  ¦  ¦ 校刊'],
    ['<title></title>¶<a href="b.htm">甲</a>[20]', '3 ¦ "甲[20]" 21 1 BODY 2 ¦  ¦  ¦  ¦ '],
    ['<title></title>¶<div class=share>[120]</div>', '60 box ¦ "[120]" 120 0 DIV 1 ¦  ¦  ¦  ¦ '],
    ['<title></title>¶<div class=share>祠堂夜校的来历</div>', '-4 box slot ¦ "祠堂夜校的来历" 7 0 DIV 1 ¦  ¦  ¦  ¦ '],
    [
      '<title></title>¶<div class=share>附件1：名单.doc</div>',
      '-4 attachment box slot ¦ "附件1：名单.doc" 10 0 DIV 1 ¦  ¦  ¦  ¦ ',
    ],
    ['<title></title>¶<div class=share>[1] [2] 下一页</div>', '-4 box slot ¦ "水 水水 下一页" 6 0 DIV 1 ¦  ¦  ¦  ¦ '],
    [
      '<title>青山党校</title>¶{26}<a href="b.htm">甲乙丙丁戊己庚辛</a>',
      '19.88 ¦ "县里的夜校办在祠堂里，头一年来的人坐不满三排长凳，。甲乙丙丁戊己庚辛" 34 8 BODY 2 ¦  ¦  ¦  ¦ 青山党校',
    ],
    ['<div class=modal><div><div><p>甲</p></div></div></div>', '-4 box ¦ "甲" 1 0 P 1 ¦  ¦  ¦  ¦ 祠堂夜校的来历'],
    [
      '<title>校刊 - 祠堂夜校 - 青山党校</title>¶<div class=share>链接：</div>',
      '-4 box slot ¦ "链接：" 3 0 DIV 1 ¦  ¦  ¦  ¦ 校刊',
    ],
    [
      '<title>祠堂夜校的来历</title>¶<a href="b.htm">2005-07-14 12:30</a>',
      '-21 pager link ¦ "2005-07-14 12:30" 15 15 BODY 1 ¦  ¦  ¦  ¦ 祠堂夜校的来历',
    ],
    [
      '<title>校刊 - 祠堂夜校 - 青山党校</title>¶<div class=share>二〇〇五年第三期</div>',
      '-4 box slot ¦ "二〇〇五年第三期" 8 0 DIV 1 ¦  ¦  ¦  ¦ 校刊',
    ],
    [
      '<div class=modal><div><div><div><p>甲</p></div></div></div></div>',
      '-4 ¦ "甲" 1 0 P 1 ¦  ¦  ¦  ¦ 祠堂夜校的来历',
    ],
    [
      '<title>校刊 - 祠堂夜校 - 青山党校</title>¶<div id=author>[17]</div><a href="b.htm">2005-07-14 12:30</a>',
      '-4 slot / -21 pager link ¦ "[17]" 17 0 DIV 1/"2005-07-14 12:30" 15 15 BODY 1 ¦  ¦  ¦  ¦ 校刊',
    ],
    [
      '<a href=n>12222222222222222222222222222222222222222222222222222222222222222222222222222222</a>',
      '-30 pager link ¦ "12222222222222222222222222222222222222222222222222222222222222222222222222222222" 80 80 BODY 1 ¦  ¦  ¦  ¦ 祠堂夜校的来历',
    ],
    [
      '<a href=n>122222222222222222222222222222222222222222222222222222222222222222222222222222222</a>',
      '-30 link ¦ "122222222222222222222222222222222222222222222222222222222222222222222222222222222" 81 81 BODY 1 ¦  ¦  ¦  ¦ 祠堂夜校的来历',
    ],
  ])('%j', (markup, lines) => {
    expect(linesOfPage(markup)).toBe(lines);
  });
});
