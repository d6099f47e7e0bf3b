/** One essay of ours on the pages of a portal of the Kesion kind: each page has the head, its part, the pager and the foot. */
export interface PagedEssay {
  readonly host: string;
  /** Path of page `n`, from 1. */
  readonly path: (n: number) => string;
  /** Paragraphs of each page, as markup. */
  readonly parts: readonly string[];
  /** What stands below the last page's text. */
  readonly end?: string;
}

/** Suffixes as Kesion writes them: page 1 has none. */
export const kesionPath = (n: number): string => `/html/llyj_43_1213${n === 1 ? '' : `_${n}`}.shtml`;

/** The HTML of page `n` of an essay. */
export function pageOf({ path, parts, end = '' }: PagedEssay, n: number): string {
  const link = (to: number, words: string): string => `<a href="${path(to)}">${words}</a>`;
  const numbers = parts.map((_, at) =>
    at + 1 === n ? `<a class="curr" href="#">${n}</a>` : link(at + 1, `${at + 1}`),
  );
  const next = n < parts.length ? link(n + 1, '下一页') : '';
  return `<html><head><title>石坎与人心 - 中共青山县委党校</title></head><body>
<table><tr><td><a href="/">首页</a> <a href="/list/1.shtml">理论研究</a> <a href="/list/2.shtml">党史党建</a></td></tr></table>
<table><tr><td>您现在的位置：<a href="/">中共青山县委党校</a> &gt;&gt; <a href="/list/1.shtml">理论研究</a> &gt;&gt; 正文</td></tr></table>
<table><tr><td align="center"><font size="5"><b>石坎与人心</b></font></td></tr>
<tr><td align="center">作者：方禾生　　发布时间：2009年8月31日　　点击数：128</td></tr>
<tr><td>${parts[n - 1]}
<div id="pageNext">${numbers.join(' ')} ${next}</div></td></tr>${n === parts.length ? end : ''}</table>
<p>【<a href="#">打印此文</a>】【<a href="javascript:window.close()">关闭窗口</a>】</p>
<p>上一篇：<a href="llyj_43_1212.shtml">梯田的账怎样算</a> 下一篇：<a href="llyj_43_1214.shtml">茶园里的新账</a></p>
<p>版权所有：中共青山县委党校 地址：青山县城东路8号</p></body></html>`;
}
