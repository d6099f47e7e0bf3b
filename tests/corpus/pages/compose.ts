import type { Article, Family, FamilyPage, Moment } from './article.ts';
import type { Block } from './blocks.ts';
import { type Choose, chooser, hash } from './choose.ts';
import { bytesOf, forGbk } from './encode.ts';
import { type OwnEssay, proseEssays } from './essays.ts';
import { exercises } from './exercises.ts';
import type { Form } from './forms.ts';
import { goldHtml, goldText } from './gold.ts';
import { type School, schools } from './schools.ts';
import { captureStamp } from './shell/dates.ts';
import { sources } from './sources.ts';
import type { TestPage } from './test-page.ts';
import type { Wrapper } from './wrappers.ts';

/** What a page is composed of. */
export interface Recipe {
  readonly slug: string;
  readonly family: Family;
  readonly wrapper: Wrapper;
  readonly form: Form;
  /** Else by the slug. */
  readonly essay?: OwnEssay;
  readonly school?: School;
  /** The host that the page is served from; the school's own if left out. */
  readonly host?: string;
  /** Column path, where it is not to be chosen by the slug. */
  readonly path?: readonly [string, string];
  readonly kind?: 'essay' | 'notice' | 'news';
  /** Evidence that must speak against the page though it is recognised. */
  readonly against?: readonly string[];
  readonly note?: string;
  /** Last change to the served HTML and what it shows. */
  readonly amend?: (page: FamilyPage) => FamilyPage;
}

const nth = <T>(list: readonly [T, ...T[]], at: number): T => list[at % list.length] ?? list[0];
const columns = ['学术专栏', '理论研究', '科研成果', '学术园地'] as const;

function moment(seed: number, [from, to]: readonly [number, number]): Moment {
  return {
    year: from + (seed % (to - from + 1)),
    month: 1 + (seed % 12),
    day: 1 + ((seed >>> 4) % 28),
    hour: 8 + ((seed >>> 8) % 10),
    minute: (seed >>> 12) % 60,
    second: (seed >>> 18) % 60,
  };
}

/** Everything that the page might tell, chosen by its slug. */
export function articleOf({ slug, family, form, ...given }: Recipe, choose: Choose): Article {
  const seed = hash(slug);
  const essays = form.essays;
  const essay = given.essay ?? essays[seed % essays.length];
  if (essay === undefined) throw new Error(`no essay suits the form ${form.id}`);
  const school = given.school ?? choose('school', schools);
  const others = proseEssays.filter(({ key }) => key !== essay.key).map(({ title }) => title);
  const other = (at: number): string => others[(seed + at * 3) % others.length] ?? '';
  return {
    essay,
    school: given.host === undefined ? school : { ...school, host: given.host },
    source: choose('source', sources),
    path: given.path ?? [nth(columns, seed >>> 5), essay.leaf],
    posted: moment(seed, family.years),
    hits: 100 + (seed % 4900),
    editor: nth(['林志', '宋佳', '康宁'], seed >>> 7),
    id: 1000 + (seed % 8000),
    others: [other(0), other(1), other(2), other(3), other(4), other(5)],
    choose,
    flattened: given.wrapper.images === 'archive',
  };
}

/** The addresses of images as they can be had of this wrapper: new ones are read off the wrapped page. */
function imagesIn(
  blocks: readonly Block[],
  wrapper: Wrapper,
  { page, expected: { originalUrl } }: ReturnType<Wrapper['wrap']>,
): readonly Block[] {
  if (wrapper.images === 'original') return blocks;
  if (wrapper.images === 'file')
    return blocks.map((block) =>
      block.type === 'image' ? { ...block, src: besidePage(block.src, originalUrl) } : block,
    );
  if (typeof page !== 'string') return blocks.filter((block) => block.type !== 'image');
  const found = Array.from(page.matchAll(/<img src="([^"]+)" border="0" width="400"/gu), ([, src]) => src ?? '');
  return blocks.map((block) => (block.type === 'image' ? { ...block, src: found.shift() ?? '' } : block));
}

/** An image in the folder beside its page has the page's address. */
const besidePage = (src: string, originalUrl: string): string =>
  `${originalUrl}#page_files/${src.replace(/^.*\//s, '')}`;

/** Composes a page: the essay's blocks in a form, the form in a family's page, the page in a wrapper; its gold comes from the same blocks. */
export function composePage(recipe: Recipe): TestPage {
  const { slug, family, wrapper, form } = recipe;
  const choose = chooser(slug);
  const article = articleOf(recipe, choose);
  const setting = { choose, origin: `http://${article.school.host}`, school: article.school.short };
  const blocks = form.compose(article.essay, setting);
  const rendered = family.render(article, form.markup(blocks, setting));
  const { html, url, fields } = recipe.amend?.(rendered) ?? rendered;
  const served = family.charset === 'gb2312' ? forGbk(html) : html;
  const wrapped = wrapper.wrap(served, { originalUrl: url, timestamp: captureStamp(article.posted) });
  const charset = wrapper.encoding === 'kept' ? family.charset : 'utf-8';
  const gold = imagesIn(blocks, wrapper, wrapped);
  const { archive, originalUrl, capturedAt } = wrapped.expected;
  return {
    slug,
    file: wrapper.encoding === 'own' ? 'source.mht' : 'source.html',
    bytes: typeof wrapped.page === 'string' ? bytesOf(wrapped.page, charset) : wrapped.page,
    html: goldHtml(gold),
    expected: {
      id: slug,
      portal: true,
      kind: recipe.kind ?? 'essay',
      ...(recipe.against === undefined ? {} : { against: recipe.against }),
      essay: {
        ...fields,
        authors: form.signed ? article.essay.authors : fields.authors,
        originalUrl,
        capturedAt,
        archive: archive || null,
        text: goldText(gold),
      },
    },
    origin: {
      url: wrapped.url,
      family: family.id,
      wrapper: wrapper.id,
      form: form.id,
      charset: wrapper.encoding === 'own' ? 'mhtml' : charset,
      ...(recipe.note === undefined ? {} : { note: recipe.note }),
      exercises: exercises(family, wrapper, form),
    },
  };
}
