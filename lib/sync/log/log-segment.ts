import { sha256Hex } from '../../essay/fixity.ts';
import { yieldToPage } from '../../essay/yield-to-page.ts';
import { packLines, unpackLines } from '../../zip/packed-lines.ts';
import { lineOf, type Operation, operationOf } from '../model/operation.ts';
import type { LogStream } from '../model/synced-tables.ts';

/** A file of operations, as the head of its device names it. It never changes, and its name holds its digest. */
export interface LogSegment {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of the bytes, hex. */
  readonly sha: string;
  /** Places in the stream of its first operation, and after its last. A fold has those of what it was made of. */
  readonly from: number;
  readonly to: number;
  /** Essays that it deletes for good. */
  readonly gone: number;
}

/** Lines that are read between two looks at the time. */
const AT_A_TIME = 200;
const MARK = 'WCSYNC1\n';
const NAME_DIGITS = 16;
const PLACE_DIGITS = 9;

/** What a segment holds: operations, and lines of a newer version, which are handed on as they are. */
export interface SegmentLines {
  readonly operations: readonly Operation[];
  readonly unknown: readonly unknown[];
}

/** What a segment is made of: operations that stand there, or come one by one, and lines of a newer version. */
interface PackedLines {
  readonly operations: Iterable<Operation> | AsyncIterable<Operation>;
  readonly unknown: readonly unknown[];
}

/** The file of some lines of a stream, with its name; `to` is the place after them, and where it is not known each operation takes one. */
export async function packSegment(
  stream: LogStream,
  { operations, unknown }: PackedLines,
  { from, to: end }: { readonly from: number; readonly to?: number },
): Promise<{ readonly segment: LogSegment; readonly bytes: Uint8Array<ArrayBuffer> }> {
  let [count, gone] = [0, 0];
  async function* lines(): AsyncGenerator<unknown> {
    for await (const operation of operations) {
      count += 1;
      if (isEssayGone(operation)) gone += 1;
      yield lineOf(operation);
    }
    yield* unknown;
  }
  const bytes = await packLines(MARK, lines());
  const to = end ?? from + count;
  const sha = await sha256Hex(bytes);
  const name = `${stream}-${String(from).padStart(PLACE_DIGITS, '0')}-${sha.slice(0, NAME_DIGITS)}.seg`;
  return { segment: { name, size: bytes.byteLength, sha, from, to, gone }, bytes };
}

/** The lines of a segment; null where the bytes are not those that the head tells of: torn, or not whole yet. */
export async function unpackSegment(
  { size, sha }: LogSegment,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<SegmentLines | null> {
  if (bytes.byteLength !== size || (await sha256Hex(bytes)) !== sha) return null;
  const lines = await unpackLines(MARK, bytes);
  if (lines === null) return null;
  const pause = yieldToPage();
  const [operations, unknown]: [Operation[], unknown[]] = [[], []];
  for (const [at, line] of lines.entries()) {
    const operation = operationOf(line);
    if (operation === null) unknown.push(line);
    else operations.push(operation);
    if (at % AT_A_TIME === 0) await pause();
  }
  return { operations, unknown };
}

/** True for an operation that deletes an essay for good. */
export const isEssayGone = ({ table, field, value }: Operation): boolean =>
  table === 'essays' && field === '' && value === undefined;
