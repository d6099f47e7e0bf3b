import type { EssayFields } from '../essay/essay.ts';
import { partialDate } from '../essay/partial-date.ts';

/** The fields that are set by hand as one line of text. */
export const editableFields = [
  'title',
  'authors',
  'publishedOn',
  'unit',
  'source',
  'column',
  'institution',
  'keywords',
] as const;
export type EditableField = (typeof editableFields)[number];

/** A field as one line to edit: several names parted by 、, a column path by ›, a date as `2005-07-14`. */
export function textOfField(fields: Readonly<EssayFields>, name: EditableField): string {
  const value = fields[name];
  if (value === null || typeof value === 'string') return value ?? '';
  return value.join(name === 'column' ? ' › ' : '、');
}

/** The change that a line of text makes to a field; null where the line is no date. An empty line empties the field. */
export function fieldOfText(name: EditableField, line: string): Partial<EssayFields> | null {
  const text = line.trim();
  if (name === 'publishedOn') {
    const date = text === '' ? null : dateOf(text);
    return text !== '' && date === null ? null : { publishedOn: date };
  }
  if (name === 'title') return { title: text };
  if (name === 'column') return { column: parts(text, /[›>＞»]/u) };
  // Latin names hold spaces, so that a space parts no names.
  if (name === 'authors' || name === 'keywords') return { [name]: parts(text, /[、，,;；]/u) };
  return { [name]: text === '' ? null : text };
}

const parts = (text: string, by: RegExp): string[] =>
  text
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** `2005`, `2005-7`, `2005年7月14日` and their like. */
function dateOf(text: string): string | null {
  const found = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/u.exec(text);
  if (found === null) return null;
  const [year = 0, month, day] = found.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  return partialDate(year, month, day);
}
