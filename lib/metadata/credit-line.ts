import { creditKinds, longestLine } from './credit-score.ts';
import { findDates } from './dates.ts';
import { type Field, splitFields } from './fields.ts';

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
