import type { Ledger } from '../../collection/ledger/read-ledger.ts';
import { LIVE, TRASHED } from '../../collection/ledger/slot.ts';
import type { ListPlace } from '../contract.ts';
import { fold } from '../text/fold.ts';
import type { AllValues } from './facets.ts';
import { columnFields, isColumnField } from './fields.ts';
import type { Conditions } from './parse-query.ts';

/** Names of tags and of the reader's collections, by their ids: the ledger holds ids. */
export interface NamesById {
  readonly tag: ReadonlyMap<string, string>;
  readonly shelf: ReadonlyMap<string, string>;
}

/** By document number: 1 for those that stand in a place. Gives the same array until the ledger changes: nobody may write into it. */
export function placesOf(ledger: Ledger): (place: ListPlace) => Uint8Array {
  const held = { version: -1, hits: new Map<ListPlace, Uint8Array>() };
  return (place) => {
    if (held.version !== ledger.version) held.hits.clear();
    held.version = ledger.version;
    const known = held.hits.get(place) ?? documentsOf(ledger, place);
    held.hits.set(place, known);
    return known;
  };
}

function documentsOf({ states, size }: Ledger, place: ListPlace): Uint8Array {
  const wanted = place === 'kept' ? LIVE : TRASHED;
  const hits = new Uint8Array(size);
  for (let doc = 0; doc < size; doc += 1) if (states[doc] === wanted) hits[doc] = 1;
  return hits;
}

/** Of the documents in `here`, those that the filters which the ledger can judge let through; `here` itself where there are none. */
export function matchFilters(
  ledger: Ledger,
  values: AllValues,
  { filters, years }: Pick<Conditions, 'filters' | 'years'>,
  here: Uint8Array,
  names: NamesById,
): Uint8Array {
  if (filters.length === 0 && years.length === 0) return here;
  const hits = here.slice();
  for (const { name, text, not } of filters) {
    if (!isColumnField(name)) continue;
    const column = columnFields[name];
    const owned = column === 'tag' || column === 'shelf' ? names[column] : null;
    const fits = values[column].codesWhere((value, folded) =>
      (owned === null ? folded : fold(owned.get(value) ?? '')).includes(text),
    );
    const { codes } = ledger.columns[column];
    for (let doc = 0; doc < hits.length; doc += 1) if ((fits[codes[doc] ?? 0] === 1) === not) hits[doc] = 0;
  }
  for (const [from, to] of years) {
    for (let doc = 0; doc < hits.length; doc += 1) {
      const published = ledger.published[doc] ?? 0;
      if (published === 0 || published < from * 10_000 || published >= (to + 1) * 10_000) hits[doc] = 0;
    }
  }
  return hits;
}
