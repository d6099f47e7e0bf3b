import { writeWarc } from './archive/warc.ts';
import { writeEpub } from './book/epub.ts';
import { annotatedItem } from './cite/csl.ts';
import { writeReferences } from './cite/references.ts';
import type { CiteStyle } from './cite/styles.ts';
import { csvLine, csvStart } from './corpus/csv.ts';
import { jsonLine } from './corpus/jsonl.ts';
import { teiDocument, teiEnd, teiStart } from './corpus/tei.ts';
import { type EachFile, type Format, type FormatOptions, readerOf } from './format.ts';
import { writeLibrary } from './hand-over/write-library.ts';
import { gathered } from './in-chunks.ts';
import type { ExportRecord } from './record.ts';
import { essayHtml } from './texts/html.ts';
import { essayMarkdown } from './texts/markdown.ts';
import { plainText } from './texts/plain-text.ts';
import { zipOfTexts } from './texts/zip-of-texts.ts';
import { writeDocx } from './word/docx.ts';

type WriteOne = (record: ExportRecord, options: FormatOptions) => string | Promise<string>;

/** Writes each record by itself, between what stands before and after them all. */
function writeEach(one: WriteOne, before = '', after = ''): Format['write'] {
  return async function* (records, options = {}) {
    const encoder = new TextEncoder();
    if (before !== '') yield encoder.encode(before);
    const given = { ...options, readHtml: readerOf(options) };
    for await (const record of records) yield encoder.encode(await one(record, given));
    if (after !== '') yield encoder.encode(after);
  };
}

/** Writes references; of each record no more than its reference is held. */
function writeList(style: CiteStyle): Format['write'] {
  return async function* (records) {
    const encoder = new TextEncoder();
    const items = (async function* () {
      for await (const record of records) yield await annotatedItem(record);
    })();
    for await (const text of writeReferences(items, style)) yield encoder.encode(text);
  };
}

const list = (id: CiteStyle, extension: string, mime: string): Format => ({
  id,
  kind: 'reference',
  extension,
  mime,
  write: writeList(id),
});
const text = 'text/plain;charset=utf-8';
const zip = { extension: 'zip', mime: 'application/zip' } as const;

/** Texts that people read: a file an essay, in a zip. */
const texts = (id: string, each: EachFile): Format => ({ id, kind: 'text', ...zip, write: zipOfTexts(each), each });

const all: readonly Format[] = [
  texts('text', { extension: 'txt', mime: text, write: async (record) => ({ text: await plainText(record) }) }),
  texts('html', {
    extension: 'html',
    mime: 'text/html;charset=utf-8',
    write: async (record, options) => ({ text: await essayHtml(record, options) }),
  }),
  texts('markdown', { extension: 'md', mime: 'text/markdown;charset=utf-8', write: essayMarkdown }),
  { id: 'epub', kind: 'text', extension: 'epub', mime: 'application/epub+zip', write: writeEpub },
  {
    id: 'docx',
    kind: 'text',
    extension: 'docx',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: writeDocx,
  },
  {
    id: 'library',
    kind: 'hand-over',
    extension: 'html',
    mime: 'text/html;charset=utf-8',
    write: writeLibrary,
  },
  list('gbt7714', 'txt', text),
  list('gbt7714-author-date', 'txt', text),
  list('gbt7714-2025', 'txt', text),
  list('gbt7714-2025-author-date', 'txt', text),
  list('chicago', 'txt', text),
  list('apa', 'txt', text),
  list('mla', 'txt', text),
  list('csl', 'json', 'application/vnd.citationstyles.csl+json'),
  list('bibtex', 'bib', 'application/x-bibtex'),
  list('ris', 'ris', 'application/x-research-info-systems'),
  { id: 'csv', kind: 'corpus', extension: 'csv', mime: 'text/csv;charset=utf-8', write: writeEach(csvLine, csvStart) },
  { id: 'jsonl', kind: 'corpus', extension: 'jsonl', mime: 'application/x-ndjson', write: writeEach(jsonLine) },
  {
    id: 'tei',
    kind: 'corpus',
    extension: 'xml',
    mime: 'application/tei+xml',
    write: writeEach(teiDocument, teiStart, teiEnd),
  },
  { id: 'warc', kind: 'archive', extension: 'warc.gz', mime: 'application/warc', write: writeWarc },
];

/** Every format, as the reader and the command line choose it. */
export const formats: readonly Format[] = all.map((format) => ({
  ...format,
  write: (records, options) => gathered(format.write(records, options)),
}));
