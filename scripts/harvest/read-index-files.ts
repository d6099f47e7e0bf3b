import type { Catalogue } from '../../lib/harvest/captures/catalogue.ts';
import { createIndexReader } from '../../lib/harvest/index/read-index.ts';
import { blobChunks } from '../../lib/import/sources/blob-chunks.ts';
import { gunzipChunks } from '../../lib/import/sources/gunzip.ts';
import type { NamedBlob } from './crawls.ts';

/**
 * Reads indexes of any form, packed or not, into the catalogue. Of one that is damaged, or ends before its packing does, what can be read counts, and
 * `say` is told. Throws where there is nothing in any of them.
 */
export async function readIndexFiles(
  indexes: readonly NamedBlob[],
  catalogue: Catalogue,
  say: (line: string) => void,
): Promise<void> {
  const troubles: string[] = [];
  const before = catalogue.counts().rows;
  for (const index of indexes) {
    const trouble = await readIndexFile(index, catalogue);
    if (trouble !== '') troubles.push(`${index.name} ${trouble}`);
  }
  const [first] = troubles;
  const rows = catalogue.counts().rows - before;
  if (first !== undefined && rows === 0) throw new Error(first);
  for (const trouble of troubles) say(`${trouble} ${rows} rows of it could be read.`);
}

/** What is wrong with an index, in words, '' for nothing. */
async function readIndexFile({ blob }: NamedBlob, catalogue: Catalogue): Promise<string> {
  const reader = createIndexReader();
  const chunks = blobChunks(blob);
  const state = { cut: false };
  const onCut = (): void => {
    state.cut = true;
  };
  const head = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
  const isPacked = head[0] === 0x1f && head[1] === 0x8b;
  for await (const chunk of isPacked ? gunzipChunks(chunks, onCut, onCut) : chunks) {
    // A gap, where a member of the packing is damaged, is the end of a line.
    if (chunk.length === 0) onCut();
    for (const row of reader.push(chunk.length === 0 ? '\n' : chunk)) catalogue.add(row);
  }
  const end = reader.end();
  for (const row of end.rows) catalogue.add(row);
  if (end.problem !== null) return 'is no index.';
  return state.cut || !end.complete ? 'ends early, or is damaged.' : '';
}
