import { utf16Bytes, utf16Text } from '../../text/utf16.ts';
import { ID } from './chunk.ts';
import type { Ledger, LedgerColumn } from './read-ledger.ts';
import { DEAD, textColumns } from './slot.ts';

/** How the bytes are laid out; raised when that changes. */
const FORMAT = 1;

/** A whole ledger as bytes, in two parts: strings are made of the texts, which are let go of then, while the numbers stay as they are. */
export interface LedgerBytes {
  /** A line of JSON, then one column after another: doubles, then words of 32 bits, then bytes. */
  readonly numbers: Uint8Array<ArrayBuffer>;
  /** The texts of all columns, UTF-16, one after another. */
  readonly texts: Uint8Array<ArrayBuffer>;
}

/** What the numbers begin with. */
interface Head extends Pick<Ledger, 'version' | 'base' | 'size' | 'chunks'> {
  readonly format: number;
  /** Each text column by name, in order, and how many texts it has. */
  readonly columns: readonly (readonly [name: string, texts: number])[];
}

/** Numbers stand at multiples of their size: what stands first, at those of the largest. */
const ALIGNED = 8;

/** The ledger as it is now. Texts that no document has any more are left out, so that they do not pile up over the years. */
export function bytesOfLedger(ledger: Ledger): LedgerBytes {
  const { version, base, size, chunks, columns } = ledger;
  const inUse = textColumns.map((name) => columnInUse(columns[name], ledger));
  const head: Head = {
    ...{ format: FORMAT, version, base, size, chunks },
    columns: textColumns.map((name, at) => [name, inUse[at]?.texts.length ?? 0]),
  };
  const line = new TextEncoder().encode(JSON.stringify(head));
  const parts = [
    ledger.keptAt.subarray(0, size),
    ledger.trashedAt.subarray(0, size),
    ledger.published.subarray(0, size),
    ledger.lengths.subarray(0, size),
    ...inUse.map(({ codes }) => codes),
    ...inUse.map(({ texts }) => Uint32Array.from(texts, ({ length }) => length)),
    ledger.ids.subarray(0, size * ID),
    ledger.states.subarray(0, size),
    ledger.kinds.subarray(0, size),
  ];
  let at = columnsBehind(line.length);
  const numbers = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, at));
  new DataView(numbers.buffer).setUint32(0, line.length, true);
  numbers.set(line, 4);
  for (const { buffer, byteOffset, byteLength } of parts) {
    numbers.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return { numbers, texts: utf16Bytes(inUse.map(({ texts }) => texts.join('')).join('')) };
}

/** Where the columns begin behind a line of so many bytes, before which its length stands. */
const columnsBehind = (line: number): number => Math.ceil((4 + line) / ALIGNED) * ALIGNED;

/** A column with new codes, for the texts of documents that are not dead; '' has the code 0. */
function columnInUse(
  { codes, texts }: LedgerColumn,
  { states, size }: Ledger,
): { readonly codes: Uint32Array<ArrayBuffer>; readonly texts: readonly string[] } {
  const inUse = [''];
  const codeOf = new Uint32Array(texts.length);
  const renewed = new Uint32Array(size);
  for (let place = 0; place < size; place += 1) {
    const code = codes[place] ?? 0;
    if (code === 0 || states[place] === DEAD) continue;
    if (codeOf[code] === 0) codeOf[code] = inUse.push(texts[code] ?? '') - 1;
    renewed[place] = codeOf[code] ?? 0;
  }
  return { codes: renewed, texts: inUse };
}

/**
 * Fills an empty ledger with one that was made bytes, of which its numbers are the very memory. False, and nothing is done, where
 * the layout is another, or the text columns are others than now. That the bytes are whole is the caller's to know.
 */
export function fillFromBytes(known: Ledger, { numbers, texts }: LedgerBytes): boolean {
  const line = new DataView(numbers.buffer).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(numbers.subarray(4, 4 + line))) as Head;
  if (head.format !== FORMAT || head.columns.map(([name]) => name).join() !== textColumns.join()) return false;
  const { version, base, size, chunks } = head;
  const state = { at: columnsBehind(line) };
  const placeOf = (bytes: number): number => {
    const { at } = state;
    state.at += bytes;
    return at;
  };
  const doubles = () => new Float64Array(numbers.buffer, placeOf(8 * size), size);
  const words = (count = size) => new Uint32Array(numbers.buffer, placeOf(4 * count), count);
  const bytes = (count = size) => new Uint8Array(numbers.buffer, placeOf(count), count);
  // In the order in which they were written.
  Object.assign(known, { keptAt: doubles(), trashedAt: doubles(), published: words(), lengths: words() });
  for (const name of textColumns) known.columns[name].codes = words();
  const lengths = head.columns.map(([, count]) => words(count));
  Object.assign(known, { ids: bytes(size * ID), states: bytes(), kinds: bytes() });
  let unit = 0;
  for (const [at, name] of textColumns.entries()) {
    const ofColumn = lengths[at] ?? words(0);
    const count = ofColumn.reduce((sum, length) => sum + length, 0);
    fillTexts(
      known.columns[name],
      utf16Text(new Uint16Array(texts.buffer, 2 * unit, count)),
      ofColumn,
      name === 'title',
    );
    unit += count;
  }
  Object.assign(known, { version, base, size, chunks });
  return true;
}

/** Fills a column with its texts, which stand one after another, '' first. Of titles, which are many, no other is `entered` before one is looked for. */
function fillTexts(column: LedgerColumn, whole: string, lengths: Uint32Array, later: boolean): void {
  const { texts, codeOf } = column;
  texts.length = 0;
  codeOf.clear();
  let from = 0;
  for (const length of lengths) {
    const text = whole.slice(from, from + length);
    if (!later || from + length === 0) codeOf.set(text, texts.length);
    texts.push(text);
    from += length;
  }
  column.entered = later ? 0 : texts.length;
}
