import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Gold } from './page-score.ts';

/** A page of a corpus: how to read its text, and what an extractor should make of it. */
export interface CorpusPage {
  readonly id: string;
  /** Part of the table that it counts in. */
  readonly part: string;
  readonly url: string;
  readonly file: string;
  /** Encoding, where the corpus knows it; else it is to be found out. */
  readonly charset: string | null;
  /** Null for a page that holds no essay: only its recognition is judged. */
  readonly gold: Gold | null;
  /** Whether it is an essay, notice or news of a Party school. */
  readonly portal: boolean;
}

interface RealRow {
  readonly id: string;
  readonly file: string;
  readonly url: string;
  readonly charset: string;
  readonly title: string | null;
  readonly author: string | null;
  readonly date: string | null;
  readonly text: string;
}

interface OwnRow {
  readonly id: string;
  readonly portal: boolean;
  readonly essay: null | {
    readonly title: string;
    readonly authors: readonly string[];
    readonly publishedOn: string | null;
    readonly text: string;
  };
}

/** The pages of a folder with a `gold.jsonl` that names them: real pages, none of them a Party school's. Empty when there is none. */
export function realPages(folder: string): readonly CorpusPage[] {
  const gold = join(folder, 'gold.jsonl');
  if (!existsSync(gold)) return [];
  const rows = readFileSync(gold, 'utf8').split('\n').filter(Boolean);
  return rows.map((line) => {
    const row = JSON.parse(line) as RealRow;
    return {
      id: row.id,
      part: row.id.startsWith('old-') ? 'real, 1996-2006' : 'real, 2011 news',
      url: row.url,
      file: join(folder, row.file),
      charset: row.charset,
      gold: { title: row.title, date: row.date, byline: row.author, text: row.text },
      portal: false,
    };
  });
}

/** Our own pages: a folder for each, with `source.html` or `source.mht`, `expected.json` and `origin.json`. */
export function ownPages(folder: string): readonly CorpusPage[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((slug) => {
      const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, slug, name), 'utf8'));
      const { portal, essay } = read('expected.json') as OwnRow;
      const { url } = read('origin.json') as { readonly url: string };
      const html = join(folder, slug, 'source.html');
      return {
        id: slug,
        part: 'own',
        url,
        file: existsSync(html) ? html : join(folder, slug, 'source.mht'),
        charset: null,
        gold: essay && { title: essay.title, date: essay.publishedOn, authors: essay.authors, text: essay.text },
        portal,
      };
    });
}
