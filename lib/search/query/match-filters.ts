import type { Ledger } from '../../collection/ledger/read-ledger.ts';
import { LIVE, TRASHED } from '../../collection/ledger/slot.ts';
import type { ListPlace } from '../contract.ts';
import { fold } from '../text/fold.ts';
import type { AllValues } from './facets.ts';
import { filterNames, type Query } from './parse-query.ts';

/** By document number: 1 for those of the place that the query's filters let through. `tags` are names by id. */
export function matchFilters(
  ledger: Ledger,
  values: AllValues,
  { filters, years }: Pick<Query, 'filters' | 'years'>,
  place: ListPlace,
  tags: ReadonlyMap<string, string>,
): Uint8Array {
  const wanted = place === 'kept' ? LIVE : TRASHED;
  const hits = new Uint8Array(ledger.size);
  for (let doc = 0; doc < hits.length; doc += 1) if (ledger.states[doc] === wanted) hits[doc] = 1;
  for (const { name, text, not } of filters) {
    const fits = values[filterNames[name]].codesWhere((value, folded) =>
      (name === 'tag' ? fold(tags.get(value) ?? '') : folded).includes(text),
    );
    const { codes } = ledger.columns[filterNames[name]];
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
