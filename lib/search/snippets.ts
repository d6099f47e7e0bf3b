import { readableRow } from '../collection/checked/check-row.ts';
import type { Collection } from '../collection/collection.ts';
import { readAtOnce } from '../collection/read-at-once.ts';
import type { Parts, Snippet } from './contract.ts';
import { bodyIn, textOfEssay } from './text/document.ts';
import { fold } from './text/fold.ts';
import { noOwnWords, ownWordsOf, seenWordsOf } from './text/own-words.ts';
import type { Readings } from './text/readings.ts';

/** Characters of a snippet, and those before its first hit. */
const LENGTH = 90;
const BEFORE = 24;

/** Where snippets are read from: `textOf` gives the text of a document where a file has it, `marked` the essays with highlights. */
export interface SnippetSource {
  readonly collection: Collection;
  readonly textOf: (doc: number) => Promise<string | null>;
  readonly marked: () => Promise<ReadonlySet<string>>;
}

/** Reads the titles of essays, their passages around the first place of any term, and where else terms are; see `Search.snippets`. */
export async function readSnippets(
  { collection, textOf, marked }: SnippetSource,
  ids: readonly string[],
  terms: readonly string[],
  readings: Readings | null,
): Promise<readonly Snippet[]> {
  const { essays, bodies, tags, shelves, highlights } = collection;
  const known = terms.length === 0 ? new Set<string>() : await marked();
  const { rows, own } = await readAtOnce(collection, [essays, tags, shelves, highlights], async (reading) => {
    const found = await Promise.all(ids.map(async (id) => readableRow('essays', await reading.get(essays, id))));
    const there = found.flatMap((row) => row ?? []);
    return { rows: there, own: terms.length === 0 ? noOwnWords : await ownWordsOf(reading, collection, there, known) };
  });
  const filed = await Promise.all(rows.map(async (row) => ({ row, raw: await textOf(row.doc) })));
  // What no file holds yet is read from the database, all at once.
  const texts = filed.every(({ raw }) => raw !== null)
    ? filed.map(({ row, raw }) => ({ row, text: bodyIn(row, raw ?? '') }))
    : await readAtOnce(collection, [bodies], ({ get }) =>
        Promise.all(
          filed.map(async ({ row, raw }) =>
            raw === null
              ? { row, text: textOfEssay(row, await get(bodies, row.captureId))?.text ?? '' }
              : { row, text: bodyIn(row, raw) },
          ),
        ),
      );
  const folded = terms.map(fold).filter(Boolean);
  return texts.map(({ row, text }) => {
    const title = markedParts(row.title, folded, readings, 'anywhere');
    const found = seenWordsOf(row, own).flatMap(({ in: where, text: words }) => {
      const by = where === 'author' ? readings : null;
      const parts = words === '' ? [] : markedParts(words, folded, by, 'start');
      if (!parts.some(({ hit }) => hit)) return [];
      return { in: where, parts: words.length > LENGTH ? snippetOf(words, folded) : parts };
    });
    return { id: row.id, title, parts: snippetOf(text, folded), found };
  });
}

/** A whole text in parts; what is no hit as it stands may be one as it is read. */
function markedParts(
  text: string,
  terms: readonly string[],
  readings: Readings | null,
  from: 'start' | 'anywhere',
): Parts {
  const parts = partsOf(text, fold(text), terms, 0, text.length);
  if (readings === null || parts.some(({ hit }) => hit)) return parts;
  const place = terms.map((term) => readings.place(text, term, from)).find((found) => found !== null);
  if (!place) return parts;
  const [start, end] = place;
  const around = [
    { text: text.slice(0, start), hit: false },
    { text: text.slice(start, end), hit: true },
    { text: text.slice(end), hit: false },
  ];
  return around.filter(({ text: part }) => part !== '');
}

/** The passage of a text around the first hit of a folded term, in parts: hits and what is between them. */
export function snippetOf(text: string, terms: readonly string[]): Parts {
  const folded = fold(text);
  const places = terms.map((term) => folded.indexOf(term)).filter((place) => place >= 0);
  const first = places.length === 0 ? 0 : Math.min(...places);
  const from = wholeFrom(text, Math.max(0, first - BEFORE));
  const to = wholeFrom(text, Math.min(text.length, from + LENGTH));
  const gap = { text: '…', hit: false };
  return [...(from > 0 ? [gap] : []), ...partsOf(text, folded, terms, from, to), ...(to < text.length ? [gap] : [])];
}

/** A stretch of a text in parts, on one line. */
function partsOf(text: string, folded: string, terms: readonly string[], from: number, to: number): Parts {
  const parts: { text: string; hit: boolean }[] = [];
  let shown = from;
  for (const [start, end] of hitsWithin(folded, terms, from, to)) {
    if (start > shown) parts.push({ text: oneLine(text.slice(shown, start)), hit: false });
    parts.push({ text: oneLine(text.slice(start, end)), hit: true });
    shown = end;
  }
  if (shown < to) parts.push({ text: oneLine(text.slice(shown, to)), hit: false });
  return parts;
}

const oneLine = (text: string): string => text.replaceAll('\n', ' ');

/** A place that does not part the two halves of a character. */
const wholeFrom = (text: string, at: number): number => (/[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at);

/** Ranges of hits, in order, without overlap: terms that touch or overlap are one. */
function hitsWithin(folded: string, terms: readonly string[], from: number, to: number): [number, number][] {
  const ranges: [number, number][] = [];
  for (const term of terms) {
    for (let at = folded.indexOf(term, from); at >= 0 && at < to; at = folded.indexOf(term, at + 1)) {
      ranges.push([at, Math.min(to, at + term.length)]);
    }
  }
  ranges.sort(([a], [b]) => a - b);
  const joined: [number, number][] = [];
  for (const [start, end] of ranges) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}
