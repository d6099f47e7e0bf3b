import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { withoutAddresses } from '../../../lib/dom/css-addresses.ts';
import { originalDocument } from '../../../lib/dom/original-document.ts';

const { document } = new JSDOM('').window;
const far = 'http://far.example/';

describe('the page as captured', () => {
  it.each([
    ['srcset', `<img srcset="${far}a.png 2x" alt="图">`],
    ['picture', `<picture><source srcset="${far}a.webp"><img src="${far}a.png"></picture>`],
    ['poster', `<video poster="${far}p.png" src="${far}v.mp4" autoplay></video>`],
    ['audio', `<audio autoplay><source src="${far}a.mp3"><track src="${far}t.vtt"></audio>`],
    ['background', `<table background="${far}b.gif"><tr><td background="${far}c.gif">格</td></tr></table>`],
    ['lowsrc', `<img lowsrc="${far}l.gif" dynsrc="${far}d.avi" longdesc="${far}x" usemap="#m">`],
    ['style', `<p style="background:url(${far}s.png)">文</p>`],
    ['style with quotes', `<p style='background-image:image-set("${far}s.png" 1x)'>文</p>`],
    ['style with escapes', `<p style="background:\\75\\72\\6c(${far}s.png)">文</p>`],
    ['style with a comment', `<p style="background:ur/**/l(${far}s.png); list-style:url(/**/${far}t.png)">文</p>`],
    ['sheet', `<style>@import "${far}a.css"; @import url(${far}b.css); p{background:URL( '${far}c.png' )}</style>`],
    ['font', `<style>@font-face{font-family:x;src:url(${far}f.woff)} p{cursor:url(${far}c.cur),auto}</style>`],
    [
      'content',
      `<style>p::before{content:url(${far}c.png)} a{-moz-binding:url(${far}x.xml#a);behavior:url(${far}h.htc)}</style>`,
    ],
    ['links', `<a href="${far}" ping="${far}ping" download>往</a><area href="${far}">`],
    [
      'forms',
      `<form action="${far}"><input type="image" src="${far}i.png" formaction="${far}f"><button formaction="${far}">b</button></form>`,
    ],
    ['embeds', `<embed src="${far}e.swf"><object data="${far}o.swf"><param name="movie" value="${far}m"></object>`],
    ['vector images', `<svg><image href="${far}v.png" xlink:href="${far}w.png"/><use href="${far}u.svg#a"/></svg>`],
    [
      'head',
      `<base href="${far}"><link rel="stylesheet" href="${far}a.css"><meta http-equiv="refresh" content="0;url=${far}">`,
    ],
    ['cite', `<blockquote cite="${far}">引</blockquote><body background="${far}bg.gif">`],
  ])('loads nothing: %s', (_, html) => {
    const view = new JSDOM(originalDocument(`<html><body>${html}</body></html>`, document)).window.document;
    const written = [...view.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].filter(({ name }) => name !== 'title').map(({ value }) => value),
    );
    const sheets = [...view.querySelectorAll('style')].map((style) => style.textContent);
    expect([...written, ...sheets].filter((text) => text.includes('far.example'))).toEqual([]);
  });

  it('keeps its look, and images that are written into it', () => {
    const look = `<style>.t{color:red;background:url("data:image/gif;base64,R0lG")}</style>
      <table bgcolor="#eee" cellpadding="4" width="90%"><tr><td align="center" class="t" style="font-size:9pt">文</td></tr></table>
      <img src="data:image/gif;base64,R0lG" width="4" alt="图">`;
    const written = originalDocument(look, document);
    for (const part of ['bgcolor="#eee"', 'cellpadding="4"', 'width="90%"', 'class="t"', 'style="font-size:9pt"'])
      expect(written).toContain(part);
    expect(written).toContain('.t{color:red;background:url("data:image/gif;base64,R0lG")}');
    expect(written).toContain('<img src="data:image/gif;base64,R0lG" width="4" alt="图">');
  });
});

describe('CSS without addresses', () => {
  it.each([
    'p{color:red;margin:0 auto} /* 版式 */ p::before{content:"\\201C"}',
    'p{width:calc(100% - 2em);filter:progid:DXImageTransform.Microsoft.Alpha(opacity=50)}',
  ])('stays as it was written where there are none: %s', (css) => {
    expect(withoutAddresses(css)).toBe(css);
  });

  it.each([
    'a{background:url(http://a.example/x.png',
    'a{background:u\\72 l("http://a.example/x")}',
    'a{background:image-set(url(http://a.example/x) 1x, "http://a.example/y" 2x)}',
    'a{background:-webkit-image-set("http://a.example/x" 1x)}',
    'a{background:url("data:image/png;base64,AA"), url(http://a.example/x)}',
    "a{background:url(\n'http://a.example/x')}",
    'a{background:url(\\68ttp://a.example/x)}',
    '@\\69mport "http://a.example/x";',
    'a{background:url("http://a.example/x\\")}b{color:url(http://a.example/y)}',
    'a{background:url(data:text/html,http://a.example/x)}',
    'a{background:cross-fade(url(http://a.example/x), "http://a.example/y", 50%)}',
  ])('has none left: %s', (css) => {
    expect(withoutAddresses(css)).not.toMatch(/a\.example.*|url\(\s*["']?h/);
  });
});
