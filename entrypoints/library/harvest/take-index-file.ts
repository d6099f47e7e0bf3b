import type { ArchiveStore } from '../../../lib/collection/archives/archive-store.ts';
import { type HarvestRow, newHarvest } from '../../../lib/collection/archives/harvest-rows.ts';
import { addPart } from '../../../lib/collection/archives/harvests.ts';
import { type Archive, wayback } from '../../../lib/harvest/archives.ts';
import { createIndexReader } from '../../../lib/harvest/index/read-index.ts';
import { breather } from './load-harvest.ts';

/** Bytes of a file that are one part, unpacked, and that are read at a time. */
const PART = 2_000_000;
const SLICE = 16_000;

/**
 * Takes in an index file from disk (CDX, CDXJ or JSON, packed with gzip or not), part by part. Its captures are fetched from `archive`.
 * Gives the machine word of what went wrong, '' for nothing; what is no index leaves nothing behind.
 */
export async function takeIndexFile(store: ArchiveStore, file: File, archive: Archive = wayback): Promise<string> {
  const given = { scope: { match: 'host', url: file.name }, written: file.name, archive: archive.id } as const;
  let row: HarvestRow = {
    ...newHarvest(crypto.randomUUID(), { ...given, madeAt: new Date().toISOString() }),
    isFile: true,
  };
  row = { ...row, state: 'paused' };
  await store.harvests.put(row);
  const reader = createIndexReader();
  const rest = breather();
  let rows = 0;
  try {
    for await (const bytes of partsOf(file)) {
      for (let at = 0; at < bytes.length; at += SLICE) {
        rows += reader.push(bytes.subarray(at, at + SLICE)).length;
        await rest();
      }
      const stored = await addPart(store, row, bytes, { rows });
      if (!stored.ok) return await forgotten(store, row.id, stored.problem.code);
      row = { ...row, rows, parts: row.parts + 1 };
    }
  } catch {
    return forgotten(store, row.id, 'damaged');
  }
  const end = reader.end();
  if (end.problem !== null || rows + end.rows.length === 0) return forgotten(store, row.id, 'not-an-index');
  await store.harvests.put({ ...row, rows: rows + end.rows.length, state: 'read' });
  return '';
}

async function forgotten(store: ArchiveStore, id: string, reason: string): Promise<string> {
  await store.harvestParts.where('[harvest+part]').between([id, 0], [id, Number.MAX_SAFE_INTEGER]).delete();
  await store.harvests.delete(id);
  return reason;
}

async function* partsOf(file: File): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const packed = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isGzip = packed[0] === 0x1f && packed[1] === 0x8b;
  const stream = isGzip ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
  let held: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (value !== undefined) {
      held.push(new Uint8Array(value));
      size += value.byteLength;
    }
    if (size > 0 && (done || size >= PART)) {
      yield new Uint8Array(await new Blob(held).arrayBuffer());
      held = [];
      size = 0;
    }
    if (done) return;
  }
}
