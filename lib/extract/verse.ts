import { parentElementOf, tagOf } from '../dom/tree.ts';
import { boilerplateKind } from '../lines/boilerplate.ts';
import { isBylineLine } from '../lines/bylines/byline-line.ts';
import { isCreditLine } from '../lines/credit-line.ts';
import type { Line } from '../lines/line.ts';
import type { Range } from './range.ts';

/** A poem: at least so many lines, of at most so many characters, that bear this much text in all. */
const verse = { lines: 4, longest: 40, size: 24 } as const;

/** The longest run of short plain lines in one element: a poem, or an essay that is all short lines. Null when there is none. */
export function findVerse(lines: readonly Line[]): Range | null {
  let best: Range | null = null;
  let run: Line[] = [];
  for (const line of lines) {
    const before = run.at(-1);
    if (!isVerseLine(line)) run = [];
    else if (before && isBeside(before, line)) run.push(line);
    else run = [line];
    const score = run.reduce((sum, one) => sum + one.size, 0);
    const [first] = run;
    if (first && run.length >= verse.lines && score >= verse.size && score > (best?.score ?? 0))
      best = { first: first.index, last: line.index, score };
  }
  return best;
}

const isVerseLine = (line: Line): boolean =>
  line.size <= verse.longest &&
  line.linkSize === 0 &&
  /[\u4e00-\u9fff]/.test(line.text) &&
  boilerplateKind(line.text) === null &&
  !isCreditLine(line.raw) &&
  !isBylineLine(line);

/** Lines of one block, or of blocks side by side. Cells of a table are menus sooner than verse. */
const isBeside = (one: Line, other: Line): boolean =>
  one.block === other.block ||
  (parentElementOf(one.block) === parentElementOf(other.block) && !/^T[DHR]$/i.test(tagOf(other.block)));
