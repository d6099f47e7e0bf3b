import { essayIdOf, type Ledger } from '../../collection/ledger/read-ledger.ts';
import { fold } from '../text/fold.ts';
import type { OwnMarks } from '../text/own-marks.ts';
import { mayBeReading, type Readings } from '../text/readings.ts';
import type { AllValues } from './facets.ts';
import type { NamesById } from './match-filters.ts';

/** What a term is looked for in besides the index of texts. */
export interface BesideText {
  readonly ledger: Ledger;
  readonly values: AllValues;
  readonly names: NamesById;
  readonly marks: OwnMarks;
  /** Null while pinyin is not at hand. */
  readonly readings: Readings | null;
}

/**
 * The documents that a folded term is found in beside their text: in the names of institution, column, tags and collections, in
 * highlights and their notes, and, where it may be pinyin, in authors and title. By document number; null for none.
 */
export function besideText(parts: BesideText, term: string): Uint8Array | null {
  const { ledger, values, names } = parts;
  const fitting = [
    { codes: ledger.columns.institution.codes, fits: values.institution.codesHolding(term) },
    { codes: ledger.columns.column.codes, fits: values.column.codesHolding(term) },
    ...(['tag', 'shelf'] as const).map((name) => ({ codes: ledger.columns[name].codes, fits: owned(name) })),
    ...byReading(parts, term),
  ].filter(({ fits }) => fits.includes(1));
  const marked = new Set([...parts.marks].flatMap(([id, text]) => (text.includes(term) ? [id] : [])));
  if (fitting.length === 0 && marked.size === 0) return null;
  const found = new Uint8Array(ledger.size);
  for (const { codes, fits } of fitting)
    for (let doc = 0; doc < found.length; doc += 1) if (fits[codes[doc] ?? 0] === 1) found[doc] = 1;
  markDocuments(ledger, marked, found);
  return found;

  function owned(name: 'tag' | 'shelf'): Uint8Array {
    const ids = new Set([...names[name]].flatMap(([id, text]) => (fold(text).includes(term) ? [id] : [])));
    return ids.size === 0 ? new Uint8Array() : values[name].codesWhere((id) => ids.has(id));
  }
}

/** Sets the documents of some essays. */
export function markDocuments(ledger: Ledger, ids: ReadonlySet<string>, found: Uint8Array): void {
  if (ids.size === 0) return;
  for (let doc = 0; doc < found.length; doc += 1) if (ids.has(essayIdOf(ledger, doc))) found[doc] = 1;
}

function byReading({ ledger, values, readings }: BesideText, term: string) {
  if (readings === null || !mayBeReading(term)) return [];
  return [
    {
      codes: ledger.columns.author.codes,
      fits: values.author.codesWhere((name) => readings.place(name, term, 'start') !== null),
    },
    {
      codes: ledger.columns.title.codes,
      fits: values.title.codesWhere((title) => readings.place(title, term, 'anywhere') !== null),
    },
  ];
}
