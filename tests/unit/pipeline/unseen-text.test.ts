import { describe, expect, it } from 'vitest';
import { essayOf, paragraphs, prose } from '../../support/portal-page.ts';

// Letters that portals mix into a text against copying, and that nobody sees: they go, and are told as hidden.
const jam = 'k7Wq转载请注明';
const [first = '', second = '', third = ''] = paragraphs;
const mixed = (open: string, close: string): string =>
  [first, second, third]
    .map((line) => `<p>　　${line.slice(0, 20)}${open}${jam}${close}${line.slice(20)}</p>`)
    .join('');

describe('text that nobody sees', () => {
  it.each<[string, string, string]>([
    ['of size 0', '<font style="font-size:0px">', ''],
    ['of size 1, white', '<font style="font-size:1px;color:#FFFFFF">', ''],
    ['of size 0 in points', '<span style="font-size:0pt">', ''],
    ['of size 0 without a unit', '<i style="font-size: 0">', ''],
    ['white on a page without a colour', '<font color="#ffffff">', ''],
    ['nearly white', '<font color="#fefefe">', ''],
    ['as white as a cell', '<span style="color: rgb(255,255,255)">', ''],
    ['by a class', '<font class="jammer">', '<style>.jammer{display:none}</style>'],
    ['by a class within another', '<span class="j">', '<style>#content .j { font-size:0 }</style>'],
    ['by a tag', '<acronym>', '<style>body{color:#000} p acronym, .x{visibility:hidden}</style>'],
    ['by a class of the colour of paper', '<span class="j">', '<style>.j{color:#FFF}</style>'],
    ['without opacity', '<span style="opacity:0">', ''],
    ['by its own style', '<span style="display:none">', ''],
  ])('%s, within paragraphs', (_, open, style) => {
    const { text, provenance } = essayOf({
      title: '管水的章程',
      body: mixed(open, `</${/\w+/.exec(open)?.[0]}>`),
      style,
    });
    expect(text.split('\n')).toEqual(paragraphs);
    expect(provenance.removals.filter(({ rule }) => rule === 'hidden').map((removal) => removal.text)).toEqual([
      jam,
      jam,
      jam,
    ]);
  });

  it.each([
    ['a box of no height', '<div style="height:0;overflow:hidden">更多资料请到白榆网校下载</div>'],
    ['a box of no width', '<div style="width:0px;overflow:hidden;">更多资料请到白榆网校下载</div>'],
    ['a paragraph by a class', '<p class="ad">更多资料请到白榆网校下载</p>'],
    ['a paragraph as white as the page', '<p style="color:#fff">更多资料请到白榆网校下载</p>'],
  ])('%s, between paragraphs', (_, box) => {
    const body = `<p>　　${first}</p>${box}<p>　　${second}</p>${box}<p>　　${third}</p>`;
    const { text, provenance } = essayOf({ title: '管水的章程', body, style: '<style>.ad{display:none}</style>' });
    expect(text.split('\n')).toEqual(paragraphs);
    expect(provenance.removals.some(({ rule, text: words }) => rule === 'hidden' && words.includes('白榆网校'))).toBe(
      true,
    );
  });

  it('a box of no height between lines that breaks part', () => {
    const box = '<div style="height:0;overflow:hidden">更多资料请到白榆网校下载</div>';
    const { text } = essayOf({ title: '管水的章程', body: `　　${first}<br>　　${second}${box}　　${third}` });
    expect(text.split('\n')).toEqual(paragraphs);
  });
});

describe('text that is seen stays', () => {
  it.each<[string, string, string]>([
    [
      'white in a dark cell',
      '<td bgcolor="#800000"><font color="#ffffff">要紧的一句</font>，写在暗红的格子里。</td>',
      '',
    ],
    [
      'white on a picture',
      '<td background="/images/bg.gif"><font color="white">要紧的一句</font>，写在图上。</td>',
      '',
    ],
    [
      'white on a ground of a class',
      '<td class="dark"><font color="#fff">要紧的一句</font>，写在暗色里。</td>',
      '<style>.dark{background:#003366}</style>',
    ],
    [
      'hidden in print alone',
      '<td><span class="p">要紧的一句</span>，印出来没有。</td>',
      '<style>@media print{.p{display:none}}</style>',
    ],
    [
      'hidden until the mouse is over it',
      '<td><span class="h">要紧的一句</span>，一直看得见。</td>',
      '<style>.h:hover{display:none}</style>',
    ],
    ['small, but to be read', '<td><span style="font-size:10px">要紧的一句</span>，字小一点。</td>', ''],
    [
      'in a frame that resets its size',
      '<td><span style="font-size:0"><b style="font-size:14px">要紧的一句</b></span>，字不小。</td>',
      '',
    ],
    ['coloured', '<td><font color="#ff0000">要紧的一句</font>，写成红字。</td>', ''],
  ])('%s', (_, cell, style) => {
    const { text } = essayOf({ title: '管水的章程', body: `${prose}<table><tr>${cell}</tr></table>`, style });
    expect(text.split('\n').at(-1)).toContain('要紧的一句');
  });
});
