import { i18n } from '#i18n';
import type { PublicationIssue } from '../essay/essay.ts';
import type { PartialDate, PartialMoment } from '../essay/partial-date.ts';
import { onceAText } from '../text/once-a-text.ts';

/** Tag of the language that the interface speaks: numbers and dates follow the words around them. */
export const uiLanguage = (): string => i18n.t('locale');

/** What a formatter is made of, as a text that it is remembered by. To make one takes longer than to lay out its row, and a list asks for hundreds. */
const toldBy = (style: Intl.NumberFormatOptions | Intl.DateTimeFormatOptions): string =>
  JSON.stringify([uiLanguage(), style]);
const numberFormatOf = onceAText((told) => new Intl.NumberFormat(...JSON.parse(told)));
const dateFormatOf = onceAText((told) => new Intl.DateTimeFormat(...JSON.parse(told)));

/** A number in the language's style, with its grouping, e.g. `12,345`. */
export const formatNumber = (n: number, style: Intl.NumberFormatOptions = {}): string =>
  numberFormatOf(toldBy(style)).format(n);

const formatMade = (date: Date, style: Intl.DateTimeFormatOptions): string => dateFormatOf(toldBy(style)).format(date);

/** A count of characters, e.g. `2,318 字`. */
export const formatLength = (n: number): string => i18n.t('length', n, [formatNumber(n)]);

/** The units that a size is told in, each a thousand times the one before. */
const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A size in bytes, e.g. `38 kB`. */
export function formatBytes(n: number): string {
  const power = Math.min(byteUnits.length - 1, n < 1 ? 0 : Math.floor(Math.log10(n) / 3));
  const unit = byteUnits[power] ?? 'byte';
  // The short form of a byte is its English word in one number: `0 byte`.
  const unitDisplay = power === 0 ? 'long' : 'short';
  return formatNumber(n / 1000 ** power, { style: 'unit', unit, unitDisplay, maximumFractionDigits: 1 });
}

/** A span of time in round numbers, e.g. `20分钟`: minutes up to two hours, then hours. In milliseconds. */
export function formatDuration(span: number): string {
  const minutes = Math.max(1, Math.round(span / 60_000));
  const [value, unit] = minutes < 120 ? [minutes, 'minute'] : [Math.round(minutes / 60), 'hour'];
  return formatNumber(value, { style: 'unit', unit, unitDisplay: 'long' });
}

/** A partial date in words, as precise as it is and no more: `2005年`, `2005年7月`, `2005年7月14日`. */
export function formatDate(date: PartialDate): string {
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined || !Number.isInteger(year)) return date;
  const moment = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
  if (Number.isNaN(moment.getTime())) return date;
  return formatMade(moment, {
    year: 'numeric',
    ...(month !== undefined && { month: 'long' }),
    ...(day !== undefined && { day: 'numeric' }),
    timeZone: 'UTC',
  });
}

/** The local day of a moment; a moment that is only a partial date stays as partial as it is. */
export function formatDay(moment: PartialMoment): string {
  if (!moment.includes('T')) return formatDate(moment);
  return formatLocal(moment, { dateStyle: 'long' });
}

/** The local day and time of a moment; a moment that is only a partial date stays as partial as it is. */
export function formatMoment(moment: PartialMoment): string {
  if (!moment.includes('T')) return formatDate(moment);
  return formatLocal(moment, { dateStyle: 'long', timeStyle: 'short' });
}

/** An issue in words, e.g. `学习时报 2005年 第 12 期 第 3 版`. */
export function formatIssue(issue: PublicationIssue): string {
  const when = issue.date ?? (issue.year === null ? null : String(issue.year));
  return [
    issue.title,
    when === null ? '' : formatDate(when),
    issue.issue === null ? '' : i18n.t('issue', [issue.issue]),
    issue.page === null ? '' : i18n.t('issuePage', [issue.page]),
  ]
    .filter(Boolean)
    .join(' ');
}

function formatLocal(moment: PartialMoment, style: Intl.DateTimeFormatOptions): string {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? moment : formatMade(date, style);
}
