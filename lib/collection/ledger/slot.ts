import type { EssayKind } from '../../essay/essay.ts';
import type { EssayRow } from '../rows.ts';

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
] as const;
export type TextColumn = (typeof textColumns)[number];

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

/** Values must not hold the line break that parts them. */
const lines = (values: readonly string[]): string => values.map((value) => value.replaceAll('\n', ' ')).join('\n');

/** `2005-07` → 20050700; null → 0. */
const dateNumber = (date: string | null): number => Number((date ?? '').replaceAll('-', '').slice(0, 8).padEnd(8, '0'));

/** Milliseconds of an ISO moment; 0 for '' and for one that cannot be read. */
const moment = (iso: string): number => Date.parse(iso) || 0;

/** The slot of a row. */
export function slotOf(row: EssayRow): Slot {
  return {
    id: row.id,
    state: row.trashedAt === '' ? LIVE : TRASHED,
    kind: Math.max(0, kinds.indexOf(row.kind)),
    published: dateNumber(row.publishedOn),
    keptAt: moment(row.keptAt),
    trashedAt: moment(row.trashedAt),
    length: row.length,
    texts: {
      title: lines([row.title]),
      institution: lines([row.institution ?? '']),
      column: lines([row.column.join(' › ')]),
      author: lines(row.authors),
      source: lines([row.source ?? '']),
      unit: lines([row.unit ?? '']),
      tag: lines(row.tags),
      shelf: lines(row.shelves),
      archive: lines([row.archivedCopy?.archive ?? '']),
      cluster: lines([row.cluster]),
    },
  };
}
