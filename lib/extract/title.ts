import { isCreditLine } from '../lines/credit-line.ts';
import type { Line } from '../lines/line.ts';
import { isBelowInHeading } from './broken-title.ts';
import { bareTitle, cleanTitle, titleParts } from './clean-title.ts';
import { firstOfRepeats, hasCreditBetween, plainBetween, plainLines } from './title-place.ts';
import { weighTitle } from './title-weights.ts';
import { isNoTitle, mostInTitle, type PageTitle } from './title-words.ts';

/** A line needs this weight to be taken for the title; below it, the page's `<title>` speaks alone. */
const threshold = 3;
/** Lines above and within the text among which its title is looked for: portals put no more credits between the two. */
const reach = { above: 40, within: 6 } as const;
/** What each line but credits between a title and its text takes from its weight; a line within the text is a heading sooner. */
const perLine = { above: 0.12, within: 0.5 } as const;
/** What a line loses where another that may be the title stands above it, with credits of the page in between. */
const belowCredits = 4;
/** Characters of labels and marks that a line may have beside the title itself (see `cleanTitle`). */
const trimmings = 24;
/** First characters of a line that must stand in the page's `<title>` where no text says where to look. */
const opening = 6;

/** What a title search needs to know of the page. */
export interface TitleSearch {
  readonly lines: readonly Line[];
  readonly documentTitle: string;
  /** Index of the first line of prose: titles stand above it, or among its first lines. Null looks through the whole page. */
  readonly bodyFirst: number | null;
  /** The page's own address before archiving, where it is known. */
  readonly address?: string | undefined;
}

/** The line that is most likely the essay's title, or null. Its weight says how sure that is. */
export function findTitle({
  lines,
  documentTitle,
  bodyFirst,
  address,
}: TitleSearch): { line: Line; weight: number } | null {
  const page = { whole: bareTitle(documentTitle), parts: titleParts(documentTitle).map(bareTitle) };
  const longest = mostInTitle(page) + trimmings;
  const body = bodyFirst === null ? undefined : lines[bodyFirst];
  const near = bodyFirst === null ? lines : lines.slice(Math.max(0, bodyFirst - reach.above), bodyFirst + reach.within);
  const plain = plainLines(body ? near : []);
  let best: { line: Line; weight: number } | null = null;
  for (const line of near) {
    // Only the page's own title is looked for through the whole page, and most lines are not in it.
    if (line.size > longest) continue;
    if (bodyFirst === null && !page.whole.includes(bareTitle(line.text).slice(0, opening))) continue;
    const cost = bodyFirst === null ? 0 : costOfDistance(lines, line.index, bodyFirst, plain);
    const before = best;
    const isEnough = (weight: number): boolean => weight >= threshold && (!before || weight > before.weight);
    const weighed = weighTitle(line, { lines, page, body, address, plain }, (most) => isEnough(most - cost));
    if (weighed === null) continue;
    if (best && isBelowInHeading(best.line, line) && !isNamed(line, page)) continue;
    const belowOther = best !== null && !isNamed(line, page) && hasCreditBetween(lines, best.line, line);
    const weight: number = weighed - cost - (belowOther ? belowCredits : 0);
    // Asked last: what else a line may be takes longer to tell than its weight, which few lines have.
    if (!isEnough(weight)) continue;
    if (!isNamed(line, page) && isCreditLine(cleanTitle(line.text))) continue;
    if (!isNoTitle(bareTitle(cleanTitle(line.text)), page)) best = { line, weight };
  }
  return best && { ...best, line: firstOfRepeats(lines, best.line) };
}

/** True for words that the page's `<title>` has. */
const isNamed = (line: Line, { whole }: PageTitle): boolean => whole.includes(bareTitle(cleanTitle(line.text)));

const costOfDistance = (lines: readonly Line[], index: number, bodyFirst: number, plain: ReadonlySet<Line>): number =>
  index <= bodyFirst
    ? plainBetween(lines, index, bodyFirst, plain) * perLine.above
    : (index - bodyFirst) * perLine.within;
