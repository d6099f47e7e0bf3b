import { i18n } from '#i18n';
import type { Problem } from '../../../../lib/essay/outcome.ts';
import { momentOfTimestamp } from '../../../../lib/essay/partial-date.ts';
import { queueReason } from '../../../../lib/features/queue/queue-reason.ts';
import { formatMoment } from '../../../../lib/ui/format.ts';

/** The moment of a capture, in words. */
export const momentWords = (timestamp: string): string => formatMoment(momentOfTimestamp(timestamp) ?? timestamp);

/** Why an archive gave no answer, in words; a rest is told with its end. */
export function problemWords({ code, detail }: Problem): string {
  if (code === 'archive-rests' && detail !== undefined) return i18n.t('captures.restsTill', [formatMoment(detail)]);
  if (code === 'excluded') return i18n.t('harvest.reason.excluded');
  if (code === 'not-an-index' || code === 'no-archive') return i18n.t('harvest.reason.notAnIndex');
  if (code === 'offline') return i18n.t('captures.offline');
  if (code === 'unreachable') return i18n.t('giveBack.reason.unreachable');
  return queueReason(code);
}

/** The letter of a group of captures with the same bytes: A to Z, then AA. */
export function groupLetter(group: number): string {
  const letter = String.fromCharCode(65 + (group % 26));
  return group < 26 ? letter : groupLetter(Math.floor(group / 26) - 1) + letter;
}
