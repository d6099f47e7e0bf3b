import { findDates } from './dates.ts';
import { type Field, splitFields } from './fields.ts';
import { hitCounter } from './hit-counter.ts';
import { labelBefore } from './labels.ts';
import type { LabelKind } from './vocabulary.ts';

/** A line with more characters is prose, however it starts: the longest real credit lines have about 150. */
const longestLine = 300;
/** The kinds of labels that credit lines are made of. */
const creditKinds: ReadonlySet<LabelKind> = new Set([
  'date',
  'updated',
  'author',
  'unit',
  'source',
  'editor',
  'inputter',
  'hits',
]);
const colon = /[:：∶︰﹕]/g;
const letter = /\p{L}/u;
const fullDate = /(?:^|\D)(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d/;
const todayClock = /今天是|现在是/;

/**
 * How strongly a line looks like a credit line: one for each kind of label with its colon, one for a full date, one for a
 * hit counter. 0 for prose; 2 and more is a credit line. Takes a few microseconds.
 */
export function creditScore(raw: string): number {
  if (raw.length > longestLine || raw.length < 4) return 0;
  const kinds = new Set<LabelKind>();
  for (const { index } of raw.matchAll(colon)) {
    const label = labelBefore(raw, index);
    if (label && creditKinds.has(label.kind) && !letter.test(raw.charAt(label.start - 1))) kinds.add(label.kind);
  }
  if (hitCounter.test(raw)) kinds.add('hits');
  const dated = fullDate.test(raw) && !todayClock.test(raw);
  return kinds.size + (dated ? 1 : 0);
}

/** A value with more characters is a sentence (`来源：实践…`); names of papers with their issue stay well below. */
const longestValue = 40;

function isCredit({ kind, value }: Field): boolean {
  if (kind === null) return findDates(value).length > 0;
  return creditKinds.has(kind) && (value !== '' || kind === 'hits');
}

/**
 * True for a line that is credit and nothing else: it starts with a label or a date, its values are short, and it holds no
 * sentence. Essays hold 来源：, 时间： and 作者 in sentences; those lines are told apart here.
 */
export function looksLikeCreditLine(raw: string): boolean {
  const text = raw.trim();
  if (text.length > longestLine || text.length < 4 || /[。！？!?]/.test(text)) return false;
  if (text.length > longestValue && !/[:：∶︰﹕\d]/.test(text)) return false;
  const fields = splitFields(text);
  const [first] = fields;
  if (first === undefined || (first.kind === null && !isCredit(first))) return false;
  const rest = fields.filter(({ kind }) => kind === null || kind === 'other');
  const emptyLabels = fields.filter(({ kind, value }) => kind !== null && creditKinds.has(kind) && value === '').length;
  return (
    fields.every(({ value }) => value.length < longestValue) &&
    rest.reduce((sum, { value }) => sum + value.length, 0) < longestValue * 2 &&
    (fields.some(isCredit) || emptyLabels > 1)
  );
}
