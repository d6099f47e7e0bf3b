import { decodeHtml } from '../../dom/decode.ts';
import type { CapturedPage } from './judge-capture.ts';

/** What entities stand for that matter to the words of a page; the others do not. */
const entities: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"' };
/** Letters of a page that are looked at: no error page has as many. */
const mostLetters = 400_000;

/** The words of a captured page, cut out without a parser: to judge it by, not to read it. `charset` as its server named it. */
export function capturedPageOf(bytes: Uint8Array, charset: string | null): CapturedPage {
  const html = decodeHtml(bytes, charset === null ? {} : { charset }).text;
  const start = html.slice(0, mostLetters);
  return { html, title: wordsOf(/<title[^>]*>([^<]*)/i.exec(start)?.[1] ?? ''), text: wordsOf(bodyOf(start)) };
}

const bodyOf = (html: string): string =>
  html
    .replace(/<!--.*?-->/gs, ' ')
    .replace(/<(script|style|title|select)\b.*?<\/\1\s*>/gis, ' ')
    .replace(/<[^>]*>/g, ' ');

const wordsOf = (text: string): string =>
  text
    .replace(/&#(\d{1,6});/g, (_, digits: string) => String.fromCodePoint(Math.min(Number(digits), 0x10ffff)))
    .replace(/&(\w{2,4});/g, (whole, name: string) => entities[name.toLowerCase()] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
