import { bibtexEntry } from './cite/bibtex.ts';
import { cslItem } from './cite/csl.ts';
import { type GbtStyle, gbtReference } from './cite/gbt7714.ts';
import { risRecord } from './cite/ris.ts';
import { jsonLine } from './corpus/jsonl.ts';
import { teiDocument, teiEnd, teiStart } from './corpus/tei.ts';
import type { ExportRecord } from './record.ts';

/** A format that holds any number of essays in one file. */
export interface Format {
  readonly id: string;
  readonly extension: string;
  readonly mime: string;
  /** The bytes of the file, piece by piece as the records come: nothing is held but one record. */
  readonly write: (records: Records) => AsyncGenerator<Uint8Array<ArrayBuffer>>;
}

type Records = AsyncIterable<ExportRecord> | Iterable<ExportRecord>;
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

const gbt =
  (style: GbtStyle): WriteOne =>
  (record, n) =>
    `${style.system === 'numeric' ? `[${n + 1}] ` : ''}${gbtReference(cslItem(record), style)}\n`;
const text = 'text/plain;charset=utf-8';

/** Every format of one file. */
export const formats: readonly Format[] = [
  {
    id: 'gbt7714',
    extension: 'txt',
    mime: text,
    write: writeEach(gbt({ edition: '2015', system: 'numeric' })),
  },
  {
    id: 'gbt7714-author-date',
    extension: 'txt',
    mime: text,
    write: writeEach(gbt({ edition: '2015', system: 'author-date' })),
  },
  {
    id: 'gbt7714-2025',
    extension: 'txt',
    mime: text,
    write: writeEach(gbt({ edition: '2025', system: 'numeric' })),
  },
  {
    id: 'gbt7714-2025-author-date',
    extension: 'txt',
    mime: text,
    write: writeEach(gbt({ edition: '2025', system: 'author-date' })),
  },
  {
    id: 'csl',
    extension: 'json',
    mime: 'application/vnd.citationstyles.csl+json',
    write: writeEach((record, n) => `${n === 0 ? '' : ','}\n${JSON.stringify(cslItem(record))}`, '[', '\n]\n'),
  },
  {
    id: 'bibtex',
    extension: 'bib',
    mime: 'application/x-bibtex',
    write: writeEach((record, n) => `${n === 0 ? '' : '\n'}${bibtexEntry(cslItem(record))}`),
  },
  {
    id: 'ris',
    extension: 'ris',
    mime: 'application/x-research-info-systems',
    write: writeEach((record) => `${risRecord(cslItem(record))}\r\n`),
  },
  { id: 'jsonl', extension: 'jsonl', mime: 'application/x-ndjson', write: writeEach(jsonLine) },
  {
    id: 'tei',
    extension: 'xml',
    mime: 'application/tei+xml',
    write: writeEach(teiDocument, teiStart, teiEnd),
  },
];
