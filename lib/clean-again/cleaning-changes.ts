import { diffChars, diffLines } from 'diff';
import type { Essay, EssayFields, FieldName } from '../essay/essay.ts';
import { lengthOf } from '../essay/length.ts';

/** One field that reads otherwise than before. */
export interface FieldChange {
  readonly field: FieldName;
  readonly before: EssayFields[FieldName];
  readonly after: EssayFields[FieldName];
}

/** How two readings of one essay differ. */
export interface CleaningChanges {
  readonly changes: readonly FieldChange[];
  /** Characters of the text that went and came, white space apart; null when the text is the same. */
  readonly text: { readonly removed: number; readonly added: number } | null;
  /** True when the text is the same and only its markup (headings, emphasis, notes, links) is not. */
  readonly markupOnly: boolean;
  /** True when nothing that is read changed. */
  readonly same: boolean;
}

/** Every field, in the order that they are shown in. */
const fields = {
  title: true,
  authors: true,
  publishedOn: true,
  unit: true,
  source: true,
  issue: true,
  column: true,
  institution: true,
  hits: true,
  editor: true,
  keywords: true,
  abstract: true,
} as const satisfies Record<FieldName, true>;
const fieldNames = Object.keys(fields) as readonly FieldName[];

/** Single edits up to which texts are compared letter by letter; texts further apart are compared by lines. */
const CLOSE = 2000;

/** What changes when `after` takes the place of `before`. */
export function changesBetween(before: Essay, after: Essay): CleaningChanges {
  const changes = fieldNames
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }));
  const text = before.text === after.text ? null : countChanges(before.text, after.text);
  const markupOnly = text === null && before.html !== after.html;
  return { changes, text, markupOnly, same: changes.length === 0 && text === null && !markupOnly };
}

function countChanges(before: string, after: string): { readonly removed: number; readonly added: number } {
  const parts = diffChars(before, after, { maxEditLength: CLOSE }) ?? diffLines(before, after);
  const count = (which: 'removed' | 'added'): number =>
    parts.filter((part) => part[which]).reduce((sum, { value }) => sum + lengthOf(value), 0);
  return { removed: count('removed'), added: count('added') };
}
