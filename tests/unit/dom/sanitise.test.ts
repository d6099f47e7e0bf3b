import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { essayReader, sanitiseEssay } from '../../../lib/dom/sanitise.ts';

const { document } = new JSDOM('').window;

describe('the sanitiser of essays', () => {
  it.each([
    '<table><tbody><tr><td colspan="2" rowspan="3">甲</td></tr></tbody></table>',
    '<p>见<a href="http://www.example.cn/a.htm">注</a><sup>1</sup><img src="http://www.example.cn/a.gif" alt="图"></p>',
    '<p><img src="data:image/png;base64,AAAA"></p>',
  ])('leaves what a clean essay holds: %s', (html) => {
    expect(sanitiseEssay(html, document)).toBe(html);
  });

  it.each([
    ['<p onclick="a()" style="x:y" class="b">甲</p>', '<p>甲</p>'],
    ['<a href="javascript:a()">甲</a>', '<a>甲</a>'],
    ['<p>甲<script>a()</script><iframe src="http://a.cn"></iframe></p>', '<p>甲</p>'],
  ])('takes out what acts: %s', (html, clean) => {
    expect(sanitiseEssay(html, document)).toBe(clean);
  });

  it.each([
    '<frameset><frame src="x"></frameset>',
    '<p><frameset onload="a()">',
    '<html><frameset></html>',
    '',
    '<!--',
  ])('has a body whatever takes its place: %s', (html) => {
    expect(essayReader(document)(html).querySelectorAll('frame, frameset')).toHaveLength(0);
  });

  it('lets images have no data of another kind', () => {
    expect(sanitiseEssay('<img src="data:text/html,a"><img src="DATA:image/svg+xml,a">', document)).toBe('<img><img>');
  });

  it('gives nodes that stand in no page', () => {
    const fragment = essayReader(document)('<p onclick="a()">甲</p>');
    expect([...fragment.querySelectorAll('p')].map((p) => p.attributes.length)).toEqual([0]);
    expect(fragment.isConnected).toBe(false);
  });
});
