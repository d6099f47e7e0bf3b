/**
 * A moment of one device as text, whose order is the order of time: milliseconds since 1970 in nine digits of base 36, a counter in
 * four, the device. A hybrid logical clock (Kulkarni and others, 2014): it follows the device's clock, and never falls behind a
 * stamp that was heard, so that what was made in knowledge of another comes after it, however wrong the clocks are.
 */
export type Stamp = string;

/** The last stamp of a device, without its name. */
export interface ClockState {
  readonly time: number;
  readonly count: number;
}

const BASE = 36;
const TIME_DIGITS = 9;
const COUNT_DIGITS = 4;
const HIGHEST_COUNT = BASE ** COUNT_DIGITS - 1;
const DEVICE_AT = TIME_DIGITS + COUNT_DIGITS + 2;
/** No clock is so wrong, milliseconds since 1970: a stamp that nobody's clock could come after would win for ever. */
const LATEST = Date.UTC(3000, 0);
const STAMP = /^[0-9a-z]{9}-[0-9a-z]{4}-[0-9a-z]{4,32}$/;

/** A clock that has not ticked yet. */
export const newClock: ClockState = { time: 0, count: 0 };

/** The clock after one more act at `now`, milliseconds since 1970. */
export function tick({ time, count }: ClockState, now: number): ClockState {
  if (now > time) return { time: Math.floor(now), count: 0 };
  return count < HIGHEST_COUNT ? { time, count: count + 1 } : { time: time + 1, count: 0 };
}

/** The clock after a stamp of another device was read. */
export function hear(clock: ClockState, stamp: Stamp): ClockState {
  const time = timeOf(stamp);
  const count = Number.parseInt(stamp.slice(TIME_DIGITS + 1, DEVICE_AT - 1), BASE);
  const isLater = time > clock.time || (time === clock.time && count > clock.count);
  return isLater ? { time, count } : clock;
}

/** The stamp of a device's clock. */
export const stampOf = ({ time, count }: ClockState, device: string): Stamp =>
  `${digits(time, TIME_DIGITS)}-${digits(count, COUNT_DIGITS)}-${device}`;

/** The device that made a stamp. */
export const deviceOf = (stamp: Stamp): string => stamp.slice(DEVICE_AT);

/** Milliseconds since 1970 that a stamp says. */
export const timeOf = (stamp: Stamp): number => Number.parseInt(stamp.slice(0, TIME_DIGITS), BASE);

/** True for a time that a stamp may have, milliseconds since 1970. */
export const isTime = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) < LATEST;

/** True for text that is a stamp: what another device sends may be anything. */
export const isStamp = (text: unknown): text is Stamp =>
  typeof text === 'string' && STAMP.test(text) && timeOf(text) < LATEST && !isOfEveryRecord(deviceOf(text));

/** True for text that may name a device. */
export const isDevice = (text: unknown): text is string =>
  typeof text === 'string' && /^[0-9a-z]{4,32}$/.test(text) && !isOfEveryRecord(text);

/** True for `constructor`, under which every record of devices has something that is no device's. */
const isOfEveryRecord = (name: string): boolean => Object.hasOwn(Object.prototype, name);

const digits = (value: number, length: number): string =>
  Math.max(0, value).toString(BASE).padStart(length, '0').slice(-length);
