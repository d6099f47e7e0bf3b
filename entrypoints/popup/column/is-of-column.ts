import type { JobRow } from '../../../lib/collection/rows.ts';
import { normaliseUrl } from '../../../lib/essay/identity.ts';
import type { ColumnOffer } from '../../../lib/messages/protocol.ts';
import { hostOf } from '../../../lib/queue-plan/host.ts';

const siteOf = (address: string): string => hostOf(normaliseUrl(address));

/** True for a queue of this column, begun from the list page at hand or from another one of it. */
export function isOfColumn({ kind, title, address }: JobRow, { job }: ColumnOffer): boolean {
  if (kind !== 'column') return false;
  return address === job.address || (title !== '' && title === job.title && siteOf(address) === siteOf(job.address));
}
