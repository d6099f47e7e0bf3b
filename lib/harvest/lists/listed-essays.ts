import type { Unwrapped } from '../../archive/unwrapped.ts';
import type { PartialDate } from '../../essay/partial-date.ts';
import { readColumnName } from '../../lines/column-name.ts';
import { readListPage } from '../../listing/list-page.ts';
import { kindOf, kindOfColumn } from '../../portals/kind.ts';
import { foldAddress } from '../address/fold.ts';

/** An essay that a list names. */
export interface NamedEssay {
  /** Its folded address. */
  readonly key: string;
  readonly address: string;
  readonly title: string;
  readonly date: PartialDate | null;
  readonly column: string;
  /** The list where it stood, and the capture of it, 14 digits. */
  readonly list: string;
  readonly listedAt: string;
  /** By its title and column: a notice or news of the school is no essay. */
  readonly isEssay: boolean;
  /** True where the column's name says so: a list of the latest of everything can only go by titles. */
  readonly sure?: boolean;
}

/** What a captured list names. */
export interface NamedByList {
  readonly essays: readonly NamedEssay[];
  /** What its links have in common, '' for a page that is no list: hand it on with the column's other pages, of which the last may be short. */
  readonly rows: string;
}

/**
 * The articles that a captured list page names. The page is to be opened under its original address, so that its links are original
 * ones. `rows` is what another page of the list told, '' for nothing. Empty where it is no list.
 */
export function readNamedByList(page: Unwrapped, timestamp: string, rows = ''): NamedByList {
  const list = (rows === '' ? null : readListPage(page, rows)) ?? readListPage(page);
  if (list === null) return { essays: [], rows: '' };
  const column = readColumnName(page, list.essays[0]?.title ?? '');
  const essays = list.essays.map(({ original, title, date }) => ({
    key: foldAddress(original),
    address: original,
    title,
    date,
    column,
    list: page.originalUrl,
    listedAt: timestamp,
    isEssay: kindOf({ title, path: column, signed: false, opening: '' }) === 'essay',
    sure: kindOfColumn(column) !== null,
  }));
  return { essays, rows: list.rows };
}

/** The articles that a captured list page names, where nothing is known of the column's other pages. */
export const readListedEssays = (page: Unwrapped, timestamp: string): readonly NamedEssay[] =>
  readNamedByList(page, timestamp).essays;

/** What all lists together name: each address once, with the fullest that any says of it. */
export interface ListedSoFar {
  readonly add: (essays: Iterable<NamedEssay>) => void;
  readonly get: (key: string) => NamedEssay | null;
  readonly all: () => IterableIterator<NamedEssay>;
  readonly size: () => number;
}

/** Gathers what lists name. Of two the earlier list counts; a date, and a title that is not cut short, are taken from whichever has them. */
export function createListed(): ListedSoFar {
  const byKey = new Map<string, NamedEssay>();
  return {
    add(essays) {
      for (const essay of essays) {
        const known = byKey.get(essay.key);
        byKey.set(essay.key, known === undefined ? essay : merged(known, essay));
      }
    },
    get: (key) => byKey.get(key) ?? null,
    all: () => byKey.values(),
    size: () => byKey.size,
  };
}

function merged(one: NamedEssay, other: NamedEssay): NamedEssay {
  const [first, second] = one.listedAt <= other.listedAt ? [one, other] : [other, one];
  const isCut = /(?:…|\.{2,})$/.test(first.title);
  return {
    ...first,
    title: isCut ? second.title : first.title,
    date: (first.date?.length ?? 0) >= (second.date?.length ?? 0) ? first.date : second.date,
    column: first.column || second.column,
    ...kindOfBoth(first, second),
  };
}

/** A column that says what it holds goes before one that does not; an essay's column before one of news, which names essays too. */
function kindOfBoth(one: NamedEssay, other: NamedEssay): Pick<NamedEssay, 'isEssay' | 'sure'> {
  const [oneSure, otherSure] = [one.sure === true, other.sure === true];
  if (oneSure !== otherSure) return { isEssay: oneSure ? one.isEssay : other.isEssay, sure: true };
  return { isEssay: oneSure ? one.isEssay || other.isEssay : one.isEssay && other.isEssay, sure: oneSure };
}
