import { parentElementOf, query } from '../dom/tree.ts';
import { isNeighbourLine, opensComments, opensTail } from '../lines/boilerplate.ts';
import { isLinked, type Line } from '../lines/line.ts';
import { proseScore } from '../lines/prose.ts';

/** A box of links within an essay has no more lines. */
const longest = 12;
/** What counts as a paragraph by its score. */
const paragraph = 25;

/**
 * The paragraph that goes on with a text beyond a box of links that is set into it, where the box opens at `lines[at]`: it stands in
 * the same element as `end`, the line before the box, and the links do not. Null where no box opens, or nothing goes on.
 */
export function beyondBox(lines: readonly Line[], at: number, end: Line): Line | null {
  if (!opensTail(lines[at]?.text ?? '')) return null;
  const next = lines.slice(at + 1, at + 1 + longest).find((line) => proseScore(line) > paragraph);
  if (!next || homeOf(next) !== homeOf(end)) return null;
  const box = lines.slice(at, lines.indexOf(next));
  if (box.some((line) => isNeighbourLine(line.text) || opensComments(line.text))) return null;
  return box.some(isLinked) && !box.some((line) => homeOf(line) === homeOf(end) && isLinked(line)) ? next : null;
}

const homeOf = ({ block }: Line): Element | null => (query(block, 'br') ? block : parentElementOf(block));
