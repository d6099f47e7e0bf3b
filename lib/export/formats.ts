import { cslItem } from './cite/csl.ts';
import { writeReferences } from './cite/references.ts';
import type { CiteStyle } from './cite/styles.ts';
import { jsonLine } from './corpus/jsonl.ts';
import { teiDocument, teiEnd, teiStart } from './corpus/tei.ts';
import type { Format } from './format.ts';
import type { ExportRecord } from './record.ts';

type WriteOne = (record: ExportRecord, n: number) => string | Promise<string>;

/** Writes each record by itself, between what stands before and after them all. */
function writeEach(one: WriteOne, before = '', after = ''): Format['write'] {
  return async function* (records) {
    const encoder = new TextEncoder();
    if (before !== '') yield encoder.encode(before);
    let n = 0;
    for await (const record of records) {
      yield encoder.encode(await one(record, n));
      n += 1;
    }
    if (after !== '') yield encoder.encode(after);
  };
}

/** Writes references; of each record no more than its reference is held. */
function writeList(style: CiteStyle): Format['write'] {
  return async function* (records) {
    const encoder = new TextEncoder();
    const items = (async function* () {
      for await (const record of records) yield cslItem(record);
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

/** Every format, as the reader and the command line choose it. */
export const formats: readonly Format[] = [
  list('gbt7714', 'txt', text),
  list('gbt7714-author-date', 'txt', text),
  list('gbt7714-2025', 'txt', text),
  list('gbt7714-2025-author-date', 'txt', text),
  list('csl', 'json', 'application/vnd.citationstyles.csl+json'),
  list('bibtex', 'bib', 'application/x-bibtex'),
  list('ris', 'ris', 'application/x-research-info-systems'),
  { id: 'jsonl', kind: 'corpus', extension: 'jsonl', mime: 'application/x-ndjson', write: writeEach(jsonLine) },
  {
    id: 'tei',
    kind: 'corpus',
    extension: 'xml',
    mime: 'application/tei+xml',
    write: writeEach(teiDocument, teiStart, teiEnd),
  },
];
