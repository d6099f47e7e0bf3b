import { createPageJoiner, type JoinedPages } from '../../lib/import/join-pages.ts';
import { addressOfSource } from '../../lib/import/open-source.ts';
import type { ClippedJob } from './clip-all.ts';
import type { Job } from './jobs.ts';

/**
 * Pages of archives as threads have looked at them: what was read goes on as it is, and the pages of one essay that stand apart in an
 * archive become one job, in the place of the last of them, or at the end of the archive where pages are missing.
 */
export async function* joinParts(looked: AsyncIterable<ClippedJob>): AsyncGenerator<ClippedJob | Job> {
  const state = { joiner: createPageJoiner(), within: undefined as string | undefined };
  /** Ids that a manifest gave, which an archive's pages have in the place of their names. */
  const ids = new Map<string, string | null>();
  const jobOf = async ({ first, others }: JoinedPages): Promise<Job> => {
    const url = await addressOfSource(first);
    return { id: ids.get(first.name) ?? first.name, file: first.name, url, archived: { first, others } };
  };
  const rest = function* (): Generator<Promise<Job>> {
    for (const pages of state.joiner.rest()) yield jobOf(pages);
    ids.clear();
  };
  for await (const { job, clipped } of looked) {
    if (job.within !== state.within) for (const one of rest()) yield await one;
    state.within = job.within;
    const given = job.archived?.first;
    if (!clipped.ok || given === undefined) {
      yield { job, clipped };
      continue;
    }
    const { part, frame } = clipped.value;
    const first = frame === undefined ? given : { ...frame, name: given.name };
    if (part === undefined) yield { job: { ...job, archived: { first, others: new Map() } }, clipped };
    else {
      ids.set(first.name, job.id);
      for (const pages of state.joiner.take(part, first)) yield await jobOf(pages);
    }
  }
  for (const one of rest()) yield await one;
}
