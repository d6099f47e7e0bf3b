import type { Collection } from '../../collection/collection.ts';
import { annotatedItem } from '../../export/cite/csl.ts';
import { recordsOf } from '../../export/records.ts';
import type { ReadWorks } from './citing.svelte.ts';

/** Kept essays as works to cite, in the order of their ids; a damaged one is passed over. */
export const worksOf = (collection: Collection, ids: readonly string[]): ReadWorks =>
  async function* () {
    for await (const record of recordsOf(collection, ids)) yield await annotatedItem(record);
  };
