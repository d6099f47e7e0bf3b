import { childrenOf, nextElementOf, parentElementOf, tagOf } from '../dom/tree.ts';
import { boilerplateKind } from '../lines/boilerplate.ts';
import { isBylineLine } from '../lines/bylines/byline-line.ts';
import { isCreditLine } from '../lines/credit-line.ts';
import type { Line } from '../lines/line.ts';
import { readPublicationLine } from '../lines/publication-line.ts';
import { breaksBetween, lookOf } from '../lines/title-repeat.ts';
import { bareTitle, titleParts } from './clean-title.ts';
import { weightOfLooks } from './title-weights.ts';
import { isColumnName, isNoTitle } from './title-words.ts';

/** A title is broken over no more lines, each of no more characters, and is no longer in all. */
const most = { lines: 3, inLine: 40, inAll: 60 } as const;
/** Lines of these looks are a heading: a size above the text's, or bold and in the middle. In points of `weightOfLooks`. */
const heading = 1.5;

/**
 * The lines of a page with those joined that a portal broke its title into, numbered anew; null where the title stands on one line.
 * They look the same, one below the other, and no other word of the page says that one of them is a column, a subtitle or a
 * byline. Where the page's `<title>` has them joined it decides, and where it has one of them alone.
 */
export function joinBrokenTitle(lines: readonly Line[], title: Line, documentTitle: string): readonly Line[] | null {
  const page = { whole: bareTitle(documentTitle), parts: titleParts(documentTitle).map(bareTitle) };
  const isPart = (line: Line | undefined): boolean => line !== undefined && mayContinue(line, page);
  const isName = (line: Line): boolean => page.parts.includes(bareTitle(line.text));
  const isAbove = (line: Line): boolean => lines.slice(0, line.index).some(({ text }) => text.includes(line.text));
  if (otherwise.test(title.text)) return null;
  let from = title.index;
  let to = title.index;
  while (isNext(lines[from - 1], lines[from]) && isPart(lines[from - 1]) && !isColumn(lines[from - 1])) from -= 1;
  while (isNext(lines[to], lines[to + 1]) && isPart(lines[to + 1])) to += 1;
  const parts = lines.slice(from, to + 1);
  if (parts.length < 2 || parts.length > most.lines) return null;
  const whole = joinLines(title, parts, documentTitle);
  if (whole.size > most.inAll) return null;
  const isSaid = page.whole.includes(bareTitle(whole.text));
  if (!isSaid && (weightOfLooks(title) < heading || parts.some((line) => isName(line) || isAbove(line)))) return null;
  return [...lines.slice(0, from), whole, ...lines.slice(to + 1)].map((line, index) => ({ ...line, index }));
}

/** True for a line and the next that look the same, a `<br>` apart, or in paragraphs or rows of their own. */
function isNext(line: Line | undefined, next: Line | undefined): boolean {
  if (line === undefined || next === undefined || lookOf(line) !== lookOf(next)) return false;
  if (line.block === next.block) return breaksBetween(line, next) === 1;
  return nextElementOf(rowOf(line.block)) === rowOf(next.block);
}

/** Lines of one heading are no further apart. */
const apart = 3;

/** True for a line that stands below another within one heading, and looks the same: the upper one is the title, unless it is a column's. */
export const isBelowInHeading = (upper: Line, line: Line): boolean =>
  line.block === upper.block &&
  line.index - upper.index <= apart &&
  !isColumn(upper) &&
  weightOfLooks(line) > 0 &&
  lookOf(upper) === lookOf(line);

/** The row that a cell has to itself, or the block. */
function rowOf(block: Element): Element {
  const row = /^T[DH]$/.test(tagOf(block)) ? parentElementOf(block) : null;
  return row && childrenOf(row).length === 1 ? row : block;
}

/** `学术园地`: a heading of the page's column, set as the title below it. */
const isColumn = (line: Line | undefined): boolean => line !== undefined && isColumnName(bareTitle(line.text));

/** What a line of a title is not: a subtitle behind a dash, in brackets, the number of a document, another language. */
const otherwise = /^[—–―─-]|^[（(【［[].*[）)】］\]]$|〔|[。；：:]$|\d号$|^[^\u3400-\u9fff]+$/;

const mayContinue = (line: Line, page: { whole: string; parts: readonly string[] }): boolean =>
  line.linkSize === 0 &&
  line.size <= most.inLine &&
  !otherwise.test(line.text) &&
  boilerplateKind(line.text) === null &&
  !isCreditLine(line.raw) &&
  !isBylineLine(line) &&
  readPublicationLine(line.text) === null &&
  !isNoTitle(bareTitle(line.text), page);

/** Lines as one, with a space between where the page's `<title>` has one, and between halves of the same length, a couplet. */
function joinLines(title: Line, parts: readonly Line[], documentTitle: string): Line {
  const texts = parts.map(({ text }) => text);
  const spaced = texts.join(' ');
  const isApart = parts.every(({ size }) => size === title.size) || documentTitle.replace(/\s+/g, ' ').includes(spaced);
  const text = isApart ? spaced : texts.join('');
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  return { ...title, raw: text, text, size, nodes: parts.flatMap(({ nodes }) => nodes) };
}
