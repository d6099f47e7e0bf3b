import type { FamilyPage } from './article.ts';
import type { Recipe } from './compose.ts';
import { affairs } from './essays/affairs.ts';
import { asp } from './families/asp.ts';
import { aspnet } from './families/aspnet.ts';
import { boda } from './families/boda.ts';
import { custom } from './families/custom.ts';
import { dede } from './families/dede.ts';
import { empire } from './families/empire.ts';
import { founder } from './families/founder.ts';
import { hanweb } from './families/hanweb.ts';
import { kesion } from './families/kesion.ts';
import { mypower } from './families/mypower.ts';
import { readnews } from './families/readnews.ts';
import { siteweaver } from './families/siteweaver.ts';
import { sudy } from './families/sudy.ts';
import { trs } from './families/trs.ts';
import { strangeHosts } from './schools.ts';
import { interruptions, pagers, plain, plainParagraphs, scholarly } from './special-forms.ts';
import { rareWrappers, type Wrapper, wrappers } from './wrappers.ts';

const wrapper = (id: string): Wrapper => {
  const found = [...wrappers, ...rareWrappers].find((one) => one.id === id);
  if (found === undefined) throw new Error(`no wrapper ${id}`);
  return found;
};
const live = wrapper('none');

/** Replaces words of the served page that must be there. */
const swap =
  (from: string | RegExp, to: string, fields: Partial<FamilyPage['fields']> = {}): NonNullable<Recipe['amend']> =>
  (page) => {
    const html = page.html.replace(from, to);
    if (html === page.html) throw new Error(`nothing to replace: ${from}`);
    return { ...page, html, fields: { ...page.fields, ...fields } };
  };

const families = [asp, siteweaver, trs, boda, hanweb, dede, aspnet, sudy] as const;

/** Wrappers in wrappers and rarer forms, each on a family of its own. */
const rare: readonly Recipe[] = rareWrappers.map((one, at) => {
  const family = families[at % families.length] ?? asp;
  return { slug: `rare-${one.id}-${family.id}`, family, wrapper: one, form: plain };
});

const paged: readonly Recipe[] = [siteweaver, kesion, dede, readnews, empire].map((family) => ({
  slug: `paged-${family.id}`,
  family,
  wrapper: live,
  form: pagers[family.id as keyof typeof pagers],
  note: 'first page of three: the pager goes, the text stays',
}));

const hosts: readonly Recipe[] = strangeHosts.map((host, at) => ({
  slug: `host-${at + 1}-${host.replace(/\W+/gu, '-')}`,
  family: [asp, siteweaver, custom][at] ?? asp,
  wrapper: live,
  form: plain,
  host,
  ...(host.endsWith('.example') ? { against: ['host-disagrees'] } : {}),
  note: 'the host tells nothing: a bare address, an unknown name',
}));

const mirrored: readonly Recipe[] = [siteweaver, sudy].map((family) => ({
  slug: `mirror-${family.id}`,
  family,
  wrapper: live,
  form: plainParagraphs,
  host: 'www.feigewenku.example',
  against: ['host-disagrees'],
  note: 'a copy of a school page under an unrelated name: recognised, and flagged',
}));

const matters: readonly Recipe[] = affairs.map((affair, at) => ({
  slug: `${affair.kind}-${affair.key}`,
  family: [asp, siteweaver, trs, dede, boda, custom][at] ?? asp,
  wrapper: live,
  form: plain,
  essay: affair,
  path: [affair.column, affair.leaf],
  kind: affair.kind,
  note: 'a page of the portal that is no essay',
}));

const bylines: readonly Recipe[] = [
  {
    slug: 'byline-spaced-names',
    family: mypower,
    wrapper: live,
    form: plain,
    note: 'two-character names typed with a space inside',
    amend: swap(/作者：[^&]+/u, '作者：刘　竹　王 芳', { authors: ['刘竹', '王芳'] }),
  },
  {
    slug: 'byline-nobody',
    family: mypower,
    wrapper: live,
    form: plain,
    note: '佚名 is nobody',
    amend: swap(/作者：[^&]+/u, '作者：佚名', { authors: [] }),
  },
  {
    slug: 'byline-group',
    family: aspnet,
    wrapper: live,
    form: plainParagraphs,
    note: 'a group signs as author',
    amend: (page) => ({
      ...page,
      html: page.html.replace(/(<span id="lblAuthor">)(作者：)?[^<]+/u, '$1$2市情研究课题组'),
      fields: { ...page.fields, authors: ['市情研究课题组'], unit: null },
    }),
  },
  {
    slug: 'byline-founder-properties',
    family: founder,
    wrapper: live,
    form: plainParagraphs,
    note: 'the author stands in the properties after </html> alone',
    amend: swap(/<founder-author>[^<]+/u, '<founder-author>'),
  },
  {
    slug: 'date-han-numerals',
    family: readnews,
    wrapper: live,
    form: plain,
    note: 'a posting date in Han numerals',
    amend: swap(/(?:19|20)\d\d[-年]\d+[-月]\d+日?(?: \d+:\d+:\d+)?/u, '二〇〇五年七月十四日', {
      publishedOn: '2005-07-14',
    }),
  },
  {
    slug: 'scholarly-head',
    family: asp,
    wrapper: live,
    form: scholarly,
    note: 'abstract and keywords within the body are fields and stay',
    amend: (page) => {
      const abstract = /【摘　要】([^<]+)/u.exec(page.html)?.[1] ?? '';
      const keywords = (/【关键词】([^<]+)/u.exec(page.html)?.[1] ?? '').split('；');
      return { ...page, fields: { ...page.fields, abstract, keywords } };
    },
  },
];

/** Boilerplate within the text, each kind on a page of hand-written ASP.NET. */
const interrupted: readonly Recipe[] = Object.entries(interruptions).map(([rule, form]) => ({
  slug: `within-${form.id}`,
  family: aspnet,
  wrapper: live,
  form,
  note: `boilerplate within the essay, the work of the rule ${rule}`,
  ...(rule === 'editor' ? { amend: (page) => ({ ...page, fields: { ...page.fields, editor: '林志' } }) } : {}),
}));

/** Pages beside the design: each shows one thing that the design does not. */
export const specialRecipes: readonly Recipe[] = [
  ...rare,
  ...paged,
  ...hosts,
  ...mirrored,
  ...matters,
  ...bylines,
  ...interrupted,
];
