import { isHan, isSpace, spaces } from '../text/characters.ts';
import { matchesOf } from '../text/matches-of.ts';

/** A stretch of a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const breaks = new RegExp(`[${spaces}]+|[|｜¦‖•·・【［[]`, 'g');
const wide = /[\u00a0\u2002\u2003\u3000]/g;
const edge = '/-–—;；,，、|｜¦‖•·・~';
const isEdge = (character: string): boolean => edge.includes(character) || isSpace(character);

/** Brackets as openings and closings. */
export const pairs = ['()', '（）', '[]', '［］', '【】', '〔〕', '“”', '「」'];
const pairOfOpen = new Map(pairs.map((pair) => [pair.charAt(0), pair]));
const pairOfClose = new Map(pairs.map((pair) => [pair.charAt(1), pair]));
/** Brackets within brackets occur at most this deep on credit lines. */
const deepest = 3;
/** The nation of a foreign author, `[美]约翰·史密斯`, and the number of a note, `林有禾[1]`: their brackets open no field. */
const nation = /^[［[【](?:[\u3400-\u9fff]{1,3}[］\]】](?=\s?[\u3400-\u9fff])|\d{1,2}[］\]])/;

/** True when white space only spreads a short name (`王　　芳`): one Han character, alone, on either side. */
function spreadsName(text: string, start: number, end: number): boolean {
  const alone = (at: number, beyond: number): boolean =>
    isHan(text[at]) && !/[\p{L}\p{N}]/u.test(text.charAt(at + beyond));
  return alone(start - 1, -1) && alone(end, 1);
}

/** True when the separator at `start` parts fields. A single space never does: names of papers and lists of authors hold some. */
function partsFields(text: string, separator: string, start: number): boolean {
  const end = start + separator.length;
  if (isSpace(separator[0])) {
    if (/[\t\n\r]/.test(separator)) return true;
    const broad = separator.length >= 4 || (separator.match(wide)?.length ?? 0) >= 2;
    return broad && !spreadsName(text, start, end);
  }
  if (separator === '·' || separator === '・') {
    const joined = (at: number): boolean => /[\p{L}\p{N}]/u.test(text.charAt(at));
    return !(joined(start - 1) && joined(end));
  }
  return !nation.test(text.slice(start, start + 7));
}

/**
 * The pieces of a stretch between hard separators, in order: `|`, `•`, an opening bracket, tabs, two NBSP or U+3000, four spaces.
 * White space at the start parts nothing; empty pieces stay, so that the first one is a label's own slot.
 */
export function segmentsOf(text: string, { start, end }: Span): readonly Span[] {
  const found: Span[] = [];
  let from = start;
  for (const match of matchesOf(text.slice(start, end), breaks)) {
    const at = start + match.index;
    if ((at === start && isSpace(match[0][0])) || !partsFields(text, match[0], at)) continue;
    found.push({ start: from, end: at });
    from = /[【［[]/.test(match[0]) ? at : at + match[0].length;
  }
  return [...found, { start: from, end }];
}

/** The stretch without white space and stray separators at its edges, and without brackets that nothing in it closes or opens. */
export function tidySpan(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  for (let depth = 0; ; depth += 1) {
    while (from < to && isEdge(text.charAt(from))) from += 1;
    while (from < to && isEdge(text.charAt(to - 1))) to -= 1;
    if (depth === deepest) break;
    const inside = text.slice(from, to);
    const last = pairOfClose.get(inside.charAt(inside.length - 1));
    const first = pairOfOpen.get(inside.charAt(0));
    if (last !== undefined && first === last && !inside.slice(1, -1).includes(last.charAt(0))) {
      from += 1;
      to -= 1;
    } else if (last !== undefined && !inside.includes(last.charAt(0))) to -= 1;
    else if (first !== undefined && !inside.includes(first.charAt(1))) from += 1;
    else break;
  }
  return { start: from, end: Math.max(from, to) };
}
