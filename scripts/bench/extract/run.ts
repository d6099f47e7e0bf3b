import { readFileSync } from 'node:fs';
import { readEssay } from '../../../lib/pipeline/read-page.ts';
import { recognise } from '../../../lib/portals/recognise.ts';
import { openFile } from '../../open/open-file.ts';
import type { CorpusPage } from './corpora.ts';
import type { Extractor } from './extractors.ts';
import { type PageScore, scorePage } from './page-score.ts';
import { unaccountedIn } from './unaccounted.ts';

/** One page's score by one contestant, with the milliseconds it took (Node, jsdom). */
export interface Row extends PageScore {
  readonly page: CorpusPage;
  readonly extractor: string;
  readonly ms: number;
}

/** A page whose recognition is not what it should be. */
export interface Misjudged {
  readonly page: CorpusPage;
  readonly kind: string | null;
  readonly score: number;
}

/** What a run gives: a row for every page with gold and contestant, and the pages that were recognised wrongly. */
export interface Run {
  readonly rows: readonly Row[];
  readonly misjudged: readonly Misjudged[];
  readonly judged: number;
  /** Texts and images of pages that stand in neither essay nor removals: none is the aim. */
  readonly unaccounted: readonly { readonly page: CorpusPage; readonly texts: readonly string[] }[];
}

/** Runs every contestant over every page: all take the same parsed document, or a copy of it where they would spoil it. */
export async function runAll(pages: readonly CorpusPage[], extractors: readonly Extractor[]): Promise<Run> {
  const rows: Row[] = [];
  const misjudged: Misjudged[] = [];
  const unaccounted: { page: CorpusPage; texts: readonly string[] }[] = [];
  for (const page of pages) {
    const opened = openFile(readFileSync(page.file), page.url, page.charset);
    const { portal, kind, score } = recognise({ document: opened.document, url: opened.url });
    if (portal !== page.portal) misjudged.push({ page, kind, score });
    const read = readEssay({ document: opened.document, url: opened.url }, { any: true });
    const texts = read.ok ? unaccountedIn(opened.document, read.value) : [];
    if (texts.length > 0) unaccounted.push({ page, texts });
    if (page.gold === null) continue;
    for (const { name, extract, spoils } of extractors) {
      const document = spoils ? (opened.document.cloneNode(true) as Document) : opened.document;
      const started = performance.now();
      const found = await extract({ document, url: opened.url });
      rows.push({ ...scorePage(page.gold, found), page, extractor: name, ms: performance.now() - started });
    }
    opened.close();
  }
  return { rows, misjudged, judged: pages.length, unaccounted };
}
