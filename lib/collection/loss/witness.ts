import type { Collection } from '../collection.ts';

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

/** Counts the rows: some ten milliseconds a table of 100,000. */
export async function countRows(collection: Collection): Promise<WitnessedCounts> {
  const [essays, captures, bodies, originals] = await Promise.all(
    witnessedTables.map((name) => collection.table(name).count()),
  );
  return { essays: essays ?? 0, captures: captures ?? 0, bodies: bodies ?? 0, originals: originals ?? 0 };
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
