import { i18n } from '#i18n';
import type { Outcome } from '../essay/outcome.ts';
import { formatNumber } from './format.ts';

/** What stood in the way of taking an act back, in words: of `count` things it was to give back, `undone` tells how many it did. '' when all went back. */
export function undoProblem(undone: Outcome<number>, count: number): string {
  if (!undone.ok) return i18n.t('undo.failed');
  const short = count - undone.value;
  if (short <= 0) return '';
  return undone.value <= 0 ? i18n.t('undo.none') : i18n.t('undo.part', short, [formatNumber(short)]);
}
