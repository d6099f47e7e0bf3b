import { coverage, dayOf, leaksOf, type Overlap, overlap, runsOf, squeeze } from './measures.ts';

/** What a page should give: hand-made for real pages, composed for our own. Null or absent fields are not judged. */
export interface Gold {
  readonly title: string | null;
  readonly date: string | null;
  /** The exact list of authors, when the gold knows it. */
  readonly authors?: readonly string[];
  /** A byline that holds the authors' names, when the gold knows no more. */
  readonly byline?: string | null;
  /** Paragraphs, one a line. */
  readonly text: string;
}

/** What an extractor made of a page. */
export interface Extract {
  readonly title: string | null;
  readonly date: string | null;
  readonly authors: readonly string[];
  readonly text: string;
}

/** The score of one extract; a field is null where the gold does not judge it. */
export interface PageScore extends Overlap {
  readonly empty: boolean;
  readonly lostFirst: boolean;
  readonly lostLast: boolean;
  /** Paragraphs of eight or more characters of which a tenth or more is missing. */
  readonly lostAny: number;
  readonly leaks: readonly string[];
  readonly title: boolean | null;
  readonly date: boolean | null;
  readonly author: boolean | null;
}

/** An extract's lines without the title, where it repeats the title among its first four and the gold does not begin with it. */
function bodyLines(text: string, title: string, gold: string): readonly string[] {
  const lines = text.split('\n');
  if (!title || gold.startsWith(title)) return lines;
  return lines.filter((line, at) => at >= 4 || squeeze(line) !== title);
}

function authorScore(gold: Gold, extract: Extract): boolean | null {
  if (gold.authors?.length) return extract.authors.map(squeeze).join('|') === gold.authors.map(squeeze).join('|');
  const byline = squeeze(gold.byline);
  return byline ? extract.authors.some((name) => squeeze(name) !== '' && byline.includes(squeeze(name))) : null;
}

/** Scores an extract by the measures of the project: see docs/benchmarks/extract.md. */
export function scorePage(gold: Gold, extract: Extract): PageScore {
  const paragraphs = gold.text.split('\n').map(squeeze).filter(Boolean);
  const goldText = paragraphs.join('');
  const title = squeeze(gold.title);
  const text = squeeze(bodyLines(extract.text, title, goldText).join('\n'));
  const runs = runsOf(text);
  const long = paragraphs.filter((paragraph) => paragraph.length >= 8);
  return {
    ...overlap(text, goldText),
    empty: text === '',
    lostFirst: coverage(long[0] ?? goldText, runs) < 0.5,
    lostLast: coverage(long.at(-1) ?? goldText, runs) < 0.5,
    lostAny: long.filter((paragraph) => coverage(paragraph, runs) < 0.9).length,
    leaks: leaksOf(text, goldText),
    title: title ? squeeze(extract.title) === title : null,
    date: gold.date ? dayOf(extract.date) === dayOf(gold.date) : null,
    author: authorScore(gold, extract),
  };
}
