import { essayId } from '../../lib/essay/identity.ts';
import { type ExportRecord, recordOfEssay } from '../../lib/export/record.ts';
import type { ClippedJob } from './clip-all.ts';
import { partsOfJob } from './originals.ts';

/** The essays of the pages, each once; pages that are none are passed over, as a crawl is full of them. */
export async function* essaysOf(pages: AsyncIterable<ClippedJob>): AsyncGenerator<ExportRecord> {
  const seen = new Set<string>();
  for await (const { job, clipped } of pages) {
    if (!clipped.ok || clipped.value.essay === null) continue;
    const id = await essayId(clipped.value.essay.originalUrl);
    if (!seen.has(id)) yield recordOfEssay(id, clipped.value.essay, partsOfJob(job, clipped.value.essay));
    seen.add(id);
  }
}
