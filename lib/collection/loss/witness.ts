import type { Collection } from '../collection.ts';
import type { Rests } from '../telling/give-way.ts';
import { countKeys } from './count-keys.ts';

/** Tables whose rows are counted. */
export const witnessedTables = ['essays', 'captures', 'bodies', 'originals'] as const;

/** How many rows a collection has. */
export type WitnessedCounts = Readonly<Record<(typeof witnessedTables)[number], number>>;

/** What stands outside the database of what is in it: a database that is lost cannot tell that it was there. */
export interface Witness {
  /** Id of the collection. */
  readonly collection: string;
  readonly counts: WitnessedCounts;
  /** When it was last seen: UTC, ISO 8601. */
  readonly seenAt: string;
}

/**
 * What a collection is, compared with its witness. `first`: nobody has seen it. `same`. `lost`: another stands in its place, which
 * is empty or nearly so. `thinner`: the same, and rows are missing that the witness has seen.
 */
export type Standing = 'first' | 'same' | 'lost' | 'thinner';

/** Compares a collection with its witness; `counts` are null where they were not counted. */
export function standingOfWitness(
  id: string | null,
  counts: WitnessedCounts | null,
  witness: Witness | null,
): Standing {
  if (witness === null || witness.counts.essays === 0) return id === witness?.collection ? 'same' : 'first';
  if (id !== witness.collection) return 'lost';
  const thinner = counts !== null && witnessedTables.some((table) => counts[table] < witness.counts[table]);
  return thinner ? 'thinner' : 'same';
}

/** Counts the rows, some at a time, with a rest after each: see `countKeys`. */
export async function countRows(collection: Collection, rest?: Rests): Promise<WitnessedCounts> {
  const counts = { essays: 0, captures: 0, bodies: 0, originals: 0 };
  for (const name of witnessedTables) counts[name] = await countKeys(collection, name, rest);
  return counts;
}

/** Milliseconds of rest for each essay between two counts, of which one takes some hundredths: counting never takes a hundredth of the time. */
const REST_AN_ESSAY = 10;

/** True when a witness of this collection was told so lately that counting again would be work in vain. `now`: milliseconds since 1970. */
export function isToldLately(witness: Witness | null, id: string | null, now: number): boolean {
  if (witness === null || witness.collection !== id) return false;
  const age = now - Date.parse(witness.seenAt);
  return age >= 0 && age < witness.counts.essays * REST_AN_ESSAY;
}

const IDENTITY = 'identity';

/** The id of the collection; null for one that was made by an older version, or a moment ago. */
export async function readIdentity({ meta }: Pick<Collection, 'meta'>): Promise<string | null> {
  const value = (await meta.get(IDENTITY))?.value;
  return typeof value === 'string' ? value : null;
}

/** Gives the collection an id. */
export async function putIdentity({ meta }: Pick<Collection, 'meta'>, id: string): Promise<void> {
  await meta.put({ key: IDENTITY, value: id });
}
