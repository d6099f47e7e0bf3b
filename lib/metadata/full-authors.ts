import { attributeOf, closest, parentElementOf } from '../dom/tree.ts';
import type { Line } from '../lines/line.ts';

const parameter = /[?&](?:AuthorName|Author|keyword)=([^&#]+)/i;

/**
 * The author that a credit line shows cut short (`张晓…`), whole, as the link around it has it in its address
 * (PowerEasy: `ShowAuthor.asp?ChannelID=1&AuthorName=…`, docs/portals.md 1.1). Null without such a link.
 */
export function fullAuthor(lines: readonly Line[]): string | null {
  for (const node of lines.flatMap((line) => line.nodes)) {
    if (!/(?:…|\.{3})\s*$/.test(node.data)) continue;
    const value = parameter.exec(attributeOf(closest(parentElementOf(node), 'a[href]'), 'href') ?? '')?.[1];
    if (value) return decode(value.replace(/\+/g, ' '));
  }
  return null;
}

/** Percent escapes are of the page's own bytes: UTF-8 where they are valid as such, else GB18030. */
function decode(value: string): string {
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  for (const part of value.match(/%[\da-f]{2}|[^%]+|%/gi) ?? []) {
    if (/^%[\da-f]{2}$/i.test(part)) bytes.push(Number.parseInt(part.slice(1), 16));
    else bytes.push(...encoder.encode(part));
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(bytes));
  } catch {
    return new TextDecoder('gb18030').decode(new Uint8Array(bytes));
  }
}
