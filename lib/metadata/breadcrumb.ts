import type { Line } from '../dom/lines.ts';
import type { Found } from '../essay/found.ts';
import { readColumn } from './column.ts';

const label =
  /^[\s【[>»·]*(?:您|你)?(?:现在|当前|目前|所在)?(?:的|所在的?)?(?:位\s*置|所在位置|当前位置)\s*(?:是|在)?\s*[:：>»]?|^\s*(?:当前|现在|目前|所在)位置/;
const separated = /(?:>>|»|›|→|—>|::|>|\/|\\)/g;
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
  const plain = above.findLast(
    (line) => line.text.length <= longest && (line.text.match(separated)?.length ?? 0) >= 1 && isPath(line),
  );
  return plain ? [plain] : [];
}

/** A crumb in a cell or block of its own, after the label's. */
function isCrumb(line: Line, start: Line | undefined): boolean {
  if (line.size > 24 || !start) return false;
  const row = start.block.closest('tr') ?? start.block.parentElement;
  return row?.contains(line.block) === true && (/^[>»›→:/\\—-]|[>»›→]$/.test(line.text) || line.linkSize > 0);
}

/** Without a label: names parted by arrows, most of them linked, or ending in 正文. */
function isPath(line: Line): boolean {
  if (/[。；！？]/.test(line.text) || line.size < 4) return false;
  const arrows = line.text.match(/>>|»|›|→|>/g)?.length ?? 0;
  const names = line.text.split(/>>|»|›|→|—>|>/).map((name) => name.trim());
  if (arrows === 0) return false;
  return (
    names.every((name) => name.length <= 24) &&
    (line.linkSize / line.size > 0.3 || /(?:正文|浏览新闻|内容|文章|首页|主页)/.test(line.text) || arrows >= 2)
  );
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
  const value = readColumn(
    crumbs.length > 1
      ? crumbs
          .map((line) => line.raw)
          .join(' > ')
          .replace(/(?:\s*>\s*){2,}/g, ' > ')
      : raw,
    options,
  );
  return value.length > 0 ? { value, raw, place: 'breadcrumb' } : null;
}
