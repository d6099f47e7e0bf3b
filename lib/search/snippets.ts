import { readableRow } from '../collection/checked/check-row.ts';
import type { Collection } from '../collection/collection.ts';
import { readAtOnce } from '../collection/read-at-once.ts';
import type { Parts, Snippet } from './contract.ts';
import { textOfEssay } from './text/document.ts';
import { fold } from './text/fold.ts';

/** Characters of a snippet, and those before its first hit. */
const LENGTH = 90;
const BEFORE = 24;

/** Reads the titles of essays, and their passages around the first place of any term; see `Search.snippets`. */
export async function readSnippets(
  collection: Collection,
  ids: readonly string[],
  terms: readonly string[],
): Promise<readonly Snippet[]> {
  const { essays, bodies } = collection;
  const texts = await readAtOnce(collection, [essays, bodies], ({ get }) =>
    Promise.all(
      ids.map(async (id) => {
        const row = readableRow('essays', await get(essays, id));
        return row && { id, title: row.title, text: textOfEssay(row, await get(bodies, row.captureId))?.text ?? '' };
      }),
    ),
  );
  const folded = terms.map(fold).filter(Boolean);
  return texts.flatMap((found) => {
    if (!found) return [];
    const { id, title, text } = found;
    return { id, title: partsOf(title, fold(title), folded, 0, title.length), parts: snippetOf(text, folded) };
  });
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
