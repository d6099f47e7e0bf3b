import { momentOfTimestamp, type PartialMoment, partialDate } from '../../../lib/essay/partial-date.ts';

/**
 * The moment that a row of an input tells: ISO 8601 cut short after any part, or a crawl's timestamp of 4 to 14 digits. Null for none,
 * undefined for what is no moment.
 */
export function momentOfRow(written: unknown): PartialMoment | null | undefined {
  if (written === undefined || written === null || written === '') return null;
  if (typeof written === 'number') return momentOfRow(String(written));
  if (typeof written !== 'string') return undefined;
  if (/^\d{4,14}$/.test(written)) return momentOfTimestamp(written) ?? undefined;
  const [, year, month, day, clock] = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(T.*)?)?)?$/s.exec(written) ?? [];
  const date = partialDate(Number(year), month ? Number(month) : undefined, day ? Number(day) : undefined);
  if (date === null || clock === undefined) return date ?? undefined;
  const time = Date.parse(written);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}
