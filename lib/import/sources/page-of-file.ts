import { readMhtml } from '../mhtml.ts';
import { isBinary } from './binary.ts';
import type { SourceItem } from './source.ts';

/** The page of a file that holds one: HTML as it is, of MHTML the page in it. */
export function pageOfFile(name: string, bytes: Uint8Array<ArrayBuffer>): SourceItem {
  if (bytes.length === 0) return { name, problem: { code: 'empty' } };
  if (isBinary(bytes)) return { name, problem: { code: 'binary' } };
  const read = /^\s*(?:\ufeff)?\s*</.test(startOf(bytes)) ? null : readMhtml(bytes);
  if (!read?.ok) return { name, address: null, capturedAt: null, charset: null, bytes, container: null };
  const { html, charset, url, savedAt } = read.value;
  const container = url === null && savedAt === null ? null : 'mhtml';
  return { name, address: url, capturedAt: savedAt, charset, bytes: new Uint8Array(html), container };
}

const startOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes.subarray(0, 64));
