/** A stretch of text, in UTF-16 offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Every place in `text` where one of `words` stands, in order, none within another. Case and full or half width count
 * as the same; each word of `words` is looked for as it is, white space and all.
 */
export function findInText(text: string, words: readonly string[]): Stretch[] {
  const folded = fold(text);
  const wanted = [...new Set(words.map(fold))].filter((word) => word !== '');
  if (wanted.length === 0) return [];
  // The longest first, so that a word within another does not cut it short.
  const any = wanted
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
  return [...folded.matchAll(new RegExp(any, 'g'))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Folds width and case, each UTF-16 unit into one, so that offsets stay what they were. */
function fold(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
    .replace(/[A-Z\u00c0-\u00de]/g, (letter) => letter.toLowerCase());
}

/**
 * The words to mark of a query of the library, as its address carries it: without exclusions, and without the filters
 * that a name and a colon lead; a phrase in quotation marks is one word.
 */
export function wordsOfQuery(query: string): string[] {
  const terms = query.matchAll(/(-?)(?:([a-z]+)[:：])?(?:["“”]([^"“”]*)["“”]|([^\s"“”]+))/giu);
  return [...terms].flatMap(([, excluded, filter, phrase, word]) =>
    excluded === '' && filter === undefined ? [(phrase ?? word ?? '').trim()].filter((found) => found !== '') : [],
  );
}
