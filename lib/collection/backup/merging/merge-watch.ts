import type { RowChange } from '../../ledger/enter-rows.ts';

/** Is told what a merge adds and changes, while it does. */
export interface MergeWatch {
  rows(changes: readonly RowChange[]): void;
  /** Ids of highlights that were added. */
  marks(ids: readonly string[]): void;
  /** Ids of tags and shelves that were added. */
  made(ids: { readonly tags: readonly string[]; readonly shelves: readonly string[] }): void;
}
