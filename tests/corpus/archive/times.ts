import type { ShelvedCapture } from './shelf.ts';

/** Milliseconds of 1970 of a timestamp; a partial one counts from its start. */
export function millisecondsOf(timestamp: string): number {
  const [, year, month, day, hour, minute, second] =
    /^(\d{1,4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?/.exec(timestamp) ?? [];
  return Date.UTC(
    Number(year ?? 0),
    Number(month ?? 1) - 1,
    Number(day ?? 1),
    Number(hour ?? 0),
    Number(minute ?? 0),
    Number(second ?? 0),
  );
}

/** 14 digits of a moment. */
export const timestampOf = (milliseconds: number): string =>
  new Date(milliseconds).toISOString().replace(/\D/g, '').slice(0, 14);

/** A timestamp as HTTP writes it (RFC 9110, 5.6.7). */
export const httpDate = (timestamp: string): string => new Date(millisecondsOf(timestamp)).toUTCString();

/** The capture that is nearest to a moment; null where there is none. */
export function nearestTo(captures: readonly ShelvedCapture[], wanted: number): ShelvedCapture | null {
  const distance = ({ timestamp }: ShelvedCapture): number => Math.abs(millisecondsOf(timestamp) - wanted);
  return captures.reduce<ShelvedCapture | null>(
    (best, next) => (best === null || distance(next) < distance(best) ? next : best),
    null,
  );
}
