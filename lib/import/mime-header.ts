import { encodingOfLabel } from '../dom/charset/charset-label.ts';
import { decodeHtml } from '../dom/decode.ts';
import { bytesOfMailBase64, bytesOfQuotedPrintable } from './transfer-encoding.ts';

/** The headers of a message or part: names in lower case, values unfolded and decoded. */
export type MimeHeaders = ReadonlyMap<string, string>;

/** Reads a block of headers. Chinese Internet Explorer wrote raw GBK into them, so they are decoded as a page is. */
export function readHeaders(block: Uint8Array): MimeHeaders {
  const headers = new Map<string, string>();
  for (const line of decodeHtml(block)
    .text.replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)) {
    const [, name, value] = /^([\w-]+):(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined && !headers.has(name.toLowerCase()))
      headers.set(name.toLowerCase(), decodeWords(value.trim()));
  }
  return headers;
}

/** A parameter of a structured header, such as `boundary` of Content-Type; null when it is not there. */
export function parameter(header: string | undefined, name: string): string | null {
  const [, quoted, bare] = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(header ?? '') ?? [];
  return quoted ?? bare ?? null;
}

const WORD = /=\?([\w-]+)(?:\*[\w-]*)?\?([bq])\?([^?]*)\?=/gi;

/** Decodes the encoded words of RFC 2047; a character may be cut between two of them, so a run is decoded as one. */
function decodeWords(value: string): string {
  return value.replace(/(?:=\?[\w-]+(?:\*[\w-]*)?\?[bq]\?[^?]*\?=\s*)+/gi, (run) => {
    const words = [...run.matchAll(WORD)];
    const bytes = words.flatMap(([, , form = '', text = '']) => [
      ...(form.toLowerCase() === 'b'
        ? bytesOfMailBase64(text)
        : bytesOfQuotedPrintable(asciiBytes(text.replaceAll('_', ' ')))),
    ]);
    return new TextDecoder(encodingOfLabel(words[0]?.[1] ?? '') ?? 'utf-8').decode(Uint8Array.from(bytes));
  });
}

const asciiBytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
