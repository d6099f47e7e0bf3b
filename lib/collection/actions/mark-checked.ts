import type { Outcome } from '../../essay/outcome.ts';
import type { Collection } from '../collection.ts';
import { isToCheck } from '../rows.ts';
import type { StorageProblem } from '../storage.ts';
import { changeRows, type Done } from './change-rows.ts';

/** Says that the reader has looked at the passages of these essays which the second reader would have kept. */
export const markChecked = (collection: Collection, ids: readonly string[]): Promise<Outcome<Done, StorageProblem>> =>
  changeRows(collection, ids, (row) => (isToCheck(row) ? { ...row, checked: row.captureId } : row));
