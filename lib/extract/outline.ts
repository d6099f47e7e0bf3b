import { contains } from '../dom/tree.ts';
import { isBylineLine } from '../lines/bylines/byline-line.ts';
import { isCreditLine } from '../lines/credit-line.ts';
import { type Line, readLines } from '../lines/line.ts';
import { proseScore } from '../lines/prose.ts';
import { readHead } from './head.ts';
import { type Range, richestRange } from './range.ts';
import { findTitle } from './title.ts';
import { findVerse } from './verse.ts';

/** What each line of a page is, as far as its words and its place tell. All later stages start from it. */
export interface Outline {
  readonly lines: readonly Line[];
  /** The essay's title, or null when no line is a likely one. */
  readonly title: Line | null;
  /** Lines below the title that may credit or serve the reader: credit lines, byline, tools. A subtitle among them is none. */
  readonly head: readonly Line[];
  /** The run of lines that is the essay; it may begin within the head, with a subtitle. Null on a page without prose. */
  readonly body: Range | null;
  /** True for a page too long to be looked through: all of it is the body. */
  readonly whole: boolean;
}

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
  const first = firstPlain(lines, title ? title.index + 1 : seed.first, head);
  return {
    lines,
    title,
    head,
    body: first > seed.last ? seed : { ...seed, first },
    whole: false,
  };
}

/** Index of the first line from `from` on that is none of the head: a subtitle above the credits is text. */
function firstPlain(lines: readonly Line[], from: number, head: readonly Line[]): number {
  const known = new Set(head);
  return lines.slice(from).find((line) => !known.has(line))?.index ?? lines.length;
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
