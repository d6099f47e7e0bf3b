import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { unwrap } from '../../../lib/archive/unwrap.ts';
import { queryAll } from '../../../lib/dom/tree.ts';
import { readListPage } from '../../../lib/listing/list-page.ts';
import { readWholeEssay } from '../../../lib/pipeline/whole-essay.ts';
import { mayBeSchools } from '../../../lib/portals/prefilter.ts';
import { recogniseLive } from '../../../lib/portals/recognise-live.ts';
import { parsePage as parse } from '../../support/parse-page.ts';

/** Every property and method that an element, a form or a document has: any of them may be the name of a field. */
const names = (() => {
  const { window } = new JSDOM('<form></form>');
  const found = new Set<string>();
  for (const start of [window.HTMLFormElement.prototype, window.HTMLDocument.prototype])
    for (let at = start; at !== null && at !== window.Object.prototype; at = Object.getPrototypeOf(at))
      for (const name of Object.getOwnPropertyNames(at)) found.add(name);
  window.close();
  return [...found].filter((name) => name !== 'constructor' && !name.startsWith('on'));
})();

const url = 'http://www.bydx.gov.cn/show.asp?id=88';
const fields = (type: string): string => names.map((name) => `<input type="${type}" name="${name}">`).join('');
const paragraph = (n: number): string =>
  `　　水渠修到第${n}里，村里的人开会商量谁家先浇地。商量的结果，是按田块的高低排队，高处先浇，低处后浇，谁也不许插队。`;
const article = `<table width="760" align="center"><tr><td>您现在的位置：<a href="index.asp">首页</a> &gt;&gt; <a href="list.asp?id=3">调查研究</a> &gt;&gt; 正文</td></tr>
<tr><td align="center"><b>水渠边上的会议</b></td></tr>
<tr><td align="center">发布日期：2004/05/12 　 作者：贺长山 　 点击数：21</td></tr>
<tr><td>${[1, 2, 3, 4, 5, 6].map((n) => `${paragraph(n)}<br>`).join('\n')}</td></tr>
<tr><td>版权所有：中共北原县委党校</td></tr></table>`;
const list = `<div>${[1, 2, 3, 4, 5, 6].map((n) => `<li><a href="show.asp?id=${n}">水渠边上的第${n}次会议记录</a> [2004-05-1${n}]</li>`).join('')}</div>`;
const page = (body: string): string =>
  `<html><head><title>北原县委党校 水渠边上的会议</title></head><body>${body}</body></html>`;

const shadows = {
  'a search box': (body: string): string => page(`<form action="s.asp">${fields('text')}</form>${body}`),
  'a form around the page': (body: string): string => page(`<form action="s.asp">${fields('hidden')}${body}</form>`),
  'a form in the text': (body: string): string =>
    page(
      body
        .replace('<br>', `<br><form>${fields('hidden')}</form>`)
        .replace('</li>', `<form>${fields('hidden')}</form></li>`),
    ),
  'images of these names': (body: string): string =>
    page(`${names.map((name) => `<img name="${name}" width="1">`).join('')}${body}`),
};

/** jsdom gives documents their named properties, but forms none: the forms of a page get them here, as browsers have them. */
function parsePage(html: string, address: string): Document {
  const document = parse(html, address);
  const { Document: type } = document.defaultView ?? {};
  const all: Element[] = [...Reflect.apply(type?.prototype.querySelectorAll ?? (() => []), document, ['form'])];
  for (const form of all)
    for (const field of [...form.querySelectorAll('input')])
      Object.defineProperty(form, field.name, { value: field, configurable: true });
  return document;
}

const readAt = async (html: string) => {
  const read = await readWholeEssay({ document: parsePage(html, url), url }, async () => null);
  if (!read.ok) return read.problem.code;
  const { title, authors, publishedOn, text } = read.value;
  return { title, authors, publishedOn, text };
};

describe('fields that are named like members of the tree', () => {
  it('are many, and shadow what they are named like', () => {
    expect(names.length).toBeGreaterThan(150);
    const [form] = queryAll(parsePage(shadows['a search box'](article), url), 'form');
    expect(form?.nextSibling).toHaveProperty('name', 'nextSibling');
    expect(parsePage(shadows['images of these names'](article), url).body).toHaveProperty('name', 'body');
  });

  it.each(Object.entries(shadows))('change nothing of an essay: %s', async (_, shadowed) => {
    const plain = await readAt(page(article));
    expect(plain).toMatchObject({ title: '水渠边上的会议', authors: ['贺长山'], publishedOn: '2004-05-12' });
    expect(await readAt(shadowed(article))).toEqual(plain);
  });

  it.each(Object.entries(shadows))('change nothing of what is seen at a glance: %s', (_, shadowed) => {
    const seen = (html: string) => {
      const at = { document: parsePage(html, url), url };
      return { glance: mayBeSchools(at), portal: recogniseLive(at).portal };
    };
    expect(seen(shadowed(article))).toEqual({ glance: true, portal: true });
  });

  it.each(Object.entries(shadows))('change nothing of a list: %s', (_, shadowed) => {
    const listed = (html: string) =>
      readListPage(unwrap({ document: parsePage(html, url), url }))?.essays.map(({ address }) => address);
    expect(listed(page(list))).toHaveLength(6);
    expect(listed(shadowed(list))).toEqual(listed(page(list)));
  });
});
