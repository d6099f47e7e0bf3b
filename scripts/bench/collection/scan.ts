import type { Snippet } from '../../../lib/search/contract.ts';
import { passageOf } from '../../../lib/search/passage.ts';
import { parseQuery } from '../../../lib/search/query/parse-query.ts';
import { documentText } from '../../../lib/search/text/document.ts';
import { fold } from '../../../lib/search/text/fold.ts';
import type { MadeEssay } from './made-essays.ts';

/*
 * What the search is measured against: all texts, folded, in memory, looked through from first to last. It does what a
 * search does: matches, orders by relevance, and gives a first page with its passages.
 */

/** A text of the scan. */
export interface ScannedText {
  readonly id: string;
  readonly text: string;
  readonly title: string;
  readonly authors: string;
  /** What is searched beside the text: the institution and the column. */
  readonly beside: string;
  readonly published: number;
}

export const scannedText = ({ row, body }: MadeEssay): ScannedText => ({
  id: row.id,
  text: documentText(row, body),
  title: fold(row.title),
  authors: fold(row.authors.join('\n')),
  beside: fold([row.institution ?? '', row.column.join(' › ')].join('\n')),
  published: Number((row.publishedOn ?? '').replaceAll('-', '')),
});

/** What a scan found: places of the hits in the texts, the best first. */
export interface Scanned {
  readonly order: Uint32Array;
  readonly snippets: readonly Pick<Snippet, 'id' | 'parts'>[];
}

/** Above any score. */
const MOST_SCORE = 2 ** 31;

/** Looks through all of some texts, given in the order of keeping; a first page has `page` essays. */
export function scanOf(texts: readonly ScannedText[], page: number): (typed: string) => Scanned {
  // What is equally relevant stands newest first: worked out once, as the search does.
  const published = (at: number): number => texts[at]?.published ?? 0;
  const newest = texts.map((_, at) => at).sort((a, b) => published(b) - published(a) || b - a);
  const ranks = new Uint32Array(texts.length);
  for (const [rank, at] of newest.entries()) ranks[at] = rank;
  return (typed) => {
    const { all, none, words } = parseQuery(typed);
    const keys = new Float64Array(texts.length);
    let hits = 0;
    for (let at = 0; at < texts.length; at += 1) {
      const found = texts[at];
      if (found === undefined) continue;
      const holds = (term: string): boolean => found.text.includes(term) || found.beside.includes(term);
      if (!all.every(holds) || none.some(holds)) continue;
      const score = all.reduce((sum, term) => sum + weightOf(found, term), 0);
      keys[hits] = (MOST_SCORE - score) * texts.length + (ranks[at] ?? 0);
      hits += 1;
    }
    const order = Uint32Array.from(keys.subarray(0, hits).sort(), (key) => newest[key % texts.length] ?? 0);
    const folded = words.map(fold);
    const snippets = Array.from(order.subarray(0, page), (at) => ({
      id: texts[at]?.id ?? '',
      parts: passageOf(texts[at]?.text ?? '', folded),
    }));
    return { order, snippets };
  };
}

/** The product's relevance: hits in the title and the authors' names weigh most, those in the text count up to 20. */
function weightOf({ text, title, authors, beside }: ScannedText, term: string): number {
  let count = text.includes(term) || !beside.includes(term) ? 0 : 1;
  const most = term.length === 1 ? 1 : 20;
  for (let at = text.indexOf(term); at >= 0 && count < most; at = text.indexOf(term, at + 1)) count += 1;
  return count + (title.includes(term) ? 1000 : 0) + (authors.includes(term) ? 400 : 0);
}
