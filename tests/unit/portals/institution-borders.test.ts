import { expect, it } from 'vitest';
import { readLines } from '../../../lib/lines/line.ts';
import { readInstitution } from '../../../lib/portals/institution.ts';
import { parsePage } from '../../support/parse-page.ts';

const school = '中共青山市委党校';
const short = '青山市委党校';
const url = 'http://10.0.0.1/a/1.htm';
const lines = (count: number): string => '<div>水利天地</div>'.repeat(count);
const link = (text: string): string => `<a href="/">${text}</a>`;

/** Where a page names its institution, how, and in which words; `<hr>` stands before and behind the body. */
function named(body: string, head = ''): string | null {
  const document = parsePage(`<html><head>${head}</head><body>${body}</body></html>`, url);
  const page = {
    document,
    originalUrl: url,
    archivedCopy: null,
    archiveElements: [...document.querySelectorAll('.archive')],
  };
  const all = readLines(document.body);
  const inBody = all.filter(({ block }) => block.className === 'b').map(({ index }) => index);
  const range = inBody.length > 0 ? { first: inBody[0] ?? 0, last: inBody.at(-1) ?? 0 } : null;
  const found = readInstitution(page, all, range);
  return found && `${found.place} ${found.value} ¦ ${found.raw}`;
}
const text = '<p class="b">塘里的水一年放两回。</p>';

it.each<[string, string, string | null]>([
  ['nothing', text, null],
  ['a line above', `<div> ${short} </div>${text}`, `banner ${short} ¦ ${short}`],
  ['a line of the body', `<p class="b">${short}</p>`, null],
  ['a line of the body’s end', `${text}<p class="b">${short}</p>${lines(1)}`, null],
  ['the line right above the body', `${lines(11)}<div>${short}</div>${text}`, `banner ${short} ¦ ${short}`],
  ['the thirteenth line', `${lines(12)}<div>${short}</div>${text}${lines(20)}`, null],
  ['the line right below the body', `${text}<div>${short}</div>`, `edge ${short} ¦ ${short}`],
  ['a footer', `${text}<div>主办：${short}</div>`, `footer ${short} ¦ 主办：${short}`],
  ['a footer of links', `${text}<div>${link(`主办：${short}`)}</div>`, `footer ${short} ¦ 主办：${short}`],
  ['a footer in other words', `${text}<div>Copyright ${short}</div>`, `footer ${short} ¦ Copyright ${short}`],
  ['a footer above the text', `<div>主办：${short}</div>${text}`, `banner ${short} ¦ 主办：${short}`],
  ['a line half of which is a link', `${text}<div>${link('今天星期一，')}${short}</div>`, null],
  [
    'a line less than half of which is a link',
    `${text}<div>${link('今天星期，')}${short}</div>`,
    `edge ${short} ¦ 今天星期，${short}`,
  ],
  ['a line above half of which is a link', `<div>${link('今天星期一，')}${short}</div>${text}`, null],
  [
    'a line above less than half of which is a link',
    `<div>${link('今天星期，')}${short}</div>${text}`,
    `banner ${short} ¦ 今天星期，${short}`,
  ],
  [
    'a line of 140 characters',
    `${text}<div>${short} ${'a'.repeat(133)}</div>`,
    `edge ${short} ¦ ${short} ${'a'.repeat(133)}`,
  ],
  ['a line of 141', `${text}<div>${short} ${'a'.repeat(134)}</div>`, null],
  ['a logo', `<img alt=" ${school} " title="甲">${text}`, `logo ${school} ¦ ${school}`],
  ['a logo by its title', `<img title="${school}">${text}`, `logo ${school} ¦ ${school}`],
  ['a logo without words', `<img alt="" title="${school}">${text}`, null],
  [
    'a path',
    `<div>当前位置：${link(short)} &gt;&gt; ${link('理论')} &gt;&gt; 正文</div>${text}`,
    `breadcrumb ${short} ¦ ${short}`,
  ],
  [
    'a path of other signs',
    `<div>您的位置: ${link('首页')}»${link(short)}›${link('理论')}</div>${text}`,
    `breadcrumb ${short} ¦ ${short}`,
  ],
  ['a hospital', `<div>青山市人民医院</div>${text}`, null],
])('a page names it in %s', (_, body, wanted) => {
  expect(named(body)).toBe(wanted);
});

it.each<[string, string | null]>([
  [`<title>水利史话_${short}</title>`, `title-element ${short} ¦ ${short}`],
  [`<title>水利史话-${school}</title>`, `title-element ${school} ¦ ${school}`],
  [`<title>${short}举办水利干部培训班</title>`, null],
  [`<title>${school}校园网</title>`, `title-element ${school} ¦ ${school}校园网`],
  [`<title>${school}欢迎您！</title>`, null],
  [`<title>${school}首页！</title>`, `title-element ${school} ¦ ${school}首页！`],
  // Seven tenths of the words are enough.
  ['<title>白云石市委党校校园网</title>', 'title-element 白云石市委党校 ¦ 白云石市委党校校园网'],
  [`<title>${short}校园网</title>`, null],
  [`<meta name="sitename" content="${school}">`, `meta:SiteName ${school} ¦ ${school}`],
  [`<meta property="og:site_name" content="${school}">`, `meta:SiteName ${school} ¦ ${school}`],
  [`<meta name="SiteName" class="archive" content="${school}">`, null],
  [
    `<meta name="SiteName" class="archive" content="甲党校"><meta name="SiteName" content="${school}">`,
    `meta:SiteName ${school} ¦ ${school}`,
  ],
  ['<meta name="keywords" content="青山市委党校">', null],
])('a head names it: %s', (head, wanted) => {
  expect(named(text, head)).toBe(wanted);
});

it.each<[string, string, string, string]>([
  [
    'the footer before all',
    `<div>${'白河县委党校'}</div>${text}<div>主办：${short}</div>`,
    '',
    `footer ${short} ¦ 主办：${short}`,
  ],
  [
    'the title before a logo',
    `<img alt="白河县委党校">${text}`,
    `<title>甲_${short}</title>`,
    `title-element ${short} ¦ ${short}`,
  ],
  ['a logo before a banner', `<div>白河县委党校</div><img alt="${short}">${text}`, '', `logo ${short} ¦ ${short}`],
  [
    'a banner before the last lines',
    `<div>${short}</div>${text}<div>白河县委党校</div>`,
    '',
    `banner ${short} ¦ ${short}`,
  ],
  ['the first of a place', `<div>${short}</div><div>白河县委党校</div>${text}`, '', `banner ${short} ¦ ${short}`],
  [
    'a longer form elsewhere',
    `<div>${school}</div>${text}<div>主办：${short}</div>`,
    '',
    `banner ${school} ¦ ${school}`,
  ],
  [
    'the longest of such forms',
    `<div>${school}</div>${text}<div>主办：${short}</div><div>${school}（青山市行政学院）</div>`,
    '',
    `edge ${school}（青山市行政学院） ¦ ${school}（青山市行政学院）`,
  ],
  [
    'no longer form of another',
    `<div>中共白河县委党校</div>${text}<div>主办：${short}</div>`,
    '',
    `footer ${short} ¦ 主办：${short}`,
  ],
])('of several places %s decides', (_, body, head, wanted) => {
  expect(named(body, head)).toBe(wanted);
});
