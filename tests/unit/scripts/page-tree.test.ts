import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import * as tree from '../../../lib/dom/tree.ts';
import { families } from '../../../lib/portals/cms/families.ts';
import { createPageOpener } from '../../../scripts/open/page-opener.ts';
import { rememberingParser } from '../../../scripts/open/page-tree/simple-selector.ts';
import { allPages } from '../../corpus/pages/all-pages.ts';

const address = 'http://www.bydx.gov.cn/show.asp?id=1';
const open = createPageOpener();
const readPage = (html: string): Document => open(html, address).document;
const fullPage = (html: string): Document => new JSDOM(html, { url: address }).window.document;

/** All nodes below a node, in order. */
function nodesOf(root: Node): readonly Node[] {
  const nodes: Node[] = [];
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    nodes.push(node);
    for (let child: Node | null = tree.lastChildOf(node); child; child = tree.previousSiblingOf(child))
      waiting.push(child);
  }
  return nodes;
}

/** What is told of each node of a page: nodes by their number. */
function tellingOf(document: Document): readonly unknown[] {
  const nodes = nodesOf(document);
  const numbers = new Map(nodes.map((node, number) => [node, number]));
  const number = (node: Node | null): number | null => (node === null ? null : (numbers.get(node) ?? -1));
  const middle = nodes[nodes.length >> 1] ?? null;
  return nodes.map((node) => ({
    type: tree.typeOf(node),
    name: tree.nameOf(node),
    text: tree.textOf(node),
    data: tree.dataOf(node),
    links: [
      tree.parentOf(node),
      tree.parentElementOf(node),
      tree.firstChildOf(node),
      tree.lastChildOf(node),
      tree.nextSiblingOf(node),
      tree.previousSiblingOf(node),
      tree.documentOf(node),
    ].map(number),
    places: middle && [tree.contains(node, middle), tree.contains(middle, node), tree.contains(node, null)],
    // How nodes of two trees are ordered is each parser's own.
    position: middle && tree.comparePosition(middle, node),
    ...(tree.typeOf(node) === 1 ? tellingOfElement(node as Element, number) : {}),
  }));
}

const tellingOfElement = (element: Element, number: (node: Node | null) => number | null): object => ({
  tag: [tree.tagOf(element), tree.localNameOf(element), tree.idOf(element)],
  elements: [
    ...[...tree.childrenOf(element)].map(number),
    '|',
    number(tree.nextElementOf(element)),
    number(tree.previousElementOf(element)),
  ],
  // Of SVG a class is an object that nobody asks for.
  classes: tree.tagOf(element) === tree.tagOf(element).toUpperCase() ? tree.classOf(element) : null,
  attributes: ['HREF', 'style', 'class', 'viewBox', 'xlink:href', 'none'].map((name) => [
    tree.attributeOf(element, name),
    tree.hasAttribute(element, name),
  ]),
  any: tree.hasAttributes(element),
  links: [...tree.elementsByTag(element, 'A')].map(number),
  shadow: tree.shadowOf(element),
});

const tellingOfDocument = (document: Document): object => {
  const walker = tree.walkerOf(document, document, 128);
  const comments: (string | null)[] = [];
  while (walker.nextNode()) comments.push(tree.dataOf(walker.currentNode));
  return {
    title: tree.titleOf(document),
    names: [tree.rootOf(document), tree.headOf(document), tree.bodyOf(document)].map(tree.nameOf),
    words: [tree.contentTypeOf(document), tree.charsetOf(document)],
    found: tree.idOf(tree.elementById(document, 'Main')),
    all: tree.elementsByTag(document, '*').length,
    comments,
  };
};

const odd = [
  '',
  '<title> 一\n 二 </title><p>a<title>三</title>',
  '<frameset><frame src=a></frameset><noframes>无</noframes>',
  '<p>一<table>二<tr><td>三</table><b><p>四</b>五<noscript><i>六</i></noscript><textarea>\n<b></textarea>',
  '<body class=a><body id=c><svg viewBox="0 0 1 1"><linearGradient xlink:href="#a"/><title>图</title></svg><math><mi>x</mi></math>',
  '<!doctype html><!--一--><o:p>二</o:p><Ünï>三</Ünï><form><input name=parentNode></form></body></html><!--四-->',
  '<template><p id=Main>里</p><template>深</template></template><p id=Main class="x X">外',
  '<select><option>一<p>二</select><plaintext>三</body>',
];

describe('a page that is read and never changed', () => {
  it.each(odd)('has the nodes of a full DOM: %.40s', (html) => {
    expect(tellingOf(readPage(html))).toEqual(tellingOf(fullPage(html)));
    expect(tellingOfDocument(readPage(html))).toEqual(tellingOfDocument(fullPage(html)));
  });

  // So the HTML standard has it, and browsers; jsdom takes the later one.
  it('keeps the first of two attributes that two bodies give', () => {
    expect(tree.classOf(tree.bodyOf(readPage('<body class=a><body class=b>')))).toBe('a');
  });

  it('has them on all sample pages', () => {
    const pages = allPages.filter(({ file }) => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(80);
    const { DOMParser } = new JSDOM('').window;
    const parsed = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
    for (const { slug, bytes } of pages) {
      const html = new TextDecoder('gb18030').decode(bytes);
      expect(JSON.stringify(tellingOf(readPage(html))), slug).toBe(JSON.stringify(tellingOf(parsed(html))));
    }
  });

  it('gives what a template holds', () => {
    const [outer] = tree.elementsByTag(readPage(odd[6] ?? ''), 'template');
    const held = (outer as HTMLTemplateElement).content;
    expect(tree.textOf(tree.query(held, '#Main'))).toBe('里');
    expect(tree.textOf(tree.query(held, 'p:first-child'))).toBe('里');
    expect(tree.textOf(held)).toBe('里');
  });

  it('gives a copy that may be changed', () => {
    const page = readPage('<p>一<p>二');
    const copy = tree.cloneOf(page, true) as Document;
    tree.removeElement(tree.query(copy, 'p'));
    expect(tree.textOf(tree.bodyOf(copy))).toBe('二');
    expect(tree.textOf(tree.bodyOf(page))).toBe('一二');
  });
});

const body = `<div class="Place viewbox" id="Main"><p class="a b"><a HREF="/ShowAuthor.asp?x=1" rel="NOFOLLOW">林</a><br></p>
<table><tr><td id="fontzoom"><font size="4" color="red">文</font><img src="/a.gif" alt=""></td><th>表</th></tr></table></div>
<form name="_newscontent_fromname"><input type="PASSWORD" name="q"></form><meta name="SiteName" content="党校"><script src="/plus/count.php?view=yes"></script>`;
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
  "a:not([href='/']), body > :not(.viewbox):not(script)",
  'td + th, p ~ table',
  'p a:first-child',
  '*',
];

describe('what is asked by selectors', () => {
  it.each([`<!doctype html><body>${body}`, `<body>${body}`])('is answered as a full DOM does: %.20s', (html) => {
    const [page, full] = [readPage(html), fullPage(html)];
    const numberIn = (document: Document): ((element: Element | null) => number) => {
      const elements = [...tree.elementsByTag(document, '*')];
      return (element) => (element === null ? -1 : elements.indexOf(element));
    };
    const [own, there] = [numberIn(page), numberIn(full)];
    const elements = [...tree.elementsByTag(page, '*')];
    const twins = [...full.querySelectorAll('*')];
    for (const selector of selectors) {
      expect([...tree.queryAll(page, selector)].map(own)).toEqual([...full.querySelectorAll(selector)].map(there));
      expect(own(tree.query(page, selector))).toBe(there(full.querySelector(selector)));
      for (const [at, element] of elements.entries()) {
        const twin = twins[at];
        expect([...tree.queryAll(element, selector)].map(own)).toEqual(
          [...(twin?.querySelectorAll(selector) ?? [])].map(there),
        );
        expect(own(tree.query(element, selector))).toBe(there(twin?.querySelector(selector) ?? null));
        expect(tree.matches(element, selector)).toBe(twin?.matches(selector));
        expect(own(tree.closest(element, selector))).toBe(there(twin?.closest(selector) ?? null));
      }
    }
  });

  it('goes to a full DOM where it is not simple', () => {
    const parse = rememberingParser();
    const hard = [
      'td + th',
      'p ~ a',
      'a:not(p a)',
      'a:not(p, a)',
      'div a:first-child',
      '> a',
      'a >',
      '[align=left]',
      '',
    ];
    expect(hard.map(parse)).toEqual(Array(hard.length).fill(null));
    expect(() => tree.queryAll(readPage('<p>'), 'a >')).toThrow();
  });
});
