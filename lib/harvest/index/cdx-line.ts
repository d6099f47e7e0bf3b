import type { WrittenRow } from './row.ts';
import { fieldOf, rowOfObject } from './row-of-json.ts';

/** Letters of a CDX file's first line (Internet Archive, "CDX file format") that stand for what is read. */
const letters: Readonly<Record<string, keyof WrittenRow>> = {
  N: 'urlkey',
  A: 'urlkey',
  a: 'original',
  b: 'timestamp',
  m: 'mimetype',
  s: 'statuscode',
  k: 'digest',
  S: 'length',
  V: 'offset',
  g: 'filename',
};

/** How the lines of a CDX are to be read: the fields in their order, null for one that is not read. */
export interface CdxForm {
  readonly separator: string;
  readonly fields: readonly (keyof WrittenRow | null)[];
}

/** Forms of lines without a first line that tells, by the number of their fields: the common files, and what the server writes. */
const commonForms: Readonly<Record<number, string>> = {
  5: 'N b a m k',
  6: 'N b a m s k',
  7: 'N b a m s k S',
  9: 'N b a m s k r V g',
  10: 'N b a m s k r M V g',
  11: 'N b a m s k r M S V g',
};

const formOf = (written: string, separator: string): CdxForm => ({
  separator,
  fields: written.split(/\s+/).map((letter) => letters[letter] ?? null),
});

/** The form of lines whose fields were asked for by name. */
export const formOfFields = (fields: readonly string[]): CdxForm => ({ separator: ' ', fields: fields.map(fieldOf) });

/** The form that a file's first line tells, whose first letter is what parts the fields: ` CDX N b a m s k r M S V g`; null for another line. */
export function readCdxHeader(line: string): CdxForm | null {
  const [, separator = ' ', rest] = /^([\s|,;])?CDX[\s|,;](.+)$/.exec(line) ?? [];
  return rest === undefined ? null : formOf(rest.split(separator).join(' ').trim(), separator);
}

/** The fields of a line of CDX, or of CDXJ (`key timestamp {json}`); null where it is none. */
export function readCdxLine(line: string, form: CdxForm | null): WrittenRow | null {
  const [, urlkey, timestamp, json] = /^(\S+)\s+(\d{1,17})\s+(\{.*\})\s*$/s.exec(line) ?? [];
  if (json !== undefined) return { urlkey, timestamp, ...objectOf(json) };
  const values = line.split(form?.separator ?? ' ');
  const known = form ?? formOf(commonForms[values.length] ?? '', ' ');
  const row: Partial<Record<keyof WrittenRow, string>> = {};
  known.fields.forEach((field, at) => {
    const value = values[at];
    if (field !== null && value !== undefined) row[field] = value;
  });
  return /^\d+$/.test(row.timestamp ?? '') ? row : null;
}

function objectOf(json: string): WrittenRow {
  try {
    return rowOfObject(JSON.parse(json) as Readonly<Record<string, unknown>>);
  } catch {
    return {};
  }
}
