import type { CslDate, CslItem } from '../csl.ts';
import type { LatinStyleWriter } from './latin-style.ts';
import {
  addressesOf,
  archivedAt,
  chineseNames,
  containerOf,
  dateOf,
  monthName,
  pageRange,
  quotedTitle,
  sentence,
  withChinese,
} from './parts.ts';
import { joined, type Piece } from './pieces.ts';
import type { Romaniser } from './romaniser.ts';

/** `14 July 2005`: months of more than four letters are shortened (MLA Handbook, 9th edition, appendix 1). */
function mlaDate(date: CslDate | undefined): string {
  const told = dateOf(date);
  if (told === null) return '';
  const { year, month, day } = told;
  if (month === undefined) return String(year);
  const name = monthName(month);
  const short = name.length <= 4 ? name : month === 9 ? 'Sept.' : `${name.slice(0, 3)}.`;
  return `${day === undefined ? '' : `${day} `}${short} ${year}`;
}

function authorsOf(item: CslItem, romaniser: Romaniser): string {
  const names = chineseNames(item, romaniser);
  if (names.length > 2) return `${names[0]}, et al.`;
  return names.join(', and ');
}

/** A work that stands in no other is itself in italics. */
function titleOf(item: CslItem, romaniser: Romaniser, alone: boolean): readonly Piece[] {
  if (!alone) return [quotedTitle(item, romaniser)];
  return [{ italic: sentence(withChinese(romaniser.title(item.title), item.title)) }];
}

/** The pages: `p. 3`, `pp. 12–15`, `pp. 3, 7`. */
const pagesOf = (page: string): string => `${/\d\D+\d/u.test(page) ? 'pp.' : 'p.'} ${pageRange(page, 'two')}`;

/**
 * A work cited by the MLA Handbook, 9th edition, as its CSL style writes it: names and titles of Chinese romanised, with the characters
 * behind. Authors of the entry before are a line; the day of access is told where no date of publication is. The archived copy follows.
 */
function mlaEntry(item: CslItem, romaniser: Romaniser): readonly Piece[] {
  const container = containerOf(item, romaniser);
  const line = (item.author?.length ?? 0) > 2 ? '———, et al.' : '———';
  const authors = item['same-author'] ? line : authorsOf(item, romaniser);
  const addresses = addressesOf(item);
  const date = mlaDate(item.issued);
  const facts: readonly (readonly Piece[])[] = [
    container === '' ? [] : [{ italic: container }],
    item.issue === undefined ? [] : [`no. ${item.issue}`],
    date === '' ? [] : [date],
    item.page === undefined ? [] : [pagesOf(item.page)],
    addresses.main === '' ? [] : [{ link: addresses.main }],
  ];
  const found = joined(facts, ', ');
  const visited = date === '' && addresses.main !== '' ? mlaDate(item.accessed) : '';
  return [
    ...(authors === '' ? [] : [`${sentence(authors)} `]),
    ...titleOf(item, romaniser, container === ''),
    ...(found.length === 0 ? [] : [' ', ...found, '.']),
    ...(visited === '' ? [] : [` Accessed ${visited}.`]),
    ...archivedAt(addresses),
  ];
}

/** Works cited by the MLA Handbook, 9th edition. */
export const mla: LatinStyleWriter = {
  heading: (item, romaniser) => authorsOf(item, romaniser) || (romaniser.title(item.title) ?? item.title),
  entry: mlaEntry,
  dashes: true,
};
