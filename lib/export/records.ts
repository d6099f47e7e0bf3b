import { readableRow, readableRows } from '../collection/checked/check-row.ts';
import type { Collection } from '../collection/collection.ts';
import { getRows } from '../collection/get-rows.ts';
import { type ExportRecord, recordOfRows } from './record.ts';
import { readHighlights, readImages, readOriginals } from './record-parts.ts';

/** Essays read at a time: enough that transactions cost little, few enough that their bodies do. */
const AT_A_TIME = 40;

/** How reading the records of an export is watched. */
export interface RecordsOptions {
  /** Told of an essay that is damaged or gone and was passed over, and of an `original` whose bytes were. */
  readonly onLost?: ((id: string, what: 'essay' | 'original') => void) | undefined;
}

/**
 * The records of kept essays in the order of their ids, read some at a time: memory holds those few, whatever the number.
 * Rejects when the database fails.
 */
export async function* recordsOf(
  collection: Collection,
  ids: Iterable<string> | AsyncIterable<string>,
  options: RecordsOptions = {},
): AsyncGenerator<ExportRecord> {
  for await (const batch of batches(ids)) yield* await readBatch(collection, batch, options);
}

async function* batches(ids: Iterable<string> | AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let batch: string[] = [];
  for await (const id of ids) {
    batch.push(id);
    if (batch.length < AT_A_TIME) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function readBatch(
  collection: Collection,
  ids: readonly string[],
  { onLost }: RecordsOptions,
): Promise<readonly ExportRecord[]> {
  const { rows, found, taken, names } = await readRows(collection, ids);
  return rows.flatMap((row, at) => {
    const id = ids[at] ?? '';
    const [body, capture] = [readableRow('bodies', found[at]), readableRow('captures', taken[at])];
    if (row === null || body === null || capture === null) {
      onLost?.(id, 'essay');
      return [];
    }
    const tags = row.tags.flatMap((tag) => names.get(tag) ?? []);
    const parts = {
      originals: () => readOriginals(collection, id, () => onLost?.(id, 'original')),
      images: () => readImages(collection, id),
      highlights: () => readHighlights(collection, id),
    };
    return recordOfRows(row, body, capture, tags, parts);
  });
}

/** One transaction, so that a row and its body are of one moment. */
function readRows(collection: Collection, ids: readonly string[]) {
  const { essays, bodies, captures, tags } = collection;
  return collection.transaction('r', [essays, bodies, captures, tags], async () => {
    const rows = await getRows(collection, ids);
    const keys = rows.map((row) => row?.captureId ?? '');
    const wanted = [...new Set(rows.flatMap((row) => row?.tags ?? []))];
    const [found, taken, named] = await Promise.all([
      bodies.bulkGet(keys),
      captures.bulkGet(keys),
      tags.bulkGet(wanted),
    ]);
    const names = new Map(readableRows('tags', named).map((tag) => [tag.id, tag.name] as const));
    return { rows, found, taken, names };
  });
}
