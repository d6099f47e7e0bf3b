import { anyJson } from './any-json.ts';
import { gunzipPieces, gzipPieces } from './gzip.ts';

/** Length of the mark that a file of packed lines begins with. */
export const MARK_LENGTH = 8;
/** The name under which bytes stand in the text: their place among the bytes that follow it. */
const BYTES = '$bytes';
const BYTES_NAMED = `"${BYTES}"`;
/** Characters of lines that are made, or bytes that are read, before others get their turn: some milliseconds. */
const TURN = 250_000;
/** Bytes of the lines of one file at most: one of a log or a copy has some forty megabytes, and what is read of others may be made to burst. */
const MOST_TEXT = 400_000_000;
/** Mark, and the length of the packed text in four bytes. */
const HEAD = MARK_LENGTH + 4;

/**
 * Values as one file: a mark of eight characters, four bytes of a length, so many of gzipped lines of JSON, one a value, and then
 * the values' own bytes, which are packed already. Text stands apart from bytes, so that a reader can fetch it alone. Values may come one by one:
 * of those that went by nothing stays in memory but their bytes.
 */
export async function packLines(
  mark: string,
  values: Iterable<unknown> | AsyncIterable<unknown>,
): Promise<Uint8Array<ArrayBuffer>> {
  const blobs: Uint8Array[] = [];
  const text = await gzipPieces(linesOf(values, blobs));
  const offset = sizeOf(blobs);
  const bytes = new Uint8Array(HEAD + text.byteLength + offset);
  bytes.set(new TextEncoder().encode(mark));
  new DataView(bytes.buffer).setUint32(MARK_LENGTH, text.byteLength, true);
  bytes.set(text, HEAD);
  let at = HEAD + text.byteLength;
  for (const blob of blobs) {
    bytes.set(blob, at);
    at += blob.byteLength;
  }
  return bytes;
}

/** The lines of values as UTF-8, some at a time; the bytes that they hold are put into `blobs`. */
async function* linesOf(
  values: Iterable<unknown> | AsyncIterable<unknown>,
  blobs: Uint8Array[],
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let [offset, made, isFirst] = [0, '', true];
  for await (const value of values) {
    const line = anyJson(value, (inner) => {
      if (!(inner instanceof Uint8Array)) return inner;
      blobs.push(inner);
      offset += inner.byteLength;
      return { [BYTES]: [offset - inner.byteLength, inner.byteLength] };
    });
    made += isFirst ? line : `\n${line}`;
    isFirst = false;
    if (made.length < TURN) continue;
    yield encoder.encode(made);
    made = '';
  }
  if (made !== '') yield encoder.encode(made);
}

const sizeOf = (parts: readonly Uint8Array[]): number => parts.reduce((sum, { byteLength }) => sum + byteLength, 0);

/** Bytes of the lines of a file before they were packed, as it tells; 0 where it tells none. What is told so may be wrong in a damaged file. */
export function textSizeOf(bytes: Uint8Array<ArrayBuffer>): number {
  if (bytes.byteLength < HEAD) return 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The last four bytes of gzip.
  const at = HEAD + view.getUint32(MARK_LENGTH, true) - 4;
  return at >= HEAD && at + 4 <= bytes.byteLength ? view.getUint32(at, true) : 0;
}

/** The values of a file of packed lines, in their order; null when the bytes are none, or are torn. */
export async function unpackLines(mark: string, bytes: Uint8Array<ArrayBuffer>): Promise<readonly unknown[] | null> {
  const wanted = new TextEncoder().encode(mark);
  if (bytes.byteLength < HEAD || wanted.some((byte, at) => bytes[at] !== byte)) return null;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MARK_LENGTH, true);
  const blobs = bytes.subarray(HEAD + length);
  const revive = (_: string, value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, BYTES)) return value;
    const [at, size] = (value as { [BYTES]: [number, number] })[BYTES];
    return blobs.slice(at, at + size);
  };
  // To look at each part of a value costs more than to read it: most lines hold no bytes.
  const valueOfLine = (line: string): unknown =>
    line.includes(BYTES_NAMED) ? JSON.parse(line, revive) : JSON.parse(line);
  try {
    const decoder = new TextDecoder();
    const parsed: unknown[] = [];
    let [rest, read] = ['', 0];
    let turn = TURN;
    for await (const piece of gunzipPieces(bytes.subarray(HEAD, HEAD + length), MOST_TEXT)) {
      const text = decoder.decode(piece, { stream: true });
      read += piece.byteLength;
      const end = text.lastIndexOf('\n');
      // A line of many pieces is looked through once.
      if (end >= 0) for (const line of (rest + text.slice(0, end)).split('\n')) parsed.push(valueOfLine(line));
      rest = end >= 0 ? text.slice(end + 1) : rest + text;
      if (read < turn) continue;
      await othersTurn();
      turn = read + TURN;
    }
    rest += decoder.decode();
    if (read > 0) parsed.push(valueOfLine(rest));
    return parsed;
  } catch {
    return null;
  }
}

const othersTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
