import { i18n } from '#i18n';
import type { JobItemRow } from '../../../lib/collection/rows.ts';
import type { PickRow } from '../../../lib/features/queue/pick-row.ts';
import type { Wanted } from '../../../lib/queue-plan/job.ts';
import { formatDate } from '../../../lib/ui/format.ts';

/** What is told of an essay before it is fetched: its date and column where a list tells them; its address where nothing names it. */
const told = ({ title, date, column, address }: Pick<Wanted, 'title' | 'date' | 'column' | 'address'>) => ({
  title: title || address,
  details: [date === null ? '' : formatDate(date), column ?? '', title === '' ? '' : address].filter(
    (words) => words !== '',
  ),
});

/** An essay that a queue has found; what is fetched already is not to be chosen any more. */
export const pickRowOf = (item: JobItemRow): PickRow<number> => {
  const open = item.state === 'waiting' || item.state === 'unchosen';
  return {
    key: item.number,
    ...told(item),
    state: item.state,
    words: open ? '' : i18n.t(`queue.item.${item.state}`),
    closed: !open,
  };
};

/** An address of a list that was pasted; `kept` where its essay is in the collection. */
export const pickRowOfWanted = (wanted: Wanted, kept: boolean): PickRow<string> => ({
  key: wanted.key,
  ...told(wanted),
  state: kept ? 'kept' : 'open',
  words: kept ? i18n.t('queue.kept') : '',
  closed: kept,
});
