import type { Outcome } from '../essay/outcome.ts';
import { changeRows, type Done } from './actions/change-rows.ts';
import { readableRow, readableRows } from './checked/check-row.ts';
import type { Collection } from './collection.ts';
import { getBody } from './get-essay.ts';
import { essayRowOf } from './keep/essay-row.ts';
import type { CaptureRow } from './rows.ts';
import { attempt, type StorageProblem } from './storage.ts';

/** One version of an essay: a capture, with the title and length that were read from it. */
export interface Version {
  readonly capture: CaptureRow;
  readonly title: string;
  /** The text, to compare. */
  readonly text: string;
  /** True for the one that the reader sees. */
  readonly current: boolean;
}

/** All versions of an essay, the newest first. A capture whose body is lost is left out. */
export function listVersions(collection: Collection, id: string): Promise<Outcome<readonly Version[], StorageProblem>> {
  const { essays, captures, bodies } = collection;
  return attempt(async () => {
    const current = (await essays.get(id))?.captureId;
    const rows = captures.where('[essayId+takenAt]').between([id, ''], [id, '\uffff']);
    const taken = readableRows('captures', await rows.reverse().toArray());
    const found = await bodies.bulkGet(taken.map((capture) => capture.id));
    return taken.flatMap((capture, n): Version[] => {
      const body = readableRow('bodies', found[n]);
      if (body === null) return [];
      return [{ capture, title: body.title, text: body.text, current: capture.id === current }];
    });
  });
}

/** Makes an older version, or again a newer one, what the reader sees. Fields set by hand stay. */
export async function makeCurrent(
  collection: Collection,
  id: string,
  captureId: string,
): Promise<Outcome<Done, StorageProblem>> {
  const body = await getBody(collection, captureId);
  if (!body.ok) return body;
  return changeRows(collection, [id], (row) =>
    body.value?.essayId !== id || row.captureId === captureId
      ? row
      : essayRowOf(body.value, row.keptAt, row.trashedAt, row, row.doc),
  );
}
