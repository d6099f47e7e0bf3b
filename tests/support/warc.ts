import { gzipSync } from 'fflate';
import { joinBytes } from '../corpus/encode.ts';

/** A record of a WARC to be written for a test. */
export interface RecordOptions {
  readonly type?: string;
  readonly address?: string;
  readonly date?: string;
  /** Lines of HTTP, or null for a record without. */
  readonly http?: readonly string[] | null;
  readonly body?: Uint8Array;
  readonly headers?: readonly string[];
  /** What Content-Length says in the place of the truth. */
  readonly length?: number;
}

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

/** HTTP's lines for a page in GB2312, as the servers of the day wrote them. */
export const gb2312Http = ['HTTP/1.1 200 OK', 'Server: Microsoft-IIS/5.0', 'Content-Type: text/html; charset=gb2312'];

/** One record of a WARC 1.0, not compressed. */
export function warcRecord({
  type = 'response',
  address = 'http://www.example.cn/a.htm',
  date = '2007-07-02T20:53:27Z',
  http = gb2312Http,
  body = new Uint8Array(0),
  headers = [],
  length,
}: RecordOptions = {}): Uint8Array {
  const block = joinBytes(ascii(http === null ? '' : `${http.join('\r\n')}\r\n\r\n`), body);
  const head = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${address}`,
    `WARC-Date: ${date}`,
    'WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>',
    `Content-Type: ${http === null ? 'text/html' : `application/http; msgtype=${type}`}`,
    ...headers,
    `Content-Length: ${length ?? block.length}`,
  ];
  return joinBytes(ascii(`${head.join('\r\n')}\r\n\r\n`), block, ascii('\r\n\r\n'));
}

/** A WARC of these records; packed, each is a gzip member of its own. */
export const warcFile = (records: readonly Uint8Array[], packed = false): Uint8Array =>
  joinBytes(...records.map((record) => (packed ? gzipSync(record) : record)));
