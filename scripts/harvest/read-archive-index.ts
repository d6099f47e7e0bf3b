import { readFileSync } from 'node:fs';
import type { Catalogue } from '../../lib/harvest/captures/catalogue.ts';
import { type IndexScope, indexAddress } from '../../lib/harvest/index/query.ts';
import { createIndexReader, type IndexEnd } from '../../lib/harvest/index/read-index.ts';
import type { IndexRow } from '../../lib/harvest/index/row.ts';
import type { HarvestArguments } from './arguments.ts';
import type { Asker } from './ask.ts';
import type { HarvestDone, HarvestJournal } from './harvest-journal.ts';

/** Bytes of an index file that are read at a time. */
const A_SLICE = 1 << 20;
/** Answers of one page that may break off in a row before the harvest ends. */
const mostBreaks = 5;

/** Reads the index of a site into the catalogue, from where an earlier run came to; what was read stands in `index.cdxj`. */
export async function readArchiveIndex(
  scope: IndexScope,
  { archive, captured }: HarvestArguments,
  asker: Asker,
  journal: HarvestJournal,
  catalogue: Catalogue,
  say: (line: string) => void,
): Promise<void> {
  const last = journal.before.findLast((done) => done.kind === 'index' && done.scope === nameOf(scope)) as
    | Extract<HarvestDone, { kind: 'index' }>
    | undefined;
  if (last?.resumeKey === null) return;
  let resumeKey: string | null = last?.resumeKey ?? null;
  let breaks = 0;
  for (;;) {
    const range = captured === null ? {} : { from: captured[0], to: captured[1] };
    const response = await asker.index(indexAddress(archive, { scope, ...range, resumeKey }));
    const { rows, end } = await rowsOf(response);
    if (end.problem === 'excluded') throw new Error(`${scope.url} asked ${archive.id} to be left out.`);
    // A server that answers in words to a status of 404 has none.
    const isNone = end.problem !== null && response.status === 404;
    if (!isNone && !end.complete) {
      breaks += 1;
      if (!response.ok || breaks > mostBreaks)
        throw new Error(`${archive.id} gives no whole index of ${scope.url} (status ${response.status}).`);
      // A page of "too busy" with a status of 200 is a refusal.
      if (end.problem !== null) await asker.pause();
      continue;
    }
    breaks = 0;
    if (end.resumeKey !== null && end.resumeKey === resumeKey)
      throw new Error(`${archive.id} gives the same part of the index again and again.`);
    for (const row of rows) catalogue.add(row);
    journal.append('index', rows.map(cdxjLine).join(''));
    resumeKey = end.resumeKey;
    journal.write({ kind: 'index', scope: nameOf(scope), resumeKey });
    say(`${scope.url}: ${catalogue.counts().rows} rows of the index`);
    if (resumeKey === null) return;
  }
}

/** Reads what an earlier run read of indexes. */
export function readOwnIndex(file: string, catalogue: Catalogue): void {
  const reader = createIndexReader();
  const bytes = readFileSync(file);
  for (let at = 0; at < bytes.length; at += A_SLICE)
    for (const row of reader.push(bytes.subarray(at, at + A_SLICE))) catalogue.add(row);
  for (const row of reader.end().rows) catalogue.add(row);
}

const nameOf = ({ match, url }: IndexScope): string => `${match} ${url}`;

async function rowsOf(response: Response): Promise<{ readonly rows: readonly IndexRow[]; readonly end: IndexEnd }> {
  const reader = createIndexReader();
  const rows: IndexRow[] = [];
  try {
    for await (const chunk of response.body ?? []) for (const row of reader.push(chunk)) rows.push(row);
  } catch {
    // The connection broke off: an answer in the midst of a list says so, and of lines nobody could tell.
    return { rows, end: { ...reader.end(), complete: false, problem: null } };
  }
  const end = reader.end();
  return { rows: [...rows, ...end.rows], end };
}

/** A row as a line of CDXJ. */
export function cdxjLine({
  urlkey,
  timestamp,
  original,
  mimetype,
  status,
  digest,
  length,
  revisit,
  offset,
  file,
}: IndexRow): string {
  const facts = {
    url: original,
    mime: revisit ? 'warc/revisit' : mimetype || '-',
    status: status === null ? '-' : String(status),
    digest: digest || '-',
    ...(length === null ? {} : { length: String(length) }),
    ...(offset === null ? {} : { offset: String(offset) }),
    ...(file === null ? {} : { filename: file }),
  };
  return `${urlkey || '-'} ${timestamp} ${JSON.stringify(facts)}\n`;
}
