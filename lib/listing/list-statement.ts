import type { Unwrapped } from '../archive/unwrapped.ts';
import { bodyOf, rootOf } from '../dom/tree.ts';
import { readLines } from '../lines/line.ts';

/** What the words around a list's pager say: `第2页/共5页`, `页次：2/5`. 0 for what they do not say. */
export interface ListStatement {
  readonly here: number;
  readonly last: number;
}

/** Reads the first statement of a page's lines; a title or a paragraph is longer than a pager's words. */
export function readListStatement({ document, archiveElements }: Unwrapped): ListStatement {
  for (const line of readLines(bodyOf(document) ?? rootOf(document), { skip: new Set(archiveElements) })) {
    if (line.size > 120) continue;
    const text = line.text.normalize('NFKC').replace(/\s+/g, '');
    const [, here, last] =
      /页次:?(\d{1,4})\/(\d{1,4})/.exec(text) ?? /^.{0,20}?(\d{1,4})\/(\d{1,4})[页頁]/.exec(text) ?? [];
    const stated = {
      here: Number(here ?? /第(\d{1,4})[页頁]/.exec(text)?.[1] ?? 0),
      last: Number(last ?? /共(?:有|分)?(\d{1,4})[页頁]/.exec(text)?.[1] ?? 0),
    };
    if (stated.last > 0 && stated.here <= stated.last) return stated;
  }
  return { here: 0, last: 0 };
}
