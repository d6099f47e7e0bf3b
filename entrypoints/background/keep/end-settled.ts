import { markEssay } from '../../../lib/collection/copy/mark-essay.ts';
import type { JournalEntry } from '../../../lib/collection/journal/journal.ts';
import { attempt } from '../../../lib/collection/storage.ts';
import type { KeeperParts } from './keeper-parts.ts';

/**
 * Ends a keep that was told and whose clip stayed. Where the database has lost what was kept, as on a full disk, `keepLost` is called to keep it once
 * more; what the copy knows of, and the collection does not, was deleted by the reader. Where the copy has lost it, it is copied once more. As long as
 * the disk is about full, or the copy or the collection cannot be asked, the clip stays. Rejects when the copy's files cannot be read.
 */
export async function endSettled(
  { collection, journal, copied, everCopied, isDiskTight }: KeeperParts,
  id: string,
  keepLost: (entry: JournalEntry) => Promise<void>,
): Promise<void> {
  if ((await isDiskTight()) || !(await copied())) return;
  const capture = await attempt(async () => collection.captures.get(id));
  if (!capture.ok) return;
  const inCopy = await everCopied(id);
  if (capture.value !== undefined && !inCopy) {
    await markEssay(collection, capture.value.essayId);
    if (!(await copied())) return;
  }
  const isLost = capture.value === undefined && !inCopy;
  const entry = isLost ? await journal.settledEntry(id) : null;
  await (entry === null ? journal.forget(id) : keepLost(entry));
}
