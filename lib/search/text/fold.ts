import { foldedUnits } from './folded-units.ts';

/**
 * The folded unit of every UTF-16 unit: width (NFKC), case, traditional characters, and a space for what controls. A fold never
 * changes the length of a text, so that places in the folded text are places in the text itself; what would change it stays as it is.
 */
function foldTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let unit = 0; unit < table.length; unit += 1) table[unit] = unit;
  for (let at = 0; at < foldedUnits.length; at += 2) table[foldedUnits.charCodeAt(at)] = foldedUnits.charCodeAt(at + 1);
  return table;
}

/** The folded unit of each unit: for texts that are looked through as bytes, without a string being made of them. */
export const foldedUnit: Uint16Array = foldTable();

/** Much faster than `String.fromCharCode`. Half of a character without the other comes out as U+FFFD, of the same length. */
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

/** Folds width, case and traditional characters; the length stays. */
export function fold(text: string): string {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < units.length; at += 1) units[at] = foldedUnit[text.charCodeAt(at)] ?? 0;
  return decoder.decode(units);
}
