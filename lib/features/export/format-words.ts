import { i18n } from '#i18n';
import type { Format } from '../../export/format.ts';

const keys = {
  gbt7714: ['exporting.gbt2015', 'exporting.numericHint'],
  'gbt7714-author-date': ['exporting.gbt2015AuthorDate', 'exporting.authorDateHint'],
  'gbt7714-2025': ['exporting.gbt2025', 'exporting.numericHint'],
  'gbt7714-2025-author-date': ['exporting.gbt2025AuthorDate', 'exporting.authorDateHint'],
  chicago: ['exporting.chicago', 'exporting.latinHint'],
  apa: ['exporting.apa', 'exporting.latinHint'],
  mla: ['exporting.mla', 'exporting.latinHint'],
  bibtex: ['exporting.bibtex', 'exporting.bibtexHint'],
  ris: ['exporting.ris', 'exporting.risHint'],
  csl: ['exporting.csl', 'exporting.cslHint'],
  markdown: ['exporting.markdown', 'exporting.markdownHint'],
  text: ['exporting.text', 'exporting.textHint'],
  html: ['exporting.html', 'exporting.htmlHint'],
  epub: ['exporting.epub', 'exporting.epubHint'],
  docx: ['exporting.docx', 'exporting.docxHint'],
  library: ['exporting.library', 'exporting.libraryHint'],
  collection: ['exporting.collection', 'exporting.collectionHint'],
  jsonl: ['exporting.jsonl', 'exporting.jsonlHint'],
  csv: ['exporting.csv', 'exporting.csvHint'],
  tei: ['exporting.tei', 'exporting.teiHint'],
  warc: ['exporting.warc', 'exporting.warcHint'],
} as const;

/** The name of a format, and a sentence on what it is good for; a format that nobody has named is called by its id. */
export function formatWords(id: string): { readonly name: string; readonly hint: string } {
  if (!(id in keys)) return { name: id, hint: '' };
  const [name, hint] = keys[id as keyof typeof keys];
  return { name: i18n.t(name), hint: i18n.t(hint) };
}

const kinds = {
  reference: 'exporting.references',
  text: 'exporting.texts',
  'hand-over': 'exporting.handOver',
  corpus: 'exporting.corpus',
  archive: 'exporting.archive',
} as const satisfies Record<Format['kind'], string>;

/** The kinds of formats, in the order that they are offered. */
export const kindsInOrder = Object.keys(kinds) as readonly Format['kind'][];

/** The name of a kind of formats. */
export const kindWords = (kind: Format['kind']): string => i18n.t(kinds[kind]);
