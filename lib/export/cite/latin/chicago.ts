import type { CslItem } from '../csl.ts';
import type { LatinStyleWriter } from './latin-style.ts';
import {
  addressesOf,
  americanDate,
  archivedAt,
  chineseNames,
  containerOf,
  pageRange,
  quotedTitle,
  sentence,
} from './parts.ts';
import type { Piece } from './pieces.ts';
import type { Romaniser } from './romaniser.ts';

/** Of more authors than these the first three are named (18th edition, 13.23). */
const MOST = 6;

function authorsOf(item: CslItem, romaniser: Romaniser): string {
  const names = chineseNames(item, romaniser);
  if (names.length > MOST) return `${names.slice(0, 3).join(', ')}, et al.`;
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')}, and ${names.at(-1)}`;
}

/** `no. 3 (2009): 12–15` */
function issueOf({ issue, issued, page = '' }: CslItem): string {
  const pages = page === '' ? '' : `: ${pageRange(page, 'chicago')}`;
  return `no. ${issue} (${americanDate(issued)})${pages}`;
}

/**
 * An entry of a bibliography by The Chicago Manual of Style, 18th edition (notes and bibliography), as its CSL style writes it: names and
 * titles of Chinese romanised, with the characters behind. A page or a newspaper's article without an author stands under its site or newspaper; the
 * day of access is told where no date of publication is. The archived copy follows the address.
 */
function chicagoEntry(item: CslItem, romaniser: Romaniser): readonly Piece[] {
  const journal = item.type === 'article-journal';
  const container = containerOf(item, romaniser);
  const name: readonly Piece[] = container === '' ? [] : [item.type === 'webpage' ? container : { italic: container }];
  const authors = authorsOf(item, romaniser);
  const heading: readonly Piece[] =
    authors !== '' ? [sentence(authors)] : journal || name.length === 0 ? [] : [...name, '.'];
  const placed: readonly Piece[] = authors === '' && !journal ? [] : name;
  const date = americanDate(item.issued);
  const addresses = addressesOf(item);
  const visited = date === '' && addresses.main !== '' ? americanDate(item.accessed) : '';
  const when = journal ? issueOf(item) : date;
  const where: readonly Piece[] = [...placed, ...(when === '' ? [] : [`${placed.length === 0 ? '' : ', '}${when}`])];
  const sentences: readonly (readonly Piece[])[] = [
    heading,
    [quotedTitle(item, romaniser)],
    where.length === 0 ? [] : [...where, '.'],
    visited === '' ? [] : [`Accessed ${visited}.`],
    addresses.main === '' ? [] : [{ link: addresses.main }, '.'],
  ];
  return [...spaced(sentences), ...archivedAt(addresses)];
}

const spaced = (sentences: readonly (readonly Piece[])[]): readonly Piece[] =>
  sentences.filter((one) => one.length > 0).flatMap((one, n) => (n === 0 ? one : [' ', ...one]));

/** A bibliography by The Chicago Manual of Style, 18th edition (notes and bibliography). */
export const chicago: LatinStyleWriter = {
  heading: (item, romaniser) =>
    authorsOf(item, romaniser) ||
    (item.type === 'article-journal' ? '' : containerOf(item, romaniser)) ||
    (romaniser.title(item.title) ?? item.title),
  entry: chicagoEntry,
};
