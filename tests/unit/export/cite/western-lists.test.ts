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
const journal: Partial<CslItem> = { type: 'article-journal', 'container-title': '党政研究', issue: '3' };
/** The list of works by a style, which have numbers for ids where a test gives none. */
const listOf = async (style: LatinStyle, works: readonly Partial<CslItem>[]) =>
  listBy(
    latinForm(style, await loadRomaniser()),
    works.map((facts, n): CslItem => ({ id: `${n}`, type: 'webpage', title: 'T', language: 'zh-CN', ...facts })),
  ).references;
const order = async (style: LatinStyle, works: readonly Partial<CslItem>[]) =>
  (await listOf(style, works)).map(({ id }) => id).join('');
const texts = async (style: LatinStyle, works: readonly Partial<CslItem>[]) =>
  (await listOf(style, works)).map(({ text }) => text.trimEnd());

describe('a list', () => {
  it.each<readonly [string, readonly Partial<CslItem>[], Record<LatinStyle, string>]>([
    [
      'authors, before titles and dates',
      [
        { title: 'A', ...by('乙'), issued: on(2001) },
        { title: 'B', ...by('甲'), issued: on(2009) },
      ],
      { chicago: '10', apa: '10', mla: '10' },
    ],
    [
      'dates of one author in APA, titles in the others',
      [
        { title: 'A', ...by('甲'), issued: on(2009) },
        { title: 'B', ...by('甲'), issued: on(2001) },
      ],
      { chicago: '01', apa: '10', mla: '01' },
    ],
    [
      'the day within a year',
      [
        { title: 'A', ...by('甲'), issued: on(2009, 12) },
        { title: 'B', ...by('甲'), issued: on(2009, 2) },
      ],
      { chicago: '01', apa: '10', mla: '01' },
    ],
    [
      'titles by sounds',
      [{ title: '中' }, { title: '安' }, { title: 'Li' }],
      { chicago: '120', apa: '120', mla: '120' },
    ],
    ['titles without their signs', [{ title: '“中' }, { title: '《安' }], { chicago: '10', apa: '10', mla: '10' }],
    ['ids where all is alike', [{ id: 'b' }, { id: 'a' }], { chicago: 'ab', apa: 'ab', mla: 'ab' }],
    ['ids as they are', [{ id: 'a' }, { id: 'b' }], { chicago: 'ab', apa: 'ab', mla: 'ab' }],
    [
      'the site of pages without an author in Chicago alone',
      [
        { title: 'A', 'container-title': 'Z' },
        { title: 'B', 'container-title': 'Y' },
      ],
      { chicago: '10', apa: '01', mla: '01' },
    ],
    [
      'the title of a journal’s article',
      [
        { ...journal, title: 'A', 'container-title': 'Z' },
        { ...journal, title: 'B', 'container-title': 'Y' },
      ],
      { chicago: '01', apa: '01', mla: '01' },
    ],
  ])('is in the order of %s', async (_, works, wanted) => {
    expect({
      chicago: await order('chicago', works),
      apa: await order('apa', works),
      mla: await order('mla', works),
    }).toEqual(wanted);
  });

  it('of APA has letters where authors and years are alike', async () => {
    const works = [
      { title: 'A', ...by('甲'), issued: on(2005, 1) },
      { title: 'B', ...by('甲'), issued: on(2005, 2) },
      { title: 'C', ...by('甲'), issued: on(2006) },
      { title: 'D', ...by('乙'), issued: on(2005) },
      { title: 'E', ...by('乙') },
      { title: 'F', ...by('乙') },
    ];
    expect(
      (await texts('apa', works)).map((text) =>
        text
          .match(/\(([^)]*)\)\. (.)/)
          ?.slice(1)
          .join(' '),
      ),
    ).toEqual(['2005a, January A', '2005b, February B', '2006 C', 'n.d.-a E', 'n.d.-b F', '2005 D']);
    expect((await texts('chicago', works)).join('\n')).not.toMatch(/200\d[a-z]/);
  });

  it('of MLA has a line for authors that are all named before', async () => {
    const works = [
      { title: 'A', ...by('A1', 'A2') },
      { title: 'B', ...by('A1', 'A2') },
      { title: 'C', ...by('A1', 'A2', 'A3') },
      { title: 'D', ...by('A1', 'A2', 'A3') },
      { title: 'E', ...by('A1', 'A2', 'A4') },
      { title: 'X' },
      { title: 'Y' },
    ];
    expect(await texts('mla', works)).toEqual([
      'A1, and A2. A.',
      '———. B.',
      'A1, et al. C.',
      '———, et al. D.',
      'A1, et al. E.',
      'X.',
      'Y.',
    ]);
    expect((await texts('apa', works)).join('\n')).not.toContain('———');
  });
});
