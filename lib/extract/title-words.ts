import { boilerplateKind } from '../lines/boilerplate.ts';
import { readNamesAlone } from '../lines/bylines/byline-line.ts';
import { isCreditLine } from '../lines/credit-line.ts';
import { hideAngleQuotes } from '../text/angle-quotes.ts';
import { findInstitution } from '../text/school-names.ts';
import { bareTitle } from './clean-title.ts';

/** The page's `<title>` as it is compared: whole, and its parts (see `bareTitle`, `titleParts`). */
export interface PageTitle {
  readonly whole: string;
  readonly parts: readonly string[];
}

/** Titles of essays, in characters without white space; the first part of `<title>` may be longer. */
const length = { least: 2, most: 80 } as const;
/** An essay may be called by a name; names with bodies and roles are its byline. In characters. */
const longestName = 4;

/** Points for words that are a part of `<title>`: the first is the essay's title sooner than the others, which name the site; a column's name is hardly one. */
const part = { first: 7, other: 4.5, column: 1.5 } as const;
/** Points for words that stand within `<title>`: a few characters stand there by chance. */
const within = { long: 4.5, short: 1.5, longFrom: 6 } as const;
/** Points for words that hold the first part of `<title>`, which some portals cut short, and little else. In characters. */
const holding = { weight: 4, shortest: 6, more: 12 } as const;
/** Points against: an end as sentences have, hardly any words, words that no `<title>` knows and that are long as prose or of another script. */
const against = { sentence: -3, tiny: -1, tinyBelow: 4, long: -2, longFrom: 45, foreign: -2 } as const;

/** The most characters that a title of this page may have. */
export const mostInTitle = ({ parts }: PageTitle): number => Math.max(length.most, parts[0]?.length ?? 0);

/** `学术园地`: what a column is called. A page's `<title>` may say no more. */
export const isColumnName = (words: string): boolean =>
  words.length <= 8 && /(?:园地|论坛|研究|探讨|天地|之窗|专[栏题]|动态|成果|文苑|聚焦|论丛|[文论]集)$/.test(words);

/** What a line's words say (see `bareTitle`), against the page's `<title>`; null for words of which none can be made. */
export function weightOfWords(words: string, page: PageTitle): number | null {
  if (words.length < length.least || words.length > mostInTitle(page) || !/\p{L}/u.test(words)) return null;
  const at = words === page.whole ? 0 : page.parts.indexOf(words);
  const first = page.parts[0] ?? '';
  const weight =
    (/[。；，]$/.test(words) ? against.sentence : 0) + (words.length < against.tinyBelow ? against.tiny : 0);
  if (at >= 0) return weight + (isColumnName(words) ? part.column : at === 0 ? part.first : part.other);
  if (page.whole.includes(words)) return weight + (words.length >= within.longFrom ? within.long : within.short);
  if (first.length >= holding.shortest && words.includes(first))
    return weight + (words.length <= first.length + holding.more ? holding.weight : 0);
  // A title's translation stands below it.
  if (!/\p{Script=Han}/u.test(words)) return weight + against.foreign;
  return weight + (words.length > against.longFrom ? against.long : 0);
}

/** Words (see `bareTitle`) that are no title but something else: credits, bylines, captions, subtitles, breadcrumbs, banners. A part of `<title>` may look like some. */
export function isNoTitle(words: string, page: PageTitle): boolean {
  const isPart = words === page.whole || page.parts.includes(words);
  if (!isPart && (boilerplateKind(words) !== null || isCreditLine(words))) return true;
  if (!isPart && words.length > longestName && readNamesAlone(words) !== null) return true;
  return (
    /课题组$|^(?:主讲人?|报告人|演讲[人者])[:：]/.test(words) ||
    /^[（(]?[图表]\s?\d/.test(words) ||
    /^[—–―─-]{1,4}[\u4e00-\u9fff]/.test(words) ||
    /^(?:首页|主页)[-—/|·]|(?:位置|首页).*[>»→]|[>»→][^>»→]+[>»→]/.test(hideAngleQuotes(words)) ||
    words.split(/[|｜┆]/).some(isMasthead)
  );
}

/** Characters beside a school's name: that many are still its banner, and so many with a word for its site or journal. */
const beside = { any: 2, site: 12 } as const;

/** A school's name with little else, or with the name of its site or journal: a banner, no title. */
function isMasthead(words: string): boolean {
  if (!/党校|行政学院|社会主义学院|干部学院/.test(words)) return false;
  const name = findInstitution(words.replace(/(?:校园网|学报|网站?|在线|编辑部|主页|图书馆).*$/, ''))?.name;
  if (name === undefined) return false;
  const rest = words.length - bareTitle(name).length;
  return rest <= beside.any || (rest <= beside.site && /校园网|学报|网站|网$|在线|编辑部|主页|图书馆/.test(words));
}
