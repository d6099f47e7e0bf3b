import { changeStatus, readStatus } from '../../collection/sync-store/sync-status.ts';
import type { SyncStore } from '../../collection/sync-store/sync-store.ts';
import { readTarget, type SyncTarget } from '../../collection/sync-store/target.ts';

/** What a page asks of the browser, and of the background. */
interface FolderKeeper {
  readonly isAllowed: (target: Extract<SyncTarget, { kind: 'folder' }>) => Promise<boolean>;
  readonly syncNow: () => Promise<void>;
}

/**
 * Looks, when a page opens, whether the browser still lets us at the folder that is synced by: it takes that back when the last page was closed. Then it
 * is told at once, not when a sync is due; and what waited for it goes on where the reader allowed it for good. Never rejects.
 */
export async function lookAtFolder(store: SyncStore, { isAllowed, syncNow }: FolderKeeper): Promise<void> {
  try {
    const target = await readTarget(store);
    if (target?.kind !== 'folder') return;
    const allowed = await isAllowed(target);
    const { problem, running } = await readStatus(store);
    const isTold = problem?.code === 'not-allowed';
    if (allowed && isTold) await syncNow();
    else if (!allowed && !isTold && running === null)
      await changeStatus(store, { problem: { code: 'not-allowed', detail: '' } });
  } catch {
    // The sync itself tells what is the matter.
  }
}
