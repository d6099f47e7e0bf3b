import { i18n } from '#i18n';
import type { JobRow } from '../../../lib/collection/rows.ts';
import { hostOf } from '../../../lib/queue-plan/host.ts';
import type { Item } from '../../../lib/queue-plan/job.ts';
import { formatNumber } from '../../../lib/ui/format.ts';

/** The hosts that a queue fetches from: those of its items, and of the list page that it was made from. */
export function hostsOf(row: Pick<JobRow, 'address'>, items: readonly Pick<Item, 'address'>[]): readonly string[] {
  const own = row.address === '' ? [] : [row.address];
  const hosts = [...own, ...items.map(({ address }) => address)].map(hostOf);
  return [...new Set(hosts)].filter((host) => host !== '');
}

/** The hosts in words: `取自 www.nbdx.cn 等 3 个网站`; by themselves without `from`. */
export function hostsWords(hosts: readonly string[], from = true): string {
  const [first = ''] = hosts;
  return from
    ? i18n.t('queue.from', hosts.length, [first, formatNumber(hosts.length)])
    : hosts.slice(0, 3).join(i18n.t('common.separator')) + (hosts.length > 3 ? '…' : '');
}
