import { originalLink } from '../archive/original-link.ts';
import type { Unwrapped } from '../archive/unwrapped.ts';
import {
  attributeOf,
  bodyOf,
  classOf,
  closest,
  contains,
  idOf,
  localNameOf,
  parentElementOf,
  previousElementOf,
  queryAll,
  rootOf,
  textOf,
} from '../dom/tree.ts';
import { normaliseUrl } from '../essay/identity.ts';
import type { PartialDate } from '../essay/partial-date.ts';
import { type Line, readLines } from '../lines/line.ts';
import { dateOfRow } from './list-date.ts';
import { findListPages, type ListPages } from './list-pages.ts';
import { absolute } from './pager-links.ts';
import { readPagerWord } from './pager-words.ts';

/** An article that a column's list page links to. */
export interface ListedEssay {
  /** Absolute, as the page links to it: on a replay within the archive. */
  readonly address: string;
  /** The address before archiving. */
  readonly original: string;
  readonly title: string;
  /** The day that stands in its row, else the one in its address; null when neither tells. */
  readonly date: PartialDate | null;
}

/** A column's list page. */
export interface ListPage extends ListPages {
  /** In the page's order, each once. */
  readonly essays: readonly ListedEssay[];
  /** What the links of the list have in common: hand it on when the column's other pages are read. */
  readonly rows: string;
}

/** A shorter run of links may be a box of related articles; the last page of a column may have one, and is told by `rows`. */
const fewestEssays = 3;
/** Words of a column or a tool are shorter than titles. In characters. */
const shortestTitle = 4;
/** No list page has as many links; a page made to keep us busy may. */
const mostLinks = 2000;

/** Names of files that list articles, and of a folder's own page. */
const listFile =
  /^(?:(?:show_?)?(?:list|class|column|channel|category|type|special)|more|node_|search|col\d*\b|index|default|main)/i;

interface RowLink extends ListedEssay {
  readonly element: Element;
}

/**
 * Reads a column's list page: the longest run of links alike to articles of the page's own site, with titles and dates, and
 * the list's own pages. Null when the page is none: when the run is short, when prose outside it outweighs it, as on an
 * essay's page with its related articles, and on a home page. `rows` of another page of the column finds the same list again, however short.
 */
export function readListPage(page: Unwrapped, rows?: string): ListPage | null {
  const runs = new Map<string, RowLink[]>();
  for (const link of articleLinks(page)) {
    const key = signatureOf(link);
    if (rows !== undefined && key !== rows) continue;
    const run = runs.get(key);
    if (run) run.push(link);
    else runs.set(key, [link]);
  }
  const [best] = [...runs]
    .map(([key, run]) => ({ key, run: onceEach(run) }))
    .sort((a, b) => weight(b.run) - weight(a.run));
  if (best === undefined) return null;
  if (rows === undefined && (best.run.length < fewestEssays || !isMainMatter(page, best.run))) return null;
  const links = new Set(best.run.map(({ element }) => element));
  const essays = best.run.map(({ element, address, original, title }) => ({
    address,
    original,
    title,
    date: dateOfRow(element, links, original),
  }));
  return { essays, rows: best.key, ...findListPages(page) };
}

/** Links with the words of a title to pages of the same site whose address has a number. */
function articleLinks(page: Unwrapped): readonly RowLink[] {
  const { document, archiveElements } = page;
  const host = hostOf(page.originalUrl);
  const own = normaliseUrl(page.originalUrl);
  const found: RowLink[] = [];
  for (const element of [...queryAll(document, 'a[href]')].slice(0, mostLinks)) {
    const title = titleOf(element);
    if (title.length < shortestTitle || readPagerWord(title) !== null) continue;
    const address = absolute(attributeOf(element, 'href'), page);
    if (address === null || archiveElements.some((added) => contains(added, element))) continue;
    const original = originalLink(address, page);
    if (hostOf(original) !== host || normaliseUrl(original) === own || !isArticle(original)) continue;
    found.push({ element, address, original, title, date: null });
  }
  return found;
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : '');

function isArticle(address: string): boolean {
  const { pathname, search } = new URL(address);
  const file = pathname.slice(pathname.lastIndexOf('/') + 1);
  // PHPCMS shows all by index.php: `a=show` is an article, `a=lists` a column.
  const dynamic = /[?&]a=show\b/.test(search);
  return /\d/.test(pathname + search) && file !== '' && (dynamic || !listFile.test(file));
}

/** The link's text; its tooltip where the text was cut short. A tooltip of several lines holds more than a title. */
function titleOf(element: Element): string {
  const text = (textOf(element) ?? '').replace(/\s+/g, ' ').trim();
  const shown = text.replace(/^[·•●■◆▪→\s]+/, '');
  const cut = /^(.*?)(?:…+|\.{2,})$/.exec(shown)?.[1];
  if (cut === undefined) return shown;
  const [first = ''] = (attributeOf(element, 'title') ?? '').trim().split(/[\r\n]/);
  const full = first.replace(/^(?:文章)?标\s*题[:：]\s*/, '').trim();
  return full.startsWith(cut) ? full : shown;
}

/** Where a link stands, by the names and classes of what is around it, and of what sort its address is. */
function signatureOf({ element, original }: RowLink): string {
  const around: string[] = [];
  for (let at = parentElementOf(element); at && localNameOf(at) !== 'body'; at = parentElementOf(at)) {
    // The rows of a list may be marked as odd, even, first and last; what holds them is not.
    const names = /^(?:tr|td|li|p|span|font|b|strong|dd|dt)$/.test(localNameOf(at))
      ? ''
      : `#${idOf(at)}.${classOf(at)}`;
    // The cells of a layout table are the parts of the page: `最新信息` to the left, the list to the right.
    const isPart = localNameOf(at) === 'td' && /^(?:table|div|ul|ol|dl)\b/.test(around.at(-1) ?? '');
    around.push(localNameOf(at) + names + (isPart ? placeOf(at) : ''));
  }
  const { pathname, search } = new URL(original);
  const file = pathname.slice(pathname.lastIndexOf('/') + 1).toLowerCase();
  // By hand: in a content script of Firefox the names of URLSearchParams cannot be gone through.
  const parameters = search
    .slice(1)
    .split('&')
    .map((part) => part.replace(/=.*/s, '').toLowerCase());
  const sort = search === '' ? (/\.\w+$/.exec(file)?.[0] ?? '') : `${file}?${parameters.sort().join('&')}`;
  return `${around.join('<')} ${sort}`;
}

/** How many elements stand before it beside it. */
function placeOf(element: Element): number {
  let place = 0;
  for (let at = previousElementOf(element); at; at = previousElementOf(at)) place += 1;
  return place;
}

/** A long list of long titles weighs most. */
const weight = (run: readonly RowLink[]): number => run.reduce((sum, { title }) => sum + Math.min(title.length, 40), 0);

function onceEach(run: readonly RowLink[]): readonly RowLink[] {
  const first = new Map<string, RowLink>();
  for (const link of run) {
    const id = normaliseUrl(link.original);
    if (!first.has(id)) first.set(id, link);
  }
  return [...first.values()];
}

/**
 * False when prose outside the run outweighs it, as an essay does its related articles, and when `更多` stands between
 * the links, as on a home page of several columns. Abstracts stand between the links of a list, and behind the last.
 */
function isMainMatter(page: Unwrapped, run: readonly RowLink[]): boolean {
  const lines = readLines(bodyOf(page.document) ?? rootOf(page.document), { skip: new Set(page.archiveElements) });
  const links = new Set(run.map(({ element }) => element));
  const isListed = ({ nodes }: Line): boolean =>
    nodes.some((node) => {
      const link = closest(parentElementOf(node), 'a') ?? null;
      return link !== null && links.has(link);
    });
  const listed = lines.filter(isListed);
  const first = listed[0]?.index ?? 0;
  const last = listed.at(-1)?.index ?? 0;
  if (lines.some(({ index, text, size }) => index > first && index < last && size <= 16 && /更多|\bmore\b/i.test(text)))
    return false;
  const prose = lines
    .filter(({ index, size, linkSize }) => (index < first || index > last + 2) && size >= 40 && linkSize / size < 0.3)
    .reduce((sum, { size }) => sum + size, 0);
  return prose <= weight(run);
}
