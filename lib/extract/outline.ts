import { contains } from '../dom/tree.ts';
import { type Line, type Passed, readLines } from '../lines/line.ts';
import { proseScore } from '../lines/prose.ts';
import { joinBrokenTitle } from './broken-title.ts';
import { readHead } from './head.ts';
import type { Range } from './range.ts';
import { findSeed } from './seed.ts';
import { findTitle } from './title.ts';

/** What each line of a page is, as far as its words and its place tell. All later stages start from it. */
export interface Outline {
  readonly lines: readonly Line[];
  /** The essay's title, or null when no line is a likely one. */
  readonly title: Line | null;
  /** Lines below the title that may credit or serve the reader: credit lines, byline, tools. A subtitle among them is none. */
  readonly head: readonly Line[];
  /** The run of lines that is the essay; it may begin within the head, with a subtitle. Null on a page without prose. */
  readonly body: Range | null;
  /** What stands on the page and is none of its lines, in order. */
  readonly passed: readonly Passed[];
  /** True for a page too long to be looked through: all of it is the body. */
  readonly whole: boolean;
}

/** What the outline is told of the page. */
export interface OutlineOptions {
  /** Elements of an archive's wrapper. */
  readonly skip?: ReadonlySet<Element>;
  /** Says of an element that nobody sees its text. */
  readonly isUnseen?: (element: Element) => boolean;
  /** Where texts break into lines. */
  readonly linesOf?: (text: Text) => readonly string[];
  /** The body by a CMS family's own marker, which then decides. */
  readonly marked?: Element | null;
  /** The page's own address before archiving. */
  readonly address?: string;
}

/** Reads the outline of a page. */
export function readOutline(
  root: Element,
  documentTitle: string,
  { skip, isUnseen, linesOf, marked, address }: OutlineOptions = {},
): Outline {
  const passed: Passed[] = [];
  const onPassed = (one: Passed): number => passed.push(one);
  const lines = readLines(root, {
    ...(skip && { skip }),
    ...(isUnseen && { isUnseen }),
    ...(linesOf && { linesOf }),
    onPassed,
  });
  if (lines.length > longest) return wholePage(lines, passed);
  const found = outlineOf(lines, documentTitle, marked, address);
  const joined = found.title && joinBrokenTitle(lines, found.title, documentTitle);
  if (!joined || !found.title) return { ...found, passed };
  const at = found.title.index;
  const fewer = lines.length - joined.length;
  return {
    ...outlineOf(joined, documentTitle, marked, address),
    passed: passed.map((one) => (one.before > at ? { ...one, before: one.before - fewer } : one)),
  };
}

function outlineOf(
  lines: readonly Line[],
  documentTitle: string,
  marked: Element | null | undefined,
  address: string | undefined,
): Omit<Outline, 'passed'> {
  const seed = (marked ? rangeOf(lines, marked) : null) ?? findSeed(lines, documentTitle);
  if (!seed) return { lines, title: null, head: [], body: null, whole: false };
  const title = findTitle({ lines, documentTitle, bodyFirst: seed.first, address })?.line ?? null;
  const head = readHead(lines, title, seed);
  const first = firstPlain(lines, title ? title.index + 1 : seed.first, head);
  return { lines, title, head, body: first > seed.last ? seed : { ...seed, first }, whole: false };
}

/** Index of the first line from `from` on that is none of the head: a subtitle above the credits is text. */
function firstPlain(lines: readonly Line[], from: number, head: readonly Line[]): number {
  const known = new Set(head);
  return lines.slice(from).find((line) => !known.has(line))?.index ?? lines.length;
}

/** Portals' longest pages have some hundred lines. Past this many a page is a book, or a trap. */
const longest = 6000;

const wholePage = (lines: readonly Line[], passed: readonly Passed[]): Outline => ({
  lines,
  passed,
  title: null,
  head: [],
  body: { first: 0, last: lines.length - 1, score: lines.length },
  whole: true,
});

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
