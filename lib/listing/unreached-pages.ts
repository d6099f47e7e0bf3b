import type { Unwrapped } from '../archive/unwrapped.ts';
import { bodyOf, parentElementOf, queryAll, rootOf, textOf } from '../dom/tree.ts';
import { type Line, readLines } from '../lines/line.ts';
import { isPagerLine } from '../lines/pager-line.ts';
import { readPageNumbers } from './page-number.ts';
import { mostPages } from './pager.ts';
import { addressOfPage, isPagerOfOthers } from './pager-links.ts';
import { readScriptPager } from './pager-scripts.ts';
import { readPagerWord } from './pager-words.ts';

/** What stands for a page that no address leads to: the page's own address, and the page's number. */
const mark = '#page=';

/**
 * The pages of an essay that a page states without a link that leads to one: `共3页` and buttons that only a script understands
 * (`__doPostBack`), or a script's count. In order, this page's own address among them; empty where nothing is stated. The others
 * have this page's address with their number, so that they can be told as missing.
 */
export function unreachedPages(page: Unwrapped): readonly string[] {
  if (readPageNumbers(page.originalUrl).length === 0) return [];
  const script = readScriptPager(page);
  const stated = statedBy(page) ?? buttonsOf(page);
  const count = stated?.count ?? script.count;
  const here = stated?.here ?? script.here ?? 1;
  if (count < 2 || count > mostPages || here > count) return [];
  const own = addressOfPage(page);
  return Array.from({ length: count }, (_, n) => (n + 1 === here ? own : `${own.replace(/#.*$/s, '')}${mark}${n + 1}`));
}

/** An address without the number of a page that it does not lead to. */
export const withoutPageMark = (address: string): string => address.replace(/#page=\d{1,2}$/, '');

/** True for the address of a page that no address leads to. */
export const isUnreached = (address: string): boolean => withoutPageMark(address) !== address;

const ofPages =
  /共\s*(\d{1,3})\s*[页頁]|(\d{1,3})\s*\/\s*(\d{1,3})\s*[页頁]|[页頁]次?\s*[:：]?\s*(\d{1,3})\s*\/\s*(\d{1,3})/;
const thisPage = /(?:当前|本|第)\s*(?:第\s*)?(\d{1,3})\s*[页頁]|(?:^|\D)(\d{1,3})\s*\/\s*\d{1,3}/;

function statedBy(page: Unwrapped): { readonly count: number; readonly here: number | null } | null {
  const root = bodyOf(page.document) ?? rootOf(page.document);
  // Most pages state nothing: their lines need not be read again.
  if (!ofPages.test((textOf(root) ?? '').normalize('NFKC'))) return null;
  const lines = readLines(root, { skip: new Set(page.archiveElements) });
  for (const line of lines) {
    const words = line.text.normalize('NFKC');
    const [, all, , ofAll, , ofThese] = ofPages.exec(words) ?? [];
    const count = Number(all ?? ofAll ?? ofThese ?? 0);
    if (count < 2 || !isAlone(line) || isPagerOfOthers(lines, [line])) continue;
    const [, number, before] = thisPage.exec(words.replace(/共\s*\d+\s*[页頁]/, '')) ?? [];
    const here = Number(number ?? before ?? 0);
    return { count, here: here > 0 && here <= count ? here : null };
  }
  return null;
}

/** Numbers side by side that call the server (`__doPostBack`), from this page's first neighbour on; a calendar has each in a cell of its own. */
function buttonsOf({ document }: Unwrapped): { readonly count: number; readonly here: null } | null {
  const buttons = [...queryAll(document, 'a[href*="__doPostBack"]')];
  const numbers = buttons.flatMap((button) => {
    const word = readPagerWord(textOf(button) ?? '');
    const beside = buttons.some((other) => other !== button && parentElementOf(other) === parentElementOf(button));
    return typeof word === 'number' && beside ? [word] : [];
  });
  return numbers.length > 0 && numbers.every((number, n) => number === n + 2)
    ? { count: numbers.length + 1, here: null }
    : null;
}

/** A line of nothing but a pager: `共300页` in a sentence is a book's. */
const isAlone = (line: Line): boolean =>
  isPagerLine(line) || /^[\s\d第共页頁次当前本文全/:：,，()（）[\]]+$/.test(line.text.normalize('NFKC'));
