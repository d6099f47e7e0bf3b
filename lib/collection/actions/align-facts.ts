import { readableRow } from '../checked/check-row.ts';
import type { Collection } from '../collection.ts';
import { rowsToWrite } from '../integrity/put-aside.ts';
import { rightRow } from '../integrity/right-row.ts';
import { putRows } from '../put-rows.ts';

/**
 * Gives rows the fields that their current versions read, but for those set by hand: an act that is taken back while another
 * version has become current must not leave one version's title over another's text. Inside a transaction over `rowTables` and
 * `bodies`.
 */
export async function alignFacts(collection: Collection, ids: readonly string[]): Promise<void> {
  const rows = await rowsToWrite(collection, ids);
  const bodies = await collection.bodies.bulkGet(rows.map((row) => row?.captureId ?? ''));
  const changes = rows.flatMap((before, at) => {
    const body = readableRow('bodies', bodies[at]);
    if (before === undefined || body?.essayId !== before.id) return [];
    const after = rightRow(before, { captures: [], bodies: [body] });
    return after === null || JSON.stringify(after) === JSON.stringify({ ...after, ...before })
      ? []
      : [{ before, after }];
  });
  await putRows(collection, changes);
}
