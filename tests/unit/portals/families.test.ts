import { describe, expect, it } from 'vitest';
import { readComments } from '../../../lib/dom/comments.ts';
import { families } from '../../../lib/portals/cms/families.ts';
import { abstractOfFamily, bodyOfFamily, claimsOf, identifyFamily } from '../../../lib/portals/cms/identify.ts';
import { allPages } from '../../corpus/pages/all-pages.ts';
import { openTestFile, parsePage } from '../../support/parse-page.ts';

const page = (body: string, head = ''): Document =>
  parsePage(`<html><head>${head}</head><body>${body}</body></html>`, 'http://dx.example/');
const identify = (body: string, address = 'http://dx.example/a', comments = '') =>
  identifyFamily(page(body), address, comments);
const text = '塘里的水一年放两回，头一回在清明前，第二回在晒谷之后。';

describe('the families', () => {
  it('have an id each', () => {
    expect(new Set(families.map(({ id }) => id)).size).toBe(families.length);
  });

  it('claim no selector of each other', () => {
    const claimed = families.flatMap(({ selectors }) => selectors);
    expect(claimed.filter((selector, n) => claimed.indexOf(selector) !== n)).toEqual([]);
  });
});

describe('two families that claim one page', () => {
  const pages = allPages.filter(({ origin }) => origin.wrapper === 'none' && origin.family !== null);

  it.each(pages.map((one) => [one.slug, one] as const))('part with it: %s', (_, { bytes, origin }) => {
    const { document, close } = openTestFile(bytes, origin.url);
    const [first, second] = claimsOf(document, origin.url, readComments(document));
    close();
    const names = [first?.family.id, second?.family.id].join(' and ');
    expect(first?.count, `claimed alike by ${names}`).not.toBe(second?.count ?? 0);
  });

  it('get it in their order where all marks are alike', () => {
    const claims = families.map(({ selectors, id }) => ({
      id,
      html: selectors.map(markOf).find((html) => html !== '') ?? '',
    }));
    for (const [at, { id, html }] of claims.entries()) {
      for (const later of claims.slice(at + 1)) {
        if (html === '' || later.html === '') continue;
        const found = identifyFamily(page(later.html + html), 'http://dx.example/', '');
        expect(found?.family.id, `${id} before ${later.id}`).toBe(id);
      }
    }
  });
});

/** An element that a plain selector of a tag, a class or an id matches; nothing for other selectors. */
function markOf(selector: string): string {
  const [, tag = 'div', sign, name] = /^([a-z-]*)([.#]?)([\w-]*)$/i.exec(selector) ?? [];
  if (!name || tag === 'td' || tag === 'body') return '';
  const attribute = sign === '.' ? ` class="${name}"` : sign === '#' ? ` id="${name}"` : '';
  return `<${tag || 'div'}${attribute}></${tag || 'div'}>`;
}

describe('identifying a family', () => {
  it('takes the one with most marks', () => {
    const found = identify(
      '<div class="viewbox"></div><div class="TRS_Editor"></div><div class="TRS_PreAppend"></div>',
    );
    expect(found).toMatchObject({ family: { id: 'trs' }, mark: '.TRS_Editor' });
  });

  it('counts a comment of the product as two marks', () => {
    expect(identify('<div class="viewbox"></div>', undefined, 'enpcontent')).toMatchObject({
      family: { id: 'founder' },
      mark: 'enpcontent',
    });
  });

  it('lets an address break a tie, but prove nothing alone', () => {
    const body = '<div class="viewbox"></div><div class="TRS_Editor"></div>';
    expect(identify(body, 'http://dx.example/200507/t20050714_12.htm')?.family.id).toBe('trs');
    expect(identify(body, 'http://dx.example/plus/view.php?aid=12')?.family.id).toBe('dedecms');
    expect(identify('<p></p>', 'http://dx.example/200507/t20050714_12.htm')).toBeNull();
  });

  it('takes the address of a hand-written portal for its mark, and any product before it', () => {
    const address = 'http://dx.example/show.asp?id=12';
    expect(identify('<p></p>', address)).toMatchObject({ family: { id: 'hand-written' }, mark: '/show.asp?id=12' });
    expect(identify('<div class="viewbox"></div>', address)?.family.id).toBe('dedecms');
    expect(identify('<p></p>')).toBeNull();
  });
});

describe('the body that a family marks', () => {
  const family = (id: string) => {
    const found = families.find((one) => one.id === id);
    if (!found) throw new Error(id);
    return found;
  };

  it('is the best marker that holds text', () => {
    const document = page(`<form id="vsb_content">${text}<div class="v_news_content">${text}</div></form>`);
    expect(bodyOfFamily(document, family('boda'))?.className).toBe('v_news_content');
    const empty = page(`<form id="vsb_content">${text}<div class="v_news_content">图</div></form>`);
    expect(bodyOfFamily(empty, family('boda'))?.id).toBe('vsb_content');
    expect(bodyOfFamily(page(text), family('boda'))).toBeNull();
  });

  it('holds twenty characters at least', () => {
    const of = (length: number) =>
      bodyOfFamily(page(`<td id="text"></td><div id="text">  ${'文'.repeat(length)}  </div>`), family('empirecms'));
    expect(of(19)).toBeNull();
    expect(of(20)?.id).toBe('text');
  });

  it('has its abstract apart, without its label', () => {
    const abstract = (box: string) => abstractOfFamily(page(box), family('dedecms'));
    expect(abstract('<div class="intro">【内容摘要】：塘水之争。</div>')).toEqual({
      value: '塘水之争。',
      raw: '【内容摘要】：塘水之争。',
      place: 'family:dedecms',
    });
    expect(abstract('<div class="intro">导 读 塘水\n之争</div>')?.value).toBe('塘水 之争');
    expect(abstract('<div class="intro"> </div>')).toBeNull();
    expect(abstractOfFamily(page('<div class="intro">摘要：一</div>'), family('boda'))).toBeNull();
  });
});
