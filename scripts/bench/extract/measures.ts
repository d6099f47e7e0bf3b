/** Words of boilerplate: one of them more often in an extract than in its gold is a leak. Portal-notes section 4. */
export const boilerplateWords: readonly string[] = [
  '设为首页',
  '加入收藏',
  '关闭窗口',
  '打印本页',
  '打印文本',
  '打印此文',
  '版权所有',
  '您现在的位置',
  '当前位置',
  '浏览次数',
  '点击数',
  '本信息共浏览',
  '上一篇',
  '下一篇',
  '责任编辑',
  '【关闭】',
  '我要评论',
  '分享到',
  '相关新闻',
  '相关文章',
  '网管信箱',
];

/** Text as it is compared: NFKC, without white space, zero-width marks and soft hyphens. */
export const squeeze = (text: string | null | undefined): string =>
  (text ?? '').normalize('NFKC').replace(/[\s\u200b\ufeff\u00ad]+/gu, '');

/** Precision, recall and their harmonic mean, each from 0 to 1. */
export interface Overlap {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

function bigramCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at++) {
    const gram = text.slice(at, at + 2);
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

/** Overlap of two squeezed texts by their character bigrams, counted with multiplicity. */
export function overlap(extract: string, gold: string): Overlap {
  const goldCounts = bigramCounts(gold);
  let shared = 0;
  for (const [gram, count] of bigramCounts(extract)) shared += Math.min(count, goldCounts.get(gram) ?? 0);
  const precision = shared / Math.max(1, extract.length - 1);
  const recall = shared / Math.max(1, gold.length - 1);
  return { precision, recall, f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0 };
}

/** The set of five-character runs of a squeezed text; a shorter text is its own only run. */
export function runsOf(text: string): ReadonlySet<string> {
  const length = 5;
  return new Set(Array.from({ length: Math.max(1, text.length - length + 1) }, (_, at) => text.slice(at, at + length)));
}

/** How much of a paragraph's runs an extract holds, from 0 to 1. */
export function coverage(paragraph: string, extractRuns: ReadonlySet<string>): number {
  const runs = [...runsOf(paragraph)];
  return runs.filter((run) => extractRuns.has(run)).length / Math.max(1, runs.length);
}

const occurrences = (text: string, word: string): number => text.split(word).length - 1;

/** The boilerplate marks that stand in the extract more often than in the gold. */
export const leaksOf = (extract: string, gold: string): readonly string[] =>
  boilerplateWords.filter((mark) => occurrences(extract, squeeze(mark)) > occurrences(gold, squeeze(mark)));

/** Year, month and day of any spelling of a date in figures, or null. */
export function dayOf(text: string | null | undefined): string | null {
  const parts = /((?:19|20)\d{2})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})/u.exec(text ?? '');
  return parts ? parts.slice(1).map(Number).join('-') : null;
}
