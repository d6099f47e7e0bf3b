import { fillTemplate } from '../../portal/pages.ts';
import type { Article, columns } from './articles.ts';

/** Articles on a list page. */
export const perPage = 25;

/** The address of list page `n`, from 1, of a column. */
export const listAddress = (classId: number, n: number): string =>
  `http://www.nbdx.cn/list.asp?classid=${classId}${n === 1 ? '' : `&page=${n}`}`;

/** What an early and a late capture of a list page show: the newest are missing in the one, the oldest was taken off the other. */
export const listedAt = (articles: readonly Article[], late: boolean): readonly Article[] =>
  late ? articles.slice(0, -1) : articles.slice(2);

/** List page `n` of `pages` of a column. */
export function listHtml(
  { classId, name }: (typeof columns)[number],
  articles: readonly Article[],
  n: number,
  pages: number,
): string {
  const to = (page: number, words: string): string =>
    page < 1 || page > pages || page === n
      ? words
      : `<a href="${listAddress(classId, page).replace('http://www.nbdx.cn/', '').replace('&', '&amp;')}">${words}</a>`;
  const links = [to(1, '首页'), to(n - 1, '上一页'), to(n + 1, '下一页'), to(pages, '尾页')].join(' ');
  const rows = articles.map(
    ({ address, title, date }) =>
      `<tr><td>·<a href="${address.replace('http://www.nbdx.cn/', '').replaceAll('&', '&amp;')}">${title}</a></td><td align="right">${date}</td></tr>\n`,
  );
  return fillTemplate('nbdx-list', {
    meta: '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">\n',
    top: fillTemplate('nbdx-top', {}),
    foot: fillTemplate('nbdx-foot', {}),
    rows: rows.join(''),
    pager: `共 ${pages * perPage} 条记录 第 ${n}/${pages} 页 ${links}`,
  }).replace(
    '&gt;&gt; <a href="list.asp?classid=4">学术专栏</a>',
    `&gt;&gt; <a href="list.asp?classid=${classId}">${name}</a>`,
  );
}
