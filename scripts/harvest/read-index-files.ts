import type { Catalogue } from '../../lib/harvest/captures/catalogue.ts';
import { createIndexReader } from '../../lib/harvest/index/read-index.ts';
import { blobChunks } from '../../lib/import/sources/blob-chunks.ts';
import { gunzipChunks } from '../../lib/import/sources/gunzip.ts';
import type { NamedBlob } from './crawls.ts';

/** Reads an index of any form, packed or not, into the catalogue. Throws where it is none, or ends before its packing does. */
export async function readIndexFile({ name, blob }: NamedBlob, catalogue: Catalogue): Promise<void> {
  const reader = createIndexReader();
  const chunks = blobChunks(blob);
  const state = { cut: false };
  const onCut = (): void => {
    state.cut = true;
  };
  for await (const chunk of /\.gz$/i.test(name) ? gunzipChunks(chunks, onCut, onCut) : chunks)
    for (const row of reader.push(chunk)) catalogue.add(row);
  const end = reader.end();
  for (const row of end.rows) catalogue.add(row);
  if (end.problem !== null) throw new Error(`${name} is no index.`);
  if (state.cut) throw new Error(`${name} ends early, or is damaged.`);
}
