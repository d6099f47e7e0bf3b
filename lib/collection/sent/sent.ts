import type { Outcome } from '../../essay/outcome.ts';
import { readableRow, readableRows } from '../checked/check-row.ts';
import type { Collection } from '../collection.ts';
import type { SentRow } from '../rows.ts';
import { attempt, type StorageProblem } from '../storage.ts';

/** The key of what is remembered of an essay and a library of Zotero. */
const sentId = (essayId: string, library: string): string => `${essayId} ${library}`;

/** As which item an essay was sent to a library; null when it was not, as far as is known. */
export function getSent(
  collection: Collection,
  essayId: string,
  library: string,
): Promise<Outcome<SentRow | null, StorageProblem>> {
  return attempt(async () => readableRow('sent', await collection.sent.get(sentId(essayId, library))));
}

/** Which of some essays were sent to any library of Zotero before. */
export function listSent(
  collection: Collection,
  essayIds: readonly string[],
): Promise<Outcome<readonly SentRow[], StorageProblem>> {
  return attempt(async () => readableRows('sent', await collection.sent.where('essayId').anyOf(essayIds).toArray()));
}

/** Remembers as which item an essay was sent to a library, in the place of what was known of the two. */
export async function putSent(
  collection: Collection,
  sent: Omit<SentRow, 'id'>,
): Promise<Outcome<SentRow, StorageProblem>> {
  const row = { ...sent, id: sentId(sent.essayId, sent.library) };
  return attempt(async () => {
    await collection.sent.put(row);
    return row;
  });
}
