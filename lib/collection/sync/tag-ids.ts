import { checksumOfText } from '../../essay/checksum.ts';
import { readableRows } from '../checked/check-row.ts';
import type { Collection } from '../collection.ts';
import { CLOCK } from './sync-rows.ts';

/** Characters of a name that an id holds: a key of the database must not be endless. */
const NAME = 300;

/**
 * The id of the tag with a folded name in a collection that syncs: the same tag made on two computers is one. A name that is longer
 * than any real one is told by its beginning and a checksum.
 */
export const tagIdOf = (folded: string): string =>
  folded.length <= NAME ? `tag ${folded}` : `tag ${folded.slice(0, NAME)} ${checksumOfText(folded).toString(36)}`;

/** True while changes are stamped. Inside a transaction over `sync`, or by itself. */
export const isStamped = async ({ sync }: Pick<Collection, 'sync'>): Promise<boolean> =>
  (await sync.get(CLOCK)) !== undefined;

/** Saved searches that name tags by ids which are others now. Inside a transaction over `searches`. */
export async function renameInSearches(
  { searches }: Pick<Collection, 'searches'>,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = readableRows('searches', await searches.toArray());
  await searches.bulkPut(
    rows.flatMap((row) => {
      const query = [...new URLSearchParams(row.query)];
      if (!query.some(([, value]) => ids.has(value))) return [];
      const renamed = query.map(([name, value]): [string, string] => [name, ids.get(value) ?? value]);
      return [{ ...row, query: String(new URLSearchParams(renamed)) }];
    }),
  );
}
