import { describe, expect, it } from 'vitest';
import { clean } from '../../../lib/clean/clean.ts';
import { agreementOf, doubtedLines, isProse } from '../../../lib/clean/doubts.ts';
import { removalsOf } from '../../../lib/clean/removals.ts';
import { readOutline } from '../../../lib/extract/outline.ts';
import { readRegion } from '../../../lib/extract/region.ts';
import { smallPage } from '../../support/small-page.ts';

/** So many characters of a removal are shown. */
const shown = 30;
const rounded = (share: number | null): string => (share === null ? '–' : String(Math.round(share * 100) / 100));

/**
 * Where the second reader keeps all but what stands in `.no`: the lines that are doubted, how far both agree, which lines are prose (`p`), and
 * each removal with its rule, the words before it, and 1 where it is doubted.
 */
function doubtsOf(markup: string): string {
  const { body, title } = smallPage(markup);
  const outline = readOutline(body, title);
  const region = readRegion(outline, null);
  if (region === null) return '–';
  const { lines: all, passed } = outline;
  const { lines: essay, taken } = clean(region);
  const article = new Set(all.filter(({ block }) => !block.closest('.no')));
  const doubted = doubtedLines({ all, essay, article });
  const removals = removalsOf({ all, rules: taken, passed, doubted });
  return [
    [...doubted].map(({ index }) => index).join(','),
    rounded(agreementOf({ all, essay, article })),
    rounded(agreementOf({ all, essay, article: new Set() })),
    all.map((line) => (isProse(line) ? 'p' : '-')).join(''),
    JSON.stringify(
      removals.map(({ rule, text, after, doubted: isDoubted }) => [
        rule,
        text.slice(0, shown),
        after,
        isDoubted ? 1 : 0,
      ]),
    ),
  ].join(' ¦ ');
}

describe('what two readings of a small page differ in', () => {
  it.each([
    [
      '\u3000\u3000{80}<div style="display:none">青山市委党校学报</div>',
      ' ¦ 1 ¦ – ¦ p ¦ [["hidden","青山市委党校学报","的东西不多，一册油印的问答翻来覆去地讲，讲完一。",0]]',
    ],
    [
      '<title>青山党校</title>¶\u3000\u3000{80}本报讯（记者 王芳）<li>共3页</li>',
      ' ¦ 0.97 ¦ – ¦ p- ¦ [["pager","共3页","印的问答翻来覆去地讲，讲完一。本报讯（记者王芳）",0]]',
    ],
    [
      '{90}<div style="display:none"><font size=5>详情</font></div>',
      ' ¦ 1 ¦ – ¦ p ¦ [["hidden","详情","的问答翻来覆去地讲，讲完一条就在墙上划掉一条。。",0]]',
    ],
    [
      '<title></title>¶<table>{420}<td>评论</td></table>{60}<li>网友评论</li>',
      ' ¦ 0.86 ¦ – ¦ p-p- ¦ [["stray","评论\\n县里的夜校办在祠堂里，头一年来的人坐不满三排长凳，第二","坐着人，散课的时候天都快亮了。教的东西不多，一。",0],["tail","网友评论","坐着人，散课的时候天都快亮了。教的东西不多，一。",0]]',
    ],
    [
      '<title>祠堂夜校的来历</title>¶（作者系青山党校教师） 见{40}<div class=share>祠堂夜校的来历</div>{90}',
      '0 ¦ 0.6 ¦ – ¦ p-p ¦ [["before","（作者系青山党校教师） 见县里的夜校办在祠堂里，头一年来的人","",1],["title","祠堂夜校的来历","",0]]',
    ],
    [
      '<table>作者：王芳 来源：学习时报 2005-07-14<td>——在开学典礼上的讲话</td><td>网友评论</td><td>{120}</td></table>',
      ' ¦ 0.07 ¦ – ¦ ---p ¦ [["outside","作者：王芳 来源：学习时报 2005-07-14","",0],["tools","网友评论","——在开学典礼上的讲话",0],["outside","县里的夜校办在祠堂里，头一年来的人坐不满三排长凳，第二年添了","——在开学典礼上的讲话",0]]',
    ],
    [
      '<title></title>¶<div style="display:none"></div>{210}<div style="display:none">作者：王芳 来源：学习时报 2005-07-14</div>',
      ' ¦ 1 ¦ – ¦ p ¦ [["hidden","作者：王芳 来源：学习时报 2005-07-14","堂里，头一年来的人坐不满三排长凳，第二年添了灯。",0]]',
    ],
    [
      '<title>校刊 - 祠堂夜校 - 青山党校</title>¶<div style="float:right">祠堂夜校的来历 <a href="b.htm">见</a></div><div class=position>[120]</div><form>{30}<textarea></textarea></form><h2>作者：王芳 来源：学习时报 2005-07-14</h2><div class=no><p>{210}</p></div>',
      ' ¦ 0.44 ¦ – ¦ ----p ¦ [["before","祠堂夜校的来历 见","",0]]',
    ],
    [
      '<div><a href="b.htm">祠堂夜校的来历</a></div><p><font size=5>◆◆◆</font></p><table><tr><td>网友评论</td><td><b>作者</b></td><td><a href="b.htm">二〇〇五年第三期</a></td></tr><tr><td>链接：</td><td><a href="a/12.htm">字体：大 中 小</a></td><td>{210}<a href="b.htm">甲乙丙丁戊己庚辛</a></td></tr></table><ul><li>祠堂夜校</li><li><a href="b.htm">附件：名单</a></li><li><a href="b.htm">祠堂夜校</a></li></ul><div><p>春去秋来水自流</p>一盏油灯照古楼<br>几排长凳人满座<br>划去一条又一条<br></div><font>春去秋来水自流<br>一盏油灯照古楼<br>几排长凳人满座<br>划去一条又一条<br>划不掉的留着讲<br><p>{40}</p></font>',
      '20 ¦ 0.6 ¦ – ¦ -------p------------p ¦ [["outside","县里的夜校办在祠堂里，头一年来的人坐不满三排长凳，第二年添了","人坐不满三排长凳，第二年添了灯。甲乙丙丁戊己庚辛",1],["title","祠堂夜校的来历","",0],["stray","◆◆◆","",0],["credit","网友评论\\n作者\\n二〇〇五年第三期","",0],["credit","字体：大 中 小","链接：",0],["outside","祠堂夜校\\n附件：名单\\n祠堂夜校\\n春去秋来水自流\\n一盏油灯照古","人坐不满三排长凳，第二年添了灯。甲乙丙丁戊己庚辛",0]]',
    ],
  ])('%j', (markup, doubts) => {
    expect(doubtsOf(markup)).toBe(doubts);
  });
});
