import { type MimeHeaders, parameter, readHeaders } from './mime-header.ts';
import { bytesOfMailBase64, bytesOfQuotedPrintable } from './transfer-encoding.ts';

/** A part of a MIME message, its body still as transferred. */
export interface MimePart {
  readonly headers: MimeHeaders;
  readonly body: Uint8Array;
}

// Parts in parts: a saved page has two levels at most.
const DEEPEST = 4;
// A part's headers up to its Content-Type, at the start or after a blank line: bounded, so that any text is read in one pass.
const HEADER_BLOCK = /(^|\n\r?\n)(?:[\w-]+:[^\n]*\n|[ \t][^\n]*\n){0,12}?content-type:/gi;

/** Splits a message or part at its first blank line. */
export function readPart(bytes: Uint8Array): MimePart {
  const text = latin1(bytes);
  const blank = /^\r?\n|\r?\n\r?\n/.exec(text);
  const end = blank?.index ?? bytes.length;
  return { headers: readHeaders(bytes.subarray(0, end)), body: bytes.subarray(end + (blank?.[0].length ?? 0)) };
}

/**
 * The parts that hold something, in order; a part that is no multipart gives itself. A boundary that is declared but not used is
 * found by looking at the body; parts with no delimiter at all are told by their blocks of headers.
 */
export function leafParts(part: MimePart, depth = 0): readonly MimePart[] {
  const type = part.headers.get('content-type');
  if (!/^\s*multipart\//i.test(type ?? '') || depth === DEEPEST) return [part];
  const text = latin1(part.body);
  const boundary = [parameter(type, 'boundary'), usedBoundary(text)].find(
    (it) => it !== null && delimiters(text, it).length > 0,
  );
  return partsBetween(part.body, boundary == null ? headerBlocks(text) : delimiters(text, boundary), depth);
}

/** The parts of a file that is no whole message, by their headers alone. */
export const strayParts = (bytes: Uint8Array): readonly MimePart[] =>
  partsBetween(bytes, headerBlocks(latin1(bytes)), 0);

function partsBetween(bytes: Uint8Array, cuts: readonly Cut[], depth: number): readonly MimePart[] {
  return cuts.flatMap(({ end }, at) => {
    const part = bytes.subarray(end, cuts[at + 1]?.start ?? bytes.length);
    return part.length === 0 ? [] : leafParts(readPart(part), depth + 1);
  });
}

/** A part's bytes as they were before transfer. Base64 with markup in it was never encoded. */
export function contentOf({ headers, body }: MimePart): Uint8Array {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase();
  if (encoding === 'quoted-printable') return bytesOfQuotedPrintable(body);
  if (encoding !== 'base64') return body;
  const text = latin1(body);
  return text.includes('<') ? body : bytesOfMailBase64(text);
}

/** Where one part ends and the next begins. */
interface Cut {
  readonly start: number;
  readonly end: number;
}

/** The delimiter lines of a boundary; the line break before one belongs to it. */
function delimiters(text: string, boundary: string): readonly Cut[] {
  const escaped = boundary.replace(/[^\w]/g, '\\$&');
  const lines = text.matchAll(new RegExp(`(?:^|\\r?\\n)--${escaped}(?:--)?[ \\t]*(?:\\r?\\n|$)`, 'g'));
  return [...lines].map(({ index, 0: line }) => ({ start: index, end: index + line.length }));
}

/** The boundary of the first line that looks like a delimiter, being followed by a Content- header. */
function usedBoundary(text: string): string | null {
  return /^--(\S[^\r\n]{0,200}?)[ \t]*\r?\n(?=[\w-]+:)/m.exec(text)?.[1] ?? null;
}

function headerBlocks(text: string): readonly Cut[] {
  return [...text.matchAll(HEADER_BLOCK)].map(({ index, 1: before = '' }) => {
    const start = index + before.length;
    return { start, end: start };
  });
}

// Windows-1252 gives each byte one character, so places in the text are places in the bytes.
const latin1 = (bytes: Uint8Array): string => new TextDecoder('windows-1252').decode(bytes);
