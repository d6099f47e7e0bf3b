import type { StorageProblem } from '../collection/storage.ts';
import type { ReadProblem } from '../pipeline/read-page.ts';
import type { PassedOver, SourceProblemCode } from './sources/source.ts';

/**
 * Why an item was not kept; `failed`: a fault of ours. `took-too-long`: no reader came to its end. `not-reached`: the import ended before it. `not-filed`: it was kept, and could
 * not be put where it was to go. `library-anew`: it was kept, and went with the library, in whose place another stood at the end.
 */
export type ImportReason =
  | SourceProblemCode
  | PassedOver
  | ReadProblem
  | StorageProblem
  | 'failed'
  | 'took-too-long'
  | 'not-reached'
  | 'not-filed'
  | 'library-anew';

/** What became of a page of a file, or of a part of it that could not be read. */
export interface ImportItem {
  /** The file, and in an archive the entry or address. */
  readonly name: string;
  /** `passed-over`: it was not looked into for a page. `not-reached`: the import ended before it. */
  readonly result:
    | 'kept'
    | 'already-there'
    | 'not-an-essay'
    | 'unreadable'
    | 'not-stored'
    | 'passed-over'
    | 'not-reached';
  readonly reason: ImportReason | null;
  /** Of an essay: its id. */
  readonly id: string | null;
  /** Of an essay, or of a page that was taken for none; '' where it is not known. */
  readonly title: string;
  /** Pages of the essay that the file does not hold. */
  readonly missing: number;
}

/** The item of a page of which nothing was kept. */
export const lost = (name: string, result: ImportItem['result'], reason: ImportReason, title = ''): ImportItem => ({
  name,
  result,
  reason,
  id: null,
  title,
  missing: 0,
});
