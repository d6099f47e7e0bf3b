/**
 * The encoding that a declared name stands for, in WHATWG lower-case spelling; null for a name that says nothing.
 * Every Chinese national name becomes `gb18030`, which holds gb2312 and gbk: portals declare the first and use the rest.
 * Names that browsers refuse but old servers sent (cp936, ms936, euc-cn, utf8 misspelt) are understood too.
 */
export function encodingOfLabel(label: string): string | null {
  const name = label.trim().toLowerCase();
  if (/^(?:x-)?(?:gb|euc-cn)|936$/.test(name)) return 'gb18030';
  if (/^utf[-_ ]?8/.test(name)) return 'utf-8';
  if (/^(?:x-x-)?big5|950$/.test(name)) return 'big5';
  try {
    const { encoding } = new TextDecoder(name);
    return encoding === 'gbk' ? 'gb18030' : encoding;
  } catch {
    return null;
  }
}

// A replay puts some 10 kB of script before the page's own meta, so the standard's 1024 bytes are not enough.
const HEAD_BYTES = 131072;
const META = /<meta\b[^>]{0,1024}?\bcharset\s*=\s*["']?\s*([\w.:-]+)/gi;
const XML = /^\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]+)/;

/**
 * The encoding that the page itself declares, by meta or XML declaration; null when it declares none that is known.
 * A page read as bytes cannot be UTF-16 and yet have shown an ASCII meta: that means UTF-8 (WHATWG encoding sniffing).
 */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = withoutComments(new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES)));
  const labels = [...head.matchAll(META)].map((match) => match[1]);
  for (const label of [...labels, XML.exec(head)?.[1]]) {
    const encoding = label === undefined ? null : encodingOfLabel(label);
    if (encoding !== null) return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  }
  return null;
}

// By hand, since a regular expression takes quadratic time on comments that are opened again and again.
function withoutComments(html: string): string {
  let kept = '';
  for (let at = 0; ; ) {
    const open = html.indexOf('<!--', at);
    const close = open < 0 ? -1 : html.indexOf('-->', open + 4);
    kept += html.slice(at, open < 0 ? html.length : open);
    if (close < 0) return kept;
    at = close + 3;
  }
}
