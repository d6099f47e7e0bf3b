import { gzipSync } from 'fflate';
import { sha256Hex } from '../../essay/fixity.ts';
import { uuidOf } from '../uuid.ts';

/** A record to be written: its own headers, what HTTP said before the payload if anything, and the payload. */
export interface WrittenWarcRecord {
  readonly type: 'warcinfo' | 'response' | 'resource' | 'metadata';
  /** None for a warcinfo. */
  readonly uri?: string;
  /** W3C date, in UTC. */
  readonly date: string;
  /** Content-Type of the block. */
  readonly contentType: string;
  /** Lines of HTTP before the payload of a response. */
  readonly http?: readonly string[];
  readonly payload: Uint8Array<ArrayBuffer>;
  /** Further headers of the record. */
  readonly headers?: readonly (readonly [name: string, value: string])[];
}

/** A record as it stands in the file, with the id that others refer to it by. */
export interface WrittenRecord {
  readonly id: string;
  /** A gzip member of its own, as the standard recommends (ISO 28500, annex D). */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** Writes a record by WARC 1.1 (ISO 28500:2017). Its id is made of what it holds: the same record has the same id. */
export async function writeRecord(record: WrittenWarcRecord): Promise<WrittenRecord> {
  const { type, uri, date, contentType, http, payload, headers = [] } = record;
  const before = encode(http === undefined ? '' : `${http.join('\r\n')}\r\n\r\n`);
  const block = concat([before, payload]);
  const lines: (readonly [string, string])[] = [
    ['WARC-Type', type],
    ...(uri === undefined ? [] : [['WARC-Target-URI', uri] as const]),
    ['WARC-Date', date],
    ...headers,
    ['WARC-Block-Digest', await sha1Of(block)],
    ...(type === 'response' || type === 'resource' ? [['WARC-Payload-Digest', await sha1Of(payload)] as const] : []),
    ['Content-Type', contentType],
    ['Content-Length', String(block.length)],
  ];
  const id = `<urn:uuid:${uuidOf(await sha256Hex(encode(lines.map((line) => line.join(': ')).join('\n'))))}>`;
  const head = [['WARC-Record-ID', id], ...lines].map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const bytes = concat([encode(`WARC/1.1\r\n${head}\r\n`), block, encode('\r\n\r\n')]);
  return { id, bytes: gzipSync(bytes, { mtime: 0 }) };
}

/** What warcinfo and metadata hold: named fields, a line each. */
export const warcFields = (fields: readonly (readonly [name: string, value: string])[]): Uint8Array<ArrayBuffer> =>
  encode(fields.map(([name, value]) => `${name}: ${value.replace(/\s+/g, ' ')}\r\n`).join(''));

function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** SHA-1 in Base32, the form that archives compare payloads by. Its 160 bits are 32 letters, and need no padding. */
async function sha1Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', bytes));
  let bits = '';
  for (const byte of digest) bits += byte.toString(2).padStart(8, '0');
  return `sha1:${bits.replace(/.{5}/g, (five) => LETTERS.charAt(Number.parseInt(five, 2)))}`;
}
