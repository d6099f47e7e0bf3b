import { originalLink } from '../archive/original-link.ts';
import type { Unwrapped } from '../archive/unwrapped.ts';
import { attributeOf, queryAll } from '../dom/tree.ts';
import { readListStatement } from './list-statement.ts';
import { absolute, addressOfPage, wordsOf } from './pager-links.ts';
import { type PagerWord, readPagerWord } from './pager-words.ts';

/** The pages of a list, absolute and as the page links to them. */
export interface ListPages {
  /** All that are known, in order, the page at hand among them; it alone when its pager tells no numbers. */
  readonly pages: readonly string[];
  /** The page behind the one at hand; null on the last, and where the pager is a script. */
  readonly next: string | null;
}

/** Longest column that is read, in list pages. */
const mostPages = 500;

interface Told {
  readonly word: PagerWord;
  readonly address: string;
}

/** How a list's addresses count: `before` + (page × `step` + `offset`) + `after`. Boda counts down, EmpireCMS from 0. */
interface Count {
  readonly before: string;
  readonly after: string;
  readonly step: 1 | -1;
  readonly offset: number;
}

/**
 * Finds the pages of the list at hand by its pager: numbers, `下一页`, `尾页`, a list to choose from (portal notes 1.10).
 * Pages between those that are linked are filled in when two of them show how the addresses count.
 */
export function findListPages(page: Unwrapped): ListPages {
  const own = addressOfPage(page);
  const told = readPager(page);
  const addressTold = (word: PagerWord): string | null => told.find((one) => one.word === word)?.address ?? null;
  const stated = readListStatement(page);
  const next = addressTold('next');
  const previous = addressTold('previous');
  const numbered = told.filter((one): one is Told & { word: number } => typeof one.word === 'number');
  if (stated.here > 1 && previous !== null) numbered.push({ word: stated.here - 1, address: previous });
  if (stated.here > 0 && next !== null && stated.here < stated.last)
    numbered.push({ word: stated.here + 1, address: next });
  const known = new Map(numbered.map(({ word, address }) => [word, address] as const));
  const count = countOf(numbered, next, previous !== null);
  const here = stated.here > 0 && told.length > 0 ? stated.here : hereOf(own, next, known, count, told);
  if (here === null) return { pages: [own], next: next === own ? null : next };
  known.set(here, own);
  if (next !== null && next !== own) known.set(here + 1, known.get(here + 1) ?? next);
  const lastAddress = addressTold('last');
  const last = Math.max(...known.keys(), stated.last, (count && lastAddress && numberIn(lastAddress, count)) || 0);
  const pages: string[] = [];
  for (let number = 1; number <= Math.min(last, mostPages); number += 1) {
    const first = number === 1 ? firstOf(told, own) : null;
    const address = known.get(number) ?? first ?? (count === null ? null : addressAt(number, count));
    if (address !== null) pages.push(address);
  }
  return {
    pages: [...new Set(pages)],
    next: known.get(here + 1) ?? (here < last && count ? addressAt(here + 1, count) : null),
  };
}

/** What the pager's links and options lead to; on other sites, and by scripts, nothing. */
function readPager(page: Unwrapped): readonly Told[] {
  const host = hostOf(page.originalUrl);
  return [...queryAll(page.document, 'a[href], option[value]')].flatMap((element): Told[] => {
    const word = readPagerWord(wordsOf(element));
    const address =
      word === null ? null : absolute(attributeOf(element, 'href') ?? attributeOf(element, 'value'), page);
    if (word === null || address === null) return [];
    const original = originalLink(address, page);
    return hostOf(original) === host ? [{ word, address }] : [];
  });
}

/** The list's first page by its pager's `首页`; the one of a breadcrumb or a menu leads to the site's home, which shares no path with the list. */
function firstOf(told: readonly Told[], own: string): string | null {
  const root = new URL('/', own).href.length;
  const shared = (address: string): number => {
    const apart = [...address].findIndex((sign, at) => sign !== own[at]);
    return apart < 0 ? address.length : apart;
  };
  const candidates = told.filter(({ word, address }) => word === 'first' && shared(address) > root);
  return candidates.at(-1)?.address ?? null;
}

const hostOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).host : null);

/** Two numbered pages show how addresses count; on the first page, the next one's number does. */
function countOf(numbered: readonly (Told & { word: number })[], next: string | null, behind: boolean): Count | null {
  const pairs = [...numbered];
  if (pairs.length < 2 && next !== null && !behind && !pairs.some(({ word }) => word === 2))
    pairs.push({ word: 2, address: next });
  for (const [at, one] of pairs.entries()) {
    for (const other of pairs.slice(at + 1)) {
      const count = countBetween(one, other);
      if (count !== null) return count;
    }
  }
  return pairs[0] === undefined ? null : countWithin(pairs[0]);
}

/** A single number differs between the two addresses, by as much as the pages do. */
function countBetween(one: Told & { word: number }, other: Told & { word: number }): Count | null {
  for (const { before, value, after } of numbersOf(one.address)) {
    if (!other.address.startsWith(before) || !other.address.endsWith(after)) continue;
    const middle = other.address.slice(before.length, other.address.length - after.length);
    if (!/^\d{1,4}$/.test(middle) || Number(middle) === value) continue;
    const step = (Number(middle) - value) / (other.word - one.word);
    if (step === 1 || step === -1) return { before, after, step, offset: value - one.word * step };
  }
  return null;
}

/** One numbered page that says its own number at the end of its address. */
function countWithin({ word, address }: Told & { word: number }): Count | null {
  const last = numbersOf(address).findLast(({ value }) => value === word);
  return last === undefined ? null : { before: last.before, after: last.after, step: 1, offset: 0 };
}

const numbersOf = (address: string): { before: string; value: number; after: string }[] =>
  [...address.matchAll(/(?<!\d)\d{1,4}(?!\d)/g)].map((found) => ({
    before: address.slice(0, found.index),
    value: Number(found[0]),
    after: address.slice(found.index + found[0].length),
  }));

const addressAt = (page: number, { before, after, step, offset }: Count): string =>
  `${before}${page * step + offset}${after}`;

function numberIn(address: string, { before, after, step, offset }: Count): number | null {
  if (!address.startsWith(before) || !address.endsWith(after)) return null;
  const digits = address.slice(before.length, address.length - after.length);
  return /^\d{1,4}$/.test(digits) ? (Number(digits) - offset) / step : null;
}

/** The number of the page at hand: by a link to itself, its address, or the page behind it; the first when none leads back. */
function hereOf(
  own: string,
  next: string | null,
  known: ReadonlyMap<number, string>,
  count: Count | null,
  told: readonly Told[],
): number | null {
  const linked = [...known].find(([, address]) => address === own)?.[0];
  if (linked !== undefined) return linked;
  const counted = count === null ? null : numberIn(own, count);
  if (counted !== null && counted >= 1) return counted;
  const behind = next === null || count === null ? null : numberIn(next, count);
  if (behind !== null && behind > 1) return behind - 1;
  if (told.length === 0) return null;
  return told.some(({ word, address }) => (word === 'previous' || word === 1) && address !== own) ? null : 1;
}
