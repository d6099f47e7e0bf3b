import type { TextRange } from '../../../lib/features/highlights/text-range.ts';
import { fold } from '../../../lib/search/text/fold.ts';

/**
 * Every place in `text` where one of `words` stands, in order, none within another. Case, full or half width, simplified
 * and traditional characters count as the same, as in the library; each word of `words` is looked for as it is, white space and all.
 */
export function findInText(text: string, words: readonly string[]): TextRange[] {
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
