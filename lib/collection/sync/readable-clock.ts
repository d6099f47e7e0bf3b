import { isDevice, isTime } from '../../sync/model/clock.ts';
import type { DeviceClock } from './sync-rows.ts';

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/**
 * A device's clock as it is stored; null for none, and for one that does not tell its device. Numbers that cannot be read begin anew:
 * a clock of no time, or of one that nobody's clock could come after, is put right by its next tick.
 */
export function readableClock(value: unknown): DeviceClock | null {
  const { device, time, count, isBased, waiting, waitingParts } = (value ?? {}) as Partial<
    Record<keyof DeviceClock, unknown>
  >;
  if (!isDevice(device)) return null;
  const isRight = isTime(time) && isCount(count);
  return {
    device,
    time: isRight ? time : 0,
    count: isRight ? count : 0,
    isBased: isBased === true,
    waiting: isCount(waiting) ? waiting : 0,
    waitingParts: isCount(waitingParts) ? waitingParts : 0,
  };
}
