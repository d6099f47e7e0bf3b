import type { Article } from '../article.ts';
import { escapeAttribute, escapeText } from '../blocks.ts';

const nbsp = '&nbsp;';

/** `count` no-break spaces. */
export const spaces = (count: number): string => nbsp.repeat(count);

/** A link. */
export const link = (href: string, text: string, attributes = ''): string =>
  `<a href="${href}"${attributes && ` ${attributes}`}>${escapeText(text)}</a>`;

/** How a breadcrumb is written. */
export interface CrumbStyle {
  readonly label: string;
  readonly separator: string;
  /** First crumb; the portal's own name or 首页. */
  readonly home: string;
  /** Last crumb where the software adds one: 正文, 浏览新闻. */
  readonly last?: string;
  readonly href: (column: string, depth: number) => string;
}

/** A breadcrumb. */
export function breadcrumb({ path }: Article, { label, separator, home, last, href }: CrumbStyle): string {
  const crumbs = [link(href('', 0), home), ...path.map((column, at) => link(href(column, at + 1), column))];
  return label + [...crumbs, ...(last === undefined ? [] : [last])].join(separator);
}

/** Separators of breadcrumbs, as written in HTML. */
export const separators = [
  ' &gt;&gt; ',
  '&nbsp;&gt;&nbsp;',
  ' » ',
  ' → ',
  ' - ',
  ' :: ',
  ' / ',
  '&gt;',
  '—&gt;',
] as const;

/** Labels of breadcrumbs; the last is none. */
export const placeLabels = ['您现在的位置：', '当前位置：', '您的位置：', '您所在的位置：', '现在位置: ', ''] as const;

/** The two neighbours, the second of which is missing. */
export const neighbours = (
  { others, id }: Article,
  labels: readonly [string, string],
  href: (id: number) => string,
): string => `${labels[0]}${link(href(id - 1), others[0])}<br>\n${labels[1]}没有了`;

/** A list of other articles, with dates that are none of this one's. */
export const otherList = ({ others, id }: Article, href: (id: number) => string, dated: boolean): string =>
  others
    .map(
      (title, at) =>
        `<li>${link(href(id - 20 - at), title, 'target="_blank"')}${dated ? ` [ 0${at + 1}-1${at} ]` : ''}</li>`,
    )
    .join('\n');

/** Comment form of the portals. */
export const commentForm = `<form name="comment" method="post" action="/plus/comment.asp">
<b>发表评论</b> 用户名：<input name="user" size="10"> 密码：<input type="password" name="pwd" size="10"> 验证码：<input name="code" size="4"><br>
<textarea name="content" rows="5" cols="60"></textarea><br><input type="submit" value="我要评论"></form>`;

/** Share bar of about 2010. */
export const shareBar =
  '<div class="bdsharebuttonbox">分享到：<a href="#" class="bds_tsina">新浪微博</a> <a href="#" class="bds_qzone">QQ空间</a> <a href="#">人人网</a> <a href="#">开心网</a> <a href="#">豆瓣</a></div>';

/** A hit counter: a number in a mark, or a script that leaves nothing in the bytes. */
export const counter = (article: Article, script: string, name = 'hits'): { html: string; hits: number | null } =>
  article.choose<{ html: string; hits: number | null }>(name, [
    { html: `<font color="red">${article.hits}</font>`, hits: article.hits },
    { html: `<b>${article.hits}</b>`, hits: article.hits },
    { html: `<script language="javascript" src="${escapeAttribute(script)}"></script>`, hits: null },
  ]);
