import { essayId } from '../essay/identity.ts';
import { fail, type Outcome, succeed } from '../essay/outcome.ts';
import type { Collection } from './collection.ts';
import { gunzip } from './gzip.ts';
import type { BodyRow, CaptureRow, EssayRow, OriginalRow } from './rows.ts';
import { attempt, type StorageProblem } from './storage.ts';

/** The essay of an id, in the collection or in its trash; null when there is none. */
export function getEssay(collection: Collection, id: string): Promise<Outcome<EssayRow | null, StorageProblem>> {
  return attempt(async () => (await collection.essays.get(id)) ?? null);
}

/** The kept essay of an address, the trash apart; null when there is none. Any form of the address finds it, an archive's too. */
export async function findByUrl(
  collection: Collection,
  url: string,
): Promise<Outcome<EssayRow | null, StorageProblem>> {
  const id = await essayId(url);
  return attempt(async () => {
    const row = await collection.essays.get(id);
    return row?.trashedAt === '' ? row : null;
  });
}

/** The kept essays of many addresses, each in its place, as `findByUrl` finds them. */
export async function findByUrls(
  collection: Collection,
  urls: readonly string[],
): Promise<Outcome<readonly (EssayRow | null)[], StorageProblem>> {
  const ids = await Promise.all(urls.map(essayId));
  return attempt(async () => {
    const rows = await collection.essays.bulkGet(ids);
    return rows.map((row) => (row?.trashedAt === '' ? row : null));
  });
}

/** The clean essay of a capture; null when there is none. */
export function getBody(collection: Collection, captureId: string): Promise<Outcome<BodyRow | null, StorageProblem>> {
  return attempt(async () => (await collection.bodies.get(captureId)) ?? null);
}

/** The record of a capture; null when there is none. */
export function getCapture(
  collection: Collection,
  captureId: string,
): Promise<Outcome<CaptureRow | null, StorageProblem>> {
  return attempt(async () => (await collection.captures.get(captureId)) ?? null);
}

/** Every capture of an essay, newest first. */
export function listCaptures(
  collection: Collection,
  id: string,
): Promise<Outcome<readonly CaptureRow[], StorageProblem>> {
  return attempt(() =>
    collection.captures.where('[essayId+takenAt]').between([id, ''], [id, '\uffff']).reverse().toArray(),
  );
}

/** The row with the original bytes of a capture, which for one that was cleaned again is the earlier capture's; null when there is none. */
export function getOriginalRow(
  { captures, originals }: Collection,
  captureId: string,
): Promise<Outcome<OriginalRow | null, StorageProblem>> {
  return attempt(async () => {
    const own = await originals.get(captureId);
    if (own !== undefined) return own;
    const from = (await captures.get(captureId))?.cleanedFrom;
    return (from === undefined ? undefined : await originals.get(from)) ?? null;
  });
}

/** The original bytes of a capture, as they were taken; null when there are none, `damaged` when they cannot be decompressed. */
export async function getOriginal(
  collection: Collection,
  captureId: string,
): Promise<Outcome<Uint8Array<ArrayBuffer> | null, StorageProblem | 'damaged'>> {
  const found = await getOriginalRow(collection, captureId);
  if (!found.ok) return found;
  if (found.value === null) return succeed(null);
  try {
    return succeed(await gunzip(found.value.gzip));
  } catch (error) {
    return fail('damaged', String(error));
  }
}
