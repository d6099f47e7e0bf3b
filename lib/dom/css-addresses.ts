/** Functions that load what they name (CSS Values, CSS Images), and `expression`, which Internet Explorer ran. */
const LOADING = /(?:url|src|image|image-set|cross-fade|element|expression)\s*\(/i;
/** An address that holds what it is of. */
const HELD = /^\s*["']?data:image\//i;

/** CSS without comments, its escapes written out: `\75 rl(` is `url(` to a browser (CSS Syntax, 4.3.7). */
function unescaped(css: string): string {
  return css.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, '').replace(/\\(?:([\da-f]{1,6})\s?|([^\n]))/gi, (_, hex, sign) => {
    const code = hex === undefined ? 0 : Number.parseInt(hex, 16);
    return hex === undefined ? String(sign) : code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** CSS of a page that loads nothing: addresses become `none`, imports go. What loads nothing comes back as it was written. */
export function withoutAddresses(css: string): string {
  const plain = unescaped(css);
  if (!LOADING.test(plain) && !/@import|@namespace|behavior\s*:/i.test(plain)) return css;
  return (
    plain
      .replace(/@(?:import|namespace)[^;]*(?:;|$)/gi, '')
      .replace(/(?:-moz-)?behavior\s*:[^;}]*|-moz-binding\s*:[^;}]*/gi, '')
      .replace(/([\w-]*)\(\s*("[^"\n]*"?|'[^'\n]*'?|[^)"']*)/g, (written, name: string, value: string) => {
        if (!LOADING.test(`${name}(`) || (/^url$/i.test(name) && HELD.test(value))) return written;
        return 'none(';
      })
      // What stands within other functions, and what is cut short. A relative address leads to no server from a sealed frame.
      .replace(/(?:\b(?:https?|ftp|wss?):)?\/\/[^\s"')]*/gi, '')
  );
}
