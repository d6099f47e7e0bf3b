/** A row of an archive's index: one capture of one address. */
export interface IndexRow {
  /** The key that the index sorts by, as it is written there; '' where the index tells none. */
  readonly urlkey: string;
  /** 14 digits, `YYYYMMDDhhmmss`, UTC; what an old index leaves off counts from its start. */
  readonly timestamp: string;
  /** The address as crawled, with its port, case and escapes. */
  readonly original: string;
  /** Without its parameters, lower case; '' where the index tells none. */
  readonly mimetype: string;
  /** Status of HTTP; null where the index has `-`. */
  readonly status: number | null;
  /** SHA-1 of the payload in base32; '' where the index tells none. */
  readonly digest: string;
  /** Bytes of the record as stored, packed; null where it is not known. */
  readonly length: number | null;
  /** The bytes are those of an earlier capture with this digest: type and status are not told. */
  readonly revisit: boolean;
  /** Where the record lies, of an index that stands beside its WARC; null in an archive's own. */
  readonly offset: number | null;
  readonly file: string | null;
}

/** What a row says, by the names of the Wayback Machine's index. */
export interface WrittenRow {
  readonly urlkey?: string | undefined;
  readonly timestamp?: string | undefined;
  readonly original?: string | undefined;
  readonly mimetype?: string | undefined;
  readonly statuscode?: string | undefined;
  readonly digest?: string | undefined;
  readonly length?: string | undefined;
  readonly offset?: string | undefined;
  readonly filename?: string | undefined;
}

/** What an old index leaves off a timestamp: a month and a day count from 1. */
const START = '00000101000000';

/** Reads what a row says; null where it is about no page of the web (`dns:`, `warcinfo:`), or is no row. */
export function readRow(written: WrittenRow): IndexRow | null {
  const timestamp = momentOf(told(written.timestamp));
  const urlkey = told(written.urlkey);
  const given = told(written.original);
  const original = given === '' ? addressOfKey(urlkey) : addressOf(given);
  if (timestamp === null || original === null) return null;
  const mimetype = told(written.mimetype)
    .replace(/\s*[;,].*$/s, '')
    .trim()
    .toLowerCase();
  return {
    urlkey,
    timestamp,
    original,
    mimetype: mimetype === 'warc/revisit' ? '' : mimetype,
    status: /^[1-5]\d\d$/.test(told(written.statuscode)) ? Number(written.statuscode) : null,
    digest: told(written.digest)
      .replace(/^sha-?1:/i, '')
      .toUpperCase(),
    length: countOf(written.length),
    revisit: mimetype === 'warc/revisit',
    offset: countOf(written.offset),
    file: told(written.filename) || null,
  };
}

/** `-` is how an index leaves a field out. */
const told = (value: string | undefined): string => (value === undefined || value === '-' ? '' : value.trim());

const countOf = (value: string | undefined): number | null =>
  /^\d{1,15}$/.test(told(value)) ? Number(told(value)) : null;

/** 14 digits of a moment, also of one in the form of ISO 8601; null where no calendar has it. */
function momentOf(written: string): string | null {
  const digits = /^\d{4}-\d\d/.test(written) ? written.replace(/\D/g, '') : written;
  if (!/^\d{4,17}$/.test(digits)) return null;
  const whole = digits.slice(0, 14) + START.slice(Math.min(digits.length, 14));
  return /^(?:199|20\d)\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d[0-6]\d$/.test(whole)
    ? whole
    : null;
}

/** A web address; one without its scheme is taken for `http`. */
function addressOf(written: string): string | null {
  const original = written.replace(/^\/\/(?=[^/])/, 'http://');
  if (/^https?:\/\/[^/?#\s]/i.test(original)) return original;
  return /^[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?]|$)/.test(original) ? `http://${original}` : null;
}

/** The address that a SURT key was made of, as far as it tells: `cn,nbdx)/show.asp?id=697`. */
function addressOfKey(urlkey: string): string | null {
  const [, labels, port = '', rest = ''] =
    /^(?:(?:https?:\/\/)?\()?([\w-]+(?:,[\w-]+)+|\d+(?:\.\d+){3}),?(:\d+)?,?\)(.*?)>?$/s.exec(urlkey) ?? [];
  if (labels === undefined) return null;
  return `http://${labels.split(',').reverse().join('.')}${port}${rest.startsWith('/') ? rest : `/${rest}`}`;
}
