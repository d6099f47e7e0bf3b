/** Characters of a text, white space apart: how the length of an essay is counted everywhere. */
export function lengthOf(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // The two halves of a character beyond the first plane count once.
    if (code >= FIRST_HIGH && code <= LAST_HIGH && isLow(text.charCodeAt(at + 1))) at += 1;
    if (!isSpace(code)) length += 1;
  }
  return length;
}

/** Halves of characters beyond the first plane (The Unicode Standard, 3.8). */
const [FIRST_HIGH, LAST_HIGH, FIRST_LOW, LAST_LOW] = [0xd8_00, 0xdb_ff, 0xdc_00, 0xdf_ff];
const isLow = (code: number): boolean => code >= FIRST_LOW && code <= LAST_LOW;

/** White space as `\s` knows it (ECMA-262, WhiteSpace and LineTerminator), by number: a pattern asked of each character took half of the time in which a row is made. */
const isSpace = (code: number): boolean =>
  code <= 0x20 ? code === 0x20 || (code >= 0x09 && code <= 0x0d) : code >= 0xa0 && rareSpaces.has(code);

const rareSpaces: ReadonlySet<number> = new Set([
  0xa0,
  0x16_80,
  ...Array.from({ length: 11 }, (_, at) => 0x20_00 + at),
  ...[0x20_28, 0x20_29, 0x20_2f, 0x20_5f, 0x30_00, 0xfe_ff],
]);
