import { describe, expect, it } from 'vitest';
import { writtenOf } from '../../support/written-page.ts';

describe('lists as they are written', () => {
  it.each([
    ['<ol><li>⑳甲</li></ol>', '<ol><li>⑳甲</li></ol> ¦ ⑳甲'],
    ['<ol><li>甲①</li></ol>', '<ol><li>甲①</li></ol> ¦ 1. 甲①'],
    ['<ol><li>第甲条</li></ol>', '<ol><li>第甲条</li></ol> ¦ 1. 第甲条'],
    ['<ol><li>12.甲</li></ol>', '<ol><li>12.甲</li></ol> ¦ 12.甲'],
    ['<ol><li>（十二）甲</li></ol>', '<ol><li>（十二）甲</li></ol> ¦ （十二）甲'],
    ['<ol><li> （2）甲</li></ol>', '<ol><li>（2）甲</li></ol> ¦ （2）甲'],
    ['<ol type=i start=4><li>甲</li></ol>', '<ol type="i" start="4"><li>甲</li></ol> ¦ iv. 甲'],
    ['<ol type=i start=0><li>甲</li></ol>', '<ol type="i" start="0"><li>甲</li></ol> ¦ 0. 甲'],
    ['<ol type=A start=0><li>甲</li></ol>', '<ol type="A" start="0"><li>甲</li></ol> ¦ 0. 甲'],
    ['<ol type=A start=1><li>甲</li></ol>', '<ol type="A"><li>甲</li></ol> ¦ A. 甲'],
    ['<ol type=a start=2><li>乙</li></ol>', '<ol type="a" start="2"><li>乙</li></ol> ¦ b. 乙'],
    ['<ol type=A start=26><li>甲</li></ol>', '<ol type="A" start="26"><li>甲</li></ol> ¦ Z. 甲'],
    ['<ol type=i start=40><li>甲</li></ol>', '<ol type="i" start="40"><li>甲</li></ol> ¦ xl. 甲'],
    ['<ol type=A start=27><li>甲</li></ol>', '<ol type="A" start="27"><li>甲</li></ol> ¦ AA. 甲'],
    ['<ol type=aa start=2><li>乙</li></ol>', '<ol start="2"><li>乙</li></ol> ¦ 2. 乙'],
    ['<ol type=Ia start=2><li>乙</li></ol>', '<ol start="2"><li>乙</li></ol> ¦ 2. 乙'],
    ['<ol type=i start=3999><li>甲</li></ol>', '<ol type="i" start="3999"><li>甲</li></ol> ¦ mmmcmxcix. 甲'],
    ['<ol start=x3><li value=x3>乙</li></ol>', '<ol><li>乙</li></ol> ¦ 1. 乙'],
    ['<ol start==3><li value==3>乙</li></ol>', '<ol><li>乙</li></ol> ¦ 1. 乙'],
    ['<ol start=-3><li value=-3>乙</li></ol>', '<ol start="-3"><li>乙</li></ol> ¦ -3. 乙'],
    ['<ol start=3x><li value=3x>乙</li></ol>', '<ol><li>乙</li></ol> ¦ 1. 乙'],
    ['<ol><li>甲</li><ul><li>乙</li></ul></ol>', '<ol><li>甲<ul><li>乙</li></ul></li></ol> ¦ 1. 甲\n乙'],
    ['<ol reversed><x-li></x-li><li>乙</li></ol>', '<ol reversed start="1"><li>乙</li></ol> ¦ 1. 乙'],
    [
      '<ol reversed><li>甲</li><link><li>乙</li></ol>',
      '<ol reversed start="2"><li>甲</li>\n<li>乙</li></ol> ¦ 2. 甲\n1. 乙',
    ],
    ['<ol style="list-style: none"><li>乙</li></ol>', '<ol><li>乙</li></ol> ¦ 乙'],
    ['<ol style="list-style: disc"><li>乙</li></ol>', '<ol><li>乙</li></ol> ¦ 乙'],
    ['<ol start=+3><li></li><li value=+3>乙</li></ol>', '<ol start="3"><li>乙</li></ol> ¦ 3. 乙'],
    ['<ol style="list-style: square"><li>乙</li></ol>', '<ol><li>乙</li></ol> ¦ 乙'],
    ['<ol style="list-style: x-none"><li>乙</li></ol>', '<ol><li>乙</li></ol> ¦ 乙'],
    ['<ol style="list-style: nonesuch"><li>乙</li></ol>', '<ol><li>乙</li></ol> ¦ 1. 乙'],
    [
      '<ol><li>甲<ol><li>乙</li></ol>丙</li><li>丁</li></ol>',
      '<ol><li>甲<ol><li>乙</li></ol><br>丙</li>\n<li>丁</li></ol> ¦ 1. 甲\n1. 乙\n丙\n2. 丁',
    ],
    ['<ol style="list-style: upper-alpha"><li>乙</li></ol>', '<ol type="A"><li>乙</li></ol> ¦ A. 乙'],
    ['<ol style="list-style: lower-roman"><li>乙</li></ol>', '<ol type="i"><li>乙</li></ol> ¦ i. 乙'],
    ['<ol style="list-style: upper-roman"><li>乙</li></ol>', '<ol type="I"><li>乙</li></ol> ¦ I. 乙'],
    ['<ol style="list-style: lower-latin"><li>乙</li></ol>', '<ol type="a"><li>乙</li></ol> ¦ a. 乙'],
    ['<ol start=1234567890><li value=1234567890>乙</li></ol>', '<ol><li>乙</li></ol> ¦ 1. 乙'],
    [
      '<ol style="list-style: lower-alpha"><li>甲</li><li>乙</li></ol>',
      '<ol type="a"><li>甲</li>\n<li>乙</li></ol> ¦ a. 甲\nb. 乙',
    ],
    ['<ol style="color:red;LIST-STYLE-TYPE :none;x"><li>甲</li></ol>', '<ol><li>甲</li></ol> ¦ 甲'],
    ['<ol style="color:red;LIST-STYLE-TYPE :disc;x"><li>甲</li></ol>', '<ol><li>甲</li></ol> ¦ 甲'],
    [
      '<ol style="list-style: trad-chinese"><li>甲</li><li>乙</li></ol>',
      '<ol><li>甲</li>\n<li>乙</li></ol> ¦ 一、甲\n二、乙',
    ],
    ['<ol style="list-style:cjk-ideographic" start=0><li>甲</li></ol>', '<ol start="0"><li>甲</li></ol> ¦ 0、甲'],
    ['<ol style="list-style:cjk-ideographic" start=1><li>甲</li></ol>', '<ol><li>甲</li></ol> ¦ 一、甲'],
    ['<ol style="list-style:cjk-ideographic" start=9><li>甲</li></ol>', '<ol start="9"><li>甲</li></ol> ¦ 九、甲'],
    [
      '<ol style="list-style:cjk-ideographic" start=99><li>甲</li></ol>',
      '<ol start="99"><li>甲</li></ol> ¦ 九十九、甲',
    ],
    ['<ol style="list-style:cjk-ideographic" start=10><li>甲</li></ol>', '<ol start="10"><li>甲</li></ol> ¦ 十、甲'],
    ['<ol style="color:red;LIST-STYLE-TYPE :square;x"><li>甲</li></ol>', '<ol><li>甲</li></ol> ¦ 甲'],
    ['<ol style="color:red;LIST-STYLE-TYPE :x-none;x"><li>甲</li></ol>', '<ol><li>甲</li></ol> ¦ 甲'],
    ['<li value=2></li><ol style="list-style:lower-alpha">\nH\n[33]</ol>', '<ul><li>H [33]</li></ul> ¦ H [33]'],
    [
      '<ol><li>甲<p>乙</p><h3>丙</h3></li><li class=no>丁</li><li>戊</li></ol>',
      '<ol><li>甲<br>乙<h3>丙</h3></li>\n<li value="3">戊</li></ol> ¦ 1. 甲\n乙\n丙\n3. 戊',
    ],
    ['<ol style="color:red;LIST-STYLE-TYPE :lower-alpha;x"><li>甲</li></ol>', '<ol type="a"><li>甲</li></ol> ¦ a. 甲'],
    [
      '<ol style="list-style:cjk-decimal" start=99><li><em><span style="display:none">隐</span></em>\nH\n\u3000\u3000甲乙<br> <sub>2</sub><a name=x>甲</a><br>一、甲H<br><a name=x>甲</a>\n，\n“甲”<br><img src="q.png" alt=" 图 ">见前文</li><li value=x><h3>甲</h3></li><li><em><b><b>①甲</b></b></em></li></ol><p class=no>尾</p><img src="q.png" alt=" 图 ">',
      '<ol start="99"><li>H<br>甲乙<br><sub>2</sub>甲<br>一、甲H<br>甲，“甲”<br><img src="I:q.png" alt=" 图 ">见前文</li>\n<li><h3>甲</h3></li>\n<li><em><strong><strong>①甲</strong></strong></em></li></ol> ¦ 九十九、H\n甲乙\n2甲\n一、甲H\n甲，“甲”\n见前文\n100、甲\n①甲 ¦ 图 (q.png)',
    ],
    [
      '<title>甲</title><style>.v, .u { white-space: pre-line } @media x { .w { white-space:pre } } p:( { white-space:pre }</style>¶<ol style="list-style:none"><li><sup>th</sup></li><li value=2><h3>甲</h3></li><li>祠堂夜校<span style="display:none">隐</span>&lt;甲&gt;&amp;</li></ol><p>， H 第一条</p><h4>John Smith<img src="zi.gif" width=16 height=16 alt="越"></h4>',
      '<ol><li><sup>th</sup></li>\n<li><h3>甲</h3></li>\n<li>祠堂夜校&lt;甲&gt;&amp;</li></ol>\n<p>， H 第一条</p>\n<h4>John Smith越</h4> ¦ th\n甲\n祠堂夜校<甲>&\n， H 第一条\nJohn Smith越',
    ],
    [
      '<title>甲</title><style>.v, .u { white-space: pre-line } @media x { .w { white-space:pre } } p:( { white-space:pre }</style>¶<ol type=I><li value=2> </li><li> &nbsp;甲[33]</li><li>John<br>甲。<br>春去秋来水自流<br>[34]<br>[35]</li></ol><h3>见前文 <sub>2</sub> <a href="">John Smith</a><br>\n<sup>th</sup><br>\n <b><sub>2</sub></b>第一条<br>\n<img src="bad.jpg"><em><ruby>陡</ruby></em>&nbsp;&nbsp;甲<br>\n<img src="bad.jpg"></h3><h6>[64]\n<em><a name=x>甲</a></em></h6>',
      '<ol type="I" start="3"><li>甲[33]</li>\n<li>John<br>甲。<br>春去秋来水自流<br>[34]<br>[35]</li></ol>\n<h3>见前文 <sub>2 </sub><a href="R:">John Smith</a><br><sup>th</sup><br><strong><sub>2</sub></strong>第一条<br><em>陡 </em>甲</h3>\n<p>[64]<em>甲</em></p> ¦ III. 甲[33]\nIV. John\n甲。\n春去秋来水自流\n[34]\n[35]\n见前文 2 John Smith\nth\n2第一条\n陡 甲\n[64]甲 ¦ bad.jpg|bad.jpg',
    ],
  ])('%j', (markup, written) => {
    expect(writtenOf(markup)).toBe(written);
  });
});
