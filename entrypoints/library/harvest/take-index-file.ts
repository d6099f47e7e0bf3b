import type { ArchiveStore } from '../../../lib/collection/archives/archive-store.ts';
import { type HarvestRow, newHarvest } from '../../../lib/collection/archives/harvest-rows.ts';
import { addPart } from '../../../lib/collection/archives/harvests.ts';
import { type Archive, wayback } from '../../../lib/harvest/archives.ts';
import { createIndexReader } from '../../../lib/harvest/index/read-index.ts';
import { blobChunks, join } from '../../../lib/import/sources/blob-chunks.ts';
import { gunzipChunks } from '../../../lib/import/sources/gunzip.ts';
import { breather } from './load-harvest.ts';

/** Bytes of a file that are one part, unpacked, and that are read at a time. */
const PART = 2_000_000;
const SLICE = 16_000;
const LINE_END = 10;

/** What went wrong with a file of which something could be read all the same. */
export const partOfFile = 'part-of-file';

/**
 * Takes in an index file from disk (CDX, CDXJ or JSON, packed with gzip in one member or many, or not), part by part. Its captures are fetched from
 * `archive`. Gives the machine word of what went wrong, '' for nothing; what is no index leaves nothing behind, and of one that is damaged or ends
 * early what could be read stays.
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
  const damage = { found: false };
  let rows = 0;
  try {
    for await (const bytes of partsOf(file, damage)) {
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
  if (end.problem !== null || rows + end.rows.length === 0)
    return forgotten(store, row.id, damage.found ? 'damaged' : 'not-an-index');
  await store.harvests.put({ ...row, rows: rows + end.rows.length, state: 'read' });
  return end.complete && !damage.found ? '' : partOfFile;
}

async function forgotten(store: ArchiveStore, id: string, reason: string): Promise<string> {
  await store.harvestParts.where('[harvest+part]').between([id, 0], [id, Number.MAX_SAFE_INTEGER]).delete();
  await store.harvests.delete(id);
  return reason;
}

/** The bytes of a file in parts, unpacked where it is packed. A gap, where a member of the packing is damaged, is the end of a line. */
async function* partsOf(file: File, damage: { found: boolean }): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const packed = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const onDamage = (): void => {
    damage.found = true;
  };
  const chunks = blobChunks(file);
  const isGzip = packed[0] === 0x1f && packed[1] === 0x8b;
  let held: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const chunk of isGzip ? gunzipChunks(chunks, onDamage, onDamage) : chunks) {
    if (chunk.length === 0) onDamage();
    held.push(chunk.length === 0 ? Uint8Array.of(LINE_END) : chunk);
    size += chunk.length;
    if (size < PART) continue;
    yield join(held);
    held = [];
    size = 0;
  }
  if (held.length > 0) yield join(held);
}
