import { hitNumberAt } from '../lines/hit-counter.ts';
import type { LabelKind } from '../lines/vocabulary.ts';
import { isSpace } from '../text/characters.ts';
import { type DateMatch, findDates } from '../text/dates.ts';
import { findLabels, type LabelInLine } from './labels-in-line.ts';
import { pairs, type Span, segmentsOf, tidySpan } from './segments.ts';

/** A piece of a credit line: a label with its value, or an unlabelled token (kind and label null). */
export interface Field {
  readonly kind: LabelKind | null;
  /** The label as the vocabulary spells it, without spaces, brackets and colon; an unknown label as the line spells it. */
  readonly label: string | null;
  /** The value, trimmed; empty for an empty slot. */
  readonly value: string;
  /** The field's own text in the line: `line.slice(start, end)`. */
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

/** A value's place, and how much of the text behind the label is used up. */
interface Slot {
  readonly value: Span;
  readonly end: number;
}

/** Old issues are dates too: the limits of a page's own date don't hold while a line is split. */
const anyYear = { notBefore: '1000' };

const slotOf = (value: Span): Slot => ({ value, end: value.end });
const nothing = (at: number): Slot => slotOf({ start: at, end: at });

function hitsSlot(text: string, { start }: Span): Slot {
  const pattern = hitNumberAt();
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  const number = match?.groups?.['number'];
  if (!match || match[0].trim() === '') return nothing(start);
  const at = number === undefined ? start : start + match[0].indexOf(number);
  return { value: { start: at, end: at + (number?.length ?? 0) }, end: start + match[0].trimEnd().length };
}

/** A date label's value is its date; a name that follows without a label stands for itself (Boda: `创建时间：2006/09/22 吕露`). */
function dateSlot(text: string, first: Span): Slot {
  const piece = text.slice(first.start, first.end);
  const date = findDates(piece, { ...anyYear, labelled: true })[0];
  if (date !== undefined) return slotOf({ start: first.start + date.start, end: first.start + date.end });
  return /^\D{0,2}\d{4}/.test(piece.trim()) && piece.trim().length < 12
    ? slotOf(tidySpan(text, first))
    : nothing(first.start);
}

/** The value up to the first date in it that `ends` it. */
function slotBefore(text: string, first: Span, ends: (date: DateMatch) => boolean): Slot {
  const date = findDates(text.slice(first.start, first.end), anyYear).find(ends);
  return slotOf(tidySpan(text, date === undefined ? first : { start: first.start, end: first.start + date.start }));
}

const whole = (text: string, region: Span): Slot => slotOf(tidySpan(text, region));
const slots: { readonly [Kind in LabelKind]?: (text: string, first: Span, region: Span) => Slot } = {
  hits: (text, _first, region) => hitsSlot(text, region),
  comments: (text, _first, region) => hitsSlot(text, region),
  date: dateSlot,
  updated: dateSlot,
  author: (text, first) => slotBefore(text, first, () => true),
  unit: (text, first) => slotBefore(text, first, () => true),
  editor: (text, first) => slotBefore(text, first, () => true),
  inputter: (text, first) => slotBefore(text, first, () => true),
  // A date without a clock may be the newspaper's own (学习时报 2005-07-11 第3版): it stays with the source. One in figures, that a wide
  // space sets apart and nothing follows, is the page's (转载自：人民日报　2006-3-5).
  source: (text, first) =>
    slotBefore(
      text,
      first,
      ({ time, form, start, end }) =>
        time !== null ||
        (form === 'numeric' &&
          /[\u3000\u00a0]\s*$|\s{2}$/.test(text.slice(first.start, first.start + start)) &&
          !/[\p{L}\p{N}]/u.test(text.slice(first.start + end, first.end))),
    ),
  // Values that may hold the signs that part fields elsewhere run to the next label.
  keywords: (text, _first, region) => whole(text, region),
  abstract: (text, _first, region) => whole(text, region),
  column: (text, _first, region) => whole(text, region),
};

/** Where the bracket closes that a label stands in with its value (`[来源：求是] 林有禾`); `end` where it stands in none. */
function endOfBracket(text: string, mark: LabelInLine, end: number): number {
  const [open, close = ''] = pairs.find((pair) => pair.startsWith(text.charAt(mark.start))) ?? '';
  const at = text.indexOf(close, mark.end);
  const isOpen = open !== undefined && !text.slice(mark.start, mark.end).includes(close);
  return isOpen && at >= 0 && at < end && !text.slice(mark.end, at).includes(open) ? at : end;
}

function slotBehind(text: string, mark: LabelInLine, end: number): Slot {
  if (mark.value !== undefined) return { value: tidySpan(text, mark.value), end: mark.end };
  const region = { start: mark.end, end: endOfBracket(text, mark, end) };
  const first = segmentsOf(text, region)[0] ?? region;
  const slot = slots[mark.kind] ?? ((line: string, piece: Span) => whole(line, piece));
  return slot(text, first, region);
}

/** The field's end: behind its value, and behind the bracket that closes the one it opened with. */
function closeOf(text: string, mark: LabelInLine, end: number, next: number): number {
  let close = Math.max(mark.end, end);
  while (close > mark.end && isSpace(text[close - 1])) close -= 1;
  const pair = pairs.find(([open]) => open === text[mark.start]);
  if (pair === undefined) return close;
  let at = close;
  while (at < next && isSpace(text[at])) at += 1;
  const unclosed = !text.slice(mark.start, close).includes(pair.charAt(1));
  return unclosed && at < next && text[at] === pair[1] ? at + 1 : close;
}

function field(
  text: string,
  mark: Pick<LabelInLine, 'kind' | 'label'> | null,
  start: number,
  end: number,
  value: Span,
): Field {
  return {
    kind: mark?.kind ?? null,
    label: mark?.label ?? null,
    value: text.slice(value.start, value.end),
    raw: text.slice(start, end),
    start,
    end,
  };
}

/** `林有禾（2006-5-8）`: the brackets around a date are half in the token before it and half in the one behind. */
function withoutHalfBrackets(text: string, { start, end }: Span): Span {
  const token = text.slice(start, end);
  const lead = /^[\s）)］\]】〕]+/.exec(token)?.[0].length ?? 0;
  const rest = /[\s（(［[【〔]+$/.exec(token)?.[0].length ?? 0;
  return { start: Math.min(start + lead, end), end: Math.max(end - rest, start) };
}

/** `王芳 06-05-08`: two digits are a year where white space sets the date apart. */
const shortDate = /(?:^|\s)\d\d([-/.])\d{1,2}\1\d{1,2}(?=\s|$)/;

/** Unlabelled text: a token for each piece, with dates as tokens of their own. */
function tokensOf(text: string, region: Span): Field[] {
  return segmentsOf(text, region).flatMap((piece) => {
    const words = text.slice(piece.start, piece.end);
    const dates = findDates(words, { ...anyYear, labelled: shortDate.test(words) });
    const cuts = dates.flatMap((date) => [piece.start + date.start, piece.start + date.end]);
    const edges = [piece.start, ...cuts, piece.end];
    return edges.slice(1).flatMap((end, i) => {
      const span = withoutHalfBrackets(text, tidySpan(text, { start: edges[i] ?? end, end }));
      return span.start < span.end ? [field(text, null, span.start, span.end, span)] : [];
    });
  });
}

/**
 * Splits one visual line into labelled fields and unlabelled tokens, in order and without overlap; nothing but white space,
 * separators and stray brackets lies between them. Give the line with its NBSP, U+3000 and tabs still in it, since two of
 * them part fields. Takes time in proportion to the line's length.
 */
export function splitFields(raw: string): readonly Field[] {
  const marks = findLabels(raw);
  const before = tokensOf(raw, { start: 0, end: marks[0]?.start ?? raw.length });
  const labelled = marks.flatMap((mark, i) => {
    const next = marks[i + 1]?.start ?? raw.length;
    const { value, end } = slotBehind(raw, mark, next);
    const close = closeOf(raw, mark, end, next);
    return [field(raw, mark, mark.start, close, value), ...tokensOf(raw, { start: close, end: next })];
  });
  return [...before, ...labelled];
}
