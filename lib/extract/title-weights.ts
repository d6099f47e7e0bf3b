import { attributeOf, closest, contains, idOf, parentElementOf, tagOf } from '../dom/tree.ts';
import { isBylineLine } from '../lines/bylines/byline-line.ts';
import { isCreditLine } from '../lines/credit-line.ts';
import { isLabelOnly } from '../lines/labels.ts';
import type { Line } from '../lines/line.ts';
import { bareTitle, cleanTitle } from './clean-title.ts';
import { weightOfPlace } from './title-place.ts';
import { type PageTitle, weightOfWords } from './title-words.ts';

/** What a line is weighed against. */
export interface TitleContext {
  readonly lines: readonly Line[];
  readonly page: PageTitle;
  /** First line of the text, where one was found. */
  readonly body: Line | undefined;
  /** The page's own address before archiving, where it is known. */
  readonly address?: string | undefined;
  /** Lines that are no credits (see `plainLines`). */
  readonly plain: ReadonlySet<Line>;
}

/*
 * The weights below are points on one scale, on which 3 make a title. They were set by hand so that every page of tests/corpus
 * gives its title; being the page's own `<title>` weighs most, then a heading's tag, then what stands around.
 */

/** A label `标题：` in the cell before says it outright. */
const labelledWeight = 6;

/** How much speaks for a line as the title; null for a line that can be none, or whose weight at most is not enough. */
export function weighTitle(
  line: Line,
  { lines, page, body, address, plain }: TitleContext,
  isEnough: (most: number) => boolean,
): number | null {
  const words = weightOfWords(bareTitle(cleanTitle(line.text)), page);
  if (words === null) return null;
  const label = isTitleLabel(lines[line.index - 1]) ? labelledWeight : 0;
  const ofLooks = weightOfLooks(line);
  const linked = line.linkSize / line.size > mostLinked;
  const leads = linked && leadsHere(line, address);
  const place = weightOfPlace(lines, leads ? { ...line, linkSize: 0 } : line, body, plain);
  const weightWith = (next: number): number => words + ofLooks + next + label + place;
  // What stands below takes the longest to tell.
  if (!isEnough(weightWith(below.credit))) return null;
  return weightWith(linked && !leads ? looks.linked : weightOfNext(lines, line.index));
}

/** An address of fewer characters names no page of its own. */
const shortestAddress = 6;

/** True for a line with a link to its own page, as blogs and forums set their titles; an archive puts its own address before it. */
function leadsHere({ nodes }: Line, address = ''): boolean {
  const own = address.replace(/^\w+:\/+[^/]+\/|#.*/g, '');
  const isOwn = (href: string): boolean => href.length >= shortestAddress && (href.endsWith(own) || own.endsWith(href));
  return (
    own.length >= shortestAddress &&
    nodes.some((node) => isOwn(attributeOf(closest(parentElementOf(node), 'a'), 'href') ?? ''))
  );
}

/** `文章标题`, `论文题目` in the cell before. */
const isTitleLabel = (line: Line | undefined): boolean =>
  line !== undefined && /^(?:文章|论文)?(?:标\s*题|题\s*目)[:：]?$/.test(line.text);

/** What tags say of a line within them. */
const tagWeights: Readonly<Record<string, number>> = {
  h1: 3,
  h2: 2.5,
  h3: 1.5,
  h4: 1,
  h5: 1,
  h6: 1,
  b: 1,
  strong: 1,
};
/** What attributes say: a size above the text's, boldness, a class that speaks of titles, the middle of the page. */
const looks = { fontSize: 1.5, styleSize: 1, bold: 0.7, named: 1.5, centred: 0.5, linked: -3 } as const;
/** Looks alone weigh no more than this: banners are large and bold, too. */
const mostOfLooks = 6;
/** How many elements around a line are looked at, and of how many the class counts: those above are the page's frame. */
const depths = { looks: 6, named: 3 } as const;
/** A line whose links are more than this share of its characters is a link. */
const mostLinked = 0.5;
const titleClass = /(?:^|[\s_-])(?:.{0,12}title|headline|biaoti|bt\d?|h1|tit)(?:[\s_-]|\d|$)/i;

/** What the looks say, by markup alone: headings, class names, weight, size and place. */
export function weightOfLooks(line: Line): number {
  let weight = 0;
  let element = parentElementOf(line.nodes[0]) ?? null;
  for (let depth = 0; element && depth < depths.looks; depth++, element = parentElementOf(element)) {
    weight += weightOfElement(element, depth);
    if (element === line.block || (depth > 0 && contains(element, line.block))) break;
  }
  return Math.min(weight, mostOfLooks);
}

function weightOfElement(element: Element, depth: number): number {
  const tag = tagOf(element).toLowerCase();
  const style = attributeOf(element, 'style') ?? '';
  const large = tag === 'font' && /^(?:\+[1-4]|[4-7])$/.test(attributeOf(element, 'size') ?? '');
  const names = `${attributeOf(element, 'class') ?? ''} ${idOf(element)}`;
  const centred =
    attributeOf(element, 'align')?.toLowerCase() === 'center' ||
    tag === 'center' ||
    /text-align\s*:\s*center/i.test(style);
  return (
    (tagWeights[tag] ?? 0) +
    (large ? looks.fontSize : 0) +
    (/font-size\s*:\s*(?:1[6-9]|[2-4]\d)\s*p[xt]|font-size\s*:\s*(?:x-|xx-)?large/i.test(style) ? looks.styleSize : 0) +
    (/font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style) ? looks.bold : 0) +
    (depth < depths.named && titleClass.test(names) ? looks.named : 0) +
    (centred ? looks.centred : 0)
  );
}

/** A credit line, a lone label or a byline below speaks for a title: less with each line between. */
const below = { credit: 3, byline: 2.6, perLine: 0.7, lines: 3, longest: 120 } as const;
const dateTime = /(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?.{0,4}\d{1,2}:\d\d/;

/** A credit line or byline right below speaks for a title. */
function weightOfNext(lines: readonly Line[], index: number): number {
  for (let step = 1; step <= below.lines; step++) {
    const next = lines[index + step];
    if (!next || next.size > below.longest) return 0;
    const lost = (step - 1) * below.perLine;
    if (isCreditLine(next.raw) || dateTime.test(next.text)) return below.credit - lost;
    if (step === 1 && (isLabelOnly(next.text) || /^[—–―─-]{1,4}\s*[\u4e00-\u9fff]/.test(next.text)))
      return below.byline;
    if (isBylineLine(next)) return below.byline - lost;
  }
  return 0;
}
