/** One essay of ours on the pages of a portal of the Kesion kind: each page has the head, its part, the pager and the foot. */
export interface PagedEssay {
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

const paragraphs = [
  [
    '　　这些年来，山里的梯田一边在退，一边又有人舍不得退，石坎塌了一段，就有人扛着锄头去补一段。',
    '　　退的理由是成本高，留的理由是水塘离不开这几丘田，两边说的都是实话，谁也说服不了谁。',
  ],
  [
    '　　粮食的账最容易算，也最容易算错，因为它只看一年；水土的账要看十年，一道石坎挡住的泥沙比谷子贵得多。',
    '　　人手的账要看下一代，年轻人不回来，再好的田也只是一片草坡，石坎修得再齐也没有人走。',
  ],
  [
    '　　由此可见，一刀切地退，或者一律要求留，都算不清这三本账，还是要一个村一个村地问过去。',
    '　　问清楚了，石坎该修的修，该退的退，人心也就齐了，这比多打几担谷子要紧得多。',
  ],
] as const;

/** The texts of the paragraphs of `stoneWalls`, page by page. */
export const stoneWallTexts: readonly (readonly string[])[] = paragraphs.map((page) => page.map((one) => one.trim()));

/** An essay of three pages; the last one tells its source. */
export const stoneWalls: PagedEssay = {
  path: kesionPath,
  parts: paragraphs.map((page) => page.join('<br><br>\n')),
  end: '<tr><td align="right">来源：青山学刊</td></tr>',
};
