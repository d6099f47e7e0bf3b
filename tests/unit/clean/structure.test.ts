import { describe, expect, it } from 'vitest';
import { prose, readBody } from '../../support/read-body.ts';

/** What stands between the two paragraphs of every page here. */
function between(body: string, head = ''): { html: string; text: string } {
  const { html, text } = readBody(body, { head });
  const cut = (whole: string): string =>
    whole.slice(whole.indexOf(prose[0]) + prose[0].length, whole.indexOf(prose[1]));
  return { html: cut(html).replace(/^<\/p>\n?|\n?<p>$/g, ''), text: cut(text).trim() };
}
const table = (rows: string): string => `<table border=1>${rows}</table>`;

describe('tables of data', () => {
  it('keep raised and lowered figures, links, images and lines in their cells', () => {
    const { html, text } = between(
      table(
        '<tr><th>项目</th><th>数</th></tr><tr><td>水田</td><td>10<sup>3</sup>亩</td></tr><tr><td>H<sub>2</sub>O<sup>①</sup></td>' +
          '<td><a href="n.htm">注</a><img src="p.gif" width=120 height=80><p>一</p><p>二</p></td></tr>',
      ),
    );
    expect(html).toContain('<td>10<sup>3</sup>亩</td>');
    expect(html).toContain('<td>H<sub>2</sub>O<sup>①</sup></td>');
    expect(html).toContain(
      '<a href="http://www.qsdx.gov.cn/n.htm">注</a><img src="http://www.qsdx.gov.cn/p.gif" alt="">',
    );
    expect(html).toContain('<br>一<br>二</td>');
    expect(text).toBe('项目\t数\n水田\t10³亩\nH₂O①\t注 一 二');
  });

  it('are told by the lines between their cells, though cells are empty or one heads both columns', () => {
    const { html } = between(
      table('<tr><td colspan=2>米市</td></tr><tr><td>1935</td><td>100</td></tr><tr><td></td><td>90</td></tr>'),
    );
    expect(html).toContain('<td colspan="2">米市</td>');
    expect(html).toContain('<td></td><td>90</td>');
  });

  it('keep their caption and the lists in their cells', () => {
    const { html, text } = between(
      table(
        '<caption>表1　人数</caption><tr><th>年</th><th>课</th></tr><tr><td>一</td><td><ol start=2><li>看渠</li><li>修闸</li></ol></td></tr>',
      ),
    );
    expect(html).toContain('<caption>表1 人数</caption>');
    expect(html).toContain('<td><ol start="2"><li>看渠</li>\n<li>修闸</li></ol></td>');
    expect(text.split('\n')[0]).toBe('表1 人数');
  });

  it('keep an empty row where a cell reaches into it, and no other', () => {
    const { html } = between(
      table(
        '<tr><td rowspan=3>合计</td><td>61</td></tr><tr><td></td></tr><tr><td>58</td></tr><tr><td>备注</td><td>无</td></tr><tr><td></td><td> </td></tr>',
      ),
    );
    expect(html).toContain('<tr><td rowspan="3">合计</td><td>61</td></tr><tr><td></td></tr><tr><td>58</td></tr>');
    expect(html).toMatch(/<td>无<\/td><\/tr><\/tbody>/);
  });

  it('put their foot below their rows', () => {
    const { text } = between(
      table(
        '<thead><tr><th>年</th><th>人</th></tr></thead><tfoot><tr><td>合计</td><td>3</td></tr></tfoot><tbody><tr><td>一</td><td>3</td></tr></tbody>',
      ),
    );
    expect(text).toBe('年\t人\n一\t3\n合计\t3');
  });
});

describe('lists', () => {
  it('keep what stands in their items', () => {
    const { html, text } = between(
      '<ol><li>不许迟到。<ul><li>添炭</li><li>发言</li></ul></li><li>不许念稿。</li></ol>',
    );
    expect(html.replaceAll('\n', '')).toBe(
      '<ol><li>不许迟到。<ul><li>添炭</li><li>发言</li></ul></li><li>不许念稿。</li></ol>',
    );
    expect(text).toBe('1. 不许迟到。\n添炭\n发言\n2. 不许念稿。');
  });

  it('that stand between the items of another belong to the item before', () => {
    const { html } = between('<ol><li>甲</li><ol type=a><li>乙</li></ol><li>丙</li></ol>');
    expect(html.replaceAll('\n', '')).toBe('<ol><li>甲<ol type="a"><li>乙</li></ol></li><li>丙</li></ol>');
  });

  it.each([
    ['<ol start=3><li>甲</li><li>乙</li></ol>', '<ol start="3"><li>甲</li><li>乙</li></ol>', '3. 甲\n4. 乙'],
    ['<ol><li value=5>甲</li><li>乙</li></ol>', '<ol start="5"><li>甲</li><li>乙</li></ol>', '5. 甲\n6. 乙'],
    ['<ol><li>甲</li><li value=7>乙</li></ol>', '<ol><li>甲</li><li value="7">乙</li></ol>', '1. 甲\n7. 乙'],
    ['<ol type=A start=2><li>甲</li></ol>', '<ol type="A" start="2"><li>甲</li></ol>', 'B. 甲'],
    ['<ol type=i><li>甲</li><li>乙</li></ol>', '<ol type="i"><li>甲</li><li>乙</li></ol>', 'i. 甲\nii. 乙'],
    [
      '<ol style="list-style: cjk-ideographic" start=11><li>甲</li></ol>',
      '<ol start="11"><li>甲</li></ol>',
      '十一、甲',
    ],
    [
      '<ol reversed><li>甲</li><li>乙</li></ol>',
      '<ol reversed="" start="2"><li>甲</li><li>乙</li></ol>',
      '2. 甲\n1. 乙',
    ],
    ['<ol style="list-style:none"><li>甲</li></ol>', '<ol><li>甲</li></ol>', '甲'],
    ['<ol><li>一、甲</li><li>（2）乙</li></ol>', '<ol><li>一、甲</li><li>（2）乙</li></ol>', '一、甲\n（2）乙'],
    ['<ul><li>甲</li></ul>', '<ul><li>甲</li></ul>', '甲'],
  ])('count as the page does: %s', (body, html, text) => {
    const read = between(body);
    expect(read.html.replaceAll('\n', '')).toBe(html);
    expect(read.text).toBe(text);
  });

  it('count an item of two paragraphs once', () => {
    const { html, text } = between('<ol><li><p>甲的第一段。</p><p>甲的第二段。</p></li><li>乙</li></ol>');
    expect(html.replaceAll('\n', '')).toBe('<ol><li>甲的第一段。<br>甲的第二段。</li><li>乙</li></ol>');
    expect(text).toBe('1. 甲的第一段。\n甲的第二段。\n2. 乙');
  });
});

describe('line ends', () => {
  const verse = '甲乙丙丁戊己庚辛。\n戊己庚辛甲乙丙丁。\n　　第三段在这里开头。';
  it.each([
    [`<div style="white-space: pre-wrap">${verse}</div>`, '', 3],
    [`<div style="WHITE-SPACE:pre-line">${verse}</div>`, '', 3],
    [`<div class="b c">${verse}</div>`, '<style>.a, .c { color: red; white-space: break-spaces }</style>', 3],
    [`<xmp>${verse}</xmp>`, '', 3],
    [`<listing>${verse}</listing>`, '', 3],
    [`<pre>${verse}</pre>`, '', 3],
    [`<div>${verse}</div>`, '', 2],
    [`<div style="white-space: nowrap">${verse}</div>`, '', 2],
    [`<pre><span style="white-space:normal">${verse.replaceAll('　', '')}</span></pre>`, '', 3],
  ])('are kept where the page shows them, or begin a paragraph: %#', (body, head, lines) => {
    expect(between(body, head).text.split('\n')).toHaveLength(lines);
  });
});

describe('readings above the line', () => {
  it.each([
    ['<ruby>陡<rt>dǒu</rt>门<rt>mén</rt></ruby>', '陡（dǒu）门（mén）'],
    ['<ruby>陡<rp>(</rp><rt>dǒu</rt><rp>)</rp></ruby>门', '陡（dǒu）门'],
    ['<ruby><rb>陡</rb><rb>门</rb><rtc><rt>dǒu</rt><rt>mén</rt></rtc></ruby>', '陡门（dǒu mén）'],
    ['<ruby>陡门<rtc>dǒumén</rtc></ruby>', '陡门（dǒumén）'],
    ['<ruby>陡门</ruby>', '陡门'],
  ])('stand in brackets: %s', (ruby, words) => {
    const { text, html } = between(`<p>　　管水的闸叫${ruby}，多半是木头的。</p>`);
    expect(text).toContain(`管水的闸叫${words}，多半`);
    if (words !== '陡门') expect(html).toContain('<rt>');
  });
});

describe('raised figures in plain text', () => {
  it.each([
    ['面积10<sup>3</sup>亩', '面积10³亩'],
    ['每平方米m<sup>2</sup>', '每平方米m²'],
    ['CO<sub>2</sub>', 'CO₂'],
    ['见前文<sup>3</sup>。', '见前文3。'],
    ['见前文<sup>[3]</sup>。', '见前文[3]。'],
  ])('%s', (body, text) => {
    expect(between(`<p>　　${body}一段话在这里。</p>`).text).toContain(text);
  });
});
