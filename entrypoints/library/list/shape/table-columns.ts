import { i18n } from '#i18n';
import type { Sort } from '../../../../lib/search/contract.ts';
import type { TableColumn } from '../../../../lib/settings/list-looks.ts';
import type { ListView } from '../../route.svelte.ts';

/** A column of the table. */
interface Column {
  readonly name: TableColumn | 'title';
  /** Its width, rem. That of the title is the least: it takes what is left. */
  readonly width: number;
  /** The order that its head gives; null where it gives none, since an essay may have several values. */
  readonly sort: Sort | null;
  /** True where the order begins with the greatest, e.g. the newest. */
  readonly downward: boolean;
  /** Numbers stand at the end of their cells, so that their places are below each other. */
  readonly atEnd?: boolean;
}

/** Widths hold the longest that is common: a school's name of ten characters, a date as each language writes it. */
const columns: readonly Column[] = [
  { name: 'title', width: 15, sort: 'title', downward: false },
  { name: 'authors', width: 7, sort: 'author', downward: false },
  { name: 'publishedOn', width: 9, sort: 'published', downward: true },
  { name: 'institution', width: 11, sort: 'institution', downward: false },
  { name: 'source', width: 9, sort: 'source', downward: false },
  { name: 'column', width: 10, sort: 'column', downward: false },
  { name: 'length', width: 5.5, sort: 'length', downward: true, atEnd: true },
  { name: 'kept', width: 9, sort: 'kept', downward: true },
  { name: 'reading', width: 8, sort: 'reading', downward: false },
  { name: 'tags', width: 11, sort: null, downward: false },
];

/** Of a row's box to tick, and of its buttons, rem. */
const PICK = 2.25;
const BUTTONS = 4.5;

/** The columns to show, the title first, in the table's order. */
export const columnsOf = (chosen: readonly TableColumn[]): readonly Column[] =>
  columns.filter(({ name }) => name === 'title' || chosen.includes(name));

/** The tracks of a row, and the least width of the table, as CSS has them. */
export function tracksOf(shown: readonly Column[]): { readonly tracks: string; readonly least: string } {
  const width = ({ name, width }: Column): string => (name === 'title' ? `minmax(${width}rem, 1fr)` : `${width}rem`);
  const least = shown.reduce((sum, column) => sum + column.width, PICK + BUTTONS);
  return { tracks: [`${PICK}rem`, ...shown.map(width), `${BUTTONS}rem`].join(' '), least: `${least}rem` };
}

/** Which way a head is sorted, as ARIA says it; `none` where the list has another order. */
export function directionOf(
  { sort, downward }: Column,
  now: { readonly sort: Sort; readonly reversed: boolean },
): 'ascending' | 'descending' | 'none' {
  if (sort === null || sort !== now.sort) return 'none';
  return downward === now.reversed ? 'ascending' : 'descending';
}

/** What a column is called. */
export function columnName(name: Column['name'], view: ListView): string {
  if (name === 'kept') return i18n.t(view === 'trash' ? 'library.trashed' : 'library.kept');
  if (name === 'tags') return i18n.t('library.tags');
  return name === 'reading' ? i18n.t('readState.set') : i18n.t(`field.${name}`);
}
