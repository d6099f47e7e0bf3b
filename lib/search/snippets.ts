import { readableRow } from '../collection/checked/check-row.ts';
import type { Collection } from '../collection/collection.ts';
import { readAtOnce } from '../collection/read-at-once.ts';
import type { Parts, Snippet } from './contract.ts';
import { LENGTH, passageIn, passageOf, stretchParts } from './passage.ts';
import { bodyFrom, textOfEssay } from './text/document.ts';
import { fold } from './text/fold.ts';
import { noOwnWords, ownWordsOf, seenWordsOf } from './text/own-words.ts';
import type { Readings } from './text/readings.ts';

/** Where snippets are read from: `textOf` gives the units of a document's text where a file has it, `marked` the essays with highlights. */
export interface SnippetSource {
  readonly collection: Collection;
  readonly textOf: (doc: number) => Promise<Uint16Array | null>;
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
  const folded = terms.map(fold).filter(Boolean);
  const filed = await Promise.all(rows.map(async (row) => ({ row, raw: await textOf(row.doc) })));
  // What no file holds yet is read from the database, all at once.
  const passages = filed.every(({ raw }) => raw !== null)
    ? filed.map(({ row, raw }) => ({ row, parts: passageIn(raw ?? new Uint16Array(), bodyFrom(row), folded) }))
    : await readAtOnce(collection, [bodies], ({ get }) =>
        Promise.all(
          filed.map(async ({ row, raw }) =>
            raw === null
              ? { row, parts: passageOf(textOfEssay(row, await get(bodies, row.captureId))?.text ?? '', folded) }
              : { row, parts: passageIn(raw, bodyFrom(row), folded) },
          ),
        ),
      );
  return passages.map(({ row, parts }) => {
    const title = markedParts(row.title, folded, readings, 'anywhere');
    const found = seenWordsOf(row, own).flatMap(({ in: where, text: words }) => {
      const by = where === 'author' ? readings : null;
      const marked = words === '' ? [] : markedParts(words, folded, by, 'start');
      if (!marked.some(({ hit }) => hit)) return [];
      return { in: where, parts: words.length > LENGTH ? passageOf(words, folded) : marked };
    });
    return { id: row.id, title, parts, found };
  });
}

/** A whole text in parts; what is no hit as it stands may be one as it is read. */
function markedParts(
  text: string,
  terms: readonly string[],
  readings: Readings | null,
  from: 'start' | 'anywhere',
): Parts {
  const parts = stretchParts(text, fold(text), terms, 0, text.length);
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
