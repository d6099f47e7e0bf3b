import type { PlainRow } from '../../../lib/sync/model/fields-of.ts';
import type { StampedRow } from '../../../lib/sync/model/stamped-row.ts';
import type { SyncedTable } from '../../../lib/sync/model/synced-tables.ts';

/** What a device holds, as a test looks at it: rows by their keys as text, and what is known of who changed them. */
export interface SeenDevice {
  readonly device: string;
  readonly rows: (table: SyncedTable) => ReadonlyMap<string, PlainRow>;
  readonly stamps: ReadonlyMap<string, StampedRow>;
}
