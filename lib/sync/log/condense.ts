import { deviceOf } from '../model/clock.ts';
import { touchedBy } from '../model/join.ts';
import type { Operation } from '../model/operation.ts';
import { joinSeen, nothingSeen } from '../model/seen.ts';
import { partsOfId } from '../model/stamped-row.ts';

/**
 * The operations of a log, in their order, without those that a later one of the same field by the same device makes void. What a later one knew is
 * joined with what the void one knew, and rows that the void one touched stay touched. Whoever reads these has the same rows as
 * whoever read all. A log holds operations of other devices too, as a backup or a second copy told of them: those make none of its own void, since
 * two texts of a note may both stand, and each device's change keeps a row from being deleted.
 */
export function condense(operations: readonly Operation[]): readonly Operation[] {
  const last = new Map<string, Operation>();
  const enter = (operation: Operation): void => {
    const name = `${deviceOf(operation.stamp)}\n${operation.table}\n${operation.key}\n${nameOf(operation)}`;
    const before = last.get(name);
    // Taken out and put in again: it stands where the later one stood.
    last.delete(name);
    last.set(name, before === undefined ? operation : laterOf(before, operation));
    if (before !== undefined) for (const touched of stillTouched(before)) enter(touched);
  };
  for (const operation of operations) enter(operation);
  return [...last.values()];
}

/** Operations that only touch the rows that a void one touched. */
const stillTouched = (operation: Operation): readonly Operation[] =>
  touchedBy(operation).map((id) => {
    const [table = '', key = ''] = partsOfId(id);
    return { table, key, field: '', stamp: operation.stamp, value: 1 };
  });

/** A deletion and a making of a row are operations of their own: neither makes the other void. */
const nameOf = ({ field, value }: Operation): string => (field === '' && value === undefined ? '\n-' : field);

function laterOf(before: Operation, after: Operation): Operation {
  const [earlier, later] = before.stamp <= after.stamp ? [before, after] : [after, before];
  return earlier.over === undefined ? later : { ...later, over: joinSeen(earlier.over, later.over ?? nothingSeen) };
}
