import { originalLink } from '../archive/original-link.ts';
import { withEncodedQuery } from '../archive/query-encoding.ts';
import { rawPrefix } from '../archive/raw-replay.ts';
import type { Unwrapped } from '../archive/unwrapped.ts';
import {
  attributeOf,
  bodyOf,
  closest,
  localNameOf,
  parentElementOf,
  query,
  queryAll,
  rootOf,
  textOf,
} from '../dom/tree.ts';
import { type Line, readLines } from '../lines/line.ts';
import { isPagerLine } from '../lines/pager-line.ts';
import { readScriptPager } from './pager-scripts.ts';
import { type PagerWord, readPagerWord } from './pager-words.ts';

/** A link or option that may lead to another page of the essay. */
export interface PagerLink {
  /** Absolute, as the page links to it: on a replay within the archive. */
  readonly address: string;
  /** The address before archiving. */
  readonly original: string;
  readonly word: PagerWord;
  /** Number of pages that the words around it state (`共3页`, `1/3`); 0 when they state none. */
  readonly stated: number;
}

/** The address that a page's links are relative to: its archived one on a replay, and where it was seen when it only claims to be one. */
export const addressOfPage = ({ archivedCopy, originalUrl, seenAt }: Unwrapped): string =>
  seenAt ?? archivedCopy?.url ?? originalUrl;

/** What its links are relative to: what it says itself, within the archive on a replay. */
function linkBase(page: Unwrapped): string {
  const here = addressOfPage(page);
  if (page.base === undefined) return here;
  return here.endsWith(page.originalUrl) ? here.slice(0, -page.originalUrl.length) + page.base : page.base;
}

/** Every link with a pager's words, those of the pagers of comments and lists left out. Whose pages they are, the addresses tell. */
export function readPagerLinks(page: Unwrapped): readonly PagerLink[] {
  const { document } = page;
  const root = bodyOf(document) ?? rootOf(document);
  const lines = readLines(root, { skip: new Set(page.archiveElements) });
  const lineOf = linesOfLinks(lines);
  const links: PagerLink[] = [];
  for (const element of queryAll(root, 'a[href], option[value]')) {
    if (links.length === mostLinks) break;
    const word = readPagerWord(wordsOf(element));
    const address = word === null ? null : absolute(hrefOf(element), page);
    if (word === null || address === null || closest(element, commentBox)) continue;
    const around = linesAround(lines, lineOf, element);
    if (around === null || isPagerOfOthers(lines, around)) continue;
    links.push({ address, original: originalLink(address, page), word, stated: statedIn(around) });
  }
  const script = readScriptPager(page);
  for (const { href, word } of script.links) {
    const address = absolute(href, page);
    if (address !== null) links.push({ address, original: originalLink(address, page), word, stated: script.count });
  }
  return links;
}

/** Where an element leads to; of a link that is a script, the address that it goes to by that (`location='12_2.html'`). */
function hrefOf(element: Element): string | null {
  const href = attributeOf(element, 'href') ?? attributeOf(element, 'value');
  if (href !== null && !/^\s*(?:javascript:|#\s*$)/i.test(href)) return href;
  const code = `${href ?? ''};${attributeOf(element, 'onclick') ?? ''}`;
  return (
    /(?:location|href|open|url|replace)\b[^'"]{0,12}['"]([\w./?&=%:-]+\.[\w./?&=%:-]+)['"]/i.exec(code)?.[1] ?? href
  );
}

/** No pager has as many links; a page made to keep us busy may. */
const mostLinks = 400;

/** The first line of each link that has text. */
function linesOfLinks(lines: readonly Line[]): ReadonlyMap<Element, Line> {
  const first = new Map<Element, Line>();
  for (const line of lines.filter(({ linkSize }) => linkSize > 0)) {
    for (const node of line.nodes) {
      const link = closest(parentElementOf(node), 'a');
      if (link && !first.has(link)) first.set(link, line);
    }
  }
  return first;
}

/** Boxes of readers' comments, which have pagers of their own, often at the essay's own address. */
const commentBox = ['comment', 'pinglun', 'reply', 'guestbook', 'liuyan']
  .flatMap((name) => [`[id*="${name}" i]`, `[class*="${name}" i]`])
  .join(',');

/** The words of a link: its text, or what its image or itself is named. */
export const wordsOf = (element: Element): string => {
  const text = textOf(element) ?? '';
  if (text.trim() !== '') return text;
  return attributeOf(query(element, 'img'), 'alt') ?? attributeOf(element, 'title') ?? '';
};

/** A link's address, absolute; null for a place on the page itself, such as a footnote, for a script, and for what is no address. */
export function absolute(href: string | null, page: Unwrapped): string | null {
  const here = addressOfPage(page);
  const raw = rawPrefix(page.archivedCopy?.url);
  try {
    const written = withEncodedQuery((href ?? '').trim(), page.charset);
    // The bytes of a capture link to the site as it was: the archive has those pages too.
    const link = new URL(written, raw === null ? linkBase(page) : (page.base ?? page.originalUrl));
    const url = raw !== null && /^https?:$/.test(link.protocol) ? new URL(raw + link.href) : link;
    const within = url.hash !== '';
    url.hash = '';
    if ((within && url.href === here.replace(/#.*$/s, '')) || href?.trim() === '') return null;
    return /^(?:https?|ftp|file):$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** The lines of the pager that an element stands in; none for an image or a list to choose from; null for an element that is not shown. */
function linesAround(
  lines: readonly Line[],
  lineOf: ReadonlyMap<Element, Line>,
  element: Element,
): readonly Line[] | null {
  const line = lineOf.get(element);
  if (line === undefined) return textOf(element)?.trim() === '' || localNameOf(element) === 'option' ? [] : null;
  let first = line.index;
  let last = line.index;
  const isPart = (at: number): boolean => lines[at] !== undefined && isPartOfPager(lines[at]);
  while (line.index - first < pagerReach && isPart(first - 1)) first -= 1;
  while (last - line.index < pagerReach && isPart(last + 1)) last += 1;
  return lines.slice(first, last + 1);
}

/** A pager of list items has a line for each of its links. */
const pagerReach = 60;

const isPartOfPager = (line: Line): boolean => /^\d{1,3}$/.test(line.text) || isPagerLine(line) || statedIn([line]) > 0;

/** True for the pager of comments (which count 条, and stand under a heading) or of a list (which follows titles that are links). */
export function isPagerOfOthers(lines: readonly Line[], pager: readonly Line[]): boolean {
  const start = pager[0]?.index;
  if (start === undefined) return false;
  if (pager.some((line) => /\d\s*(?:条|篇|个?记录)|评论|留言|跟帖|回复/.test(line.text))) return true;
  const above = lines.slice(Math.max(0, start - 10), start);
  if (
    above.some((line) =>
      /^[【[]?(?:网友|读者|最新|全部)?(?:评论|留言|跟帖)(?:列表|内容|区|[（(：:】\]]|$)/.test(line.text),
    )
  )
    return true;
  return above.filter((line) => line.size >= 8 && line.linkSize / line.size > 0.6).length >= 5;
}

/** The number of pages that a pager states: `共3页`, `本文共 3 页`, `1/3`. */
function statedIn(lines: readonly Line[]): number {
  const numbers = lines
    .filter((line) => line.size <= 80)
    .map(({ text }) => statement.exec(text.normalize('NFKC')))
    .map((found) => Number(found?.[1] ?? found?.[2] ?? 0));
  return Math.max(0, ...numbers);
}

const statement = /共\s*(\d{1,3})\s*[页頁]|(?<![\d/])\d{1,3}\s*\/\s*(\d{1,3})(?![\d/])/;
