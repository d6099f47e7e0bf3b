import { expect, it } from 'vitest';
import {
  hasRoomFor,
  hasRoomForActs,
  isRunningShort,
  type Room,
  reserveOf,
} from '../../../../lib/collection/guard/room.ts';

const MB = 1_000_000;
const room = (free: number, used = 1000): Room => ({ used: used * MB, free: free * MB, persisted: false });

it('keeps fifty megabytes free, less of a small store, and never less than two logs of the database', () => {
  expect(reserveOf(room(80_000))).toBe(50 * MB);
  expect(reserveOf(room(60, 60))).toBe(15 * MB);
  expect(reserveOf(room(3, 1))).toBe(8 * MB);
});

it('warns well before it refuses, and refuses a keep before it refuses a tag', () => {
  const steps = [300, 200, 60, 40, 20].map((free) => room(free));
  expect(steps.map(isRunningShort)).toEqual([false, true, true, true, true]);
  expect(steps.map((one) => hasRoomFor(one, 0))).toEqual([true, true, true, false, false]);
  expect(steps.map(hasRoomForActs)).toEqual([true, true, true, true, false]);
});

it('wants three times what is to be written beyond the reserve', () => {
  expect(hasRoomFor(room(110), 20 * MB)).toBe(true);
  expect(hasRoomFor(room(109), 20 * MB)).toBe(false);
});
