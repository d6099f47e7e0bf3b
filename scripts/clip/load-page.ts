import { readFile, stat } from 'node:fs/promises';
import { fail, type Outcome, succeed } from '../../lib/essay/outcome.ts';

/** Largest file that is read: portals' pages have some 10 kB, saved pages with pictures in them a few megabytes. */
const largest = 32 * 1024 * 1024;
/** How much of the start of a file is looked at to tell text from other data. */
const looked = 64 * 1024;
/** Share of control bytes above which a file is no text: random and compressed bytes have 0.10, damaged pages far less. */
const controlShare = 0.03;

/** Control bytes that no text encoding of Chinese uses, white space and escape (ISO 2022) apart. */
const isControl = (byte: number): boolean => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b;

/** UTF-16 has a zero byte for each Latin letter; its byte order mark tells it from data. */
const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

/** Data that is mostly printable yet no page, by its first bytes. */
const isPdf = (bytes: Uint8Array): boolean => new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-';

function isBinary(bytes: Uint8Array): boolean {
  if (isPdf(bytes)) return true;
  const start = bytes.subarray(0, looked);
  return !isUtf16(bytes) && start.filter(isControl).length > start.length * controlShare;
}

/** The bytes of a page on disk, or why it cannot be read; never throws. */
export async function loadPage(file: string): Promise<Outcome<Uint8Array, 'unreadable'>> {
  try {
    const { size } = await stat(file);
    if (size > largest) return fail('unreadable', `too large: ${size} bytes, at most ${largest}`);
    const bytes = await readFile(file);
    if (bytes.length === 0) return fail('unreadable', 'empty file');
    return isBinary(bytes) ? fail('unreadable', 'binary file, not a page') : succeed(bytes);
  } catch (problem) {
    return fail('unreadable', problem instanceof Error ? problem.message : String(problem));
  }
}
