import { readdirSync, readFileSync } from 'node:fs';

/** One page of the sample portals, as it is printed there: the text files in `essays/` hold a head and the text. */
export interface SampleEssay {
  readonly id: string;
  /** Which school's site shows it, and by which template. */
  readonly site: 'nbdx' | 'yunxi';
  readonly title: string;
  readonly authors: string;
  readonly date: string;
  readonly unit: string;
  readonly source: string;
  readonly hits: string;
  /** `script` when the page's counter is written by a script, so that the served bytes lack the number. */
  readonly hitsBy: 'page' | 'script';
  readonly column: readonly string[];
  /** Paragraphs; a paragraph of verse holds line breaks. */
  readonly paragraphs: readonly string[];
}

const folder = new URL('./essays/', import.meta.url);

function readEssay(file: string): SampleEssay {
  const [head = '', ...paragraphs] = readFileSync(new URL(file, folder), 'utf8')
    .trim()
    .split(/\n{2,}/);
  const fields = new Map(head.split('\n').map((line) => [line.replace(/:.*/, ''), line.replace(/^\w+:\s*/, '')]));
  const field = (name: string): string => fields.get(name) ?? '';
  return {
    id: field('id'),
    site: file.startsWith('nbdx') ? 'nbdx' : 'yunxi',
    title: field('title'),
    authors: field('authors'),
    date: field('date'),
    unit: field('unit'),
    source: field('source'),
    hits: field('hits'),
    hitsBy: field('hitsBy') === 'script' ? 'script' : 'page',
    column: field('column').split(' > '),
    paragraphs,
  };
}

/** Every page of the sample portals, by id. */
export const sampleEssays: readonly SampleEssay[] = readdirSync(folder).sort().map(readEssay);
