import { elementsByTag, localNameOf, nextSiblingOf, parentElementOf, textOf, typeOf } from '../dom/tree.ts';
import type { PartialDate } from '../essay/partial-date.ts';
import { dateOfUrl } from '../text/date-of-url.ts';
import { findDates } from '../text/dates.ts';

/** A row longer than this holds more than a title and its date. In UTF-16 units. */
const longestRow = 400;

/**
 * The day in the row of a list's link, else the one in its original address (portal notes 3). A date without a year, `[ 11-28 ]`,
 * is none. `links` are all of the list: the row is what holds this one alone.
 */
export function dateOfRow(link: Element, links: ReadonlySet<Element>, original: string): PartialDate | null {
  const title = textOf(link) ?? '';
  const around = rowText(link, links).replace(title, ' ').slice(0, longestRow);
  const found = findDates(around, { labelled: true }).at(-1);
  return found?.value ?? dateOfUrl(original)?.value ?? null;
}

/** The text of the largest element that holds no other link of the list, with what follows it up to a break when it is the link itself. */
function rowText(link: Element, links: ReadonlySet<Element>): string {
  let row = link;
  for (let above = parentElementOf(row); above && holdsOne(above, links); above = parentElementOf(above)) {
    if (localNameOf(above) === 'body' || (textOf(above) ?? '').length > longestRow) break;
    row = above;
  }
  let text = textOf(row) ?? '';
  // Rows of hand-written pages are apart by line breaks only.
  for (let next = nextSiblingOf(row); next; next = nextSiblingOf(next)) {
    const element = typeOf(next) === 1 ? (next as Element) : null;
    if (element && (/^(?:br|p|tr|li|div|dl|table)$/.test(localNameOf(element)) || holdsAny(element, links))) break;
    text += ` ${textOf(next) ?? ''}`;
  }
  return text;
}

/** How many links of the list an element holds, none but the first `most` counted: a list of thousands is asked of each of its links. */
function holding(element: Element, links: ReadonlySet<Element>, most: number): number {
  const all = elementsByTag(element, 'a');
  let count = 0;
  for (let at = 0; at < all.length && count < most; at += 1) {
    const one = all[at];
    if (one && links.has(one)) count += 1;
  }
  return count;
}
const holdsOne = (element: Element, links: ReadonlySet<Element>): boolean => holding(element, links, 2) === 1;
const holdsAny = (element: Element, links: ReadonlySet<Element>): boolean =>
  links.has(element) || holding(element, links, 1) > 0;
