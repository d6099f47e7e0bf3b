import { describe, expect, it } from 'vitest';
import { readBody } from '../../support/read-body.ts';

const sources = (html: string): string[] => [...html.matchAll(/<img src="([^"]*)"/g)].map(([, src = '']) => src);
const at = 'http://www.qsdx.gov.cn/';
const gif = (size: string): string => `data:image/gif;base64,${size}`;
const dot = gif('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7');
const picture = `data:image/png;base64,${'iVBORw0KGgoAAAANSUhEUgAAAMgAAACW'}${'A'.repeat(400)}`;

describe('images of an essay', () => {
  it.each([
    ['a large one, whatever its name', '<img src="hot/new_logo.gif" width=300 height=200>', ['hot/new_logo.gif']],
    [
      'a name that only holds a word of the layout',
      '<img src="shotgun.jpg"><img src="2005online.png">',
      ['shotgun.jpg', '2005online.png'],
    ],
    ['a photograph called after the layout', '<img src="banner.jpg">', ['banner.jpg']],
    ['a share of the page as its width', '<img src="a.jpg" width="30%">', ['a.jpg']],
    ['its size in a style', '<img src="new.gif" style="width:400px;height:300px">', ['new.gif']],
  ])('keep %s', (_, body, names) => {
    expect(sources(readBody(`<p>${body}</p>`).html)).toEqual(names.map((name) => at + name));
  });

  it.each([
    ['a small mark', '<img src="a.jpg" width=20 height=20>', 'a.jpg'],
    ['a rule', '<img src="a.jpg" width=500 height=8>', 'a.jpg'],
    ['a counter that nobody sees', '<img src="count.asp?id=1" width=1 height=1>', 'count.asp'],
    ['what nothing but its name tells', '<img src="images/icon_new2.gif">', 'icon_new2.gif'],
    [
      'one too many bytes, with its words',
      '<img alt="图表" src="data:image/svg+xml;base64,PHN2Zz4=" data-src="#">',
      null,
    ],
  ])('leave out %s, and say so', (_, body, name) => {
    const { html, provenance } = readBody(`<p>${body}</p>`);
    expect(sources(html)).toEqual([]);
    const told = provenance.removals.filter(({ rule }) => rule === 'image').map(({ text }) => text);
    expect(told).toEqual(name === null ? [] : [name]);
  });

  it.each([
    ['<img src="images/grey.gif" original="up/1.jpg">', 'up/1.jpg'],
    ['<img src="/static/none.gif" file="data/2.jpg" zoomfile="data/2.jpg">', 'data/2.jpg'],
    ['<img data-src="up/3.jpg">', 'up/3.jpg'],
    ['<img src="" data-lazy-src="/up/4.png">', 'up/4.png'],
    [`<img src="${dot}" real_src="http://www.qsdx.gov.cn/up/5.jpg">`, 'up/5.jpg'],
    [`<img src="${dot}" data-anything="up/6.jpg">`, 'up/6.jpg'],
    ['<img srcset="up/s.jpg 320w, up/7.jpg 1200w">', 'up/7.jpg'],
    ['<picture><source srcset="up/8.webp"><img></picture>', 'up/8.webp'],
    ['<img src="loading.gif"><noscript><img src="up/9.jpg"></noscript>', 'up/9.jpg'],
    ['<img src="up/10.jpg" data-id="3" title="up/x.jpg">', 'up/10.jpg'],
  ])('are what a script would load: %s', (body, name) => {
    expect(sources(readBody(`<p>${body}</p>`).html)).toEqual([at + name]);
  });

  it.each([
    '<img>',
    '<img src="">',
    '<img alt="x">',
    '<img src="#">',
    `<img src="${dot}">`,
    '<img src="javascript:void(0)">',
  ])('are none where nothing is named: %s', (body) => {
    expect(sources(readBody(`<p>${body}</p>`).html)).toEqual([]);
  });

  it('come along where they are written into the page', () => {
    const { html, provenance } = readBody(
      `<p><img src="${picture}"></p><p><img src="data:image/svg+xml;base64,${'A'.repeat(400)}" width=300 height=200 alt="图"></p>`,
    );
    expect(sources(html)).toEqual([picture]);
    expect(provenance.removals).toContainEqual({ rule: 'image', text: '图 (data:image/svg+xml)' });
  });

  it('come along however few bytes they have, but for a dot that is drawn large', () => {
    const small =
      'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAADwAAAA8CAIAAAC1nk4lAAAASUlEQVR42u3OAQkAAAgDsKczjpmMagtBGCzAUj3vRFpaWlpaWg==';
    expect(sources(readBody(`<p><img src="${small}" width=300 height=200></p>`).html)).toEqual([small]);
    expect(sources(readBody(`<p><img src="${dot}" width=300 height=200></p>`).html)).toEqual([]);
  });

  it('are found where SingleFile wrote them once for the whole page', () => {
    const svg = 'data:image/svg+xml,<svg></svg>';
    const body = `<p><img src='${svg}' width=200 height=150 style="background-image:var(--sf-img-2)!important"></p>`;
    expect(
      sources(
        readBody(body, { head: `<style>:root{--sf-img-1: url("x");--sf-img-2: url("${picture}")}</style>` }).html,
      ),
    ).toEqual([picture]);
  });
});

describe('letters set as images', () => {
  const inText = (image: string): ReturnType<typeof readBody> => readBody(`<p>　　碑上的字是${image}家村三个字。</p>`);

  it.each([
    ['<img src="zi/1.gif" width=16 height=16 alt="𠮷">', '𠮷'],
    ['<img src="zi/1.gif" alt="[木＋越]">', '[木＋越]'],
    ['<img src="zi/1.gif" alt="[木章]" width=14 height=14>', '[木章]'],
    ['<img src="zi/1.bmp" title="⿰木越" height="14">', '⿰木越'],
  ])('are told by their words: %s', (image, letter) => {
    const { text, html } = inText(image);
    expect(text).toContain(`碑上的字是${letter}家村三个字。`);
    expect(sources(html)).toEqual([]);
  });

  it.each([
    '<img src="zi/1.gif" width=16 height=16>',
    '<img src="zi/newchar1.gif">',
    '<img src="zi/1.png" alt="图" height=20>',
  ])('leave a mark where nothing tells them: %s', (image) => {
    const { text, html } = inText(image);
    expect(text).toContain('碑上的字是〓家村三个字。');
    expect(sources(html)).toHaveLength(1);
  });

  it('are no photographs that float beside the text, and no marks of new links', () => {
    const { text, html } = readBody(
      '<p>　　第一年<img src="1.gif" align=left width=120 height=90>人不多，第二年<img src="images/new.gif" width=28 height=11>人多起来。</p>',
    );
    expect(text).toContain('第一年人不多，第二年人多起来。');
    expect(sources(html)).toEqual([`${at}1.gif`]);
  });
});
