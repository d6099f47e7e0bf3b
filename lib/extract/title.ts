import { attributeOf, contains, idOf, parentElementOf, tagOf } from '../dom/tree.ts';
import { boilerplateKind } from '../lines/boilerplate.ts';
import { isBylineLine, readNamesAlone } from '../lines/bylines/byline-line.ts';
import { isCreditLine } from '../lines/credit-line.ts';
import { findBreadcrumb } from '../lines/find-breadcrumb.ts';
import { isLabelOnly } from '../lines/labels.ts';
import type { Line } from '../lines/line.ts';
import { hideAngleQuotes, showAngleQuotes } from '../text/angle-quotes.ts';
import { findInstitution } from '../text/school-names.ts';

/** Titles of essays, without white space, in characters; a line of `<title>` may be longer. */
const length = { least: 2, most: 80 } as const;
/** A line needs this much to be taken for the title; below it, the page's `<title>` speaks alone. */
const threshold = 3;

/** Credits between a title and its repeat. In lines. */
const repeatReach = 14;

const bare = (text: string): string => text.normalize('NFKC').replace(/[\s\u200b\ufeff]+/g, '');
const separators =
  /\s*(?:[_|｜»«→]|--+|——|—|(?<=党校|学院|）)[：:]|>>?|\s[-–]\s|(?<=[\u4e00-\u9fff）)”》」』？！…])[-–](?=[\u4e00-\u9fff“《「]))\s*/;

/** The parts of a page's `<title>`, which joins the essay's title with names of column and portal in any order. */
export function titleParts(documentTitle: string): string[] {
  return hideAngleQuotes(documentTitle)
    .split(separators)
    .map((part) => showAngleQuotes(part).trim())
    .filter((part) => part !== '');
}

/** What a title search needs to know of the page. */
export interface TitleSearch {
  readonly lines: readonly Line[];
  readonly documentTitle: string;
  /** Index of the first line of prose: titles stand above it, or among its first lines. Null looks through the whole page. */
  readonly bodyFirst: number | null;
}

/** The line that is most likely the essay's title, or null. Its weight says how sure that is. */
export function findTitle({ lines, documentTitle, bodyFirst }: TitleSearch): { line: Line; weight: number } | null {
  const whole = bare(documentTitle);
  const parts = titleParts(documentTitle).map(bare);
  const longest = Math.max(length.most, parts[0]?.length ?? 0) + 24;
  let best: { line: Line; weight: number } | null = null;
  for (const line of bodyFirst === null ? lines : lines.slice(Math.max(0, bodyFirst - 40), bodyFirst + 6)) {
    // Only the page's own title is looked for through the whole page, and most lines are not in it.
    if (line.size > longest || (bodyFirst === null && !whole.includes(bare(line.text).slice(0, 6)))) continue;
    const named = weightOfWords(bare(cleanTitle(line.text)), whole, parts);
    if (named === null) continue;
    const near =
      bodyFirst === null
        ? 0
        : line.index <= bodyFirst
          ? plainBetween(lines, line.index, bodyFirst) * 0.12
          : (line.index - bodyFirst) * 0.5;
    const weight =
      named +
      weightOfLooks(line) +
      weightOfNext(lines, line.index) +
      (isTitleLabel(lines[line.index - 1]) ? 6 : 0) +
      weightOfPlace(lines, line, bodyFirst) -
      near;
    if (weight >= threshold && (best === null || weight > best.weight)) best = { line, weight };
  }
  return best && { ...best, line: firstOfRepeats(lines, best.line) };
}

/** A title may be repeated below its credits: it stands where it is first, with nothing but short lines in between. */
function firstOfRepeats(lines: readonly Line[], title: Line): Line {
  let first = title;
  for (const line of lines.slice(Math.max(0, title.index - repeatReach), title.index).toReversed()) {
    if (line.size > 120 || /[。！？]$/.test(line.text)) break;
    if (line.linkSize === 0 && bare(line.text) === bare(title.text)) first = line;
  }
  return first;
}

/** A title without the marks and tools that portals set beside it: stars, 【字体：小 大】, [图文], `标题：`. */
export function cleanTitle(text: string): string {
  return text
    .replace(/[★☆\u200b\ufeff\ue000-\uf8ff]+/g, '')
    .replace(/^\s*【[^】]{0,8}(?:播报|快讯|独家|原创|组图)】\s*/, '')
    .replace(
      /[【［[(（]\s*(?:字\s*[体号][:：]?[^】］\])）]*|大\s*中\s*小|打印[^】］\])）]*|关闭[^】］\])）]*)[】］\])）]/g,
      '',
    )
    .replace(/^\s*(?:文章)?(?:标\s*题|题\s*目)\s*[:：]\s*/, '')
    .replace(/^\s*[[［【(（]?(?:图文|组图|推荐|置顶|原创|转载|热|荐|图)[\]］】)）]\s*/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** An essay may be called by a name; names with bodies and roles are its byline. In characters. */
const longestName = 4;

/** What the words say, against the page's `<title>`; null for a line that can be no title. */
function weightOfWords(words: string, whole: string, parts: readonly string[]): number | null {
  if (words.length < length.least || words.length > Math.max(length.most, parts[0]?.length ?? 0)) return null;
  const part = parts.indexOf(words);
  if (!/[\p{L}]/u.test(words) || (part < 0 && (boilerplateKind(words) !== null || isCreditLine(words)))) return null;
  if (
    /课题组$|^(?:主讲人?|报告人|演讲[人者])[:：]/.test(words) ||
    (part < 0 && words.length > longestName && readNamesAlone(words) !== null) ||
    /^[（(]?[图表]\s?\d/.test(words) ||
    /^[—–―─-]{1,4}[\u4e00-\u9fff]/.test(words)
  )
    return null;
  if (/^(?:首页|主页)[-—/|·]|(?:位置|首页).*[>»→]|[>»→].*[>»→]/.test(hideAngleQuotes(words))) return null;
  if (isMasthead(words)) return null;
  let weight = (/[。；，]$/.test(words) ? -3 : 0) - (words.length < 4 ? 1 : 0);
  if (part >= 0) weight += part === 0 ? 7 : 4.5;
  else if (whole.includes(words)) weight += words.length >= 6 ? 4.5 : 1.5;
  else if ((parts[0]?.length ?? 0) >= 6 && words.includes(parts[0] ?? ''))
    weight += words.length <= (parts[0]?.length ?? 0) + 12 ? 4 : 0;
  else if (words.length > 45) weight -= 2;
  return weight;
}

/** What the looks say, by markup alone: headings, class names, weight, size and place. */
function weightOfLooks(line: Line): number {
  let weight = line.linkSize / line.size > 0.5 ? -3 : 0;
  let element = parentElementOf(line.nodes[0]) ?? null;
  for (let depth = 0; element && depth < 6; depth++, element = parentElementOf(element)) {
    const tag = tagOf(element).toUpperCase();
    if (tag === 'H1') weight += 3;
    else if (tag === 'H2') weight += 2.5;
    else if (tag === 'H3') weight += 1.5;
    else if (/^H[4-6]$/.test(tag)) weight += 1;
    else if (tag === 'B' || tag === 'STRONG') weight += 1;
    else if (tag === 'FONT' && /^(?:\+[1-4]|[4-7])$/.test(attributeOf(element, 'size') ?? '')) weight += 1.5;
    const style = attributeOf(element, 'style') ?? '';
    if (/font-size\s*:\s*(?:1[6-9]|[2-4]\d)\s*p[xt]|font-size\s*:\s*(?:x-|xx-)?large/i.test(style)) weight += 1;
    if (/font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)) weight += 0.7;
    const names = `${attributeOf(element, 'class') ?? ''} ${idOf(element)}`;
    if (depth < 3 && /(?:^|[\s_-])(?:.{0,12}title|headline|biaoti|bt\d?|h1|tit)(?:[\s_-]|\d|$)/i.test(names))
      weight += 1.5;
    if (
      attributeOf(element, 'align')?.toLowerCase() === 'center' ||
      tag === 'CENTER' ||
      /text-align\s*:\s*center/i.test(style)
    )
      weight += 0.5;
    if (element === line.block || (depth > 0 && contains(element, line.block))) break;
  }
  return Math.min(weight, 6);
}

/** A school's name with little else, or with the name of its site or journal: a banner, no title. */
function isMasthead(words: string): boolean {
  if (!/党校|行政学院|社会主义学院|干部学院/.test(words)) return false;
  const name = findInstitution(words.replace(/(?:校园网|学报|网站?|在线|编辑部|主页|图书馆).*$/, ''))?.name;
  if (name === undefined) return false;
  const rest = words.length - bare(name).length;
  return rest <= 2 || (rest <= 12 && /校园网|学报|网站|网$|在线|编辑部|主页|图书馆/.test(words));
}

/** `文章标题` in the cell before. */
const isTitleLabel = (line: Line | undefined): boolean =>
  line !== undefined && /^(?:文章)?(?:标\s*题|题\s*目)[:：]?$/.test(line.text);

/** A credit line or byline right below speaks for a title. */
function weightOfNext(lines: readonly Line[], index: number): number {
  for (let step = 1; step <= 3; step++) {
    const next = lines[index + step];
    if (!next || next.size > 120) return 0;
    if (isCreditLine(next.raw) || dateTime.test(next.text)) return 3 - (step - 1) * 0.7;
    if (step === 1 && (isLabelOnly(next.text) || /^[—–―─-]{1,4}\s*[\u4e00-\u9fff]/.test(next.text))) return 2.6;
    if (isBylineLine(next)) return 2.6 - (step - 1) * 0.7;
  }
  return 0;
}

const dateTime = /(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?.{0,4}\d{1,2}:\d\d/;
const enumerated = /^[\s（(]*(?:[一二三四五六七八九十\d]{1,3}[、.．)）]|第[一二三四五六七八九十\d]+[章节])/;

/** How far a line is above the body, the credits in between apart. */
const plainBetween = (lines: readonly Line[], from: number, to: number): number =>
  lines.slice(from, to).filter((line) => line.size > 60 || !isCreditLine(line.raw)).length;

/** A short line in a block of its own just above the body is a title where nothing says more; the shortest of them below the page's path. */
function weightOfPlace(lines: readonly Line[], line: Line, bodyFirst: number | null): number {
  const body = bodyFirst === null ? undefined : lines[bodyFirst];
  if (!body || line.size > 40 || line.linkSize > 0 || enumerated.test(line.text)) return 0;
  const above = plainBetween(lines, line.index, body.index);
  if (line.index > body.index || above > 3) return 0;
  const underPath = line.size <= 20 && findBreadcrumb(lines, line.index).at(-1)?.index === line.index - 1;
  if (line === body) return underPath ? 1.5 : 0;
  if (line.block === body.block || (!underPath && line.size < 5)) return 0;
  return (underPath ? 4.5 : 3.7) - above * 0.2;
}
