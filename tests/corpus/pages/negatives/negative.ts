import type { Article } from '../article.ts';
import { chooser } from '../choose.ts';
import { articleOf } from '../compose.ts';
import { bytesOf } from '../encode.ts';
import { asp } from '../families/asp.ts';
import { plain } from '../special-forms.ts';
import type { TestPage } from '../test-page.ts';
import { wrappers } from '../wrappers.ts';

/** A page that is no article of a Party school. */
export interface Negative {
  readonly slug: string;
  readonly url: string;
  readonly html: string;
  readonly charset: 'gb2312' | 'utf-8';
  readonly note: string;
}

/** The test page of a negative: nothing is to be recognised, nothing read. */
export const negativePage = ({ slug, url, html, charset, note }: Negative): TestPage => ({
  slug: `not-${slug}`,
  file: 'source.html',
  bytes: bytesOf(html, charset),
  html: '',
  expected: { id: `not-${slug}`, portal: false, kind: null, essay: null },
  origin: { url, family: null, wrapper: 'none', form: null, charset, note, exercises: ['lib/portals/recognise.ts'] },
});

/** Titles, school and choices for a page of a portal that holds no article. */
export function portalOf(slug: string): Article {
  const [live] = wrappers;
  if (live === undefined) throw new Error('no wrapper');
  return articleOf({ slug, family: asp, wrapper: live, form: plain }, chooser(slug));
}
