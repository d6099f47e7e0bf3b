import { i18n } from '#i18n';
import type { JobItemRow } from '../../../lib/collection/rows.ts';
import type { PickRow } from '../../../lib/features/queue/pick-row.ts';
import type { Wanted } from '../../../lib/queue-plan/job.ts';
import { formatDate } from '../../../lib/ui/format.ts';

/** Date and column, where a list tells them of an essay, and its address where that is asked for. */
const detailsOf = ({ date, column = '' }: Pick<Wanted, 'date' | 'column'>, address = ''): readonly string[] =>
  [date === null ? '' : formatDate(date), column, address].filter((words) => words !== '');

/** An essay that a queue has found; what is fetched already is not to be chosen any more. */
export const pickRowOf = (item: JobItemRow): PickRow<number> => {
  const open = item.state === 'waiting' || item.state === 'unchosen';
  return {
    key: item.number,
    title: item.title || item.address,
    details: detailsOf(item),
    state: item.state,
    words: open ? '' : i18n.t(`queue.item.${item.state}`),
    closed: !open,
  };
};

/** An address of a list that was pasted; `kept` where its essay is in the collection. */
export const pickRowOfWanted = (wanted: Wanted, kept: boolean): PickRow<string> => ({
  key: wanted.key,
  title: wanted.title || wanted.address,
  details: detailsOf(wanted, wanted.title === '' ? '' : wanted.address),
  state: kept ? 'kept' : 'open',
  words: kept ? i18n.t('queue.kept') : '',
  closed: kept,
});
