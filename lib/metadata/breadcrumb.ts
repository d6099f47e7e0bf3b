import { attributeOf, closest, parentElementOf } from '../dom/tree.ts';
import type { FoundField } from '../essay/found.ts';
import { boilerplateKind, isToolLine } from '../lines/boilerplate.ts';
import { readColumn } from '../lines/column.ts';
import { unbracketed } from '../lines/find-breadcrumb.ts';
import type { Line } from '../lines/line.ts';

/** True when the first crumb leads to the front page of its host: it is the portal's name, whatever it says. */
function startsAtRoot(crumbs: readonly Line[]): boolean {
  const link = crumbs
    .flatMap((line) => line.nodes)
    .map((node) => closest(parentElementOf(node), 'a[href]'))
    .find((found) => found);
  const href = attributeOf(link, 'href') ?? '';
  const original = href.slice(Math.max(0, href.lastIndexOf('http')));
  return /^(?:https?:\/\/[^/]+)?\/?(?:(?:index|default)\.\w+)?$/i.test(original) && original !== '';
}

/** The column path that a breadcrumb tells, or null without one. */
export function readBreadcrumb(
  crumbs: readonly Line[],
  options: { readonly title?: string; readonly siteNames?: readonly string[] },
): FoundField<readonly string[]> | null {
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
  // `标题 [打印]`: a tool behind the last crumb.
  const path = unbracketed(joined).replace(/[【［[（(]([^【［[（(）)\]］】]{1,8})[】］\])）]/g, (tool, words) =>
    isToolLine(words) ? '' : tool,
  );
  const names = readColumn(path, { ...options, siteNames: [...(options.siteNames ?? []), first] });
  const value = names.filter((name) => !/\s/.test(name) || boilerplateKind(name) !== 'tools');
  return value.length > 0 ? { value, raw, place: 'breadcrumb' } : null;
}

/**
 * True for a path from the portal's own name to 正文: templates that print a word for the page print one for the front page
 * (SiteWeaver and Kesion, docs/portals.md 1.1 and 1.3).
 */
const opensWithSite = (path: string): boolean =>
  /(?:正文|浏览新闻|文章内容|浏览文章|查看)\s*$/.test(path) && !/首页|主页/.test(path);

/** What the first crumb is called. */
const rootName = (crumbs: readonly Line[]): string =>
  crumbs
    .flatMap((line) => line.nodes)
    .find((node) => closest(parentElementOf(node), 'a[href]'))
    ?.data.trim() ?? '';
