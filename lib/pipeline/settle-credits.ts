import type { Cleaned } from '../clean/clean.ts';
import { childrenOf, closest, contains, parentElementOf, textOf } from '../dom/tree.ts';
import type { RemovalRule } from '../essay/record-words.ts';
import { isAffiliation } from '../extract/head.ts';
import type { Region } from '../extract/region.ts';
import { boilerplateKind } from '../lines/boilerplate.ts';
import { readNamesAlone } from '../lines/bylines/byline-line.ts';
import { isBarredCredit } from '../lines/credit-line.ts';
import { isLabelledCredit } from '../lines/credit-score.ts';
import { isCreditSlot } from '../lines/credit-slot.ts';
import { isLabelOnly, kindOfLabel } from '../lines/labels.ts';
import type { Line } from '../lines/line.ts';
import { isInPageBox } from '../lines/page-box.ts';
import type { FoundFields } from '../metadata/found-fields.ts';
import { findDates } from '../text/dates.ts';
import { relativeTime } from '../text/relative-time.ts';

/**
 * Settles what the fields decide. What was taken out as a credit and gave no field goes back into the essay: a delivery date, an
 * occasion, a sign-off look like credits and are text. What stays out has a label, serves the page's reader, repeats the title,
 * or says what the fields say. An abstract in a box of its own above the text, which is a field, goes.
 */
export function settleCredits(cleaned: Cleaned, region: Region, fields: FoundFields): Cleaned {
  const told = wordsOf(fields);
  const publishedOn = fields.publishedOn?.value ?? null;
  const within = new Set(region.lines);
  const credits = [...cleaned.taken].flatMap(([line, rule]) => (rule === 'credit' && within.has(line) ? [line] : []));
  const isField = (line: Line): boolean => !isLabelOnly(line.text) && isTold(line, told, publishedOn);
  // Where the author works is part of the byline if one element holds both.
  const isSaid = (line: Line): boolean =>
    isField(line) ||
    (isAffiliation(line.text) && credits.some((other) => other.block === line.block && isField(other)));
  const grids = new Set([...credits, ...region.outline.head].filter(isSaid).map(gridOf));
  // A page's layout may set the day of a speech in a cell above the text's: what gave none of the fields comes back from there.
  const isPart = ({ text }: Line): boolean => isAffiliation(text) || isLabelOnly(text);
  const above = region.outline.head.filter(
    (line) => !within.has(line) && !isPart(line) && !hasTold(line, told, publishedOn),
  );
  const back = [...credits, ...above].filter((line) => {
    if (line.text === region.outline.title?.text || isOfPage(line) || isSaid(line) || isReporterLine(line, fields))
      return false;
    return gridOf(line) === null || !grids.has(gridOf(line));
  });
  const boxed = cleaned.lines.filter((line) => isAbstractAbove(line, region, fields) || isReporterLine(line, fields));
  if (back.length + boxed.length === 0) return cleaned;
  const out = new Set(boxed);
  const given = new Set(back);
  return {
    lines: [...cleaned.lines.filter((line) => !out.has(line)), ...back].toSorted(
      (one, other) => one.index - other.index,
    ),
    taken: new Map([
      ...[...cleaned.taken].filter(([line]) => !given.has(line)),
      ...boxed.map((line): [Line, RemovalRule] => [line, 'credit']),
    ]),
  };
}

/** The abstract, or a part of it, outside the element of the text. */
const isAbstractAbove = (line: Line, { container }: Region, { abstract }: FoundFields): boolean =>
  abstract !== undefined && !contains(container, line.block) && bare(abstract.value ?? '').includes(bare(line.text));

/** `記者陳鈞凱／台北報導`, alone on its line among the first paragraphs: it gave the authors. */
const isReporterLine = (line: Line, { authors }: FoundFields): boolean =>
  authors?.place === 'byline' &&
  /[／/╱].{2,6}(?:报道|報導|電|电)$/.test(line.text) &&
  (readNamesAlone(line.text)?.every((name) => authors.value?.includes(name)) ?? false);

/** `文章发布时间：`, `Posted on`: words of putting up that no vocabulary has. */
const posting =
  /^[\u4e00-\u9fff]{0,6}(?:时间|日期|发布|发表|更新)[\u4e00-\u9fff]?[:：]|^(?:posted|published|updated)\b/i;

/** Written by the page's software: a label with its value, a time of posting, tools, links. */
const isOfPage = (line: Line): boolean =>
  isLabelledCredit(line.raw) ||
  isBarredCredit(line.raw) ||
  relativeTime(line.raw) !== null ||
  posting.test(line.text) ||
  /\d{1,2}[:：]\d\d|字[体号](?:大小)?\s*[:：]/.test(line.text) ||
  boilerplateKind(line.text) !== null ||
  isCreditSlot(line) ||
  isInPageBox(line) ||
  line.linkSize / line.size > 0.6 ||
  (isLabelOnly(line.text) && gridOf(line) === null && !/^(?:abstract|keywords)$/.test(kindOfLabel(line.text) ?? ''));

/** Cells of labels and values hold no more; those of a page's layout do. In characters. */
const longestCell = 80;

/** The table, or list of terms, whose cells are labels and values; null for a line in none: a cell alone in its row, or one of much text, is layout. */
function gridOf(line: Line): Element | null {
  const cell = closest(line.block, 'td, th, dt, dd');
  const row = parentElementOf(cell);
  if (!row || childrenOf(row).length < 2 || (textOf(cell) ?? '').trim().length > longestCell) return null;
  return closest(row, 'table, dl');
}

const bare = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/** All words that stand in fields, and the words that they were read from, the longest first. */
function wordsOf(fields: FoundFields): readonly string[] {
  const words = Object.values(fields).flatMap(({ value, raw }) => [
    raw,
    ...(Array.isArray(value) ? value.map(String) : [typeof value === 'object' ? '' : String(value)]),
  ]);
  return [...new Set(words.map(bare))].filter((word) => word.length >= 2).toSorted((a, b) => b.length - a.length);
}

const weekday = /(?:星期|周|礼拜)[一二三四五六日天]|[a-z]{3,6}day/gi;

/** True for a line with the words of a field, or the date of the page. */
const hasTold = ({ raw }: Line, told: readonly string[], publishedOn: string | null): boolean =>
  told.some((word) => bare(raw).includes(word)) ||
  findDates(raw, { labelled: true }).some(({ value }) => value === publishedOn);

/** `清河党校　2015-08-03`: who put the page up, beside its day. */
const site = /^\s*[\u3400-\u9fff]{2,12}(?:党校|学院|网|在线)\s*$/;

/** True when nothing is left of a line without the words of the fields and the date of the page in any form. */
function isTold(line: Line, told: readonly string[], publishedOn: string | null): boolean {
  const undated = findDates(line.raw, { labelled: true })
    .filter(({ value }) => value === publishedOn)
    .toReversed()
    .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), line.raw);
  const rest = told.reduce((text, word) => text.replaceAll(word, ' '), bare(undated)).replace(weekday, '');
  const others = undated === line.raw ? rest : rest.replace(site, '');
  return !/[\p{L}\p{N}]/u.test(others) || told.some((word) => word.includes(bare(line.raw)));
}
