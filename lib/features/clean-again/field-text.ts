import { i18n } from '#i18n';
import type { EssayFields, FieldName } from '../../essay/essay.ts';
import { formatDate, formatIssue, formatNumber } from '../../ui/format.ts';
import { authorsLine } from '../../ui/words.ts';

/** The value of a field in words; one that is not there says so. */
export function fieldValueText(field: FieldName, value: EssayFields[FieldName]): string {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return i18n.t('common.none');
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'string') return field === 'publishedOn' ? formatDate(value) : value;
  if ('year' in value) return formatIssue(value);
  return field === 'column' ? value.join(' › ') : authorsLine(value);
}
