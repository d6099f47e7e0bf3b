import { closest, contains } from '../dom/tree.ts';
import { affiliatedNames } from '../lines/affiliated-byline.ts';
import { boilerplateKind } from '../lines/boilerplate.ts';
import { isBylineLine } from '../lines/byline-line.ts';
import { isCreditLine } from '../lines/credit-line.ts';
import { creditScore } from '../lines/credit-score.ts';
import { eachAffiliated, speech } from '../lines/head-names.ts';
import { isLabelOnly } from '../lines/labels.ts';
import { type Line, readLines } from '../lines/line.ts';
import { proseScore } from '../lines/prose.ts';
import { readPublicationLine } from '../lines/publication-line.ts';
import { isReporterLine } from '../lines/reporter-line.ts';
import { type Range, richestRange } from './range.ts';
import { findTitle } from './title.ts';
import { findVerse } from './verse.ts';

/** What each line of a page is, as far as its words and its place tell. All later stages start from it. */
export interface Outline {
  readonly lines: readonly Line[];
  /** The essay's title, or null when no line is a likely one. */
  readonly title: Line | null;
  /** Lines between the title and the body that are no text of the essay: credit lines, byline, tools. */
  readonly head: readonly Line[];
  /** The run of lines that is the essay, the head left out; null on a page without prose. */
  readonly body: Range | null;
  /** True for a page too long to be looked through: all of it is the body. */
  readonly whole: boolean;
}

/** Plain lines in a row that a head may hold (a subtitle, a label's value): more of them are the text itself, such as verse. */
const unknownLines = 2;
/** How many lines of a head are looked at: breadcrumb, title, subtitle, credits, byline, tools in a layout table. */
const headLength = 14;

/** What the outline is told of the page. */
export interface OutlineOptions {
  /** Elements of an archive's wrapper. */
  readonly skip?: ReadonlySet<Element>;
  /** The body by a CMS family's own marker, which then decides. */
  readonly marked?: Element | null;
}

/** Reads the outline of a page. */
export function readOutline(root: Element, documentTitle: string, { skip, marked }: OutlineOptions = {}): Outline {
  const lines = readLines(root, skip);
  if (lines.length > longest) return wholePage(lines);
  const seed = (marked ? rangeOf(lines, marked) : null) ?? findSeed(lines, documentTitle);
  if (!seed) return { lines, title: null, head: [], body: null, whole: false };
  const title = findTitle({ lines, documentTitle, bodyFirst: seed.first })?.line ?? null;
  const head = readHead(lines, title, seed);
  const end = head.at(-1) ?? title;
  const first = end ? end.index + 1 : seed.first;
  return {
    lines,
    title,
    head,
    body: first > seed.last ? seed : { ...seed, first: marked ? Math.max(first, seed.first) : first },
    whole: false,
  };
}

/** Portals' longest pages have some hundred lines. Past this many a page is a book, or a trap. */
const longest = 6000;

const wholePage = (lines: readonly Line[]): Outline => ({
  lines,
  title: null,
  head: [],
  body: { first: 0, last: lines.length - 1, score: lines.length },
  whole: true,
});

/** Prose of this score is an essay, if a short one; below it, verse is looked for. About characters. */
const enough = 70;

/**
 * The run of lines that is the essay as far as its words tell: the richest run of prose, but rather one close below a line that
 * is the page's title for certain; or a poem where there is no prose.
 */
function findSeed(lines: readonly Line[], documentTitle: string): Range | null {
  const scores = lines.map(proseScore);
  const anchor = findTitle({ lines, documentTitle, bodyFirst: null });
  const prose = anchor && anchor.weight >= certain ? belowAnchor(scores, anchor.line.index) : richestRange(scores);
  if (prose && prose.score >= enough) return prose;
  const verse = findVerse(lines);
  if (!verse || prose === null) return verse ?? prose;
  const around = [
    ...lines.slice(Math.max(0, verse.first - 4), verse.first),
    ...lines.slice(verse.last + 1, verse.last + 3),
  ];
  return isCredited(around) ? verse : prose;
}

/** A title that a heading and the page's `<title>` both name. */
const certain = 8;
/** The body begins at most this many lines below its title. */
const reach = 14;

/** The richest run on the page if it begins near the anchor; else the richest near it, unless that is next to nothing. */
function belowAnchor(scores: readonly number[], anchor: number): Range | null {
  const whole = richestRange(scores);
  if (!whole || (whole.first <= anchor + reach && whole.last > anchor)) return whole;
  const start = anchor + 1;
  const near = richestRange(scores.slice(start, start + reach * 2));
  if (!near || near.score < 40 || near.first > reach) return whole;
  return { first: near.first + start, last: near.last + start, score: near.score };
}

const isCredited = (around: readonly Line[]): boolean =>
  around.some((line) => isCreditLine(line.raw) || isBylineLine(line));

/** The lines that an element holds, with the prose among them for a score; null when it holds none. */
function rangeOf(lines: readonly Line[], element: Element): Range | null {
  const inside = lines.filter(
    (line) => contains(element, line.block) || line.nodes.some((node) => contains(element, node)),
  );
  const [head] = inside;
  const end = inside.at(-1);
  if (!head || !end) return null;
  return {
    first: head.index,
    last: end.index,
    score: inside.reduce((sum, line) => sum + Math.max(0, proseScore(line)), 0),
  };
}

/** The lines after the title that are no prose, up to the first that is; without a title, those that open the body. */
function readHead(lines: readonly Line[], title: Line | null, seed: Range): Line[] {
  const from = title ? title.index + 1 : seed.first;
  let end = from;
  for (let index = from; index < Math.min(from + headLength, seed.last) && index <= end + unknownLines; index++) {
    const line = lines[index];
    if (!line || line.size > 200) break;
    if (
      isHeadLine(line, title, lines[index + 1]) ||
      isAbstractBox(line, lines[index + 1]) ||
      isLabelled(line, lines[index - 1])
    )
      end = index + 1;
    else if (proseScore(line) > 25) break;
  }
  return lines.slice(from, end);
}

/** A label in a table cell of its own, or the value in the cell beside it. */
function isLabelled(line: Line, before: Line | undefined): boolean {
  if (isLabelOnly(line.text)) return true;
  const row = closest(line.block, 'tr');
  return (
    before !== undefined &&
    isLabelOnly(before.text) &&
    row !== null &&
    row === closest(before.block, 'tr') &&
    line.size < 40
  );
}

/** An abstract in a cell or box of its own, above the body's: it is read as a field. One among the paragraphs stays with them. */
function isAbstractBox(line: Line, next: Line | undefined): boolean {
  if (!/^[\s【［[]*(?:核心提示|内容提要|内容摘要|导\s*读|摘\s*要|提\s*要)/.test(line.text)) return false;
  const cell = closest(line.block, 'td, table');
  return next !== undefined && cell !== null && !contains(cell, next.block);
}

/** True for a line that belongs to the head: it repeats the title, credits, signs, or serves the reader. */
export function isHeadLine(line: Line, title: Line | null, next?: Line): boolean {
  const text = line.text;
  if (title && sameWords(text, title.text)) return true;
  if (line.linkSize / line.size > 0.6 && line.size < 60) return true;
  if (boilerplateKind(text) !== null) return true;
  if (isCreditLine(line.raw) || (creditScore(line.raw) >= 2 && line.size < 100)) return true;
  if (stamped.test(text) && line.size < 80 && !/[。！？]/.test(text)) return true;
  if (
    readPublicationLine(text) !== null ||
    affiliation.test(text) ||
    translator.test(text) ||
    eachAffiliated.test(text) ||
    speech.test(text)
  )
    return true;
  return (
    isBylineLine(line, next) ||
    affiliatedNames(text) !== null ||
    isReporterLine(text) ||
    (/^[—–―─-]{1,4}\s*\S/.test(text) && line.size < 50)
  );
}

/** `（中共九江市委党校学报编辑部，江西九江332000）`: where the author works, with the postcode. */
const affiliation = /^[（(][^（）()。]{4,60}\d{6}\s*[）)]$/;
const translator = /著[\s\u3000，,；;]*[\u4e00-\u9fff·\s、]{2,16}译$/;
/** A date with a time of day: when the page was put up. */
const stamped = /(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\s\u3000]{0,3}\d{1,2}[:：]\d\d/;

const sameWords = (one: string, other: string): boolean => one.replace(/\s+/g, '') === other.replace(/\s+/g, '');
