import { classOf, closest, contains, idOf, parentElementOf, tagOf } from '../dom/tree.ts';
import { hideAngleQuotes } from '../text/angle-quotes.ts';
import type { Line } from './line.ts';

const label =
  /^[\s【[>»·]*(?:您|你)?(?:现在|当前|目前|所在)?(?:的|所在的?)?(?:位\s*置|所在位置|当前位置)\s*(?:是|在)?\s*[:：>»]?|^\s*(?:当前|现在|目前|所在)位置|^\s*(?:您?(?:现在|当前|目前)?位于|(?:当前)?路径)\s*[:：]/;
/** A breadcrumb stands in a row of its own; a longer line is prose or a menu. In characters. */
const longest = 120;
/** In characters. */
const longestCrumb = 24;

/** True for a line that begins with the label of a path: `您现在的位置：…`. */
export const opensPath = (text: string): boolean => text.length <= longest && label.test(text);

/** The breadcrumb's lines above `before` (an index), nearest last; table cells of one row count as one. */
export function findBreadcrumb(lines: readonly Line[], before: number): readonly Line[] {
  const above = lines.slice(0, before);
  const at = above.findLastIndex((line) => line.text.length <= longest && label.test(line.text));
  if (at >= 0) {
    const rest = above.slice(at + 1, at + 9);
    const end = rest.findIndex((line) => !isCrumb(line, above[at]));
    return [above[at], ...rest.slice(0, end === -1 ? rest.length : end)].filter((line) => line !== undefined);
  }
  const plain = above.findLast((line) => line.text.length <= longest && (isPath(line) || isOfPathList(line)));
  if (!plain) return [];
  return isOfPathList(plain) ? above.filter(({ block }) => listOf(block) === listOf(plain.block)) : [plain];
}

/** `[首页] [理论研究]`: names in brackets, with bars between in their place; any other text as it is. */
export const unbracketed = (text: string): string =>
  /^(?:\s*[[［【〔][^[\]［］【】〔〕]{1,20}[\]］】〕]){2,7}$/.test(text)
    ? text.replace(/[\]］】〕]\s*(?=.)/g, ' | ').replace(/[[［【〔\]］】〕]/g, '')
    : text;

/** A crumb in a cell or block of its own, after the label's. */
function isCrumb(line: Line, start: Line | undefined): boolean {
  if (line.size > longestCrumb || !start) return false;
  const row = closest(start.block, 'tr') ?? parentElementOf(start.block);
  return contains(row, line.block) === true && (/^[>»›→:/\\—-]|[>»›→]$/.test(line.text) || line.linkSize > 0);
}

/** What webmasters call the element of a path. */
const hint =
  /(?:^|[\s_-])(?:loc(?:ation)?|path|crumbs?|bread(?:crumbs?)?|pos(?:ition)?|place|weizhi|nav_?path|local|dqwz)(?:[\s_\d-]|$)/i;

const listOf = (block: Element): Element | null => (tagOf(block) === 'LI' ? parentElementOf(block) : null);

/** An item of a list that is named for a path: style sheets set the signs between them. */
const isOfPathList = ({ block, size }: Line): boolean => {
  const list = listOf(block);
  return list !== null && size <= longestCrumb && hint.test(`${classOf(list)} ${idOf(list)}`);
};

/** `首页 | 学校概况 | 教学科研 | 学员园地`: a path ends in a page or names few columns, in brackets two of them; of a menu every word is a link. */
const isMenu = (line: Line, text: string, names: readonly string[]): boolean =>
  names.length > (/^[[［【〔]/.test(line.text) ? 2 : 3) &&
  !/[>»›→]/.test(text) &&
  line.linkSize >= names.join('').replace(/\s+/g, '').length &&
  closest(parentElementOf(line.nodes.findLast(({ data }) => /\p{L}/u.test(data))), 'a') !== null;

/** What may part names: most lines have none. */
const parting = /[-–—/\\|｜┆·:：>»›→》]|\s{2}/;

/** `临江党建网 - 党风廉政 - 浏览正文`: what templates print for the page itself, behind a sign and a space. */
const endsAtPage = /\s[-–—/\\|·]\s*(?:浏览|查看)?(?:正文|文章|内容)$/;

/** The front page by its name, or by the school's before a bar or an arrow: `临江市委党校 | 领导讲话`. */
const opensWithFront =
  /^[\s·>»]*(?:(?:网站)?(?:首页|主页)\s*(?:[-–—/\\|·:：>»›→]|\s{2})|[\u3400-\u9fff]{2,20}(?:党校|学院)网?站?\s*[|｜┆/\\>»›→])/;

/** Without a label: names parted by arrows, most of them linked, or ending in 正文; or names that begin with the front page, or end at the page. */
function isPath(line: Line): boolean {
  const words = unbracketed(line.text).replace(/[＞▶►⇒]/g, '>');
  if (line.size < 4 || !parting.test(words) || /[。；！？]/.test(words)) return false;
  const fromFront = opensWithFront.test(words);
  const text = hideAngleQuotes(words);
  const names = text.split(fromFront ? /[-–—/\\|｜┆·:：>»›→]+/ : /[>»›→]+|—>|\s》\s/).map((name) => name.trim());
  const isHinted = (): boolean =>
    hint.test(`${classOf(line.block)} ${idOf(line.block)}`) && /\S\s*[>»›→/|》]\s*\S/.test(text);
  if (line.size < 50 && (endsAtPage.test(text) || isHinted())) return true;
  if (names.length < 2 || names.length > 6 || names.some((name) => name.length > 24)) return false;
  if (fromFront) return !isMenu(line, text, names);
  return line.linkSize / line.size > 0.3 || /正文|浏览新闻|内容|文章|首页|主页/.test(line.text) || names.length > 2;
}
