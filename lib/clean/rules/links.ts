import { tagOf } from '../../dom/tree.ts';
import { isReference } from '../../extract/reference.ts';
import { isAttachmentLine } from '../../lines/attachment-line.ts';
import { isLinked, type Line } from '../../lines/line.ts';
import type { CleanRule } from '../rule.ts';

/** Lists of links: two or more linked lines on end, or linked lines at either end of the region, or of the essay (`修养（中）　修养（下）`). */
export const links: CleanRule = {
  id: 'links',
  find: ({ lines, first, last }) => {
    const runs: Line[][] = [];
    lines.forEach((line, n) => {
      if (
        !isLinked(line) ||
        line.size > 80 ||
        (line.index <= last && (isAttachmentLine(line) || isReference(lines, n)))
      )
        return;
      const run = runs.at(-1);
      if (run && run.at(-1) === lines[n - 1]) run.push(line);
      else runs.push([line]);
    });
    const end = lines.findLast((line) => line.index <= last);
    return runs
      .filter(
        (run) =>
          run.length > 1 ||
          run[0] === lines[0] ||
          run.at(-1) === lines.at(-1) ||
          run.at(-1) === end ||
          (run[0]?.index ?? 0) < first,
      )
      .flatMap((run) => [...headingOf(run, lines), ...run]);
  },
};

/** A heading is no longer. In characters. */
const longestHeading = 12;

/** `热点排行`: the heading of a list of two or more links that closes the region, in a block of its own. */
function headingOf(run: readonly Line[], lines: readonly Line[]): readonly Line[] {
  const [first] = run;
  const above = first && lines[lines.indexOf(first) - 1];
  if (!above || run.length < 2 || run.at(-1) !== lines.at(-1) || isAttachmentLine(above)) return [];
  const isHeading =
    above.size <= longestHeading && !/[，。；！？”：:）)]$/.test(above.text) && above.block !== first.block;
  return isHeading && /^(?:H[1-6]|DT|TH|B|STRONG|LEGEND|SPAN|DIV)$/i.test(tagOf(above.block)) ? [above] : [];
}
