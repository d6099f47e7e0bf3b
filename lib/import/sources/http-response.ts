import { Decompress } from 'fflate';
import { join } from './blob-chunks.ts';
import { chunkSize, isBomb } from './limits.ts';

/** A response as a server sent it, read the way browsers do: whatever the form of its head. */
export interface HttpResponse {
  /** 200 where no status line tells. */
  readonly status: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array<ArrayBuffer>;
  /** True where the body ends before it should. */
  readonly cut: boolean;
}

/** Bytes of the longest head. */
const longestHead = 64 * 1024;
/** Header lines, with or without a status line: old CGI programs sent the one without the other. */
const head = /^(?:HTTP\/[\d.]+[^\n]*\n)?(?:[\w-]+[ \t]*:[^\n]*\n|[ \t][^\n]*\n)*\r?\n/i;

/**
 * Reads a response by hand: lines that end in a bare line feed, no head at all (HTTP/0.9), chunks of wrong lengths, and what was
 * packed and is cut short, which is unpacked as far as it goes. Null for a body packed in a way that is not known, `bomb` for one
 * that unpacks to more than `most` bytes.
 */
export function readHttpResponse(block: Uint8Array, most: number): HttpResponse | 'bomb' | null {
  const start = new TextDecoder('windows-1252').decode(block.subarray(0, longestHead));
  const [text = ''] = /^HTTP\/|^[\w-]+[ \t]*:/i.test(start) ? (head.exec(start) ?? []) : [];
  const headers = headersIn(text);
  const sent = block.subarray(text.length);
  const length = Number(headers.get('content-length') ?? Number.NaN);
  const whole = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '') ? joinChunks(sent) : sent;
  const coding = headers.get('content-encoding')?.trim().toLowerCase() ?? '';
  const unpacked = unpack(whole, coding, most);
  if (unpacked === null || unpacked === 'bomb') return unpacked;
  return {
    status: Number(/^HTTP\/[\d.]+\s+(\d{3})/i.exec(text)?.[1] ?? 200),
    headers,
    body: unpacked.bytes,
    cut: unpacked.cut || sent.length < length,
  };
}

function headersIn(text: string): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const line of text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([\w-]+)[ \t]*:(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined && !headers.has(name.toLowerCase()))
      headers.set(name.toLowerCase(), value.trim());
  }
  return headers;
}

/** The bytes of a chunked body (RFC 9112, 7.1). Where a length is none, the body was written without chunks, or the rest of it was. */
function joinChunks(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const line = new TextDecoder('windows-1252').decode(bytes.subarray(at, at + 128));
    const [whole = '', digits] = /^\s*([\da-f]{1,8})[ \t]*(?:;[^\n]*)?\r?\n/i.exec(line) ?? [];
    if (digits === undefined) {
      parts.push(bytes.subarray(at));
      break;
    }
    const size = Number.parseInt(digits, 16);
    if (size === 0) break;
    parts.push(bytes.subarray(at + whole.length, at + whole.length + size));
    at += whole.length + size;
    if (bytes[at] === 0x0d) at += 1;
    if (bytes[at] === 0x0a) at += 1;
  }
  return join(parts);
}

interface Unpacked {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly cut: boolean;
}

/** Crawlers unpack some bodies and leave their heads as they were: what does not look packed is taken as it is. */
function unpack(bytes: Uint8Array, coding: string, most: number): Unpacked | 'bomb' | null {
  if (coding === '' || coding === 'identity') return { bytes: new Uint8Array(bytes), cut: false };
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (/^x?-?gzip$/.test(coding) && !isGzip) return { bytes: new Uint8Array(bytes), cut: false };
  if (!/^(?:x?-?gzip|deflate)$/.test(coding)) return null;
  const out: Uint8Array[] = [];
  let size = 0;
  const stream = new Decompress((piece) => {
    out.push(piece);
    size += piece.length;
  });
  let cut = false;
  try {
    for (let at = 0; at < bytes.length; at += chunkSize) {
      // Never told that it is the last: at a cut the rest of what was unpacked would be thrown away.
      stream.push(bytes.subarray(at, at + chunkSize));
      if (size > most || isBomb(at + chunkSize, size)) return 'bomb';
    }
  } catch {
    cut = true;
  }
  const unpacked = join(out);
  return { bytes: unpacked, cut: cut || (isGzip && !endsAsTold(bytes, unpacked.length)) };
}

/** Gzip ends with the number of bytes that it unpacks to, modulo 2³² (RFC 1952, 2.3.1). */
function endsAsTold(bytes: Uint8Array, length: number): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return bytes.length >= 18 && view.getUint32(bytes.length - 4, true) === length % 0x1_0000_0000;
}
