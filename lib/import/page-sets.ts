import { openBest } from './frames.ts';
import { createPageJoiner, type JoinedPages } from './join-pages.ts';
import { type OpenBytes, type OpenSource, openSource } from './open-source.ts';
import { placeOf } from './place-of-page.ts';
import type { SourceItem, SourceProblem } from './sources/source.ts';

/** The pages of one essay that a file holds: its first is opened, and the taker of the set closes it. */
export interface PageSet extends JoinedPages {
  readonly opened: OpenSource;
}

/**
 * Puts the pages of an essay together that stand apart in one file: such an essay comes when its last page does, or at the
 * end with those that came. When too much waits, the longest waiting goes without the rest. `pause` is called while it works, for others to
 * have their turn.
 */
export async function* pageSets(
  items: AsyncIterable<SourceItem>,
  open: OpenBytes,
  pause: () => Promise<void> = async () => undefined,
): AsyncGenerator<PageSet | SourceProblem> {
  const joiner = createPageJoiner();
  const setOf = async (pages: JoinedPages): Promise<PageSet> => ({
    ...pages,
    opened: await openSource(pages.first, open),
  });
  for await (const given of items) {
    if ('problem' in given) {
      yield given;
      continue;
    }
    const best = await openBest(given, open).catch(() => null);
    if (best === null) {
      yield { name: given.name, problem: { code: 'damaged' } };
      continue;
    }
    const { page, opened } = best;
    await pause();
    const place = placeOf(opened);
    await pause();
    if (place === null) {
      yield { first: page, opened, others: new Map() };
      continue;
    }
    opened.close();
    for (const pages of joiner.take(place, page)) yield await setOf(pages);
  }
  for (const pages of joiner.rest()) yield await setOf(pages);
}
