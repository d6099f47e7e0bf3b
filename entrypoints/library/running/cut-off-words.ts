import { i18n } from '#i18n';
import type { RunningAct } from '../../../lib/collection/running/running-acts.ts';
import { formatMoment, formatNumber } from '../../../lib/ui/format.ts';

/** What became of an act whose window closed before it was done, and how to go on, in a sentence or two. */
export function cutOffWords({ kind, name, startedAt, done, of, whole }: RunningAct): string {
  const file = name === '' ? i18n.t('common.untitled') : name;
  const when = formatMoment(startedAt);
  const [count, all] = [formatNumber(done), formatNumber(of)];
  switch (kind) {
    case 'import':
      return i18n.t('cutOff.import', done, [when, file, count]);
    case 'merge':
      return whole ? i18n.t('cutOff.merged', done, [when, file, count]) : i18n.t('cutOff.restore', [when, file]);
    case 'unmerge':
      return i18n.t(whole ? 'cutOff.unmerged' : 'cutOff.unmerge', [when, file]);
    case 'replace':
      return whole ? i18n.t('cutOff.replaced', done, [when, file, count]) : i18n.t('cutOff.restore', [when, file]);
    case 'clean':
      return i18n.t('cutOff.clean', [when, count, all]);
    case 'take-back':
      return i18n.t('cutOff.takeBack', [when, count, all]);
    case 'export':
      return i18n.t('cutOff.export', [when, file]);
    case 'backup':
      return i18n.t('cutOff.backup', [when, file]);
  }
}
