import { boilerplateKind, isDisclaimer, opensComments } from '../lines/boilerplate.ts';
import { isClosingCredit, isCreditLine } from '../lines/credit-line.ts';
import { creditScore } from '../lines/credit-score.ts';
import type { Line } from '../lines/line.ts';

/** Prose of fewer characters is a caption, a heading or a notice as often as a paragraph. */
const shortestProse = 40;
/** A line more of which stands in links leads somewhere else. */
const mostLinked = 0.5;
const sentenceMark = /[，。；！？、…]|[,.;!?](?=\s|$)/;

/** `…上海一名员工在公司年会竟 ...`, `[详情]`: the first words of another article. */
const teaser = /(?:\.{3}|[[【（(]?(?:详情|详细|全文|更多|閱讀全文)[\]】）)]?|>>)\s*$/;
/** `××网声明：`, `凡本网注明`, `未经授权`, `电话：`: the site speaks, or says how it is reached. Paragraphs of an essay do not begin so below its end. */
const siteNotice =
  /^[\s【［[（(•·*※]*(?:.{0,10}(?:声明|申明|聲明)[\s】\])）]*[:：]|凡(?:本[网站刊]|注明|转载)|(?:本[网站文刊]|文章)(?:版权|内容|转载|仅供|所载)|未经|转载请|欢迎(?:转载|投稿)|电话|传真|地址|邮编|e-?mail)/i;

/** What two readers made of one page. */
export interface TwoReadings {
  /** All lines of the page. */
  readonly all: readonly Line[];
  /** Those of our essay. */
  readonly essay: readonly Line[];
  /** Those that the second reader keeps. */
  readonly article: ReadonlySet<Line>;
}

/**
 * The lines of prose that are not in the essay although the second reader keeps them, and that a person should look at. What a
 * line says of itself beside the essay (a notice of the site, credits, the first words of another article, readers'
 * comments) is no cause for doubt; amid the essay's lines it is, and so is a disclaimer that is longer than all of the essay:
 * then it may be the text.
 */
export function doubtedLines({ all, essay, article }: TwoReadings): ReadonlySet<Line> {
  const kept = new Set(essay);
  const first = essay[0]?.index ?? 0;
  const last = essay.at(-1)?.index ?? 0;
  const size = sizeOf(essay);
  const comments = all.find((line) => line.index > last && opensComments(line.text))?.index ?? all.length;
  return new Set(
    all.filter((line) => {
      if (kept.has(line) || !article.has(line) || !isProse(line)) return false;
      const amid = line.index > first && line.index < last;
      if (amid || (line.size > size && isDisclaimer(line.text))) return true;
      return line.index < comments && !speaksForSite(line.text);
    }),
  );
}

/** The share of both readings' characters that both keep, from 0 to 1; null when the second reader finds no article. */
export function agreementOf({ essay, article }: TwoReadings): number | null {
  if (article.size === 0) return null;
  const both = essay.filter((line) => article.has(line));
  const either = new Set([...essay, ...article]);
  return sizeOf(both) / Math.max(1, sizeOf(either));
}

/** A line that is a sentence or more, and no credit line however long. */
export function isProse(line: Line): boolean {
  if (line.size < shortestProse || line.linkSize / line.size > mostLinked || !sentenceMark.test(line.text))
    return false;
  return !isCreditLine(line.raw) && !isClosingCredit(line.raw) && creditScore(line.raw) < 2;
}

const speaksForSite = (text: string): boolean =>
  boilerplateKind(text) !== null || siteNotice.test(text) || teaser.test(text);

/** Characters of lines, white space apart. */
export const sizeOf = (lines: Iterable<Line>): number => {
  let size = 0;
  for (const line of lines) size += line.size;
  return size;
};
