import type { Unwrapped } from '../archive/unwrapped.ts';
import { type PageNumber, readPageNumbers, withPageNumber } from './page-number.ts';
import { addressOfPage, type PagerLink, readPagerLinks } from './pager-links.ts';
import { leadsTo } from './pager-words.ts';

/** Longest essay that is put together, in pages; what numbers more is the pager of something else. */
export const mostPages = 50;

/**
 * The addresses of all pages of an essay, in order, absolute and as the page links to them; empty for an essay of one page.
 * The page at hand may be any of them. A link leads to a page of the essay when its address differs from the page's own
 * in the page number alone and its words agree with that number (portal notes 1.10): so neighbours, lists, comments and
 * the pages of a newspaper are none. Pages between those that are linked are filled in.
 */
export function findPages(page: Unwrapped): readonly string[] {
  const links = readPagerLinks(page);
  if (links.length === 0) return [];
  const found = readPageNumbers(page.originalUrl).map((own) => pagesOf(own, links, addressOfPage(page)));
  return found.reduce<readonly string[]>((best, next) => (next.length > best.length ? next : best), []);
}

/** A link that leads to a page of the essay, and the number in its address. */
type Numbered = PagerLink & PageNumber;

/** The pages of the essay that the page at hand is, when its address is read in one way. */
function pagesOf(own: PageNumber, links: readonly PagerLink[], address: string): readonly string[] {
  const numbered = links.flatMap((link) =>
    readPageNumbers(link.original)
      .filter(({ essay, page }) => essay === own.essay && page <= mostPages)
      .map((place): Numbered => ({ ...link, ...place })),
  );
  const shift = shiftOf(numbered, own);
  const numberOf = ({ page, written }: PageNumber): number => (written ? page + shift : 1);
  const here = numberOf(own);
  const pages = new Map<number, string>([[here, address]]);
  const kept = numbered.filter((link) => leadsTo(link.word, numberOf(link), here));
  for (const link of kept) if (!pages.has(numberOf(link))) pages.set(numberOf(link), link.address);
  if (pages.size < 2) return [];

  // A link to the last page is surer than a number beside it.
  const stated = kept.some(({ word }) => word === 'last') ? [] : kept.map((link) => link.stated);
  const last = Math.min(mostPages, Math.max(...pages.keys(), ...stated));
  const samples = [...kept, { ...own, address }].filter(({ written }) => written);
  const made = (number: number): string | null => {
    const [sample] = samples;
    return sample ? withPageNumber(sample.address, sample.page, number === 1 ? null : number - shift) : null;
  };
  const all = Array.from({ length: last }, (_, n) => pages.get(n + 1) ?? made(n + 1));
  return all.filter((one) => one !== null);
}

/** EmpireCMS counts from 0 in addresses and from 1 in words: 1 when all numbered links do so, else 0. */
function shiftOf(numbered: readonly Numbered[], own: PageNumber): 0 | 1 {
  // The page after one without a number has number 1: the first is counted as 0.
  if (!own.written && numbered.some(({ word, page, written }) => word === 'next' && written && page === 1)) return 1;
  const counted = numbered.filter(({ word, written }) => typeof word === 'number' && written);
  return counted.length > 0 && counted.every(({ word, page }) => word === page + 1) ? 1 : 0;
}
