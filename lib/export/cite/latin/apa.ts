import type { CslItem } from '../csl.ts';
import type { LatinStyleWriter } from './latin-style.ts';
import { addressesOf, americanDate, dateOf, monthName, pageRange, sentence } from './parts.ts';
import { joined, type Piece } from './pieces.ts';
import type { Romaniser } from './romaniser.ts';

/** Of more authors than these the first nineteen and the last are named (9.8). */
const MOST = 20;

/** In Latin letters, with the Chinese in brackets; a text without Chinese as it is. */
const bracketed = (latin: string | null, text: string): string => (latin === null ? text : `${latin} [${text}]`);

function authorsOf({ author = [] }: CslItem, { person, body }: Romaniser): string {
  const names = author.map(({ literal }) => {
    const name = person(literal);
    return name === null ? bracketed(body(literal), literal) : `${name.family}, ${name.given.charAt(0)}.`;
  });
  if (names.length > MOST) return `${names.slice(0, MOST - 1).join(', ')}, . . . ${names.at(-1)}`;
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')}, & ${names.at(-1)}`;
}

/** `(2005, July 14)`, `(2009a)`, `(n.d.-a)`. */
function dateIn({ issued, 'year-suffix': suffix = '' }: CslItem): string {
  const told = dateOf(issued);
  if (told === null) return `(n.d.${suffix === '' ? '' : `-${suffix}`})`;
  const day =
    told.month === undefined ? '' : `, ${monthName(told.month)}${told.day === undefined ? '' : ` ${told.day}`}`;
  return `(${told.year}${suffix}${day})`;
}

/** Newspaper or journal with issue and pages, or the site. */
function placeOf(item: CslItem, { title, body }: Romaniser): readonly Piece[] {
  const name = item['container-title'] ?? '';
  if (name === '') return [];
  if (item.type === 'webpage') return [bracketed(body(name), name), '.'];
  const facts: readonly (readonly Piece[])[] = [
    [{ italic: bracketed(title(name), name) }],
    item.issue === undefined ? [] : [`(${item.issue})`],
    item.page === undefined ? [] : [pageRange(item.page, 'all')],
  ];
  return [...joined(facts, ', '), '.'];
}

/**
 * A reference by the Publication Manual of the APA, 7th edition, as its CSL style writes it: names and titles of Chinese romanised (9.38), titles and
 * bodies with the characters in brackets, where a translation would stand. The day of retrieval is told where no date is. The archived copy follows the address.
 */
function apaEntry(item: CslItem, romaniser: Romaniser): readonly Piece[] {
  const authors = authorsOf(item, romaniser);
  const title = sentence(bracketed(romaniser.title(item.title), item.title));
  const titled: Piece = item.type === 'webpage' ? { italic: title } : title;
  const { main, archived } = addressesOf(item);
  const visited = item.issued === undefined ? americanDate(item.accessed) : '';
  const found: readonly Piece[] =
    main === ''
      ? []
      : [
          ...(visited === '' ? [] : [`Retrieved ${visited}, from `]),
          { link: main },
          ...(archived === '' ? [] : [' (archived at ', { link: archived }, ')']),
        ];
  const head: readonly (readonly Piece[])[] =
    authors === '' ? [[titled], [`${dateIn(item)}.`]] : [[sentence(authors)], [`${dateIn(item)}.`], [titled]];
  return joined([...head, placeOf(item, romaniser), found], ' ');
}

/** References by the Publication Manual of the APA, 7th edition. */
export const apa: LatinStyleWriter = {
  heading: (item, romaniser) => authorsOf(item, romaniser) || (romaniser.title(item.title) ?? item.title),
  entry: apaEntry,
  dated: true,
  letters: true,
};
