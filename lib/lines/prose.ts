import { boilerplateKind } from './boilerplate.ts';
import { isContactLine } from './contact-line.ts';
import { isCreditLine } from './credit-line.ts';
import type { Line } from './line.ts';

/** Marks that sentences have and menus, titles and labels hardly ever do. */
const sentenceMarks = /[，。；！？、…]|[,.;!?](?=\s|$)|[”』」]/g;

/** No line counts for more than this many characters: one huge legal notice must not outweigh an essay of paragraphs. */
const cap = 400;

/**
 * How much a line speaks for being text of an essay: about its number of characters for prose, below zero for menus,
 * lists of links, toolbars and footers. Short plain lines (headings, names, verse) cost little, so that a run of prose
 * bridges them.
 */
export function proseScore(line: Line): number {
  const { size, linkSize, text } = line;
  const linkShare = linkSize / size;
  if (isContactLine(text)) return -60;
  if (linkShare > 0.6) return -12 - Math.min(size, 30) * 0.6;
  switch (boilerplateKind(text)) {
    case 'tail':
    case 'footer':
      return -60;
    case 'tools':
      return -25;
    case 'editor':
      return -15;
    case 'rating':
      return -8;
    case null:
      break;
  }
  if (size < 90 && isCreditLine(line.raw)) return -10;
  const marks = (size < 25 ? text.replace(/[”』」]/g, '') : text).match(sentenceMarks)?.length ?? 0;
  const own = Math.min(size - linkSize, cap);
  if (marks > 0 && size >= 12) return own * (1 - linkShare);
  if (size > 40) return own * 0.5;
  return size >= 18 ? own * 0.15 : -4;
}
