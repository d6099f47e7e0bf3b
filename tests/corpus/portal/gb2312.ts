/** The two-byte range of GB2312: both bytes from A1 on, the first up to F7. Index 0 of each row is byte A1. */
const rows = Array.from({ length: 0xf7 - 0xa1 + 1 }, (_, row) => row + 0xa1);
const cells = Array.from({ length: 0xfe - 0xa1 + 1 }, (_, cell) => cell + 0xa1);

/** Character → its two bytes: Node decodes GBK but does not encode it, so its decoder is read backwards, once. */
const bytesOf: ReadonlyMap<string, readonly [number, number]> = new Map(
  rows.flatMap((first) => {
    const row = new TextDecoder('gb18030').decode(Uint8Array.from(cells.flatMap((second) => [first, second])));
    return Array.from(row, (character, index) => [character, [first, cells[index] ?? 0]] as const);
  }),
);

const isPrivate = (code: number): boolean => code >= 0xe000 && code <= 0xf8ff;

/** HTML in GB2312 bytes; a character that GB2312 lacks becomes a numeric character reference, as IIS wrote it. */
export function encodeGb2312(html: string): Uint8Array<ArrayBuffer> {
  // The longest that a character becomes: a reference of ten letters, for one of two units.
  const bytes = new Uint8Array(html.length * 8);
  let at = 0;
  for (const character of html) {
    const code = character.codePointAt(0) ?? 0;
    const pair = code < 0x80 || isPrivate(code) ? undefined : bytesOf.get(character);
    if (pair !== undefined) {
      bytes[at] = pair[0];
      bytes[at + 1] = pair[1];
      at += 2;
    } else for (const ascii of code < 0x80 ? character : `&#${code};`) bytes[at++] = ascii.charCodeAt(0);
  }
  return bytes.slice(0, at);
}
