import type { IndexedCapture } from '../../lib/harvest/captures/capture-store.ts';
import { capturesOfList, enoughInVain } from '../../lib/harvest/captures/captures-of-list.ts';
import type { Catalogue, IndexedAddress } from '../../lib/harvest/captures/catalogue.ts';
import { type ListedSoFar, type NamedByList, readNamedByList } from '../../lib/harvest/lists/listed-essays.ts';
import type { OpenBytes } from '../../lib/import/open-source.ts';
import type { ServedPage } from '../../lib/queue/fetch-page.ts';
import type { CaptureSource } from './capture-source.ts';
import type { HarvestJournal } from './harvest-journal.ts';
import { parseListed } from './listed-file.ts';
import { writeCapture } from './write-captures.ts';

/** Fetches the captures of lists, of each text one, and gathers what they name. */
export async function fetchLists(
  catalogue: Catalogue,
  source: CaptureSource,
  journal: HarvestJournal,
  listed: ListedSoFar,
  most: number,
  open: OpenBytes,
  say: (line: string) => void,
): Promise<void> {
  const done = new Map<string, number>();
  // What the links of a column's list have in common, by the column.
  const rows = new Map<string, string>();
  for (const one of journal.before) {
    if (one.kind !== 'list') continue;
    done.set(`${one.timestamp} ${one.key}`, one.found);
    if (one.rows !== '') rows.set(columnOf(one.key), one.rows);
  }
  const lists = [...catalogue.addresses()].filter(({ kind }) => kind === 'list').sort(byKey);
  for (const [at, list] of lists.entries()) {
    let vain = 0;
    for (const capture of capturesOfList(catalogue.captures(list.key), most)) {
      const known = done.get(`${capture.timestamp} ${list.key}`);
      const found = known ?? (await fetchList(list, capture, rows, source, journal, listed, open));
      vain = found === 0 ? vain + 1 : 0;
      if (vain >= enoughInVain) break;
    }
    if ((at + 1) % 25 === 0) say(`lists: ${at + 1} of ${lists.length}, which name ${listed.size()} articles`);
  }
}

/** How many captures of lists there are to fetch at most. */
export const countListCaptures = (catalogue: Catalogue, most: number): number =>
  [...catalogue.addresses()]
    .filter(({ kind }) => kind === 'list')
    .reduce((sum, { key }) => sum + capturesOfList(catalogue.captures(key), most).length, 0);

const byKey = (one: IndexedAddress, other: IndexedAddress): number =>
  one.page - other.page || (one.key < other.key ? -1 : 1);

async function fetchList(
  { key }: IndexedAddress,
  capture: IndexedCapture,
  rows: Map<string, string>,
  source: CaptureSource,
  journal: HarvestJournal,
  listed: ListedSoFar,
  open: OpenBytes,
): Promise<number> {
  const fetched = await source.page(capture);
  const column = columnOf(key);
  const named = fetched.kind === 'page' ? namedBy(fetched.page, capture, rows.get(column) ?? '', open) : nothing;
  if (fetched.kind === 'page') await writeCapture(journal, fetched.page, capture);
  if (named.rows !== '') rows.set(column, named.rows);
  listed.add(named.essays);
  journal.append('listed', named.essays.map((one) => `${JSON.stringify(one)}\n`).join(''));
  journal.write({ kind: 'list', key, timestamp: capture.timestamp, found: named.essays.length, rows: named.rows });
  return named.essays.length;
}

const nothing: NamedByList = { essays: [], rows: '' };

/** The address of a list without the number of its page. */
const columnOf = (key: string): string =>
  key
    .replace(/([?&])\w*(?:page\w*|pn|pg|(?<=[?&])p)=\d+(?:&|$)/, '$1')
    .replace(/[?&]$/, '')
    .replace(/[-_]\d{1,3}(\.\w+)$/, '$1');

/** The page is opened under its original address, so that its links are original ones. */
function namedBy(
  { bytes, charset }: ServedPage,
  { original, timestamp }: IndexedCapture,
  rows: string,
  open: OpenBytes,
): NamedByList {
  const opened = open(bytes, original, charset);
  try {
    if (opened.tooLarge) return nothing;
    const { document } = opened;
    const page = { document, originalUrl: original, archivedCopy: null, archiveElements: [], charset: opened.charset };
    return readNamedByList(page, timestamp, rows);
  } finally {
    opened.close();
  }
}

/** Takes in what an earlier run found. */
export const readOwnLists = (file: string, listed: ListedSoFar): void => listed.add(parseListed(file));
