import { isAttachmentLine } from '../lines/attachment-line.ts';
import { boilerplateKind, isNeighbourLine, opensComments } from '../lines/boilerplate.ts';
import { isBylineLine } from '../lines/bylines/byline-line.ts';
import { isContactLine } from '../lines/contact-line.ts';
import { isCreditLine } from '../lines/credit-line.ts';
import { creditScore } from '../lines/credit-score.ts';
import type { Line } from '../lines/line.ts';
import { proseScore } from '../lines/prose.ts';
import { beyondBox } from './box.ts';
import { readHead } from './head.ts';
import { type Range, richestRange } from './range.ts';
import { findTitle } from './title.ts';
import { findVerse } from './verse.ts';

/** Prose of this score is an essay, if a short one; below it, verse and short lines are looked for. About characters. */
const enough = 70;
/** Prose of this score is an essay wherever it stands: below neighbours that a blog sets above its text. */
const rich = 200;
/** A title that a heading and the page's `<title>` both name. */
export const certain = 8;
/** The body begins at most this many lines below its title. */
const reach = 14;

/**
 * The run of lines that is the essay as far as words and place tell. Below a line that is the page's title for certain it is
 * what stands there above the neighbours and the footer: prose, verse, or however short a line. Elsewhere it is the richest run of
 * prose, or a poem that is credited. Never the footer: null for a page whose body holds no text.
 */
export function findSeed(lines: readonly Line[], documentTitle: string): Range | null {
  const scores = lines.map(proseScore);
  const anchor = findTitle({ lines, documentTitle, bodyFirst: null });
  if (anchor && anchor.weight >= certain) return belowTitle(lines, scores, anchor.line);
  const prose = acrossBoxes(lines, richestRange(scores), scores);
  const floor = findFloor(lines, -1, scores);
  if (prose && prose.score >= enough && (prose.first < floor || prose.score >= rich)) return prose;
  const verse = findVerse(lines);
  if (verse && isCredited(lines, verse)) return verse;
  if (prose && prose.first < floor) return prose;
  const credit = lines.findLast((line) => line.index < floor && creditScore(line.raw) >= 2 && line.size < 120);
  return credit ? shortRun(lines, credit, floor) : null;
}

/**
 * The index of the first line below `from` that ends an article for certain: neighbours, comments, a copyright. A copyright with
 * an essay's prose below it is that of a picture.
 */
export function findFloor(
  lines: readonly Line[],
  from: number,
  scores: readonly number[] = lines.map(proseScore),
): number {
  let rest = scores.reduce((sum, score, index) => (index > from ? sum + Math.max(0, score) : sum), 0);
  for (const { index, text } of lines.slice(from + 1)) {
    if (isNeighbourLine(text) || opensComments(text)) return index;
    rest -= Math.max(0, scores[index] ?? 0);
    if (rest < rich && boilerplateKind(text) === 'footer') return index;
  }
  return lines.length;
}

function belowTitle(lines: readonly Line[], scores: readonly number[], title: Line): Range | null {
  const floor = findFloor(lines, title.index, scores);
  const above = scores.map((score, index) => (index < floor ? score : -Math.abs(score)));
  const prose = acrossBoxes(lines, belowAnchor(above, title.index), above);
  if (prose && prose.score >= enough) return prose;
  const verse = findVerse(lines.slice(title.index + 1, floor));
  if (verse && verse.first <= title.index + reach && verse.score > (prose?.score ?? 0)) return verse;
  const short = prose && prose.first > title.index ? prose : shortRun(lines, title, floor);
  if (short) return short;
  const further = richestRange(scores.map((score, index) => (index < floor ? Math.min(score, 0) : score)));
  return further && further.score >= rich && further.first <= title.index + reach ? further : null;
}

/** The richest run on the page if it begins near the anchor; else the richest near it, unless that is next to nothing. */
function belowAnchor(scores: readonly number[], anchor: number): Range | null {
  const whole = richestRange(scores);
  if (!whole || (whole.first <= anchor + reach && whole.last > anchor)) return whole;
  const start = anchor + 1;
  const near = richestRange(scores.slice(start, start + reach * 2));
  if (!near || near.score < 40 || near.first > reach) return whole;
  return { first: near.first + start, last: near.last + start, score: near.score };
}

/**
 * The run with the paragraphs beyond a box of links that is set into it. A box costs more than a short paragraph behind it is worth.
 */
function acrossBoxes(lines: readonly Line[], run: Range | null, scores: readonly number[]): Range | null {
  const end = run && lines[run.last];
  const next = end && beyondBox(lines, run.last + 1, end);
  if (!run || !next) return run;
  const rest = richestRange(scores.slice(next.index).map((score, n) => (n === 0 ? Math.max(score, 1) : score)));
  const last = rest && rest.first === 0 ? next.index + rest.last : next.index;
  return acrossBoxes(lines, { ...run, last, score: run.score + (rest?.score ?? 0) }, scores);
}

/** The plain lines right below a title and its credits: a body of a line or two, or of attachments. */
function shortRun(lines: readonly Line[], title: Line, floor: number): Range | null {
  const whole = { first: title.index + 1, last: floor, score: 0 };
  const head = new Set(readHead(lines, title, whole));
  const rest = lines.slice(title.index + 1, floor).filter((line) => !head.has(line));
  const end = rest.findIndex((line, n) => !isPlain(line, rest[n + 1]));
  const run = end === -1 ? rest : rest.slice(0, end);
  const [first] = run;
  const last = run.at(-1);
  if (!first || !last || first.index > title.index + reach) return null;
  return { first: first.index, last: last.index, score: run.reduce((sum, line) => sum + line.size, 0) };
}

const isPlain = (line: Line, next: Line | undefined): boolean => {
  if (isAttachmentLine(line)) return true;
  const linked = (one: Line): boolean => one.linkSize / one.size > 0.5 && !isAttachmentLine(one);
  if (linked(line) || (next && linked(next) && !/[。！？]$/.test(line.text))) return false;
  return boilerplateKind(line.text) === null && !isContactLine(line.text);
};

/** True for a run of lines with a credit or a byline close above or below it. */
function isCredited(lines: readonly Line[], { first, last }: Range): boolean {
  const around = [...lines.slice(Math.max(0, first - 4), first), ...lines.slice(last + 1, last + 3)];
  return around.some((line) => isCreditLine(line.raw) || isBylineLine(line));
}
