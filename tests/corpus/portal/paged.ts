import { readFileSync } from 'node:fs';
import { fillTemplate } from './pages.ts';

/** The essay of three pages, as KesionCMS keeps it: `[NextPage]` parts the pages of its one text. */
const pages = readFileSync(new URL('./paged/llyj_12_6101.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n\n[NextPage]\n\n');

/** Its paragraphs, whole: the first edge of a page goes through the middle of one. */
export const pagedParagraphs: readonly string[] = pages
  .join('\n\n')
  .replace('\n\n挖掘机', '挖掘机')
  .split('\n\n')
  .map((paragraph) => paragraph.trim());

/** The number of its pages. */
export const pagedCount = pages.length;

/** Page `n`, from 1, of the essay under the id `id`: byline and date on each page, the source below the last. */
export function pagedEssayPage(id: string, n: number): string {
  const path = (page: number): string => `llyj_12_${id}${page === 1 ? '' : `_${page}`}.shtml`;
  const link = (page: number, name: string, words: string): string =>
    `<a class="${name}" href="${path(page)}">${words}</a>`;
  const numbers = pages.map((_, at) =>
    at + 1 === n
      ? `<a class="curr" href="#"><span style="color:red">${n}</span></a>`
      : link(at + 1, 'num', `${at + 1}`),
  );
  const pager = [
    n > 1 ? link(n - 1, 'prev', '上一页') : '',
    ...numbers,
    n < pages.length ? link(n + 1, 'next', '下一页') : '',
  ];
  return fillTemplate('kesion-show', {
    meta: '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">\n',
    id,
    title: '一百三十座老桥',
    author: '程秋实',
    date: '2009年8月31日',
    body: (pages[n - 1] ?? '').replaceAll('\n\n', '<br /><br />\n'),
    pager: pager.filter(Boolean).join(' '),
    end: n === pages.length ? '<tr><td align="right">来源：云溪通讯</td></tr>\n' : '',
  });
}
