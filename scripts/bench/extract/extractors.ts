import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import type { Page } from '../../../lib/archive/unwrapped.ts';
import { readEssay } from '../../../lib/pipeline/read-page.ts';
import { linesOfHtml } from './lines-of-html.ts';
import type { Extract } from './page-score.ts';

/** A contestant. */
export interface Extractor {
  readonly name: string;
  /** True when it changes the document that it is given, so that it needs one of its own. */
  readonly spoils: boolean;
  readonly extract: (page: Page) => Promise<Extract>;
}

const nothing: Extract = { title: null, date: null, authors: [], text: '' };

/** Our pipeline, on any page, recognised or not; `without` names cleaning rules to leave out. */
export function ours(without: readonly string[] = []): Extractor {
  return {
    name: without.length > 0 ? `ours without ${without.join(', ')}` : 'ours',
    spoils: false,
    extract: async (page) => {
      const outcome = readEssay(page, { any: true, without });
      if (!outcome.ok) return nothing;
      const { title, publishedOn, authors, text } = outcome.value;
      return { title, date: publishedOn, authors, text };
    },
  };
}

/** Readability on the document; `charThreshold` as it comes (500), or the 100 that suits short pages. */
export function readability(charThreshold?: number): Extractor {
  return {
    name: charThreshold === undefined ? 'Readability' : `Readability, charThreshold ${charThreshold}`,
    spoils: true,
    extract: async ({ document }) => {
      const article = new Readability(document, charThreshold === undefined ? {} : { charThreshold }).parse();
      if (!article) return nothing;
      return {
        title: article.title ?? null,
        date: article.publishedTime ?? null,
        authors: article.byline ? [article.byline] : [],
        text: linesOfHtml(article.content ?? ''),
      };
    },
  };
}

/** Defuddle with its own settings; its network extractors are off. */
export const defuddle: Extractor = {
  name: 'Defuddle',
  spoils: true,
  extract: async ({ document, url }) => {
    const { title, published, author, content } = await Defuddle(document, url, { useAsync: false });
    return { title, date: published, authors: author ? [author] : [], text: linesOfHtml(content) };
  },
};
