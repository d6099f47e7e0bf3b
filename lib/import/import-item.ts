import type { StorageProblem } from '../collection/storage.ts';
import type { ReadProblem } from '../pipeline/read-page.ts';
import type { SourceProblemCode } from './sources/source.ts';

/** Why an item was not kept; `failed`: a fault of ours. */
export type ImportReason = SourceProblemCode | ReadProblem | StorageProblem | 'failed';

/** What became of a page of a file, or of a part of it that could not be read. */
export interface ImportItem {
  /** The file, and in an archive the entry or address. */
  readonly name: string;
  readonly result: 'kept' | 'already-there' | 'not-an-essay' | 'unreadable' | 'not-stored';
  readonly reason: ImportReason | null;
  /** Of an essay: its id and title. */
  readonly id: string | null;
  readonly title: string;
  /** Pages of the essay that the file does not hold. */
  readonly missing: number;
}

/** The item of a page of which nothing was kept. */
export const lost = (name: string, result: ImportItem['result'], reason: ImportReason): ImportItem => ({
  name,
  result,
  reason,
  id: null,
  title: '',
  missing: 0,
});
