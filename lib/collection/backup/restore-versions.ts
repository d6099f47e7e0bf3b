import type { Collection } from '../collection.ts';
import type { EachPart } from './each-part.ts';
import type { Row } from './row-text.ts';
import { tableOf } from './tables.ts';

/** Versions of essays that came out of a backup. */
export interface Versions {
  /** Capture in the backup → the capture here that is the same; the others keep their ids. */
  readonly ids: ReadonlyMap<string, string>;
  readonly added: number;
  readonly duplicates: number;
}

/**
 * Restores captures with their bodies and originals. One that is here by its id is left as it is; so is one of the same essay
 * with the same bytes, rules and text, as keeping it again would. Runs inside the restoring transaction.
 */
export async function restoreVersions(collection: Collection, eachPart: EachPart): Promise<Versions> {
  const captures = tableOf(collection, 'captures');
  const here = new Set(await captures.toCollection().primaryKeys());
  const twins = await findTwins(collection, eachPart, here);
  const ids = new Map<string, string>();
  const isNew = (captureId: unknown): boolean => !here.has(String(captureId)) && !ids.has(String(captureId));

  await eachPart('bodies', async (rows) => {
    const bodies = tableOf(collection, 'bodies');
    const texts = await bodies.bulkGet(rows.map(({ captureId }) => twins.get(String(captureId)) ?? ''));
    for (const [at, { captureId, text }] of rows.entries()) {
      const twin = twins.get(String(captureId));
      if (twin !== undefined && texts[at]?.['text'] === text) ids.set(String(captureId), twin);
    }
    await bodies.bulkPut(rows.filter(({ captureId }) => isNew(captureId)));
  });

  let added = 0;
  let duplicates = 0;
  await eachPart('captures', async (rows) => {
    const fresh = rows.filter(({ id }) => isNew(id));
    await captures.bulkPut(fresh);
    added += fresh.length;
    duplicates += rows.length - fresh.length;
  });
  await eachPart('originals', async (rows) => {
    await tableOf(collection, 'originals').bulkPut(rows.filter(({ captureId }) => isNew(captureId)));
  });
  return { ids, added, duplicates };
}

/** Captures of the backup that have one of the same essay, bytes and rules here, under another id. */
async function findTwins(
  collection: Collection,
  eachPart: EachPart,
  here: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const likeness = ({ essayId, sha256, rulesVersion }: Row): string => `${essayId} ${sha256} ${rulesVersion}`;
  const twins = new Map<string, string>();
  if (here.size === 0) return twins;
  await eachPart('captures', async (rows) => {
    const fresh = rows.filter(({ id }) => !here.has(String(id)));
    const ranges = [...new Set(fresh.map(({ essayId }) => String(essayId)))].map((id): [string[], string[]] => [
      [id, ''],
      [id, '\uffff'],
    ]);
    const present = await tableOf(collection, 'captures').where('[essayId+takenAt]').inAnyRange(ranges).toArray();
    const alike = new Map(present.map((row) => [likeness(row), String(row['id'])]));
    for (const row of fresh) {
      const twin = alike.get(likeness(row));
      if (twin !== undefined) twins.set(String(row['id']), twin);
    }
  });
  return twins;
}
