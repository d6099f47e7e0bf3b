import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { type Draw, joined } from './damages.ts';

/*
 * Files that are made to do harm, not damaged by chance. None is larger than a few megabytes: what they unpack to is.
 */

type Bytes = Uint8Array<ArrayBuffer>;

const MEGABYTE = 1024 * 1024;

/** What is slow to make, made once. */
const made = new Map<string, Bytes>();
function once(name: string, make: () => Bytes): Bytes {
  const bytes = made.get(name) ?? make();
  made.set(name, bytes);
  return bytes;
}

const nothing = (megabytes: number): Bytes => new Uint8Array(megabytes * MEGABYTE);
/** Two hundred megabytes of nothing as one gzip member. */
const gzipBomb = (): Bytes => once('gzip', () => Uint8Array.from(gzipSync(nothing(200), { level: 9 })));

const zipped = (files: Parameters<typeof zipSync>[0]): Bytes => zipSync(files) as Bytes;

const page = (text: string): Bytes => strToU8(`<html><body>${text}</body></html>`) as Bytes;

/** Names that lead out of a folder, or that no system takes. */
const wickedNames = [
  '../../../../etc/passwd.htm',
  '..\\..\\windows\\a.htm',
  '/absolute.htm',
  'C:\\a.htm',
  'con.htm',
  `${'深'.repeat(4000)}.htm`,
  'a\0b.htm',
  '\u202ehtm.exe.htm',
  '.htm',
  '__proto__/a.htm',
];

/** Zips of bombs, of zips in zips, of wicked names, of a thousand entries that are nothing. */
export const hostileZips: readonly ((draw: Draw) => Bytes)[] = [
  () => once('zip', () => zipped({ 'bomb.htm': [nothing(96), { level: 9 }] })),
  () => zipped({ 'a.warc.gz': [gzipBomb(), { level: 0 }] }),
  () => [1, 2, 3, 4].reduce<Bytes>((inner) => zipped({ 'more.zip': inner, 'a.htm': page('一') }), zipped({})),
  (draw) => zipped({ [wickedNames[draw(wickedNames.length)] ?? '']: page('二') }),
  () => zipped(Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`${n}.htm`, new Uint8Array(0)]))),
  // One entry that the directory names a hundred times: each its own megabytes.
  () => directoryTold(zipped({ 'a.htm': page('三'.repeat(1000)) }), 100),
  () => zipped({ 'a.warc': strToU8('WARC/1.0\r\nContent-Length: 99999999999\r\n\r\n') }),
  () =>
    zipped({
      'a.mht': strToU8('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=""\r\n\r\n--\r\n'.repeat(2000)),
    }),
];

/** A zip whose directory's only entry stands there so many times. */
function directoryTold(zip: Bytes, times: number): Bytes {
  const view = new DataView(zip.buffer);
  const end = zip.length - 22;
  const start = view.getUint32(end + 16, true);
  const entry = zip.slice(start, end);
  const tail = zip.slice(end);
  const told = new DataView(tail.buffer);
  told.setUint16(8, times, true);
  told.setUint16(10, times, true);
  told.setUint32(12, entry.length * times, true);
  return joined(zip.subarray(0, start), ...Array.from({ length: times }, () => entry), tail);
}

const record = (head: string, block = ''): string => `WARC/1.0\r\n${head}\r\n\r\n${block}\r\n\r\n`;

/** WARCs with absurd heads: lengths that lie, headers without end, folded without end, chunks of chunks. */
export const hostileWarcs: readonly ((draw: Draw) => Bytes)[] = [
  () => gzipBomb(),
  () => strToU8(record('WARC-Type: response\r\nContent-Length: 18446744073709551615')) as Bytes,
  () => strToU8(record('WARC-Type: response\r\nContent-Length: -5', 'HTTP/1.1 200 OK\r\n\r\n<html>')) as Bytes,
  () => strToU8(record(`WARC-Target-URI: ${'x'.repeat(300_000)}\r\nContent-Length: 0`)) as Bytes,
  () => strToU8(`WARC/1.0\r\n${'X: y\r\n'.repeat(50_000)}`) as Bytes,
  () => strToU8(`WARC/1.0\r\nX: a\r\n${' b\r\n'.repeat(50_000)}\r\n`) as Bytes,
  () => strToU8('WARC/1.0\r\n'.repeat(100_000)) as Bytes,
  () =>
    strToU8(
      record(
        'WARC-Type: response\r\nWARC-Target-URI: http://a.cn/\r\nContent-Type: application/http\r\nContent-Length: 120',
        'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFF\r\n<html>\r\n0\r\n\r\n'.padEnd(
          120,
        ),
      ),
    ) as Bytes,
  () => {
    const body = joined(
      strToU8('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n'),
      gzipBomb(),
    );
    const head = `WARC-Type: response\r\nWARC-Target-URI: http://a.cn/\r\nContent-Type: application/http\r\nContent-Length: ${body.length}`;
    return joined(strToU8(`WARC/1.0\r\n${head}\r\n\r\n`), body, strToU8('\r\n\r\n'));
  },
];

/** MHTs of parts in parts, of boundaries without end, of base64 that is none. */
export const hostileMhts: readonly ((draw: Draw) => Bytes)[] = [
  () =>
    strToU8(
      Array.from({ length: 3000 }, (_, n) => `Content-Type: multipart/mixed; boundary="b${n}"\r\n\r\n--b${n}\r\n`).join(
        '',
      ),
    ) as Bytes,
  () =>
    strToU8(
      `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n${'--b\r\n'.repeat(60_000)}`,
    ) as Bytes,
  () => strToU8(`MIME-Version: 1.0\r\n${'X-A: b\r\n'.repeat(40_000)}\r\n<html>`) as Bytes,
  () => strToU8(`MIME-Version: 1.0\r\nSubject:\r\n${' =?utf-8?B?5paH?='.repeat(30_000)}\r\n\r\n`) as Bytes,
  () =>
    strToU8(
      `MIME-Version: 1.0\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${'=A'.repeat(400_000)}`,
    ) as Bytes,
  () =>
    strToU8(
      `MIME-Version: 1.0\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${'='.repeat(800_000)}`,
    ) as Bytes,
  () =>
    strToU8(
      `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Location: ${'../'.repeat(50_000)}\r\n\r\n<p>文\r\n--b--`,
    ) as Bytes,
];
