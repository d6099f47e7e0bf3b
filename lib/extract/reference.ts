import { isLinked, type Line } from '../lines/line.ts';
import { isPagerLine } from '../lines/pager-line.ts';

/** `参考文献：`, `【注释】`, `资料来源`: what stands above the works that an essay quotes. */
const heading =
  /^[\s【［[（(*※]*(?:主要)?(?:参考(?:文献|资料|书目|网[址站页])|引[文用](?:文献|资料|来源|注释)?|注\s*释|[附脚尾]?注|文献|资料来源)\s*[】］\])）]?\s*(?:[:：]|$)/;
/** `[1] …`, `①…`: the mark of a note. */
const mark = /^\s*(?:[[［〔]\s*\d{1,3}\s*[\]］〕]|[①-⑳])\s*[^\s\d[［]/;

/**
 * True for a line that names a work or an address that the essay quotes, all of it a link perhaps: it begins with the mark of a note,
 * or stands below the heading of notes with nothing but such links between. A link to another page looks the same elsewhere.
 */
export function isReference(lines: readonly Line[], n: number): boolean {
  const line = lines[n];
  if (!line || isPagerLine(line)) return false;
  if (mark.test(line.text) || heading.test(line.text)) return true;
  for (let at = n - 1; at >= 0; at -= 1) {
    const above = lines[at];
    if (!above) return false;
    if (heading.test(above.text)) return true;
    if (!isLinked(above) && !mark.test(above.text)) return false;
  }
  return false;
}
