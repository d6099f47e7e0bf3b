import type { Keeping } from '../collection/keep/keep-request.ts';
import { titleOf } from '../dom/tree.ts';
import type { Outcome } from '../essay/outcome.ts';
import type { ReadProblem } from '../pipeline/read-page.ts';
import type { WholeOptions } from '../pipeline/whole-essay.ts';
import { openBest } from './frames.ts';
import type { JoinedPages, Place } from './join-pages.ts';
import { type OpenBytes, openSource } from './open-source.ts';
import type { PageSet } from './page-sets.ts';
import { placeOf } from './place-of-page.ts';
import { readSet } from './read-set.ts';
import type { SourcePage } from './sources/source.ts';

/** An essay of pages that belong together, or why there is none, and the title that the page itself has. */
export interface WholeReading {
  readonly reading: Outcome<Keeping, ReadProblem>;
  readonly title: string;
}

/** How pages are to be read: `any` reads also one that is not recognised. */
export type ReadWishes = Pick<WholeOptions, 'any'>;

/**
 * What a page of a file is: one that was read, with its essay or why there is none; or a part of an essay of several pages, which waits
 * for the others. `page` is the page itself or the one of its frames that holds the essay.
 */
export type TakenPage =
  | ({ readonly kind: 'read'; readonly page: SourcePage } & WholeReading)
  | { readonly kind: 'part'; readonly page: SourcePage; readonly place: Place };

/** Reads pages out of files. All that goes in and comes out is plain data, so that it may do its work somewhere else. */
export interface SetReader {
  /** Opens a page and reads it where it stands alone; null when it cannot be opened. */
  readonly take: (page: SourcePage, wishes?: ReadWishes) => Promise<TakenPage | null>;
  /** The essay of pages that belong together. */
  readonly join: (pages: JoinedPages, wishes?: ReadWishes) => Promise<WholeReading>;
  /** Pages that it may be given before the first of them is back: more than one where it works somewhere else. */
  readonly ahead: number;
}

/** A reader that works on the spot; `turn` is called between the stages of reading, for others to have theirs. */
export function createSetReader(open: OpenBytes, turn?: WholeOptions['turn']): SetReader {
  const options = { secondReader: true, ...(turn ? { turn } : {}) };
  const read = async (set: PageSet, wishes: ReadWishes): Promise<WholeReading> => ({
    title: titleOf(set.opened.document),
    reading: await readSet(set, open, { ...options, ...wishes }),
  });
  return {
    ahead: 1,
    async take(given, wishes = {}) {
      const best = await openBest(given, open).catch(() => null);
      if (best === null) return null;
      const { page, opened } = best;
      try {
        await turn?.();
        const place = placeOf(opened);
        await turn?.();
        if (place !== null) return { kind: 'part', page, place };
        return { kind: 'read', page, ...(await read({ first: page, opened, others: new Map() }, wishes)) };
      } finally {
        opened.close();
      }
    },
    async join(pages, wishes = {}) {
      const opened = await openSource(pages.first, open);
      try {
        return await read({ ...pages, opened }, wishes);
      } finally {
        opened.close();
      }
    },
  };
}
