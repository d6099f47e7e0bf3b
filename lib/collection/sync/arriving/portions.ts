import type { Operation } from '../../../sync/model/operation.ts';
import { stampedId } from '../../../sync/model/stamped-row.ts';

/**
 * Operations in portions that change `most` rows of their own at most, in their order: operations of one row that follow each other stay together, so that
 * its row is written once.
 */
export function portionsByRow(operations: readonly Operation[], most: number): readonly (readonly Operation[])[] {
  const portions: Operation[][] = [];
  const ids = new Set<string>();
  for (const operation of operations) {
    const id = stampedId(operation.table, operation.key);
    const last = portions.at(-1);
    if (last !== undefined && (ids.has(id) || ids.size < most)) {
      last.push(operation);
    } else {
      portions.push([operation]);
      ids.clear();
    }
    ids.add(id);
  }
  return portions;
}
