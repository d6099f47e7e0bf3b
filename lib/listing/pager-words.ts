import { numberOfHan } from '../text/han-numerals.ts';

/** What a link of a pager says that it leads to. */
export type PagerWord = number | 'next' | 'previous' | 'first' | 'last';

/** `第2页：` with a heading behind it; a link around a paragraph is none of a pager. In UTF-16 units. */
const longestWords = 200;

/**
 * Reads the words of a link as a pager's (portal notes 1.10): `2`, `[2]`, `第2页`, `第二页`, `下一页`, `尾页`, `余下全文`.
 * Null for other words: `下一篇` leads to a neighbour, never to a page.
 */
export function readPagerWord(text: string): PagerWord | null {
  if (text.length > longestWords) return null;
  const words = text.normalize('NFKC').replace(/[\s\u200b]+/g, '');
  if (/^(?:>{1,2}|»|›)$/.test(words)) return 'next';
  if (/^(?:<{1,2}|«|‹)$/.test(words)) return 'previous';
  const bare = words.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  const digits = /^第?(\d{1,3})[页頁]?$/.exec(bare)?.[1] ?? /^第(\d{1,3})[页頁]/.exec(bare)?.[1];
  if (digits !== undefined) return Number(digits);
  const han = numberOfHan(/^第([一二三四五六七八九十]{1,3})[页頁]$/.exec(bare)?.[1] ?? '');
  if (!Number.isNaN(han)) return han;
  if (/下一?[页頁]|^(?:后一?页|继续阅读|nextpage|next)$|(?:余下|剩余|阅读|查看)全文|^全文阅读$/i.test(bare))
    return 'next';
  if (/上一?[页頁]|^(?:前一?页|previouspage|previous|prev)$/i.test(bare)) return 'previous';
  if (/^(?:首[页頁]|最前页|first)$/i.test(bare)) return 'first';
  return /^(?:[尾末][页頁]|最[后末]一?[页頁]|last)$/i.test(bare) ? 'last' : null;
}

/** True when a link that says `word` on page `here` may lead to page `there`. */
export function leadsTo(word: PagerWord, there: number, here: number): boolean {
  switch (word) {
    case 'next':
      return there === here + 1;
    case 'previous':
      return there === here - 1;
    case 'first':
      return there === 1;
    case 'last':
      return there >= here;
    default:
      return there === word;
  }
}
