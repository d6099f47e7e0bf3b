import { describe, expect, it } from 'vitest';
import { readEssay } from '../../../lib/pipeline/read-page.ts';
import { parsePage } from '../../support/parse-page.ts';
import { essayOf, paragraphs } from '../../support/portal-page.ts';

const [first = '', second = ''] = paragraphs;
const box =
  '<div class="rel"><h4>相关新闻</h4><ul><li><a href="/1.html">渡口的变迁</a></li><li><a href="/2.html">夜校小考</a></li></ul></div>';

describe('a box of links between two paragraphs', () => {
  it.each([
    ['of elements of their own', `<p>　　${first}</p>${box}<p>　　${second.slice(0, 48)}</p>`],
    ['of bare text', `　　${first}<br>${box}　　${second.slice(0, 48)}<br>`],
  ])('%s costs neither', (_, body) => {
    expect(essayOf({ title: '管水的章程', body }).text.split('\n')).toEqual([first, second.slice(0, 48)]);
  });

  it('with the words of another page behind its link ends the essay', () => {
    const other =
      '<h4>推荐阅读</h4><p><a href="/1.html">渡口的变迁</a></p><p>渡口在桥修好以前，是两岸唯一的路，摆渡的人姓何。</p>';
    expect(essayOf({ title: '管水的章程', body: `<p>　　${first}</p>${other}` }).text).toBe(first);
  });
});

describe('a letter set as a picture', () => {
  const glyph = (alt: string): string => `<img src="/zi/b.gif" width="16" height="16"${alt}>`;
  it.each([
    ['by its words', ' alt="匾"', '祠堂的匾额'],
    ['as a gap where it has none', '', '祠堂的〓额'],
  ])('stands in the title %s', (_, alt, title) => {
    const url = 'http://www.qhdx.example/show.asp?id=3';
    const html = `<html><head><title>清河市委党校</title></head><body><h2>祠堂的${glyph(alt)}额</h2><p>作者：王芳　时间：2005-07-14</p><p>　　${first}</p><p>　　${second}</p></body></html>`;
    const read = readEssay({ document: parsePage(html, url), url }, { any: true });
    expect(read.ok && read.value.title).toBe(title);
  });
});
