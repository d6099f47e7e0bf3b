import { runsThrough, sentenceEnd } from '../dom/rows.ts';
import type { Block, TextBlock } from './block.ts';

/** Lines of verse, addresses and signatures are short; above this a lone `<br>` ends a paragraph. In characters. */
const verseLine = 34;
/** Lines broken by hand at a fixed width differ by a mark or two that may not start a line. In characters. */
const wrapSlack = 4;
const wrapWidth = { least: 16, most: 64 } as const;

/**
 * Joins pieces that a single `<br>` parts into the paragraphs that the author meant (docs/portals.md 1.9):
 * an indented line starts a paragraph; lines broken at a fixed width are one paragraph; short lines are verse and keep
 * their breaks; any other lone break ends a paragraph.
 */
export function joinLines(pieces: readonly Block[]): Block[] {
  const joined: Block[] = [];
  const runs = runsOf(pieces);
  const width = wrapWidthOf(runs);
  for (const run of runs) {
    const verse =
      isVerse(run) && !(width !== null && run.filter(({ text }) => runsThrough.test(text)).length * 2 >= run.length);
    run.forEach((piece, n) => {
      const last = run[n - 1];
      const before = joined.at(-1);
      if (!last || piece.kind === 'table' || before?.kind !== 'text' || piece.indented) joined.push(piece);
      else if (verse) joined[joined.length - 1] = merge(before, piece, '\n');
      else if (width !== null && !endsParagraph(last, width))
        joined[joined.length - 1] = merge(before, piece, spaceBetween(before.text, piece.text));
      else joined.push(piece);
    });
  }
  return joined;
}

/** Runs of pieces that lone breaks part; a table, a block edge or a blank line starts the next. */
function runsOf(pieces: readonly Block[]): Block[][] {
  const runs: Block[][] = [];
  for (const piece of pieces) {
    const run = runs.at(-1);
    if (run && piece.kind === 'text' && piece.gap === 'break' && run[0]?.kind === 'text') run.push(piece);
    else runs.push([piece]);
  }
  return runs;
}

/** The width at which a page's lines were broken by hand: nearly all that a lone break ends are full, and open. Null where they were not. */
function wrapWidthOf(runs: readonly (readonly Block[])[]): number | null {
  const inner = runs.flatMap((run) => run.filter((_, n) => run[n + 1] !== undefined && !isIndented(run[n + 1])));
  // A character is half as wide as a Han character at least.
  if (inner.length < 2 || inner.some(({ text }) => text.length > wrapWidth.most * 2)) return null;
  const width = inner.reduce((widest, piece) => Math.max(widest, widthOf(piece)), 0);
  if (width < wrapWidth.least || width > wrapWidth.most) return null;
  const full = inner.filter((piece) => widthOf(piece) >= width - wrapSlack);
  const open = inner.filter((piece) => !sentenceEnd.test(piece.text));
  return full.length >= inner.length * 0.7 && open.length >= inner.length * 0.4 ? width : null;
}

/** True for the last line of a paragraph that no blank line and no indent parts from the next: it ends short, and a sentence with it. */
const endsParagraph = (piece: Block, width: number): boolean =>
  sentenceEnd.test(piece.text) && widthOf(piece) < width - wrapSlack * 2;

/** The width of a line as the page shows it, in characters: an indent counts two, a pair of Latin letters one. */
const widthOf = (piece: Block): number =>
  [...piece.text].reduce((width, sign) => width + (sign.charCodeAt(0) < 0x100 ? 0.5 : 1), isIndented(piece) ? 2 : 0);

const isIndented = (piece: Block | undefined): boolean => piece?.kind === 'text' && piece.indented;

const isVerse = (run: readonly Block[]): boolean =>
  run.length >= 2 && run.every((piece) => piece.kind === 'text' && !piece.indented && piece.text.length <= verseLine);

const spaceBetween = (before: string, after: string): string =>
  /[\w,.]$/.test(before) && /^\w/.test(after) ? ' ' : '';

const merge = (before: TextBlock, after: TextBlock, between: string): TextBlock => ({
  ...before,
  html: before.html + (between === '\n' ? '<br>' : between) + after.html,
  text: before.text + between + after.text,
});
