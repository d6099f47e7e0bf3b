import { isWhole } from '../checked/check-row.ts';
import type { Collection } from '../collection.ts';
import { findingId, settleFindings } from '../integrity/findings.ts';
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
 * with the same bytes, rules and text, as keeping it again would. What is lost of a version that is here is filled in. Runs inside the restoring transaction.
 */
export async function restoreVersions(collection: Collection, eachPart: EachPart): Promise<Versions> {
  const captures = tableOf(collection, 'captures');
  const here = new Set(await captures.toCollection().primaryKeys());
  const twins = await findTwins(collection, eachPart, here);
  const ids = new Map<string, string>();
  const isNew = (captureId: unknown): boolean => !here.has(String(captureId)) && !ids.has(String(captureId));

  await eachPart('bodies', async (rows) => {
    const bodies = tableOf(collection, 'bodies');
    for (const { captureId, text } of rows) {
      const alike = twins.get(String(captureId)) ?? [];
      const texts = alike.length === 0 ? [] : await bodies.bulkGet([...alike]);
      const twin = alike.find((_, at) => texts[at]?.['text'] === text);
      if (twin !== undefined) ids.set(String(captureId), twin);
    }
    await putMissing(collection, 'bodies', rows, isNew);
  });

  let added = 0;
  let duplicates = 0;
  await eachPart('captures', async (rows) => {
    const fresh = rows.filter(({ id }) => isNew(id));
    const twinsHere = await captures.bulkGet(fresh.map(({ cleanedFrom }) => ids.get(String(cleanedFrom)) ?? ''));
    await captures.bulkPut(fresh.map((row, at) => withBytesOf(row, twinsHere[at])));
    added += fresh.length;
    duplicates += rows.length - fresh.length;
  });
  await eachPart('originals', async (rows) => {
    await putMissing(collection, 'originals', rows, isNew);
  });
  return { ids, added, duplicates };
}

/** A version that was cleaned again, with the bytes where they are here: with its twin, or where that one has them from. */
function withBytesOf(row: Row, twin: Row | undefined): Row {
  return twin === undefined ? row : { ...row, cleanedFrom: twin['cleanedFrom'] ?? twin['id'] };
}

/** Puts the parts of new versions, and parts of versions that are here which got lost or damaged here. */
async function putMissing(
  collection: Collection,
  name: 'bodies' | 'originals',
  rows: readonly Row[],
  isNew: (captureId: unknown) => boolean,
): Promise<void> {
  const table = tableOf(collection, name);
  const known = rows.filter(({ captureId }) => !isNew(captureId));
  const here = await table.bulkGet(known.map(({ captureId }) => String(captureId)));
  const captures = await collection.captures.bulkGet(known.map(({ captureId }) => String(captureId)));
  const told = await collection.quarantine.bulkGet(known.map(({ captureId }) => findingId(name, String(captureId))));
  const isOpen = (at: number): boolean => told[at]?.settled === false;
  const lost = known.filter((_, at) => captures[at] !== undefined && (isOpen(at) || !isWhole(name, here[at])));
  await settleFindings(
    collection,
    lost.map(({ captureId }) => findingId(name, String(captureId))),
  );
  await table.bulkPut([...rows.filter(({ captureId }) => isNew(captureId)), ...lost]);
}

/** Captures of the backup that have some of the same essay, bytes and rules here, under other ids: their texts tell which is the same. */
async function findTwins(
  collection: Collection,
  eachPart: EachPart,
  here: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const likeness = ({ essayId, sha256, rulesVersion }: Row): string => `${essayId} ${sha256} ${rulesVersion}`;
  const twins = new Map<string, readonly string[]>();
  if (here.size === 0) return twins;
  await eachPart('captures', async (rows) => {
    const fresh = rows.filter(({ id }) => !here.has(String(id)));
    const ranges = [...new Set(fresh.map(({ essayId }) => String(essayId)))].map((id): [string[], string[]] => [
      [id, ''],
      [id, '\uffff'],
    ]);
    const present = await tableOf(collection, 'captures').where('[essayId+takenAt]').inAnyRange(ranges).toArray();
    const alike = new Map<string, string[]>();
    for (const row of present) alike.set(likeness(row), [...(alike.get(likeness(row)) ?? []), String(row['id'])]);
    for (const row of fresh) twins.set(String(row['id']), alike.get(likeness(row)) ?? []);
  });
  return twins;
}
