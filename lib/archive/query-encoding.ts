/**
 * An address whose query is written in a page's own encoding, as browsers send it (URL standard, "percent-encode after encoding"):
 * in a GBK page `图` of a query is `%CD%BC`, while paths are UTF-8 everywhere. Comes back as it is where its query is all ASCII or
 * the page is Unicode. A character that the encoding lacks becomes a numeric reference, escaped.
 */
export function withEncodedQuery(address: string, charset: string | undefined): string {
  const [, before = '', query = '', after = ''] = /^([^?#]*\?)([^#]*)(#.*)?$/s.exec(address) ?? [];
  if (!/[^\0-\x7f]/.test(query)) return address;
  const decoder = decoderOf(charset);
  if (decoder === null) return address;
  const bytesOf = encoderFor(decoder);
  const encoded = query.replace(/[^\0-\x7f]/gu, (letter) => {
    const bytes = bytesOf(letter);
    return bytes === null ? `%26%23${letter.codePointAt(0)}%3B` : bytes.map(written).join('');
  });
  return before + encoded + after;
}

/** A second byte of a letter may be one of ASCII's, which a query keeps as it is: `镕` is `%E9F` in GBK. */
const written = (byte: number): string =>
  byte < 0x80 ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase()}`;

/** What Big5 has twice: browsers write the later of both (encoding standard, "index Big5 pointer"). */
const later = /[═╞╡╪十卅]/;

/** Null for Unicode, and for what is no encoding. */
function decoderOf(charset: string | undefined): TextDecoder | null {
  try {
    const decoder = new TextDecoder(charset ?? 'utf-8');
    // gb18030 has four bytes for what GBK lacks, which are not written here, and two for `€`; else browsers send the queries of both alike.
    return /utf-|x-user/.test(decoder.encoding) ? null : decoder;
  } catch {
    return null;
  }
}

/**
 * Gives the bytes of a letter; made by decoding every byte and pair of bytes once, since browsers encode nothing but UTF-8. Some are read and
 * never written: gb18030's single byte for `€`, and Big5's pairs below 0xA1.
 */
function encoderFor(decoder: TextDecoder): (letter: string) => readonly number[] | null {
  const { encoding } = decoder;
  const codes: (readonly number[])[] = Array.from({ length: encoding === 'gb18030' ? 0 : 0x80 }, (_, n) => [0x80 + n]);
  for (let lead = encoding === 'big5' ? 0xa1 : 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) codes.push([lead, trail]);
  // A line end parts them: it is never a trail byte.
  const decoded = decoder.decode(Uint8Array.from(codes.flatMap((bytes) => [...bytes, 0x0a]))).split('\n');
  const placeOf = (letter: string): number =>
    later.test(letter) ? decoded.lastIndexOf(letter) : decoded.indexOf(letter);
  // U+FFFD stands for every pair that is no letter.
  return (letter) => (letter === '\ufffd' ? null : (codes[placeOf(letter)] ?? null));
}
