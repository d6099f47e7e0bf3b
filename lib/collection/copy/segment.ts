import { sha256Hex } from '../../essay/fixity.ts';
import { packLines, unpackLines } from '../../zip/packed-lines.ts';
import { type CopiedTable, isCopied, type Stream } from './copied-tables.ts';
import { isKey } from './keys-of-mark.ts';

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

const MARK = 'WCCOPY1\n';
const DIGITS = 16;
/** No collection counts so far: a million changes a second for as many years as there is writing. */
const HIGHEST = 2 ** 52;

/** The bytes of a segment: packed lines, one a row. */
export const encodeSegment = (rows: readonly CopiedRow[]): Promise<Uint8Array<ArrayBuffer>> =>
  packLines(
    MARK,
    rows.map(({ n, table, key, row }) => ({ n, t: table, k: key, ...(row !== null && { r: row }) })),
  );

/** The rows of a segment in the order in which they were written; null when its bytes are no segment. */
export async function decodeSegment(bytes: Uint8Array<ArrayBuffer>): Promise<readonly CopiedRow[] | null> {
  const lines = await unpackLines(MARK, bytes);
  const rows = lines?.map(rowOf) ?? [];
  return lines === null || rows.includes(null) ? null : rows.flatMap((row) => row ?? []);
}

function rowOf(line: unknown): CopiedRow | null {
  if (typeof line !== 'object' || line === null) return null;
  const { n, t, k, r } = line as Readonly<Record<string, unknown>>;
  if (typeof n !== 'number' || typeof t !== 'string' || !isCopied(t) || !isKey(k)) return null;
  if (r !== undefined && (typeof r !== 'object' || r === null)) return null;
  return { n, table: t, key: k, row: (r ?? null) as CopiedRow['row'] };
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
  // Marks are numbered on from the greatest: beyond what the database counts to, nothing could be written any more.
  if (Number(from) > Number(to) || Number(to) > HIGHEST) return null;
  return { stream: stream as SegmentName['stream'], level: Number(level), from: Number(from), to: Number(to), digest };
}

/** True when the bytes are those that the name was made of. */
export const isSegmentIntact = async ({ digest }: SegmentName, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> =>
  (await sha256Hex(bytes)).startsWith(digest);
