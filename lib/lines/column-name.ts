import type { Unwrapped } from '../archive/unwrapped.ts';
import { bodyOf, rootOf, titleOf } from '../dom/tree.ts';
import { readColumn } from './column.ts';
import { findBreadcrumb } from './find-breadcrumb.ts';
import { readLines } from './line.ts';

/** Longest name of a column. In characters. */
const longest = 60;

/**
 * The name of the column that a list page is of: the last crumb above its first title (whose last place is in the list: boxes of the latest stand before), else the page's own title; '' when
 * it has neither. A school's name ends many a title: what stands before it is the column's.
 */
export function readColumnName(page: Unwrapped, firstTitle: string): string {
  const { document } = page;
  const lines = readLines(bodyOf(document) ?? rootOf(document), { skip: new Set(page.archiveElements) });
  const top = lines.findLastIndex(({ text }) => text.includes(firstTitle));
  const crumbs = findBreadcrumb(lines, top < 0 ? lines.length : top).map(({ text }) => text);
  const name =
    readColumn(crumbs.join(' ')).findLast((crumb) => !/^更多/.test(crumb)) ??
    (titleOf(document).split(/\s*[-_|—–]+\s*/)[0] || titleOf(document));
  return name.replace(/\s+/g, ' ').trim().slice(0, longest);
}
