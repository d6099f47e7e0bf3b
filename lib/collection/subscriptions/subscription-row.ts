import type { VaultLock } from '../../sync/lock/vault-lock.ts';
import type { LogStream } from '../../sync/model/synced-tables.ts';
import type { LogPlace } from '../../sync/read/reading-storage.ts';
import type { PeerNotice } from '../../sync/run/pull.ts';
import type { SyncProgress } from '../../sync/run/watched-storage.ts';
import type { SyncProblem } from '../../sync/storage.ts';
import type { StorageProblem } from '../guard/trouble.ts';

/** Another's published collection that is read here, and how that goes. Moments are milliseconds since 1970, 0 for never. */
export interface SubscriptionRow {
  /** 12 letters and digits: its database and its index are named by it. */
  readonly id: string;
  /** Whose it is, as the reader calls it. */
  readonly name: string;
  readonly place: LogPlace;
  /** Id of the collection. */
  readonly vault: string;
  /** What its files are encrypted by; null where they are not. */
  readonly lock: VaultLock | null;
  readonly key: CryptoKey | null;
  readonly wanted: readonly LogStream[];
  readonly addedAt: number;
  readonly triedAt: number;
  readonly doneAt: number;
  /** Updates in a row that failed. */
  readonly failures: number;
  readonly problem: { readonly code: SyncProblem | StorageProblem; readonly detail: string } | null;
  readonly notices: readonly PeerNotice[];
  readonly running: SyncProgress | null;
  /** Essays that are here, and the most that were since the reader was told of fewer. */
  readonly essays: number;
  readonly most?: number;
  /** When the reader unsubscribed; 0 while it is wanted. A little later all of it is deleted. */
  readonly goneAt: number;
}
