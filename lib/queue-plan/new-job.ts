import type { QueueWishes } from './choose.ts';
import type { Wanted } from './job.ts';

/** A queue to start. */
export interface NewJob {
  /** Asked for again by the same id, it is started once; it gets one where it has none. */
  readonly id?: string;
  readonly kind: 'column' | 'tabs' | 'addresses' | 'harvest';
  /** What the reader knows it by; '' for one of tabs or addresses. */
  readonly title: string;
  /** The list page that it was made from, '' for none. */
  readonly address: string;
  /** In the order in which they are to be fetched and listed. */
  readonly wanted: readonly Wanted[];
  /** Match patterns of the hosts that are to be fetched from: what the reader has to grant. */
  readonly origins: readonly string[];
  /** What the links of a column's list have in common; '' when it is not known. */
  readonly rows: string;
  /** The reader chooses among what its lists tell, before any essay is fetched. */
  readonly choosing?: true;
  /** What the reader wishes; as the settings have it, and without being told, where it is left out. */
  readonly wishes?: QueueWishes;
}
