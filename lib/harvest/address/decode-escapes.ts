const utf8 = new TextDecoder('utf-8', { fatal: true });
// The whole of GBK and more: what browsers mean by gb2312, gbk and gb18030 (WHATWG Encoding, 10.2).
const gbk = new TextDecoder('gb18030', { fatal: true });

const han = /[\u3400-\u9fff\uf900-\ufaff]/;
/** Escapes of signs that part an address stay: they are not the signs themselves (RFC 3986, 2.2). */
const parting = /^%(?:2[356bf]|3[bdf]|40)$/i;

/**
 * A part of an address, a segment of its path or a name or value of its query, with its escapes made letters, so that all forms
 * of a word compare: GBK and UTF-8, either case of the digits, what JavaScript's `escape` wrote (`%u515A`), escapes that were
 * escaped again (`%25B5`), and GBK that somebody took for Latin-1 and wrote in UTF-8. Escapes of what parts an address, and bytes
 * of no encoding that is known, stay, in lower case.
 */
export function decodeEscapes(part: string): string {
  if (!part.includes('%')) return part.normalize('NFC');
  const plain = part
    .replace(/%25(?=[\da-f]{2}|u[\da-f]{4})/gi, '%')
    .replace(/%u([\da-f]{4})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
  // Letters that are letters already are not bytes of a GBK word: what stands between them is read by itself.
  return plain
    .split(/([^\0-\x7f]+)/)
    .map((run, at) => (at % 2 === 1 ? run : decodeRun(run)))
    .join('')
    .normalize('NFC');
}

function decodeRun(run: string): string {
  if (!run.includes('%')) return run;
  return run
    .split(/(%(?:2[356bf]|3[bdf]|40)|%(?![\da-f]{2}))/i)
    .map((piece, at) =>
      at % 2 === 1 && (parting.test(piece) || piece === '%') ? piece.toLowerCase() : textOfBytes(piece),
    )
    .join('');
}

/** A second byte of GBK may be an ASCII letter, which browsers do not escape: so the letters around are bytes too. */
function textOfBytes(escaped: string): string {
  const bytes: number[] = [];
  for (let at = 0; at < escaped.length; at += 1) {
    const digits = escaped[at] === '%' ? escaped.slice(at + 1, at + 3) : '';
    bytes.push(digits === '' ? escaped.charCodeAt(at) : Number.parseInt(digits, 16));
    if (digits !== '') at += 2;
  }
  const all = Uint8Array.from(bytes);
  // A stroke that is not escaped parts an address.
  return (
    wordOf(all)?.replaceAll('\\', '%5c') ??
    escaped.replace(/%[\da-f]{2}/gi, (code) => asciiOf(code) ?? code.toLowerCase())
  );
}

const asciiOf = (code: string): string | null => {
  const byte = Number.parseInt(code.slice(1), 16);
  return byte > 0x20 && byte < 0x7f && byte !== 0x5c ? String.fromCharCode(byte) : null;
};

/** The words that bytes are, in UTF-8 or GBK; null where they are neither. */
function wordOf(bytes: Uint8Array): string | null {
  const read = decoded(utf8, bytes);
  if (read !== null && (han.test(read) || !/[\x80-\uffff]/.test(read))) return read;
  // What is letters of Western Europe in UTF-8 was GBK, written so by a program that took each byte for one.
  const twice =
    read === null || /[^\0-\xff]/.test(read) ? null : Uint8Array.from(read, (letter) => letter.charCodeAt(0));
  const repaired = twice === null ? null : (hanOf(utf8, twice) ?? hanOf(gbk, twice));
  return repaired ?? hanOf(gbk, bytes) ?? read ?? decoded(gbk, bytes);
}

function hanOf(decoder: TextDecoder, bytes: Uint8Array): string | null {
  const text = decoded(decoder, bytes);
  return text !== null && han.test(text) ? text : null;
}

function decoded(decoder: TextDecoder, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}
