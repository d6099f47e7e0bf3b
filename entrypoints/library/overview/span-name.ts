import { i18n } from '#i18n';
import { formatNumber } from '../../../lib/ui/format.ts';
import type { ChainStep } from './chain.ts';

/** Days up to which a span is told in days. */
const FEW_DAYS = 60;
/** Months up to which it is told in months. */
const FEW_MONTHS = 24;

/** How much later than the first an essay was published, in round numbers, as precise as the dates are; '' where they do not tell. */
export function spanName({ days, months }: Pick<ChainStep, 'days' | 'months'>): string {
  if (days === 0) return i18n.t('overview.sameDay');
  if (days !== null && days <= FEW_DAYS) return i18n.t('overview.later', [counted(days, 'day')]);
  if (months === null || months === 0) return '';
  return i18n.t('overview.later', [
    months <= FEW_MONTHS ? counted(months, 'month') : counted(Math.round(months / 12), 'year'),
  ]);
}

const counted = (count: number, unit: 'day' | 'month' | 'year'): string =>
  formatNumber(count, { style: 'unit', unit, unitDisplay: 'long' });
