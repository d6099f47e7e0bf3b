import { sha256Hex } from '../../essay/fixity.ts';
import { gunzip, gzip } from '../gzip.ts';
import { type CopiedTable, isCopied, type Stream } from './copied-tables.ts';

/** A row as it was when it was copied, or that it was deleted. */
export interface CopiedRow {
  /** Of two copies of a row the one with the greater number is the later. */
  readonly n: number;
  readonly table: CopiedTable;
  readonly key: IDBValidKey;
  /** Null where it was deleted. */
  readonly row: Readonly<Record<string, unknown>> | null;
}

/** What a segment's name tells: it is immutable, and its name holds its digest. */
export interface SegmentName {
  readonly stream: Stream | 'new';
  /** How often its rows were folded. */
  readonly level: number;
  /** Least and greatest number of its rows. */
  readonly from: number;
  readonly to: number;
  /** The first 16 hex digits of the SHA-256 of its bytes. */
  readonly digest: string;
}

const MAGIC = new TextEncoder().encode('WCCOPY1\n');
/** The name under which bytes stand in the text: their place among the bytes that follow it. */
const BYTES = '$bytes';
const DIGITS = 16;

/**
 * The bytes of a segment: eight of a mark, four of a length, so many of gzipped lines, one a row, and then the rows' own bytes,
 * which are packed already. Text stands apart from bytes, so that a reader can fetch it alone.
 */
export async function encodeSegment(rows: readonly CopiedRow[]): Promise<Uint8Array<ArrayBuffer>> {
  const blobs: Uint8Array[] = [];
  let offset = 0;
  const lines = rows.map(({ n, table, key, row }) =>
    JSON.stringify({ n, t: table, k: key, ...(row !== null && { r: row }) }, (_, value: unknown) => {
      if (!(value instanceof Uint8Array)) return value;
      blobs.push(value);
      offset += value.byteLength;
      return { [BYTES]: [offset - value.byteLength, value.byteLength] };
    }),
  );
  const text = await gzip(new TextEncoder().encode(lines.join('\n')));
  const head = MAGIC.byteLength + 4;
  const bytes = new Uint8Array(head + text.byteLength + offset);
  bytes.set(MAGIC);
  new DataView(bytes.buffer).setUint32(MAGIC.byteLength, text.byteLength, true);
  bytes.set(text, head);
  let at = head + text.byteLength;
  for (const blob of blobs) {
    bytes.set(blob, at);
    at += blob.byteLength;
  }
  return bytes;
}

/** The rows of a segment in the order in which they were written; null when its bytes are no segment. */
export async function decodeSegment(bytes: Uint8Array<ArrayBuffer>): Promise<readonly CopiedRow[] | null> {
  const head = MAGIC.byteLength + 4;
  if (bytes.byteLength < head || MAGIC.some((byte, at) => bytes[at] !== byte)) return null;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.byteLength, true);
  const blobs = bytes.subarray(head + length);
  try {
    const text = new TextDecoder().decode(await gunzip(bytes.slice(head, head + length)));
    return text === '' ? [] : text.split('\n').map((line) => rowOf(line, blobs));
  } catch {
    return null;
  }
}

function rowOf(line: string, blobs: Uint8Array<ArrayBuffer>): CopiedRow {
  const revive = (_: string, value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, BYTES)) return value;
    const [at, length] = (value as { [BYTES]: [number, number] })[BYTES];
    return blobs.slice(at, at + length);
  };
  const { n, t, k, r } = JSON.parse(line, revive);
  if (typeof n !== 'number' || !isCopied(t) || k === undefined) throw new Error('This line is no row.');
  return { n, table: t, key: k, row: r ?? null };
}

/** Name of the file of a segment. */
export async function nameSegment(
  stream: SegmentName['stream'],
  level: number,
  rows: readonly CopiedRow[],
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const numbers = rows.map(({ n }) => n);
  const padded = (n: number): string => String(n).padStart(12, '0');
  // A loop: a segment may hold more rows than a call takes arguments.
  const [from, to] = [numbers.reduce((a, b) => Math.min(a, b)), numbers.reduce((a, b) => Math.max(a, b))];
  return `${stream}-${level}-${padded(from)}-${padded(to)}-${(await sha256Hex(bytes)).slice(0, DIGITS)}.seg`;
}

/** What the name of a file tells; null when it is no segment's. */
export function readSegmentName(name: string): SegmentName | null {
  const match = /^(new|acts|data)-(\d+)-(\d{12,})-(\d{12,})-([0-9a-f]{16})\.seg$/.exec(name);
  if (match === null) return null;
  const [, stream, level, from, to, digest = ''] = match;
  return { stream: stream as SegmentName['stream'], level: Number(level), from: Number(from), to: Number(to), digest };
}

/** True when the bytes are those that the name was made of. */
export const isSegmentIntact = async ({ digest }: SegmentName, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> =>
  (await sha256Hex(bytes)).startsWith(digest);
