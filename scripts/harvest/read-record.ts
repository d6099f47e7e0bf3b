import { basename } from 'node:path';
import { readAddress } from '../../lib/archive/address.ts';
import { foldAddress } from '../../lib/harvest/address/fold.ts';
import type { IndexedCapture } from '../../lib/harvest/captures/capture-store.ts';
import { blobChunks, type Chunks } from '../../lib/import/sources/blob-chunks.ts';
import { gunzipChunks } from '../../lib/import/sources/gunzip.ts';
import { readWarc } from '../../lib/import/sources/warc.ts';
import type { Fetched } from '../../lib/queue/fetch-page.ts';

/** The file that holds a capture's record; null where it is not at hand. Indexes name a file with or without its folder. */
export const crawlOf = ({ offset, file }: IndexedCapture, crawls: ReadonlyMap<string, Blob>): Blob | null =>
  offset === null || file === null ? null : (crawls.get(basename(file.replaceAll('\\', '/'))) ?? null);

/** Bytes that are read of a record whose length the index does not tell: no page is longer. */
const longestRecord = 20_000_000;

/** Reads the page of one record by its place alone: of a crawl of any size its own bytes. `address` is what it is opened under. */
export async function readRecord(capture: IndexedCapture, crawl: Blob, address: string): Promise<Fetched> {
  const start = capture.offset ?? 0;
  const record = crawl.slice(start, start + (capture.length ?? longestRecord));
  const head = new Uint8Array(await record.slice(0, 2).arrayBuffer());
  const chunks = blobChunks(record);
  const plain = head[0] === 0x1f && head[1] === 0x8b ? gunzipChunks(chunks, () => undefined) : chunks;
  try {
    for await (const item of readWarc(capture.file ?? '', withArcMark(plain))) {
      if ('problem' in item) return { kind: 'failed', reason: item.problem.code };
      const { bytes, charset, cut } = item;
      // An index whose places do not fit its crawl would give a page under the address of another.
      if (!isOf(capture, item.address)) return { kind: 'failed', reason: 'other-record' };
      return { kind: 'page', page: { address, url: address, charset, bytes, ...(cut ? { cutShort: true } : {}) } };
    }
  } catch (problem) {
    return { kind: 'failed', reason: problem instanceof Error ? problem.message : 'damaged' };
  }
  return { kind: 'failed', reason: 'nothing-to-read' };
}

function isOf({ original }: IndexedCapture, address: string | null): boolean {
  if (address === null) return true;
  return foldAddress(readAddress(address)?.originalUrl ?? address) === foldAddress(original);
}

/** A record that an ARC's own line begins, which is told by its file's first record alone. */
const arcLine = /^https?:\/\/\S+ \S+ \d{8,14} /i;
const arcMark = new TextEncoder().encode('filedesc://crawl.arc 0.0.0.0 20000101000000 text/plain 0\n');

async function* withArcMark(chunks: Chunks): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let isFirst = true;
  for await (const chunk of chunks) {
    if (isFirst && arcLine.test(new TextDecoder('windows-1252').decode(chunk.subarray(0, 4096)))) yield arcMark;
    isFirst = false;
    yield chunk;
  }
}
