import { describe, expect, it } from 'vitest';
import { isAttachmentLine } from '../../../lib/lines/attachment-line.ts';
import { isCreditSlot } from '../../../lib/lines/credit-slot.ts';
import { type Line, readLines } from '../../../lib/lines/line.ts';
import { isInPageBox } from '../../../lib/lines/page-box.ts';
import { isPagerLine } from '../../../lib/lines/pager-line.ts';
import { isProgrammeLine } from '../../../lib/lines/programme-line.ts';
import { readPublicationLine } from '../../../lib/lines/publication-line.ts';
import { parsePage } from '../../support/parse-page.ts';

/** The lines of a page's body. */
function linesOf(html: string): readonly Line[] {
  return readLines(parsePage(`<body>${html}</body>`, 'http://dx.example/1.htm').body);
}
const only = (html: string): Line => {
  const [line, ...others] = linesOf(html);
  if (line === undefined || others.length > 0) throw new Error(`not one line: ${html}`);
  return line;
};
/** So many characters of prose without a mark. */
const long = (size: number): string => '水'.repeat(size);

/** Samples, parted by `¦` or a line's end. */
const of = (samples: string): readonly string[] => samples.split(/¦|\n {6}/u).filter((sample) => sample !== '');

/** What a function says of the one line of a page. */
type LineTable = readonly [(line: Line) => boolean, yes: readonly string[], no: readonly string[]];
const link = (text: string, href = 'x.htm'): string => `<p><a href="${href}">${text}</a></p>`;

const ofLines: Readonly<Record<string, LineTable>> = {
  isPagerLine: [
    isPagerLine,
    of(`
      <p>上页 <a href="2.htm">2</a> 下一页</p>¦<p>[1] <a href="2.htm">[2]</a> 页次：</p>¦<p>共 3 页</p>
      <p>共3页 第1页</p>¦<p>第 12 页/</p>¦<p><a href="2.htm">2</a></p>¦${link('Next page')}
      <p>第1页${'>'.repeat(77)}</p>¦<p>首页｜尾页，<a href="2.htm">末页</a>/转到…</p>`),
    of(`
      <p>上页 下页</p>¦<p>共3页纸</p>¦<p>第1页${'>'.repeat(78)}</p>¦${link('下一页的事')}¦<p>共甲页 第乙页</p>¦<p>第12页</p>
      ${link('下一页')}`),
  ],
  isAttachmentLine: [
    isAttachmentLine,
    [
      '<p>附件：名单</p>',
      '<p>附件1：名单</p>',
      '<p>附 件 2. 名单</p>',
      '<p>附件</p>',
      '<p>（附表）三、名单</p>',
      '<p>相关附件下载：</p>',
      '<p>本文附录：</p>',
      '<p>附《名单》</p>'.replace('附《', '附表《'),
      '<p>附件 名单.doc</p>',
      '<p>附图 12 —甲</p>',
      link('名单.doc'),
      link('名单.XLSX （12 KB）'),
      link('名单', 'a.pdf'),
      link('名单', 'a.doc?id=1'),
      link('名单', 'a.rar#1'),
      `<p>附件：${long(117)}</p>`,
    ],
    of(`
      <p>附件里写着名单</p>¦<p>见附件：名单</p>¦<p>附件：${long(118)}</p>¦<p>名单.doc</p>¦${link('名单')}
      ${link('名单', 'pdf/1.htm')}¦${link('名单.document')}¦${link('名单', 'a.docs')}¦<p>附件1234：甲</p>
      <p>附近：甲</p>`),
  ],
  isInPageBox: [
    isInPageBox,
    of(`
      <div class="modal">甲</div>¦<div id="share">甲</div>¦<div class="news-share-box">甲</div>
      <div class="bdsharebuttonbox">甲</div>¦<div role="dialog"><p>甲</p></div>¦<div class="toast2">甲</div>
      <div class="qr_code">甲</div>¦<div class="QRCODE">甲</div>
      <div class="pop"><div><div><p>甲</p></div></div></div>¦<div class="pop">${long(200)}</div>
      <div class="pop">  ${long(200)}  </div>`),
    of(`
      <div class="popular">甲</div>¦<div class="unmask">甲</div>¦<div>甲</div>¦<div role="main">甲</div>
      <div class="pop"><div><div><div><p>甲</p></div></div></div></div>¦<div class="pop">${long(201)}</div>`),
  ],
  isCreditSlot: [
    isCreditSlot,
    of(`
      <div class="author">甲</div>¦<div class="story_author">甲</div>¦<div class="artInfo">甲</div>
      <div id="pubtime">甲</div>¦<div class="source2">甲</div>¦<ul class="info"><li>甲</li></ul>
      <p>http://www.a.cn/</p>¦<p>www.a.cn</p>¦<p>HTTPS://a.cn:80/b-c</p>
      <div class="info">${long(40)}</div>`),
    of(`
      <div class="authority">甲</div>¦<div class="artinfox">甲</div>¦<div class="info">甲，乙</div>
      <div class="info"><p>甲</p></div>¦<div class="info">${long(41)}</div>¦<p>见 www.a.cn</p>
      <p>www.a.cn 见</p>¦<div>甲</div>`),
  ],
};

describe.each(Object.entries(ofLines))('%s', (_, [says, yes, no]) => {
  it.each(yes)('yes: %s', (html) => {
    expect(says(only(html))).toBe(true);
  });
  it.each(no)('no: %s', (html) => {
    expect(says(only(html))).toBe(false);
  });
});

describe('the line of a programme', () => {
  const said = (...texts: readonly string[]): readonly boolean[] => {
    const lines = linesOf(texts.map((text) => `<p>${text}</p>`).join(''));
    return lines.map((_line, index) => isProgrammeLine(lines, index));
  };

  it.each([
    ['地点：礼堂'],
    ['【地 点】：礼堂'],
    ['一、会议地点：礼堂'],
    ['12. 主 持 人：甲'],
    ['（活动议程）: 甲'],
    ['出席人员：甲'],
    ['培训对象 ：学员'],
  ])('%s is one by itself', (text) => {
    expect(said(text)).toEqual([true]);
  });

  it.each([['时间：九点'], ['地点是礼堂'], ['在地点：礼堂'], ['123、地点：礼堂'], ['会议会议地点：礼堂'], ['']])(
    '%s is none',
    (text) => {
      expect(said(text === '' ? '甲' : text)).toEqual([false]);
    },
  );

  it('that tells a time is one beside a place, up to four lines off and with no other line between', () => {
    expect(said('时间：九点', '地点：礼堂')).toEqual([true, true]);
    expect(said('地点：礼堂', '时间：九点')).toEqual([true, true]);
    expect(said('内容：甲', '题目：乙', '要求：丙', '时间：丁', '地点：戊')[0]).toBe(true);
    expect(said('内容：甲', '题目：乙', '要求：丙', '时间：丁', '日期：己', '地点：戊')[0]).toBe(false);
    expect(said('时间：九点', '甲', '地点：礼堂')).toEqual([false, false, true]);
  });
});

describe('the line that names an issue', () => {
  it.each([
    ['《学习时报》2004年第3期　郝卫', '《学习时报》2004年第3期', '郝卫'],
    ['（摘自《行政论丛》2001年第3期）', '《行政论丛》2001年第3期', null],
    ['原载《清河学刊》', '《清河学刊》', null],
    ['原载于《清河学刊》。', '《清河学刊》', null],
    ['转自：《清河学刊》2005年7月14日', '《清河学刊》2005年7月14日', null],
    ['据 《清河学刊》第3期', '《清河学刊》第3期', null],
    ['《清河学刊》 2004', '《清河学刊》 2004', null],
    ['《清河学刊》第3期 [2004-1-2]', '《清河学刊》第3期', null],
    ['《清河学刊》第3期（2004-1-2）', '《清河学刊》第3期', null],
    ['《清河学刊》第3期 王芳 李明', '《清河学刊》第3期', '王芳 李明'],
    [`原载《${long(24)}》`, `《${long(24)}》`, null],
  ])('%s', (text, publication, names) => {
    expect(readPublicationLine(text)).toEqual({ publication, names });
  });

  it.each([
    '《清河学刊》',
    '读《清河学刊》2004年第3期',
    '《清河学刊》2004年第3期，甲',
    '原载清河学刊',
    '原载《清》',
    `原载《${long(25)}》`,
    `原载《清河学刊》第3期${long(60)}`,
    '《清河学刊》第3期 王',
    '《清河学刊》第3期 Smith',
    '',
  ])('not %s', (text) => {
    expect(readPublicationLine(text)).toBeNull();
  });
});
