import { createByteReader } from './byte-reader.ts';
import { largestPage } from './limits.ts';
import type { WarcRecord } from './warc-records.ts';

/** A file begins with a record about itself. */
export const arcMark = 'filedesc:';
/** A record's line: address, IP, date of 14 digits (12 and 8 were written too), type, in version 2 more, and the length. */
const line = /^(\S+:\S*) \S+ (\d{8,14}) (\S+)(?: .*)? (\d+)\r?\n$/;
const longestLine = 16 * 1024;
const none = new Uint8Array(0);

/**
 * Cuts an ARC, what the Internet Archive and others crawled into before WARC, into its records (ARC file format, version 1 and 2),
 * given as a WARC's. Where a length is wrong, it goes on with the next line that begins a record.
 */
export async function* arcRecords(chunks: AsyncIterable<Uint8Array<ArrayBuffer>>): AsyncGenerator<WarcRecord> {
  const reader = createByteReader(chunks);
  for (;;) {
    const bytes = await reader.line(longestLine);
    if (bytes.length === 0) return;
    const [, address = '', date = '', type = '', digits] = line.exec(new TextDecoder().decode(bytes)) ?? [];
    if (digits === undefined) continue;
    const length = Number(digits);
    const headers = new Map([
      ['warc-type', address.startsWith(arcMark) ? 'warcinfo' : 'response'],
      ['warc-target-uri', address],
      ['warc-date', momentOf(date)],
      ['content-type', type],
    ]);
    if (length > largestPage) {
      yield { headers, header: none, block: none, state: 'too-large' };
      continue;
    }
    const block = await reader.take(length);
    yield { headers, header: none, block, state: block.length === length ? 'whole' : 'damaged' };
  }
}

const momentOf = (date: string): string =>
  date
    .replace(
      /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?$/,
      (_, year, month, day, hour, minute, second = '00') => `${year}-${month}-${day}T${hour}:${minute}:${second}Z`,
    )
    .replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
