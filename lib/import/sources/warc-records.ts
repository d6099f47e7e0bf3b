import { join } from './blob-chunks.ts';
import { createByteReader } from './byte-reader.ts';
import { largestPage } from './limits.ts';

/** A record of a WARC, cut out whole. */
export interface WarcRecord {
  readonly headers: ReadonlyMap<string, string>;
  /** The bytes of its header; none where it is not a WARC's. */
  readonly header: Uint8Array<ArrayBuffer>;
  /** Empty where the record is not whole. */
  readonly block: Uint8Array<ArrayBuffer>;
  readonly state: 'whole' | 'damaged' | 'too-large';
}

const LONGEST_HEADER = 64 * 1024;
const MARK = 'WARC/';
const none = new Uint8Array(0);
/** Bytes read again, in all, to find the records that a record with a wrong length seemed to hold. */
const AGAIN = 256 * 1024 * 1024;

/**
 * Cuts a WARC (ISO 28500) into its records, of which it holds one at a time. Where a record's length is wrong or bytes are
 * lost, it goes on with the next line that starts a record; warcio's parser alone would wait for ever for what is not there.
 */
export async function* warcRecords(chunks: AsyncIterable<Uint8Array<ArrayBuffer>>): AsyncGenerator<WarcRecord> {
  const reader = createByteReader(chunks);
  let again = AGAIN;
  while (await reader.seekLine(MARK)) {
    const header = await readHeader(reader.line);
    const headers = headersOf(header);
    const length = Number(headers.get('content-length') ?? Number.NaN);
    if (!Number.isSafeInteger(length) || length < 0) {
      yield { headers, header, block: none, state: 'damaged' };
      continue;
    }
    if (length > largestPage) {
      yield { headers, header, block: none, state: 'too-large' };
      continue;
    }
    const block = await reader.take(length);
    const after = await reader.take(4);
    const whole = block.length === length && isEnd(after);
    if (whole) {
      yield { headers, header, block, state: 'whole' };
      continue;
    }
    if (again > block.length) {
      again -= block.length;
      reader.putBack(join([block, after]));
    }
    yield { headers, header, block: none, state: 'damaged' };
  }
}

/** Two line ends close a record; some writers leave them out at the end of the file, or write bare line feeds. */
const isEnd = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0x0d || byte === 0x0a);

async function readHeader(line: (most: number) => Promise<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>> {
  const lines: Uint8Array[] = [];
  for (let size = 0; size < LONGEST_HEADER; ) {
    const next = await line(LONGEST_HEADER);
    lines.push(next);
    size += next.length;
    if (next.length === 0 || (next.length <= 2 && isEnd(next))) break;
  }
  return join(lines);
}

function headersOf(header: Uint8Array): ReadonlyMap<string, string> {
  const lines = new TextDecoder()
    .decode(header)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .slice(1);
  return new Map(
    lines.flatMap((line): [string, string][] => {
      const [, name, value] = /^([\w-]+)\s*:(.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value.trim()]];
    }),
  );
}
