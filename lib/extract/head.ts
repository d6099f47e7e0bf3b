import { childrenOf, closest, contains, nextElementOf, parentElementOf, queryAll, tagOf, textOf } from '../dom/tree.ts';
import { isAttachmentLine } from '../lines/attachment-line.ts';
import { boilerplateKind } from '../lines/boilerplate.ts';
import { isBylineLine } from '../lines/bylines/byline-line.ts';
import { isCreditLine } from '../lines/credit-line.ts';
import { creditScore } from '../lines/credit-score.ts';
import { isCreditSlot } from '../lines/credit-slot.ts';
import { isLabelOnly } from '../lines/labels.ts';
import type { Line } from '../lines/line.ts';
import { isInPageBox } from '../lines/page-box.ts';
import { isProgrammeLine } from '../lines/programme-line.ts';
import { proseScore } from '../lines/prose.ts';
import { readPublicationLine } from '../lines/publication-line.ts';
import { breaksBetween, isTitleRepeat } from '../lines/title-repeat.ts';
import type { Range } from './range.ts';

/** Plain lines in a row among those of a head (a subtitle, a speech's own title): more of them are the text itself, such as verse. */
const plainLines = 3;
/** Credits may stand above a lead, each on a line. */
const leadReach = 6;
/** How many lines of a head are looked at: breadcrumb, title, subtitle, credits, byline, tools in a layout table. */
const headLength = 14;

/**
 * The lines after the title that may credit the essay or serve the page's reader, up to the first prose; without a title, those
 * that open the body. Plain lines among them (a subtitle, the occasion of a speech) are the essay's, and none of the head.
 */
export function readHead(lines: readonly Line[], title: Line | null, seed: Range): Line[] {
  const from = title ? title.index + 1 : seed.first;
  const head: Line[] = [];
  let end = from;
  for (let index = from; index < Math.min(from + headLength, seed.last) && index <= end + plainLines; index++) {
    const line = lines[index];
    if (!line || line.size > 200) break;
    if (
      isHeadLine(lines, index, title) ||
      isAbstractBox(line, lines[index + 1]) ||
      isLabelled(line, lines[index - 1]) ||
      isCreditItem(line, head)
    ) {
      head.push(line);
      end = index + 1;
    } else if (isLead(lines, index, title, from)) end = index + 1;
    else if (proseScore(line) > 25) break;
  }
  return head;
}

/** A lead that the page sets between the credits and the title's repeat or the byline above the text; the text itself is longer. */
function isLead(lines: readonly Line[], index: number, title: Line | null, from: number): boolean {
  const [line, next, further] = lines.slice(index, index + 3);
  if (title === null || !line || !next || index >= from + leadReach) return false;
  const isApart = (): boolean => parentElementOf(line.block) !== parentElementOf(next.block);
  return isTitleRepeat(lines, index + 1, title) || (isApart() && isBylineLine(next, further));
}

/** Items beside a day in a list are credits too: paper, name. In characters. */
const longestItem = 20;

/**
 * An item behind a credit in a list: `<li>2006-3-5</li><li>林州日报</li><li>林有禾</li>`, `<dt>作者</dt><dd>林有禾</dd><dt>发布</dt>`. What
 * gives no field comes back.
 */
const isCreditItem = (line: Line, head: readonly Line[]): boolean =>
  /^(?:LI|D[TD])$/.test(tagOf(line.block)) &&
  line.size <= longestItem &&
  !/[，。；！？：:]/.test(line.text) &&
  head.at(-1)?.index === line.index - 1 &&
  head.some(
    ({ block, raw, text }) =>
      block !== line.block &&
      parentElementOf(block) === parentElementOf(line.block) &&
      (isCreditLine(raw) || (tagOf(block) === 'DT' && isLabelOnly(text))),
  );

/** A label in a table cell or term of its own, or the value in the cell or description beside it. */
function isLabelled(line: Line, before: Line | undefined): boolean {
  if (headsColumn(line) || (before !== undefined && headsColumn(before))) return false;
  if (isLabelOnly(line.text)) return true;
  const row = closest(line.block, 'tr');
  return (
    before !== undefined &&
    isLabelOnly(before.text) &&
    line.size < 40 &&
    ((row !== null && row === closest(before.block, 'tr')) ||
      (tagOf(line.block) === 'DD' && parentElementOf(before.block) === parentElementOf(line.block)))
  );
}

/** Rows that a table of data has at least, its head among them. */
const leastRows = 3;

/** A label at the head of a column of values (`日期 课程 主讲`): data of the essay. Below a credit's label stands another label. */
function headsColumn({ block, text }: Line): boolean {
  const row = isLabelOnly(text) ? parentElementOf(closest(block, 'td, th')) : null;
  const below = nextElementOf(row);
  if (
    !row ||
    !below ||
    childrenOf(below).length !== childrenOf(row).length ||
    (queryAll(closest(row, 'table'), 'tr')?.length ?? 0) < leastRows
  )
    return false;
  const at = [...childrenOf(row)].findIndex((cell) => contains(cell, block));
  const value = (textOf(childrenOf(below)[at]) ?? '').trim();
  return value !== '' && !isLabelOnly(value) && childrenOf(row).length > 1;
}

/** An abstract in a cell or box of its own, above the body's: it is read as a field. One among the paragraphs stays with them. */
function isAbstractBox(line: Line, next: Line | undefined): boolean {
  if (!/^[\s【［[]*(?:核心提示|内容提要|内容摘要|导\s*读|摘\s*要|提\s*要)/.test(line.text)) return false;
  const cell = closest(line.block, 'td, table');
  return next !== undefined && cell !== null && !contains(cell, next.block);
}

/** True for a line that may belong to the head: it repeats the title, credits, signs, or serves the reader. */
function isHeadLine(lines: readonly Line[], index: number, title: Line | null): boolean {
  const line = lines[index];
  if (!line) return false;
  const text = line.text;
  if (title && isTitleRepeat(lines, index, title)) return true;
  if (isAttachmentLine(line)) return false;
  if (line.linkSize / line.size > 0.6 && line.size < 60) return true;
  if (boilerplateKind(text) !== null) return true;
  if (isCreditSlot(line) || isInPageBox(line)) return true;
  if (isProgrammeLine(lines, index)) return false;
  if (isCreditLine(line.raw) || (creditScore(line.raw) >= 2 && line.size < 100)) return true;
  if (stamped.test(text) && line.size < 80 && !/[。！？]/.test(text)) return true;
  if (readPublicationLine(text) !== null || isAffiliation(text)) return true;
  return isBylineLine(line, lines[index + 1]) && standsApart(lines, index);
}

/** True for a line that is neither one of several cells of a row nor within a run of lines of one block, as names of a table or lines of verse are. */
function standsApart(lines: readonly Line[], index: number): boolean {
  const [before, line, next] = lines.slice(Math.max(0, index - 1), index + 2);
  const row = closest(line?.block, 'tr');
  const cell = closest(line?.block, 'td, th');
  // What stands in a table within the same cell stands below, not beside.
  const shares = (other: Line | undefined): boolean =>
    other !== undefined && row !== null && contains(row, other.block) && !contains(cell ?? row, other.block);
  if (shares(next) || (shares(before) && !isLabelOnly(before?.text ?? ''))) return false;
  const isApart = line !== undefined && next !== undefined && breaksBetween(line, next) > 1;
  return !(before?.block === line?.block && next?.block === line?.block && isShort(before) && isShort(next)) || isApart;
}

const isShort = (line: Line | undefined): boolean => line !== undefined && line.size <= 24 && !isCreditLine(line.raw);

/** `（中共九江市委党校学报编辑部，江西九江332000）`: where the author works, with the postcode. */
const affiliation = /^[（(][^（）()。]{4,60}\d{6}\s*[）)]$/;
/** True for a journal's line on where the author works. */
export const isAffiliation = (text: string): boolean => affiliation.test(text);
/** A date with a time of day: when the page was put up. */
const stamped = /(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\s\u3000]{0,3}\d{1,2}[:：]\d\d/;
