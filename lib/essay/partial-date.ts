/** A date as precise as its source: `2005`, `2005-07` or `2005-07-14`. Sorts as text. */
export type PartialDate = string;

/** A moment in UTC as precise as its source: a PartialDate, or `2007-07-02T20:53:27Z`. Sorts as text. */
export type PartialMoment = string;

const pad = (n: number): string => String(n).padStart(2, '0');

/**
 * The partial date of year, month and day, or null when they name no day of the calendar.
 * Months count from 1; leave month or day out when the source does not tell them.
 */
export function partialDate(year: number, month?: number, day?: number): PartialDate | null {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) return null;
  if (month === undefined) return String(year);
  if (month < 1 || month > 12) return null;
  if (day === undefined) return `${year}-${pad(month)}`;
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${year}-${pad(month)}-${pad(day)}`;
}

/**
 * The moment of an archive's timestamp: up to 14 digits, `YYYYMMDDhhmmss`, UTC.
 * A shorter one stays as partial as it is (`200507` → `2005-07`); null when it is no moment (`0`, `2`, `*`).
 */
export function momentOfTimestamp(timestamp: string): PartialMoment | null {
  const parts = /^(\d{4})(?:(\d{2})(?:(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?)?)?$/.exec(timestamp);
  if (!parts?.[1]) return null;
  const [, year, month, day, hour, minute, second] = parts;
  const date = partialDate(Number(year), month ? Number(month) : undefined, day ? Number(day) : undefined);
  if (date === null || hour === undefined || minute === undefined) return date;
  const clock = second === undefined ? `${hour}:${minute}` : `${hour}:${minute}:${second}`;
  return Number(hour) < 24 && Number(minute) < 60 && Number(second ?? 0) < 60 ? `${date}T${clock}Z` : date;
}
