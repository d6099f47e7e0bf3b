import { describe, expect, it } from 'vitest';
import type { CslItem } from '../../../../lib/export/cite/csl.ts';
import { latinForm } from '../../../../lib/export/cite/latin/latin-form.ts';
import { loadRomaniser } from '../../../../lib/export/cite/latin/romaniser.ts';
import { listBy } from '../../../../lib/export/cite/references.ts';
import type { LatinStyle } from '../../../../lib/export/cite/styles.ts';

const on = (...parts: readonly number[]) => ({ 'date-parts': [parts] }) as const;
const by = (...names: readonly string[]): Pick<CslItem, 'author'> => ({
  author: names.map((literal) => ({ literal })),
});
const nameless = (n: number): Pick<CslItem, 'author'> => by(...Array.from({ length: n }, (_, at) => `A${at + 1}`));
const work = (facts: Partial<CslItem>): CslItem => ({
  id: 'x',
  type: 'webpage',
  title: 'T',
  language: 'zh-CN',
  ...facts,
});
const site = { 'container-title': 'Site' };
const paper: Partial<CslItem> = { type: 'article-newspaper', 'container-title': 'Paper' };
const journal: Partial<CslItem> = { type: 'article-journal', 'container-title': '党政研究', issue: '3' };
const URL = 'http://a/';
const archivedUrl = 'http://b/';
const accessed = on(2026, 11, 24);

async function written(facts: Partial<CslItem>): Promise<Record<LatinStyle, string>> {
  const one = async (style: LatinStyle) =>
    listBy(latinForm(style, await loadRomaniser()), [work(facts)])
      .html?.replace(/<\/?p>|<a [^>]*>|<\/a>/g, '')
      .replaceAll('&amp;', '&') ?? '';
  return { chicago: await one('chicago'), apa: await one('apa'), mla: await one('mla') };
}

it.each<readonly [string, Partial<CslItem>, Record<LatinStyle, string>]>([
  ['a title', {}, { chicago: '“T.”', apa: '<i>T.</i> (n.d.).', mla: '<i>T.</i>' }],
  [
    'a title of Chinese',
    { title: '论改革' },
    { chicago: '“Lun gaige” 论改革.', apa: '<i>Lun gaige [论改革].</i> (n.d.).', mla: '<i>Lun gaige 论改革.</i>' },
  ],
  ['a site and no author', site, { chicago: 'Site. “T.”', apa: '<i>T.</i> (n.d.). Site.', mla: '“T.” <i>Site</i>.' }],
  [
    'a site, a day and no author',
    { ...site, issued: on(2005, 7, 14) },
    {
      chicago: 'Site. “T.” July 14, 2005.',
      apa: '<i>T.</i> (2005, July 14). Site.',
      mla: '“T.” <i>Site</i>, 14 July 2005.',
    },
  ],
  [
    'an author and a site',
    { ...site, ...by('A') },
    { chicago: 'A. “T.” Site.', apa: 'A. (n.d.). <i>T.</i> Site.', mla: 'A. “T.” <i>Site</i>.' },
  ],
  [
    'an author and a month',
    { ...by('A'), issued: on(2005, 6) },
    { chicago: 'A. “T.” June 2005.', apa: 'A. (2005, June). <i>T.</i>', mla: 'A. <i>T.</i> June 2005.' },
  ],
  [
    'a newspaper and no author',
    paper,
    { chicago: '<i>Paper</i>. “T.”', apa: 'T. (n.d.). <i>Paper</i>.', mla: '“T.” <i>Paper</i>.' },
  ],
  [
    'a newspaper with its page',
    { ...paper, ...by('A'), issued: on(2005, 1, 2), page: '3' },
    {
      chicago: 'A. “T.” <i>Paper</i>, January 2, 2005.',
      apa: 'A. (2005, January 2). T. <i>Paper</i>, 3.',
      mla: 'A. “T.” <i>Paper</i>, 2 Jan. 2005, p. 3.',
    },
  ],
  [
    'a journal and no author',
    { ...journal, issued: on(2005) },
    {
      chicago: '“T.” <i>Dangzheng yanjiu 党政研究</i>, no. 3 (2005).',
      apa: 'T. (2005). <i>Dangzheng yanjiu [党政研究]</i>, (3).',
      mla: '“T.” <i>Dangzheng yanjiu 党政研究</i>, no. 3, 2005.',
    },
  ],
  [
    'a journal with its pages',
    { ...journal, ...by('A'), issued: on(2005), page: '101-108' },
    {
      chicago: 'A. “T.” <i>Dangzheng yanjiu 党政研究</i>, no. 3 (2005): 101–8.',
      apa: 'A. (2005). T. <i>Dangzheng yanjiu [党政研究]</i>, (3), 101–108.',
      mla: 'A. “T.” <i>Dangzheng yanjiu 党政研究</i>, no. 3, 2005, pp. 101–08.',
    },
  ],
  [
    'an address and no day',
    { URL, accessed },
    {
      chicago: '“T.” Accessed November 24, 2026. http://a/.',
      apa: '<i>T.</i> (n.d.). Retrieved November 24, 2026, from http://a/',
      mla: '<i>T.</i> http://a/. Accessed 24 Nov. 2026.',
    },
  ],
  [
    'an address and a day',
    { URL, accessed, issued: on(2005, 3) },
    {
      chicago: '“T.” March 2005. http://a/.',
      apa: '<i>T.</i> (2005, March). http://a/',
      mla: '<i>T.</i> Mar. 2005, http://a/.',
    },
  ],
  ['no address, though it was seen', { accessed }, { chicago: '“T.”', apa: '<i>T.</i> (n.d.).', mla: '<i>T.</i>' }],
  [
    'addresses of both',
    { URL, archivedUrl, issued: on(2005) },
    {
      chicago: '“T.” 2005. http://a/. Archived at http://b/.',
      apa: '<i>T.</i> (2005). http://a/ (archived at http://b/)',
      mla: '<i>T.</i> 2005, http://a/. Archived at http://b/.',
    },
  ],
  [
    'the address of an archive alone',
    { archivedUrl },
    { chicago: '“T.” http://b/.', apa: '<i>T.</i> (n.d.). http://b/', mla: '<i>T.</i> http://b/.' },
  ],
])('of %s', async (_, facts, wanted) => {
  expect(await written(facts)).toEqual(wanted);
});

describe('authors', () => {
  it.each([
    [1, 'A1.', 'A1.', 'A1.'],
    [2, 'A1, and A2.', 'A1, & A2.', 'A1, and A2.'],
    [3, 'A1, A2, and A3.', 'A1, A2, & A3.', 'A1, et al.'],
    [6, 'A1, A2, A3, A4, A5, and A6.', 'A1, A2, A3, A4, A5, & A6.', 'A1, et al.'],
    [7, 'A1, A2, A3, et al.', 'A1, A2, A3, A4, A5, A6, & A7.', 'A1, et al.'],
  ])('%i of them', async (n, chicago, apa, mla) => {
    const { chicago: ofChicago, apa: ofApa, mla: ofMla } = await written(nameless(n));
    expect([ofChicago, ofApa, ofMla]).toEqual([`${chicago} “T.”`, `${apa} (n.d.). <i>T.</i>`, `${mla} <i>T.</i>`]);
  });

  it('twenty are named by APA, and of more nineteen and the last', async () => {
    const names = Array.from({ length: 19 }, (_, at) => `A${at + 1}`).join(', ');
    expect((await written(nameless(20))).apa).toBe(`${names}, & A20. (n.d.). <i>T.</i>`);
    expect((await written(nameless(21))).apa).toBe(`${names}, . . . A21. (n.d.). <i>T.</i>`);
  });

  it('that end with a full stop have no second', async () => {
    expect(await written(by('吴灵臣', 'Co.'))).toEqual({
      chicago: 'Wu Lingchen 吴灵臣, and Co. “T.”',
      apa: 'Wu, L., & Co. (n.d.). <i>T.</i>',
      mla: 'Wu Lingchen 吴灵臣, and Co. <i>T.</i>',
    });
  });
});

it.each(
  [
    ['January', 'Jan.'],
    ['February', 'Feb.'],
    ['March', 'Mar.'],
    ['April', 'Apr.'],
    ['May', 'May'],
    ['June', 'June'],
    ['July', 'July'],
    ['August', 'Aug.'],
    ['September', 'Sept.'],
    ['October', 'Oct.'],
    ['November', 'Nov.'],
    ['December', 'Dec.'],
  ].map(([long = '', short = ''], n) => [n + 1, long, short] as const),
)('the month %i', async (n, long, short) => {
  expect(await written({ issued: on(2005, n) })).toEqual({
    chicago: `“T.” ${long} 2005.`,
    apa: `<i>T.</i> (2005, ${long}).`,
    mla: `<i>T.</i> ${short} 2005.`,
  });
});

it.each([
  ['3', 'p. 3'],
  ['12', 'p. 12'],
  ['3, 7', 'pp. 3, 7'],
  ['3-7', 'pp. 3–7'],
  ['3版', 'p. 3版'],
])('MLA counts the pages %s', async (page, wanted) => {
  expect((await written({ page })).mla).toBe(`<i>T.</i> ${wanted}.`);
});
