import type { Collection } from '../../lib/collection/collection.ts';
import { readNewest } from '../../lib/collection/newest-rows.ts';
import type { EssayRow } from '../../lib/collection/rows.ts';

/** The first rows of a page's list: what comes later waits for them. */
export interface FirstRows {
  /** The newest essays as they are recorded: in sight until the list has come. */
  readonly newest: Promise<readonly EssayRow[]>;
  /** Settles when the first rows are there, or are known not to come. */
  readonly there: Promise<unknown>;
  /** Tells that they are. */
  readonly come: () => void;
}

/** Reads the newest rows. Where the page begins with words that `areSought` its rows come later than those: nothing else is to be in their way. */
export function firstRows(collection: Collection, areSought: boolean): FirstRows {
  const newest = readNewest(collection);
  let come = (): void => undefined;
  const found = new Promise<void>((resolve) => {
    come = resolve;
  });
  return { newest, there: areSought ? found : newest, come };
}
