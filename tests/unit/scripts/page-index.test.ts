import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { families } from '../../../lib/portals/cms/families.ts';
import { indexPage } from '../../../scripts/open/page-index.ts';
import { parseSelector } from '../../../scripts/open/simple-selector.ts';

const body = `<div class="Place viewbox" id="Main"><p class="a b"><a HREF="/ShowAuthor.asp?x=1" rel="NOFOLLOW">林</a><br></p>
<table><tr><td id="fontzoom"><font size="4" color="red">文</font><img src="/a.gif" alt=""></td><th>表</th></tr></table></div>
<form name="_newscontent_fromname"><input type="PASSWORD" name="q"></form><meta name="SiteName" content="党校"><script src="/plus/count.php?view=yes"></script>`;
const pages = [`<!doctype html><body>${body}`, `<body>${body}`];
const selectors = [
  ...families.flatMap((family) => [...family.selectors, ...family.bodies, ...(family.abstracts ?? [])]),
  'a[href]',
  'td, th',
  'br, div, p, table',
  '.viewbox',
  '.VIEWBOX',
  '#main',
  '#Main',
  'p.a.b',
  'img[alt], img[title]',
  'input[type="password" i]',
  'input[type="password"]',
  'a[rel=nofollow]',
  '[color], [style*="color" i]',
  'meta[name="sitename" i]',
  'a[rel~="NoFollow" i], a[rel~=nofollow]',
  'div td, p > a',
  'div#Main > p a[href], td>font',
  'table > td, body font, tr\ttd img',
  '[class="Place viewbox"] td, [class="a b"] > br',
  'div div a, div > table font, html > body > div > p.b',
  'td + th, p ~ table',
  'p a:first-child',
  '*',
];

describe('the index of a page', () => {
  it.each(pages)('answers as the DOM does: %.20s', (html) => {
    const { document } = new JSDOM(html).window;
    const index = indexPage(document, parseSelector);
    const elements = [...document.querySelectorAll('*')];
    for (const selector of selectors) {
      const known = parseSelector(selector) !== null;
      const all = (root: Element | null): unknown => index.all(root, selector);
      const wanted = (root: Element | null): unknown =>
        known ? [...(root ?? document).querySelectorAll(selector)] : undefined;
      for (const root of [null, ...elements]) {
        expect(all(root)).toEqual(wanted(root));
        expect(index.first(root, selector)).toBe(known ? (root ?? document).querySelector(selector) : undefined);
      }
      for (const element of elements) {
        expect(index.matches(element, selector)).toBe(known ? element.matches(selector) : undefined);
        expect(index.closest(element, selector)).toBe(known ? element.closest(selector) : undefined);
      }
    }
  });

  it('leaves what is not simple to the DOM', () => {
    expect(
      ['td + th', 'p ~ a', 'a:not([href])', 'div a:first-child', '> a', 'a >', '[align=left]', ''].map(parseSelector),
    ).toEqual(Array(8).fill(null));
  });
});
