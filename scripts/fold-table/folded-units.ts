import traditionalToSimplified from 'opencc-js/dict/TSCharacters';

/** The first unit that may be traditional: Unicode's Han characters begin with extension A. */
const HAN = 0x3400;

/** Pairs of units that stand in one line of the file. */
const OF_LINE = 40;

/** The folded unit of every UTF-16 unit, by this Node's Unicode and the dictionary of OpenCC: see `fold`. */
export function makeFoldTable(): Uint16Array {
  const table = Uint16Array.from({ length: 0x10000 }, (_, unit) => foldedUnit(unit));
  const simplified = new Map<number, number>();
  for (const entry of traditionalToSimplified.split('|')) {
    const [from = '', to = ''] = entry.split(' ');
    if (from.length === 1 && to.length === 1) simplified.set(from.charCodeAt(0), to.charCodeAt(0));
  }
  for (const [unit, folded] of table.entries()) {
    if (folded >= HAN) table[unit] = simplified.get(folded) ?? folded;
  }
  // A line break parts the fields of a document; every other control character is a space.
  for (let unit = 0; unit < 0x20; unit += 1) if (unit !== 0x0a) table[unit] = 0x20;
  // What a character folds to may fold further: both must come to the same.
  return table.map((unit) => table[unit] ?? unit);
}

/** Width and case of a unit taken away; itself where that would not be one unit. */
function foldedUnit(unit: number): number {
  const character = String.fromCharCode(unit);
  const wide = character.normalize('NFKC');
  const lower = (wide.length === 1 ? wide : character).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : unit;
}

/** The file that holds the table: every unit that folds to another, with that one behind it. */
export function foldedUnitsFile(table = makeFoldTable()): string {
  const pairs = [...table.entries()].filter(([unit, folded]) => unit !== folded);
  const lines: string[] = [];
  for (let at = 0; at < pairs.length; at += OF_LINE) {
    const units = pairs.slice(at, at + OF_LINE).flat();
    lines.push(`  '${units.map(written).join('')}',`);
  }
  return `/*
 * Units of UTF-16 that fold to another, each with that one behind it: see \`fold\`. Written by scripts/fold-table.ts from
 * Unicode ${process.versions['unicode']} and the dictionary of OpenCC (opencc-js, TSCharacters), so that no page works it out while its reader waits.
 */
export const foldedUnits = [
${lines.join('\n')}
].join('');
`;
}

/** Letters and signs of Chinese texts as they are, all else by its number. */
const written = (unit: number): string =>
  (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= HAN && unit <= 0x4dbf)
    ? String.fromCharCode(unit)
    : `\\u${unit.toString(16).padStart(4, '0')}`;
