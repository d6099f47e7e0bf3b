import type { WrittenRow } from './row.ts';

/** Names of fields by those of the Wayback Machine's index: pywb, CDXJ files and their makers have others. */
const sameField: Readonly<Record<string, keyof WrittenRow>> = {
  urlkey: 'urlkey',
  surt: 'urlkey',
  timestamp: 'timestamp',
  original: 'original',
  url: 'original',
  uri: 'original',
  mimetype: 'mimetype',
  mime: 'mimetype',
  statuscode: 'statuscode',
  status: 'statuscode',
  digest: 'digest',
  sha: 'digest',
  length: 'length',
  offset: 'offset',
  filename: 'filename',
  // OpenWayback's CDXJ 1.0.
  hsc: 'statuscode',
  mct: 'mimetype',
  rle: 'length',
};

/** Where a record lies, as OpenWayback's CDXJ writes it. */
const place = /^warcfile:(.+)#(\d+)$/;

/** The field that a name stands for; null for one that is not read. */
export const fieldOf = (name: string): keyof WrittenRow | null => sameField[name.toLowerCase()] ?? null;

/** The fields of an object of JSON; numbers count as their digits. */
export function rowOfObject(object: Readonly<Record<string, unknown>>): WrittenRow {
  const row: Partial<Record<keyof WrittenRow, string>> = {};
  for (const [name, value] of Object.entries(object)) {
    const field = fieldOf(name);
    if (field !== null && (typeof value === 'string' || typeof value === 'number')) row[field] ??= String(value);
    const [, filename, offset] = name === 'ref' ? (place.exec(String(value)) ?? []) : [];
    if (filename !== undefined) Object.assign(row, { filename, offset });
  }
  return row;
}

/** The fields of a list of values, by the names of a list that stood before it. */
export function rowOfValues(values: readonly unknown[], names: readonly string[]): WrittenRow {
  return rowOfObject(Object.fromEntries(names.map((name, at) => [name, values[at]])));
}
