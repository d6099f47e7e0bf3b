import { hideAngleQuotes, showAngleQuotes } from '../text/angle-quotes.ts';
import { spaces } from '../text/characters.ts';
import { findInstitution } from '../text/school-names.ts';
import { simplifyWords } from '../text/traditional.ts';
import { colons, kindOfLabel, labelBefore } from './labels.ts';

/** What to leave out of a column path. */
export interface ColumnOptions {
  /** The essay's title: dropped as the last crumb. */
  readonly title?: string;
  /** The portal's own names: dropped as first crumbs. */
  readonly siteNames?: readonly string[];
}

/** Signs between crumbs, surest first: of the weaker ones (`-`, `/`, `·`) a column's own name may hold some. */
const separators: readonly RegExp[] = [
  /\s》\s|>+|»|›|→|::|—+>|-+>|=>|＞+|▶|►|⇒|＞＞|≫|﹥/,
  /[|｜┆\\]/,
  new RegExp(`[${spaces}][-–—/·・][${spaces}]`),
  /[/·・]|[-–—]+/,
  new RegExp(`[${spaces}]{2,}`),
];
/** Crumbs that name no column: the portal's front page, and what templates print for the page itself. */
const noColumn =
  /^(?:网?站?首页|学报首页|主页|返回首页|本站首页|home|index|网站|站点|正文内容|内容页|内容正文|详细(?:内容|信息)?|详情|文章(?:内容|正文|详情|详细)|新闻(?:内容|详细)|信息(?:内容|浏览)|正文|内容|文章|查看|阅读|(?:浏览|查看|阅读)(?:正文|全文|内容|文章|新闻|信息)|显示|全文|列表|当前页面?|本页|浏览)$/i;
const edges = new RegExp(
  `^[${spaces}>＞»›→:：|｜/\\\\·・—–\\-▶►【［[]+|[${spaces}>＞»›→:：|｜/\\\\·・—–\\-▶►】］\\]]+$`,
  'g',
);

/** The crumb without the signs that part it from its neighbours. */
const withoutEdges = (crumb: string): string => showAngleQuotes(hideAngleQuotes(crumb).replace(edges, ''));

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/** The breadcrumb without its label (您现在的位置：), which may lack its colon. */
function withoutLabel(text: string): string {
  const colon = new RegExp(`[${colons}]`).exec(text.slice(0, 40));
  if (colon && labelBefore(text, colon.index)?.kind === 'column') return text.slice(colon.index + 1);
  const [first = '', ...rest] = text.trim().split(new RegExp(`(?<=^\\S{2,12})[${spaces}]+`));
  return rest.length > 0 && kindOfLabel(first.replace(/[是为在]$/, '')) === 'column' ? rest.join(' ') : text;
}

function split(text: string): readonly string[] {
  const path = hideAngleQuotes(text);
  const separator = separators.find((sign) => sign.test(path.replace(edges, '')));
  return separator === undefined ? [text] : path.split(separator).map(showAngleQuotes);
}

/** True for a school's name as a crumb, which is the portal's own: 中共宁波市委党校, 宁波市委党校网, and in short 宁波党校. */
function isSchool(crumb: string): boolean {
  if (/^[\u3400-\u9fff]{2,6}(?:党校|行政学院|社会主义学院)(?:网站?)?$/.test(crumb)) return true;
  const name = findInstitution(crumb)?.name;
  return name !== undefined && crumb.length <= name.length + 4;
}

/** True for the essay's title as a crumb, whole or cut short by the template. */
function isTitle(crumb: string, title: string | undefined): boolean {
  if (title === undefined || letters(title) === '') return false;
  const cut = /(?:…|\.{2,})$/.test(crumb);
  return (
    letters(crumb) === letters(title) || (cut && letters(title).startsWith(letters(crumb)) && letters(crumb).length > 3)
  );
}

/**
 * The column path of a breadcrumb, outermost first, without label, 首页, 正文, the portal's names and the essay's title;
 * empty when none is left. Takes the breadcrumb's text, labelled or not, or its crumbs.
 */
export function readColumn(crumbs: string | readonly string[], options: ColumnOptions = {}): string[] {
  const parts = typeof crumbs === 'string' ? split(withoutLabel(crumbs)) : crumbs.map(withoutLabel);
  const names = parts
    .map((part) => withoutEdges(part).replace(new RegExp(`[${spaces}]+`, 'g'), ' '))
    .filter((part) => part !== '' && !noColumn.test(simplifyWords(part.replace(/\s/g, ''))) && !/位置$/.test(part));
  const own = (options.siteNames ?? []).map(letters).filter((name) => name !== '');
  // SiteWeaver names the column twice where its page has no channel of its own.
  const columns = names.filter(
    (name, i) => (i > 0 || !(own.includes(letters(name)) || isSchool(name))) && name !== names[i - 1],
  );
  while (isTitle(columns.at(-1) ?? '', options.title)) columns.pop();
  return columns;
}
