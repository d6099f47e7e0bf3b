import { expect, it } from 'vitest';
import { originalDocument } from '../../../lib/dom/original-document.ts';
import { showEssay } from '../../../lib/dom/sanitise.ts';

function shown(html: string): Element {
  const place = document.createElement('div');
  showEssay(place, html);
  return place;
}

it('shows the essay and nothing that acts', () => {
  const essay = shown(
    '<p onclick="x()">正文<script>x()</script><a href="javascript:x()">链接</a></p><iframe></iframe>',
  );
  expect(essay.textContent).toBe('正文链接');
  expect(essay.querySelectorAll('script, iframe, [onclick], [href]')).toHaveLength(0);
});

it('opens links apart and tells the site nothing', () => {
  const link = shown('<p><a href="http://a.example/">链接</a></p>').querySelector('a');
  expect([link?.target, link?.rel]).toEqual(['_blank', 'noreferrer']);
});

it('leaves a place that tells address and words where an image stands, and loads nothing', () => {
  const essay = shown(
    '<p>甲<img src="http://a.example/up/1.asp?a=1&amp;b=2" alt="图一"></p><p><img src="data:image/png;base64,AA" alt="图二"></p>',
  );
  expect([...essay.querySelectorAll('img')].map((image) => image.alt)).toEqual(['图二']);
  const place = essay.querySelector<HTMLElement>('.picture');
  expect({ ...place?.dataset }).toEqual({ address: 'http://a.example/up/1.asp?a=1&b=2', words: '图一' });
  expect(essay.textContent).toBe('甲');
});

it('tells an image that stands alone from one among words', () => {
  const image = '<img src="http://a.example/1.jpg" alt="图">';
  const essay = shown(`<p>${image}</p><p><a href="http://a.example/2">${image}</a>　</p><p>见${image}左</p>`);
  expect([...essay.querySelectorAll('.picture')].map((place) => place.classList.contains('alone'))).toEqual([
    true,
    true,
    false,
  ]);
});

const page = `<html><head><title>题</title><meta http-equiv="refresh" content="0;url=http://a.example/">
<base href="http://a.example/"><link rel="stylesheet" href="http://a.example/a.css"><style>.t{color:red}</style></head>
<body bgcolor="#eeeeee" onload="x()"><script>x()</script><form action="http://a.example/"><input type="submit"></form>
<a href="http://a.example/2" title="题名">一</a><a href="http://a.example/3">二</a><img src="http://a.example/1.gif" alt="标"><iframe src="http://a.example/"></iframe>
<p class="t">正文</p></body></html>`;

it('seals the original page off before anything of it is read', () => {
  const sealed = originalDocument(page, document);
  expect(sealed.indexOf("default-src 'none'")).toBeGreaterThan(0);
  expect(sealed.indexOf("default-src 'none'")).toBeLessThan(sealed.indexOf('<html'));
});

it('keeps the look of the original page and no way out of it', () => {
  const sealed = new DOMParser().parseFromString(originalDocument(page, document), 'text/html');
  expect(sealed.querySelectorAll('script, iframe, form, base, link, [href], [src], [onload]')).toHaveLength(0);
  expect(sealed.querySelectorAll('meta[http-equiv="refresh"]')).toHaveLength(0);
  expect(sealed.body.textContent).toContain('正文');
  expect(sealed.documentElement.textContent).toContain('.t{color:red}');
  expect([...sealed.querySelectorAll('a')].map((link) => link.title)).toEqual(['题名', 'http://a.example/3']);
});
