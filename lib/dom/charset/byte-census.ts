/** How the bytes of a page above 0x7F group themselves, counted in one pass for each reading. */
export interface Utf8Census {
  /** Well-formed UTF-8 characters of three or four bytes, as Han is written. */
  readonly long: number;
  /** Well-formed two-byte characters, which GBK text forms by accident too. */
  readonly short: number;
  /** Those of `short` that are Latin-1 letters and signs, such as © and a no-break space. */
  readonly latin: number;
  /** Bytes that belong to no well-formed character; one cut at the very end is not counted. */
  readonly stray: number;
}

// Past this many characters the page has shown what it is; a replay's toolbar is far shorter.
const ENOUGH = 262144;

const follows = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

/** Length that a UTF-8 lead byte announces, 0 for a byte that cannot lead. */
function announced(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 0;
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/** Counts the characters that the bytes hold when read as UTF-8. */
export function countUtf8(bytes: Uint8Array): Utf8Census {
  let long = 0;
  let short = 0;
  let latin = 0;
  let stray = 0;
  const end = bytes.length;
  for (let at = 0; at < end && long + short + stray < ENOUGH; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const length = announced(lead);
    let size = 1;
    while (size < length && follows(bytes[at + size])) size++;
    if (length > 0 && size === length) {
      if (length > 2) long++;
      else short++;
      if (lead < 0xc4) latin++;
      at += length - 1;
    } else if (at + size < end || length === 0) {
      stray++;
    }
  }
  return { long, short, latin, stray };
}

/**
 * Share of the characters that are everyday Chinese when the bytes are read as `gb18030` or `big5`: from 0 to 1, 0 when
 * the bytes are all ASCII. In GB2312 Han is B0-F7 + A1-FE and punctuation A1-A3; in Big5 the frequent Han is A4-C6 and
 * the punctuation A1-A3, trail bytes 40-7E or A1-FE.
 */
export function everydayShare(bytes: Uint8Array, encoding: 'gb18030' | 'big5'): number {
  const gb = encoding === 'gb18030';
  let everyday = 0;
  let all = 0;
  for (let at = 0; at < bytes.length && all < ENOUGH; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    all++;
    const trail = bytes[at + 1] ?? 0;
    const high = trail >= 0xa1 && trail <= 0xfe;
    const low = trail >= 0x40 && trail <= 0x7e;
    const mark = lead >= 0xa1 && lead <= 0xa3;
    if (gb ? high && (mark || (lead >= 0xb0 && lead <= 0xf7)) : (high || low) && lead >= 0xa1 && lead <= 0xc6)
      everyday++;
    // A byte that no trail follows is a stray: the next byte begins a character again.
    if (high || low || trail >= 0x80) at++;
  }
  return all === 0 ? 0 : everyday / all;
}
