import type { Block } from '../clean/block.ts';
import { escapeHtml } from '../essay/escape-html.ts';

/** What an essay says in the place of a page that could not be obtained. */
export const missingPageWords = (page: number, address: string): string => `［第${page}页未能取得：${address}］`;

/** What an essay says where the end of its page is missing. */
export const cutPageWords = '［网页在此中断，其余部分没有存下来］';

/** HTML of an essay whose page is cut, with a mark at its end; the plain text holds the author's words alone. */
export const withCutMark = (html: string): string => `${html}\n<p>${cutPageWords}</p>`;

/**
 * The block that stands for a missing page. It is in the HTML, which is read, and the address is a link to try. It has no
 * text: the plain text holds the author's words alone, since it is what is searched, counted, compared and quoted; that a
 * page is missing stands in the provenance too.
 */
export function missingPageBlock(page: number, address: string): Block {
  const link = `<a href="${escapeHtml(address)}">${escapeHtml(address)}</a>`;
  // The address is put in last: it may hold the signs that a replacement string gives a meaning.
  const [before = '', after = ''] = missingPageWords(page, '\n').split('\n');
  return { kind: 'text', tag: 'p', html: before + link + after, text: '', gap: 'block', indented: false };
}
