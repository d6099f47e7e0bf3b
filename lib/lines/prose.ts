import { boilerplateKind } from './boilerplate.ts';
import { isContactLine } from './contact-line.ts';
import { isCreditLine } from './credit-line.ts';
import { opensPath } from './find-breadcrumb.ts';
import { onceALine } from './line.ts';

/** Marks that sentences have and menus, titles and labels hardly ever do. */
const sentenceMarks = /[，。；！？、…]|[,.;!?](?=\s|$)|[”』」]/;

/*
 * Scores are in characters of prose: a menu of five lines takes about as much from a run as a short paragraph gives. They were set
 * by hand so that every page of tests/corpus keeps its text; `npm run bench:extract` shows what a change does to real ones.
 */

/** No line counts for more than this many characters: one huge legal notice must not outweigh an essay of paragraphs. */
const most = 400;
/** What ends a text for good: the portal's tail, footers and contact data. */
const ending = -60;
/** What lines of other kinds take from a run of prose. */
const costs = { tools: -25, editor: -15, rating: -8, credit: -10, path: -20, plain: -4 } as const;
/** A credit line is no longer than this: prose may hold two labels by chance. In characters. */
const longestCredit = 90;
/** A line is of a menu when links are more than this share of it; the longer it is, the more it takes. In characters. */
const links = { share: 0.6, cost: -12, perCharacter: -0.6, counted: 30 } as const;
/** Below this many characters, quotation marks are those of a heading; from `shortest` on, one sign makes a sentence. */
const sentence = { shortest: 12, quotesFrom: 25 } as const;
/** Lines without any sign: long ones are half prose, middling ones a little. Characters, and what share of them counts. */
const unmarked = { long: { from: 41, share: 0.5 }, middling: { from: 18, share: 0.15 } } as const;

/** `中共林州市委党校　电话 0372-6112345`: a footer, or who signs. */
const school = /^中共.{2,24}党校/;

/**
 * How much a line speaks for being text of an essay: about its number of characters for prose, below zero for menus,
 * lists of links, toolbars and footers. Short plain lines (headings, names, verse) cost little, so that a run of prose
 * bridges them.
 */
export const proseScore = onceALine((line): number => {
  const { size, linkSize, text } = line;
  const linkShare = linkSize / size;
  if (isContactLine(text)) return ending;
  if (opensPath(text)) return costs.path;
  if (linkShare > links.share) return links.cost + Math.min(size, links.counted) * links.perCharacter;
  const kind = boilerplateKind(text);
  if (kind === 'tail' || kind === 'footer') return ending;
  if (kind !== null) return costs[kind];
  if (size < longestCredit && isCreditLine(line.raw)) return costs.credit;
  const isMarked = sentenceMarks.test(size < sentence.quotesFrom ? text.replace(/[”』」]/g, '') : text);
  const own = Math.min(size - linkSize, most);
  if (isMarked && size >= sentence.shortest) return own * (1 - linkShare);
  if (size >= unmarked.long.from) return own * unmarked.long.share;
  return size >= unmarked.middling.from && !school.test(text) ? own * unmarked.middling.share : costs.plain;
});
