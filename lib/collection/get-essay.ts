import { sha256Hex } from '../essay/fixity.ts';
import { essayId } from '../essay/identity.ts';
import { fail, type Outcome, succeed } from '../essay/outcome.ts';
import { gunzip } from '../zip/gzip.ts';
import { isAsStored } from './checked/body-digest.ts';
import { type Checked, checkRow, readableRow, readableRows } from './checked/check-row.ts';
import type { Collection } from './collection.ts';
import type { BodyRow, CaptureRow, EssayRow, OriginalRow } from './rows.ts';
import { attempt, type StorageProblem } from './storage.ts';

/** The essay of an id, in the collection or in its trash, as far as it can be read; null when there is none. */
export function getEssay(collection: Collection, id: string): Promise<Outcome<EssayRow | null, StorageProblem>> {
  return attempt(async () => readableRow('essays', await collection.essays.get(id)));
}

/** The same, told whether it is whole. */
export function getCheckedEssay(
  collection: Collection,
  id: string,
): Promise<Outcome<Checked<EssayRow> | null, StorageProblem>> {
  return attempt(async () => {
    const row = await collection.essays.get(id);
    return row === undefined ? null : checkRow('essays', row);
  });
}

/** The kept essay of an address, the trash apart; null when there is none. Any form of the address finds it, an archive's too. */
export async function findByUrl(
  collection: Collection,
  url: string,
): Promise<Outcome<EssayRow | null, StorageProblem>> {
  const found = await findByUrls(collection, [url]);
  return found.ok ? succeed(found.value[0] ?? null) : found;
}

/** The kept essays of many addresses, each in its place, as `findByUrl` finds them. */
export async function findByUrls(
  collection: Collection,
  urls: readonly string[],
): Promise<Outcome<readonly (EssayRow | null)[], StorageProblem>> {
  const ids = await Promise.all(urls.map(essayId));
  return attempt(async () => {
    const rows = await collection.essays.bulkGet(ids);
    return rows.map((raw) => {
      const row = readableRow('essays', raw);
      return row?.trashedAt === '' ? row : null;
    });
  });
}

/** The clean essay of a capture as far as it can be read; null when there is none. */
export function getBody(collection: Collection, captureId: string): Promise<Outcome<BodyRow | null, StorageProblem>> {
  return attempt(async () => readableRow('bodies', await collection.bodies.get(captureId)));
}

/** The same, told whether it is whole: `changed` when its digest says that it is not what was stored. */
export function getCheckedBody(
  collection: Collection,
  captureId: string,
): Promise<Outcome<(Checked<BodyRow> & { readonly changed: boolean }) | null, StorageProblem>> {
  return attempt(async () => {
    const row = await collection.bodies.get(captureId);
    if (row === undefined) return null;
    const checked = checkRow('bodies', row);
    return { ...checked, changed: checked.is === 'whole' && !(await isAsStored(checked.row)) };
  });
}

/** The record of a capture as far as it can be read; null when there is none. */
export function getCapture(
  collection: Collection,
  captureId: string,
): Promise<Outcome<CaptureRow | null, StorageProblem>> {
  return attempt(async () => readableRow('captures', await collection.captures.get(captureId)));
}

/** Every capture of an essay that can be read, newest first. */
export function listCaptures(
  collection: Collection,
  id: string,
): Promise<Outcome<readonly CaptureRow[], StorageProblem>> {
  return attempt(async () => {
    const rows = collection.captures.where('[essayId+takenAt]').between([id, ''], [id, '\uffff']);
    return readableRows('captures', await rows.reverse().toArray());
  });
}

/** The row with the original bytes of a capture, which for one that was cleaned again is the earlier capture's; null when there is none. */
export function getOriginalRow(
  { captures, originals }: Collection,
  captureId: string,
): Promise<Outcome<OriginalRow | null, StorageProblem>> {
  return attempt(async () => {
    const own = await originals.get(captureId);
    if (own !== undefined) return readableRow('originals', own);
    const capture = readableRow('captures', await captures.get(captureId));
    const from = capture?.cleanedFrom === undefined ? null : await originals.get(capture.cleanedFrom);
    const row = from && readableRow('originals', from);
    // A damaged capture may name that of another essay.
    return row?.essayId === capture?.essayId ? (row ?? null) : null;
  });
}

/**
 * The original bytes of a capture, as they were taken; null when there are none, `damaged` when they cannot be decompressed, or
 * are others than the capture's digest was made of.
 */
export async function getOriginal(
  collection: Collection,
  captureId: string,
): Promise<Outcome<Uint8Array<ArrayBuffer> | null, StorageProblem | 'damaged'>> {
  const found = await getOriginalRow(collection, captureId);
  if (!found.ok) return found;
  if (found.value === null) return succeed(null);
  const capture = await getCapture(collection, found.value.captureId);
  if (!capture.ok) return capture;
  try {
    const bytes = await gunzip(found.value.gzip);
    const taken = capture.value === null || (await sha256Hex(bytes)) === capture.value.sha256;
    return taken ? succeed(bytes) : fail('damaged', capture.value.sha256);
  } catch (error) {
    return fail('damaged', String(error));
  }
}
