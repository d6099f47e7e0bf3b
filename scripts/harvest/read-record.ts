import { basename } from 'node:path';
import type { IndexedCapture } from '../../lib/harvest/captures/capture-store.ts';
import { blobChunks } from '../../lib/import/sources/blob-chunks.ts';
import { readPackedWarc, readWarc } from '../../lib/import/sources/warc.ts';
import type { Fetched } from '../../lib/queue/fetch-page.ts';

/** The file that holds a capture's record; null where it is not at hand. Indexes name a file with or without its folder. */
export const crawlOf = ({ offset, file }: IndexedCapture, crawls: ReadonlyMap<string, Blob>): Blob | null =>
  offset === null || file === null ? null : (crawls.get(basename(file)) ?? null);

/** Bytes that are read of a record whose length the index does not tell: no page is longer. */
const longestRecord = 20_000_000;

/** Reads the page of one record by its place alone: of a crawl of any size its own bytes. `address` is what it is opened under. */
export async function readRecord(capture: IndexedCapture, crawl: Blob, address: string): Promise<Fetched> {
  const start = capture.offset ?? 0;
  const record = crawl.slice(start, start + (capture.length ?? longestRecord));
  const head = new Uint8Array(await record.slice(0, 2).arrayBuffer());
  const read = head[0] === 0x1f && head[1] === 0x8b ? readPackedWarc : readWarc;
  try {
    for await (const item of read(capture.file ?? '', blobChunks(record))) {
      if ('problem' in item) return { kind: 'failed', reason: item.problem.code };
      const { bytes, charset, cut } = item;
      return { kind: 'page', page: { address, url: address, charset, bytes, ...(cut ? { cutShort: true } : {}) } };
    }
  } catch (problem) {
    return { kind: 'failed', reason: problem instanceof Error ? problem.message : 'damaged' };
  }
  return { kind: 'failed', reason: 'nothing-to-read' };
}
