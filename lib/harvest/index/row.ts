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
  const digits = /^\d{4,17}$/.exec(told(written.timestamp))?.[0];
  const urlkey = told(written.urlkey);
  const original = addressOf(told(written.original)) ?? addressOfKey(urlkey);
  if (digits === undefined || original === null) return null;
  const mimetype = told(written.mimetype)
    .replace(/\s*[;,].*$/s, '')
    .trim()
    .toLowerCase();
  return {
    urlkey,
    timestamp: digits.slice(0, 14) + START.slice(Math.min(digits.length, 14)),
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

/** A web address; one without its scheme is taken for `http`. */
function addressOf(original: string): string | null {
  if (/^https?:\/\/[^/?#\s]/i.test(original)) return original;
  return /^[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?]|$)/.test(original) ? `http://${original}` : null;
}

/** The address that a SURT key was made of, as far as it tells: `cn,nbdx)/show.asp?id=697`. */
function addressOfKey(urlkey: string): string | null {
  const [, labels, port = '', rest = ''] =
    /^(?:https?:\/\/\()?([\w-]+(?:,[\w-]+)+),?(:\d+)?,?\)(.*)$/s.exec(urlkey) ?? [];
  if (labels === undefined) return null;
  return `http://${labels.split(',').reverse().join('.')}${port}${rest.startsWith('/') ? rest : `/${rest}`}`;
}
