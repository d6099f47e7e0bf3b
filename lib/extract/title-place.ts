import { isBylineLine } from '../lines/bylines/byline-line.ts';
import { isCreditLine } from '../lines/credit-line.ts';
import { isLabelledCredit } from '../lines/credit-score.ts';
import { findBreadcrumb } from '../lines/find-breadcrumb.ts';
import type { Line } from '../lines/line.ts';
import { breaksBetween } from '../lines/title-repeat.ts';
import { bareTitle } from './clean-title.ts';

/** A credit line between a title and its text is no longer than this: prose may hold labels by chance. In characters. */
const longestCredit = 60;
const enumerated = /^[\s（(]*(?:[一二三四五六七八九十\d]{1,3}[、.．)）]|第[一二三四五六七八九十\d]+[章节])/;
/** A line alone above the text: its least and most characters, and how far above it may stand, in lines. */
const alone = { shortest: 5, longest: 40, lines: 3 } as const;
/** The same right below the page's path, where titles of one word stand as well. In characters. */
const longestUnderPath = 20;
/** Points of a line alone, of one under the path, of one that is under the path and within the text; each line between costs. */
const weights = { alone: 3.7, underPath: 4.5, inText: 1.5, perLine: 0.2 } as const;

/** The lines that are no credits: a title's place is weighed against the same ones for every candidate. */
export const plainLines = (lines: readonly Line[]): ReadonlySet<Line> =>
  new Set(lines.filter((line) => line.size > longestCredit || !isCreditLine(line.raw)));

/** How far a line is above another, the credits in between apart. */
export const plainBetween = (lines: readonly Line[], from: number, to: number, plain: ReadonlySet<Line>): number =>
  lines.slice(from, to).filter((line) => plain.has(line)).length;

/** Credits, bylines and repeats of a title between it and its text are no more than these. In lines. */
const mostApart = 5;

/** How far a title is above its text, with what may stand between the two apart: credits, a byline, the title again. */
function linesAbove(lines: readonly Line[], title: Line, body: Line, plain: ReadonlySet<Line>): number {
  const above = plainBetween(lines, title.index, body.index, plain);
  if (above > alone.lines + mostApart) return above;
  const own = bareTitle(title.text);
  const isApart = (line: Line): boolean => bareTitle(line.text) === own || isBylineLine(line);
  return (
    above - lines.slice(title.index + 1, body.index).filter((line) => !isCreditLine(line.raw) && isApart(line)).length
  );
}

/** True where between a title and its text stand credits, a byline and the title again, and nothing else. */
const nothingElse = (lines: readonly Line[], title: Line, body: Line): boolean =>
  lines
    .slice(title.index + 1, body.index)
    .every((line) => isCreditLine(line.raw) || isBylineLine(line) || bareTitle(line.text) === bareTitle(title.text));

/** True for a line of a preformatted text, or where a blank line stands somewhere between it and its text. */
const isSetApart = (lines: readonly Line[], title: Line, body: Line): boolean =>
  title.rows !== undefined ||
  lines.slice(title.index, body.index).some((line, n) => breaksBetween(line, lines[title.index + n + 1] ?? body) > 1);

/** A short line just above the body, in a block of its own or set apart by a blank line, is a title where nothing says more; the shortest of them below the page's path. */
export function weightOfPlace(
  lines: readonly Line[],
  line: Line,
  body: Line | undefined,
  plain: ReadonlySet<Line>,
): number {
  if (!body || line.size > alone.longest || line.linkSize > 0 || enumerated.test(line.text)) return 0;
  if (line.index > body.index) return 0;
  const above = linesAbove(lines, line, body, plain);
  if (above > alone.lines) return 0;
  const isOnly = line.size <= longestUnderPath && nothingElse(lines, line, body);
  const path = isOnly ? findBreadcrumb(lines, line.index).at(-1) : undefined;
  // The column's name may be set as a heading below the path that ends in it.
  const underPath = path !== undefined && path.index === line.index - 1 && !path.text.includes(line.text);
  if (line === body) return underPath ? weights.inText : 0;
  if ((line.block === body.block && !isSetApart(lines, line, body)) || (!underPath && line.size < alone.shortest))
    return 0;
  return (underPath ? weights.underPath : weights.alone) - above * weights.perLine;
}

/** Longer lines are prose, above which no title is looked for. In characters. */
const longestBetween = 120;

/** True where a line that announces something of the page stands between two others: a speech has a title of its own below it. */
export const hasCreditBetween = (lines: readonly Line[], above: Line, below: Line): boolean =>
  lines.slice(above.index + 1, below.index).some((line) => line.size <= longestBetween && isLabelledCredit(line.raw));

/** Credits between a title and its repeat. In lines. */
const repeatReach = 14;

/** A title may be repeated below its credits: it stands where it is first, with nothing but short lines in between. */
export function firstOfRepeats(lines: readonly Line[], title: Line): Line {
  let first = title;
  for (const line of lines.slice(Math.max(0, title.index - repeatReach), title.index).toReversed()) {
    if (line.size > longestBetween || /[。！？]$/.test(line.text)) break;
    if (line.linkSize === 0 && bareTitle(line.text) === bareTitle(title.text)) first = line;
  }
  return first;
}
