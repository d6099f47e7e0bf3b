import type { IndexScope } from '../../harvest/index/query.ts';
import type { NamedEssay } from '../../harvest/lists/listed-essays.ts';

/** A look at what an archive has of a site, column or page. */
export interface HarvestRow {
  readonly id: string;
  readonly scope: IndexScope;
  /** As the reader wrote it. */
  readonly written: string;
  /** The archive by its id: see `archiveOf`. */
  readonly archive: string;
  /** UTC, ISO 8601. */
  readonly madeAt: string;
  /** Of the index: `read` when all of it is here. */
  readonly state: 'reading' | 'paused' | 'read' | 'failed';
  /** Machine word of why it failed, '' for none. */
  readonly reason: string;
  /** Rows of the index that are here, and in how many answers they came. */
  readonly rows: number;
  readonly parts: number;
  /** True where the parts are pieces of one file; else each is an answer of its own. */
  readonly isFile: boolean;
  /** By which the archive gives what comes next; null at the start. */
  readonly resumeKey: string | null;
  /** Rows that are asked for at a time. */
  readonly limit: number;
  /** Answers in a row that were none. None in rows of before it was counted. */
  readonly breaks?: number;
  /** The lists' pages: `none` before they are wanted. */
  readonly lists: 'none' | 'reading' | 'paused' | 'read';
  readonly listsOf: number;
  readonly listsDone: number;
}

/** A part of an index, as it came, gzip-compressed. */
export interface HarvestPartRow {
  readonly harvest: string;
  readonly part: number;
  readonly gzip: Uint8Array<ArrayBuffer>;
}

/** A list page of the site, and the essays that it names once it is read. */
export interface HarvestListRow {
  readonly harvest: string;
  /** Its folded address. */
  readonly key: string;
  /** Addresses of its captures that are still to be read, in their order. */
  readonly captures: readonly string[];
  /** Captures in a row that were no list. None in rows of before it was counted. */
  readonly vain?: number;
  readonly state: 'waiting' | 'read' | 'failed';
  readonly essays: readonly NamedEssay[];
}

/** A look that begins. */
export const newHarvest = (
  id: string,
  given: Pick<HarvestRow, 'scope' | 'written' | 'archive' | 'madeAt'>,
): HarvestRow => ({
  ...given,
  id,
  state: 'reading',
  reason: '',
  rows: 0,
  parts: 0,
  isFile: false,
  resumeKey: null,
  limit: 10_000,
  lists: 'none',
  listsOf: 0,
  listsDone: 0,
});
