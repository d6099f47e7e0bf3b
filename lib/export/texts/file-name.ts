/** Windows and many file systems hold 255 units of a name; UTF-8 bytes are the narrowest of those, with room for a number and an extension. */
const mostBytes = 180;
/** Device names that Windows gives to no file, whatever the extension. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
/** What Windows forbids, what moves the text about (bidirectional marks), and what breaks lines. */
const forbidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff<>:"/\\|?*#^[\]]/gu;

const encoder = new TextEncoder();

/** The start of a text that has at most so many bytes of UTF-8, cut between characters. */
function cutToBytes(text: string, most: number): string {
  let bytes = 0;
  let cut = '';
  for (const character of text) {
    bytes += encoder.encode(character).length;
    if (bytes > most) break;
    cut += character;
  }
  return cut;
}

/** A readable file name, without extension, that every system takes; links of Obsidian take it too. Never empty. */
export function fileName(title: string): string {
  const plain = title.normalize('NFC').replace(forbidden, ' ').replace(/\s+/g, ' ');
  const name = cutToBytes(plain.replace(/^[ .]+/, ''), mostBytes).replace(/[ .]+$/, '');
  if (name === '') return '无题';
  return reserved.test(name) ? `_${name}` : name;
}

/** Gives names one after another, each once: a name that was given, in any case, gets a number. */
export function uniqueNames(): (title: string) => string {
  const given = new Set<string>();
  const next = new Map<string, number>();
  return (title) => {
    const name = fileName(title);
    const key = name.toLowerCase();
    let n = next.get(key) ?? 1;
    let unique = n === 1 ? name : `${name} (${n})`;
    while (given.has(unique.toLowerCase())) {
      n += 1;
      unique = `${name} (${n})`;
    }
    next.set(key, n + 1);
    given.add(unique.toLowerCase());
    return unique;
  };
}
