import { writeSlots } from '../../lib/collection/ledger/chunk.ts';
import { emptyLedger, type Ledger } from '../../lib/collection/ledger/read-ledger.ts';
import { LIVE, type Slot, type TextColumn, textColumns } from '../../lib/collection/ledger/slot.ts';
import { columnValues } from '../../lib/search/query/column-values.ts';
import type { AllValues } from '../../lib/search/query/facets.ts';

/** What a test says of a document; several values of a column are lines. */
export type SmallSlot = Partial<Omit<Slot, 'texts'>> & { readonly [Name in TextColumn]?: string };

/** The id of the document at a place. */
export const idAtPlace = (place: number): string => place.toString(16).padStart(24, '0');

/** A ledger of a few documents without a database, with the values of its columns: what a search is asked over. */
export function smallLedger(documents: readonly SmallSlot[]): { readonly ledger: Ledger; readonly values: AllValues } {
  const slots = documents.map((given, place): [number, Slot] => {
    const texts = Object.fromEntries(textColumns.map((name) => [name, given[name] ?? '']));
    return [
      place,
      {
        id: idAtPlace(place),
        state: LIVE,
        kind: 0,
        published: 0,
        keptAt: place + 1,
        trashedAt: 0,
        length: 0,
        ...given,
        texts: texts as Record<TextColumn, string>,
      },
    ];
  });
  const size = documents.length;
  const { texts, strings, ...chunk } = writeSlots(undefined, 0, size, new Map(slots));
  const ledger = emptyLedger();
  const { ids, states, kinds, published, keptAt, trashedAt, lengths } = chunk;
  Object.assign(ledger, { version: 1, size, ids, states, kinds, published, keptAt, trashedAt, lengths });
  for (const [at, name] of textColumns.entries()) {
    const column = ledger.columns[name];
    column.codes = Uint32Array.from({ length: size }, (_, place) => {
      const text = strings[texts[at * size + place] ?? -1] ?? '';
      const code = column.codeOf.get(text) ?? column.texts.push(text) - 1;
      column.codeOf.set(text, code);
      return code;
    });
    column.entered = column.texts.length;
  }
  const values = Object.fromEntries(textColumns.map((name) => [name, columnValues(ledger.columns[name])]));
  return { ledger, values: values as Record<TextColumn, AllValues[TextColumn]> };
}
