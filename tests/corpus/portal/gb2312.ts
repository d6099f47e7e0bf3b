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
  const bytes = Array.from(html).flatMap((character): readonly number[] => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) return [code];
    const pair = isPrivate(code) ? undefined : bytesOf.get(character);
    return pair ?? Array.from(`&#${code};`, (ascii) => ascii.charCodeAt(0));
  });
  return Uint8Array.from(bytes);
}
