import { deviceOf, isStamp, type Stamp } from './clock.ts';
import type { Seen } from './seen.ts';

/** One change of one field of one row: the unit of the log. Applying one twice, or after others, changes nothing. */
export interface Operation {
  readonly table: string;
  readonly key: string;
  /** The field; '' for the row as a whole: with a value it was made, without one it was deleted. */
  readonly field: string;
  readonly stamp: Stamp;
  /** Absent where the field was taken away. */
  readonly value?: unknown;
  /** Of a note and of a deletion: what its writer knew, and so replaced. What others wrote meanwhile stays beside it. */
  readonly over?: Seen;
  /** The essay that the row belongs to, of tables whose rows belong to one. */
  readonly owner?: string;
}

/** An operation as it stands in a segment, its names short. */
export const lineOf = ({ table, key, field, stamp, value, over, owner }: Operation): object => ({
  t: table,
  k: key,
  f: field,
  h: stamp,
  ...(value !== undefined && { v: value }),
  ...(over !== undefined && { b: over }),
  ...(owner !== undefined && { o: owner }),
});

/** The operation that a line holds; null for one that is none, or is of a form that this version does not know. */
export function operationOf(line: unknown): Operation | null {
  if (typeof line !== 'object' || line === null) return null;
  const {
    t: table,
    k: key,
    f: field,
    h: stamp,
    v: value,
    b: over,
    o: owner,
  } = line as Readonly<Record<string, unknown>>;
  if (typeof table !== 'string' || typeof key !== 'string' || typeof field !== 'string' || !isStamp(stamp)) return null;
  if (over !== undefined && !isSeen(over)) return null;
  if (owner !== undefined && typeof owner !== 'string') return null;
  return {
    table,
    key,
    field,
    stamp,
    ...(value !== undefined && { value }),
    ...(over !== undefined && { over }),
    ...(owner !== undefined && { owner }),
  };
}

const isSeen = (value: unknown): value is Seen =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).every(([device, stamp]) => isStamp(stamp) && deviceOf(stamp) === device);
