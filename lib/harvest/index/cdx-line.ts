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
  // pywb's, with the place of the record that a revisit stands for.
  14: 'N b a m s k r M S V g - - -',
};

/** What the Wayback Machine writes when no key is asked for. */
const withoutKey = 'b a m s k S';

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

/** `key timestamp {json}`, or with the kind of the record before its facts (OpenWayback's CDXJ 1.0, whose times have the form of ISO 8601). */
const cdxj = /^(\S+)\s+(\d[\dTZ:.-]*)\s+(?:([a-z]+)\s+)?(\{.*)$/is;

/** The fields of a line of CDX, or of CDXJ; null where it is none. */
export function readCdxLine(line: string, form: CdxForm | null): WrittenRow | null {
  const [, urlkey, timestamp, kind = 'response', json] = cdxj.exec(line) ?? [];
  if (json !== undefined) return rowOfCdxj({ urlkey, timestamp }, kind.toLowerCase(), json);
  const parted = fieldsOfLine(line, form);
  const known = form ?? formOf(commonFormOf(parted), ' ');
  const values = withWholeAddress(parted, known, form !== null);
  const row: Partial<Record<keyof WrittenRow, string>> = {};
  known.fields.forEach((field, at) => {
    const value = values[at];
    if (field !== null && value !== undefined) row[field] = value;
  });
  return /^\d+$/.test(row.timestamp ?? '') ? row : null;
}

/** How many fields a line has, as its form parts them: one that was cut off has fewer than those before it. */
export const countFields = (line: string, form: CdxForm | null): number => fieldsOfLine(line, form).length;

/** By the form's own sign; without a form by blanks, or by tabs where a line has no blank. */
function fieldsOfLine(line: string, form: CdxForm | null): readonly string[] {
  const separator = form?.separator ?? (line.includes('\t') && !line.includes(' ') ? '\t' : ' ');
  return separator === ' ' ? line.split(/ +/) : line.split(separator);
}

const isType = (value: string | undefined): boolean => /^(?:-|unk|[\w.*-]+\/[\w.+*;=-]+)$/.test(value ?? '');
const isStatus = (value: string | undefined): boolean => /^(?:-|\d{3})$/.test(value ?? '');

/** Fields that an address has too many by the blanks in it, where a type and a status stand behind these. */
function blanksInAddress(values: readonly string[], at: number): number {
  if (!/^https?:/i.test(values[at] ?? '') || isType(values[at + 1])) return 0;
  const type = values.findIndex((value, n) => n > at + 1 && isType(value) && isStatus(values[n + 1]));
  return type < 0 ? 0 : type - at - 1;
}

function commonFormOf(values: readonly string[]): string {
  if (/^\d{14}$/.test(values[0] ?? '')) return withoutKey;
  return commonForms[values.length - blanksInAddress(values, 2)] ?? '';
}

/** The values with an address in one piece, its blanks escaped as the archive would have them. */
function withWholeAddress(values: readonly string[], { fields }: CdxForm, isTold: boolean): readonly string[] {
  const at = fields.indexOf('original');
  const more = isTold ? values.length - fields.length : blanksInAddress(values, at);
  // What stands too many behind a type is no part of the address: some first lines name fewer fields than there are.
  if (at < 0 || more <= 0 || (fields[at + 1] === 'mimetype' && isType(values[at + 1]))) return values;
  return [...values.slice(0, at), values.slice(at, at + more + 1).join('%20'), ...values.slice(at + more + 1)];
}

/** Of requests and what is told about records there is no capture: of such a line no field counts. Null where its facts are broken. */
function rowOfCdxj(head: WrittenRow, kind: string, json: string): WrittenRow | null {
  if (!/^(?:response|resource|revisit)$/.test(kind)) return {};
  try {
    const facts = rowOfObject(JSON.parse(json) as Readonly<Record<string, unknown>>);
    return { ...head, ...facts, ...(kind === 'revisit' && { mimetype: 'warc/revisit' }) };
  } catch {
    return null;
  }
}
