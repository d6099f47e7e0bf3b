import type { Capture } from '../essay/capture.ts';
import type { Essay } from '../essay/essay.ts';
import { sha256Hex } from '../essay/fixity.ts';
import { essayId } from '../essay/identity.ts';
import type { Outcome } from '../essay/outcome.ts';
import type { Collection } from './collection.ts';
import { clusterFor, duplicateTables } from './duplicates/cluster-for.ts';
import { fingerprintOf } from './duplicates/minhash.ts';
import { gzip } from './gzip.ts';
import { putRows, rowTables } from './put-rows.ts';
import { type BodyRow, type CaptureRow, essayRowOf, noWork, type OriginalPage } from './rows.ts';
import { attempt, type StorageProblem } from './storage.ts';

/** An essay to keep: as read, with the record of its capture (fixity is worked out here) and the original bytes. */
export interface Keeping {
  readonly essay: Essay;
  readonly capture: Omit<Capture, 'sha256' | 'byteLength'>;
  readonly original: Uint8Array<ArrayBuffer>;
  /** The other pages of a paginated essay, in order. */
  readonly otherPages?: readonly KeepingPage[];
  /** The capture whose stored bytes these are: they are not stored again. */
  readonly cleanedFrom?: string;
}

/** Another page of the essay: where it was fetched, its bytes, and how to decode them. */
export interface KeepingPage {
  readonly address: string;
  readonly charset: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What keeping came to. */
export interface Kept {
  readonly id: string;
  /** When the essay was first kept. */
  readonly keptAt: string;
  /** The current capture. */
  readonly captureId: string;
  /** `new` essay, `recaptured` (a capture added and made current), or `unchanged` (the current capture is identical). */
  readonly change: 'new' | 'recaptured' | 'unchanged';
}

/**
 * Keeps an essay: row, capture, body and original in one transaction, all or nothing.
 * Keeping an address again adds a capture and makes it current; older captures stay. An identical capture (same
 * bytes, and the same read from them by the same rules) adds nothing. Either brings an essay back from the trash. An essay that is nearly the
 * same as another is put into a cluster with it.
 */
export async function keepEssay(collection: Collection, keeping: Keeping): Promise<Outcome<Kept, StorageProblem>> {
  const { essay, original, cleanedFrom } = keeping;
  const id = await essayId(essay.originalUrl);
  const captureId = crypto.randomUUID();
  const fixity = { sha256: await sha256Hex(original), byteLength: original.byteLength };
  const from = cleanedFrom === undefined ? {} : { cleanedFrom };
  const capture: CaptureRow = { ...keeping.capture, ...fixity, id: captureId, essayId: id, ...from };
  const body: BodyRow = { ...essay, captureId, essayId: id };
  const fingerprint = fingerprintOf(essay.text);
  // Compressed before the transaction: IndexedDB closes one that waits for anything but itself.
  const compressed = await attempt(async () =>
    cleanedFrom === undefined
      ? { gzip: await gzip(original), otherPages: await Promise.all((keeping.otherPages ?? []).map(originalPage)) }
      : null,
  );
  if (!compressed.ok) return compressed;
  const { essays, captures, bodies, originals } = collection;
  return attempt(() =>
    collection.transaction(
      'rw',
      [...rowTables(collection), ...duplicateTables(collection), captures, bodies, originals],
      async (): Promise<Kept> => {
        const row = await essays.get(id);
        const keptAt = row?.keptAt ?? capture.takenAt;
        if (row !== undefined && (await isCurrent(collection, row.captureId, capture, body))) {
          if (row.trashedAt !== '') await putRows(collection, [{ before: row, after: { ...row, trashedAt: '' } }]);
          return { id, keptAt, captureId: row.captureId, change: 'unchanged' };
        }
        await captures.add(capture);
        await bodies.add(body);
        if (compressed.value !== null) await originals.add({ captureId, essayId: id, ...compressed.value });
        const cluster = await clusterFor(collection, id, fingerprint, row?.cluster ?? '');
        const own = { ...(row ?? noWork), cluster };
        await putRows(collection, [{ before: row, after: essayRowOf(body, keptAt, '', own) }]);
        return { id, keptAt, captureId, change: row === undefined ? 'new' : 'recaptured' };
      },
    ),
  );
}

const originalPage = async ({ address, charset, bytes }: KeepingPage): Promise<OriginalPage> => ({
  address,
  charset,
  sha256: await sha256Hex(bytes),
  byteLength: bytes.byteLength,
  gzip: await gzip(bytes),
});

/** True when the current capture holds the same bytes, and the same was read from them by rules of the same version. */
async function isCurrent(
  { captures, bodies }: Collection,
  currentId: string,
  capture: CaptureRow,
  body: BodyRow,
): Promise<boolean> {
  const current = await captures.get(currentId);
  if (current?.sha256 !== capture.sha256 || current.rulesVersion !== capture.rulesVersion) return false;
  const kept = await bodies.get(currentId);
  return kept !== undefined && readingOf(kept) === readingOf(body);
}

/** What was read, to compare. A script writes the counter into a live page, so that it differs where the bytes do not; provenance only tells of the rest. */
const readingOf = ({ captureId: _, hits: _hits, provenance: _provenance, ...reading }: BodyRow): string =>
  JSON.stringify(Object.entries(reading).toSorted(([one], [other]) => (one < other ? -1 : 1)));
