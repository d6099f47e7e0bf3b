import type { EssayKind } from '../../essay/essay.ts';
import { type EssayRow, isToCheck, type Lack, readStateOf } from '../rows.ts';

/** What became of the document of a slot: kept, in the trash, or dead (its essay has another document now, or is gone). */
export const LIVE = 0;
export const TRASHED = 1;
export const DEAD = 2;

/** The kinds by their number in a chunk. */
export const kinds: readonly EssayKind[] = ['essay', 'notice', 'news'];

/** The text columns of the ledger, in the order of a chunk. Several values of one essay are lines of one text. */
export const textColumns = [
  'title',
  'institution',
  'column',
  'author',
  'source',
  'unit',
  'tag',
  'shelf',
  'archive',
  'cluster',
  'check',
  'reading',
] as const;
export type TextColumn = (typeof textColumns)[number];

/** Value of the column `check` for an essay of which the second reader would have kept more. */
export const SECOND_READER = 'second-reader';

/** Value of the column `check` for an essay without a sure title. */
const DOUBTFUL_TITLE: Lack = 'doubtful-title';

/** What the ledger knows of one document: all that filters, facets and sorting need. */
export interface Slot {
  readonly id: string;
  readonly state: number;
  readonly kind: number;
  /** Published date as a number, `20050714`; parts that are not known are 0. */
  readonly published: number;
  /** When it was first kept and when it was trashed (0 for never), in milliseconds of 1970. */
  readonly keptAt: number;
  readonly trashedAt: number;
  readonly length: number;
  readonly texts: Readonly<Record<TextColumn, string>>;
}

/** A text, '' for what is none: a damaged row has the slot of what can be read of it. */
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The texts of a list, '' for what is none. Values must not hold the line break that parts them. */
const lines = (values: unknown): string =>
  Array.isArray(values) ? values.map((value) => text(value).replaceAll('\n', ' ')).join('\n') : '';

/** `2005-07` → 20050700; null, and what is no date → 0. */
const dateNumber = (date: unknown): number => Number(text(date).replaceAll('-', '').slice(0, 8).padEnd(8, '0')) || 0;

/** Milliseconds of an ISO moment; 0 for '' and for one that cannot be read. */
const moment = (iso: unknown): number => Date.parse(text(iso)) || 0;

/** True for an id as essays have: digits of a digest, which a slot packs. */
export const isEssayId = (id: unknown): boolean => typeof id === 'string' && /^[0-9a-f]{24}$/.test(id);

/** What became of the essay of a row. */
export const slotStateOf = ({ trashedAt }: EssayRow): number => (text(trashedAt) === '' ? LIVE : TRASHED);

/** What of a row wants to be looked at. A title that the reader set is none of it. */
function checksOf(row: EssayRow): readonly unknown[] {
  const lacks: unknown = row.lacks;
  const own = Array.isArray(lacks)
    ? lacks.filter((name) => name !== DOUBTFUL_TITLE || row.edited?.title === undefined)
    : [];
  return [...(isToCheck(row) ? [SECOND_READER] : []), ...own];
}

/** The slot of a row. */
export function slotOf(row: EssayRow): Slot {
  const column: unknown = row.column;
  return {
    id: row.id,
    state: slotStateOf(row),
    kind: Math.max(0, kinds.indexOf(row.kind)),
    published: dateNumber(row.publishedOn),
    keptAt: moment(row.keptAt),
    trashedAt: moment(row.trashedAt),
    length: Number(row.length) || 0,
    texts: {
      title: lines([row.title]),
      institution: lines([row.institution]),
      column: lines([Array.isArray(column) ? column.join(' › ') : '']),
      author: lines(row.authors),
      source: lines([row.source]),
      unit: lines([row.unit]),
      tag: lines(row.tags),
      shelf: lines(row.shelves),
      archive: lines([row.archivedCopy?.archive]),
      cluster: lines([row.cluster]),
      check: lines(checksOf(row)),
      // Blank for unread, as for all that were entered before there was the column.
      reading: readStateOf(row) === 'unread' ? '' : readStateOf(row),
    },
  };
}
