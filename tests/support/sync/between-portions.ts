import type { Replica } from '../../../lib/sync/run/replica.ts';
import type { Random } from './random.ts';

/** The parts of the portions that are read of a log after which the reader does something, and after which the device stops. */
const ACTED = 0.1;
const STOPPED = 0.05;

/** A replica whose reader now and then does something while a file of another's log was applied in part, and whose device stops there at times. */
export function betweenPortions(
  replica: Replica,
  random: Random,
  /** `count`: which act of this sync it is, from 1 on: no two may have one name. */
  act: (count: number) => void | Promise<void>,
): Replica {
  const acted = { count: 0 };
  return {
    ...replica,
    apply: async (operations, state) => {
      await replica.apply(operations, state);
      if (random.next() < ACTED) {
        acted.count += 1;
        await act(acted.count);
      }
      if (random.next() < STOPPED) throw new Error('stopped');
    },
  };
}
