import type { Line } from '../dom/lines.ts';
import type { Found } from '../essay/found.ts';
import { readColumn } from './column.ts';

const label =
  /^[\s【[>»·]*(?:您|你)?(?:现在|当前|目前|所在)?(?:的|所在的?)?(?:位\s*置|所在位置|当前位置)\s*(?:是|在)?\s*[:：>»]?|^\s*(?:当前|现在|目前|所在)位置/;
/** A breadcrumb stands in a row of its own; a longer line is prose or a menu. In characters. */
const longest = 120;

/** The breadcrumb's lines above `before` (an index), nearest last; table cells of one row count as one. */
export function findBreadcrumb(lines: readonly Line[], before: number): readonly Line[] {
  const above = lines.slice(0, before);
  const at = above.findLastIndex((line) => line.text.length <= longest && label.test(line.text));
  if (at >= 0) {
    const rest = above.slice(at + 1, at + 9);
    const end = rest.findIndex((line) => !isCrumb(line, above[at]));
    return [above[at], ...rest.slice(0, end === -1 ? rest.length : end)].filter((line) => line !== undefined);
  }
  const plain = above.findLast((line) => line.text.length <= longest && isPath(line));
  return plain ? [plain] : [];
}

/** A crumb in a cell or block of its own, after the label's. */
function isCrumb(line: Line, start: Line | undefined): boolean {
  if (line.size > 24 || !start) return false;
  const row = start.block.closest('tr') ?? start.block.parentElement;
  return row?.contains(line.block) === true && (/^[>»›→:/\\—-]|[>»›→]$/.test(line.text) || line.linkSize > 0);
}

/** Without a label: names parted by arrows, most of them linked, or ending in 正文; or names that begin with the front page. */
function isPath(line: Line): boolean {
  if (/[。；！？]/.test(line.text) || line.size < 4) return false;
  const fromFront = /^[\s·>»]*(?:网站)?(?:首页|主页)\s*(?:[-–—/\\|·:：>»›→]|\s{2})/.test(line.text);
  const names = line.text.split(fromFront ? /[-–—/\\|·:：>»›→]+/ : /[>»›→]+|—>/).map((name) => name.trim());
  if (names.length < 2 || names.length > 6 || names.some((name) => name.length > 24)) return false;
  if (fromFront) return true;
  return line.linkSize / line.size > 0.3 || /正文|浏览新闻|内容|文章|首页|主页/.test(line.text) || names.length > 2;
}

/** True when the first crumb leads to the front page of its host: it is the portal's name, whatever it says. */
function startsAtRoot(crumbs: readonly Line[]): boolean {
  const link = crumbs
    .flatMap((line) => line.nodes)
    .map((node) => node.parentElement?.closest('a[href]'))
    .find((found) => found);
  const href = link?.getAttribute('href') ?? '';
  const original = href.slice(Math.max(0, href.lastIndexOf('http')));
  return /^(?:https?:\/\/[^/]+)?\/?(?:(?:index|default)\.\w+)?$/i.test(original) && original !== '';
}

/** The column path that a breadcrumb tells, or null without one. */
export function readBreadcrumb(
  crumbs: readonly Line[],
  options: { readonly title?: string; readonly siteNames?: readonly string[] },
): Found<readonly string[]> | null {
  const raw = crumbs
    .map((line) => line.raw)
    .join(' ')
    .trim();
  if (raw === '') return null;
  const joined =
    crumbs.length > 1
      ? crumbs
          .map((line) => line.raw)
          .join(' > ')
          .replace(/(?:\s*>\s*){2,}/g, ' > ')
      : raw;
  const first = startsAtRoot(crumbs) || opensWithSite(joined) ? rootName(crumbs) : '';
  const value = readColumn(joined, { ...options, siteNames: [...(options.siteNames ?? []), first] });
  return value.length > 0 ? { value, raw, place: 'breadcrumb' } : null;
}

/**
 * True for a path from the portal's own name to 正文: templates that print a word for the page print one for the front page
 * (SiteWeaver and Kesion, domain notes 1.1 and 1.3).
 */
const opensWithSite = (path: string): boolean =>
  /(?:正文|浏览新闻|文章内容|浏览文章|查看)\s*$/.test(path) && !/首页|主页/.test(path);

/** What the first crumb is called. */
const rootName = (crumbs: readonly Line[]): string =>
  crumbs
    .flatMap((line) => line.nodes)
    .find((node) => node.parentElement?.closest('a[href]'))
    ?.data.trim() ?? '';
