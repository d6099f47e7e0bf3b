import { isDevice, isStamp } from '../../sync/model/clock.ts';
import type { Operation } from '../../sync/model/operation.ts';
import { operationsOfRow } from '../../sync/model/operations-of-row.ts';
import { covers, type Seen } from '../../sync/model/seen.ts';
import { isNoteField, type StampedRow, stampedId } from '../../sync/model/stamped-row.ts';
import { isPart, isSynced } from '../../sync/model/synced-tables.ts';
import type { Collection } from '../collection.ts';
import { joinIntoStamps, readStamps } from './join-into-stamps.ts';
import { settleWrites } from './settle-writes.ts';
import { unsentRowsOf } from './stamping/unsent-rows.ts';
import { isStamped, tagIdOf } from './tag-ids.ts';

/** A row of any table, plain. */
type Row = Readonly<Record<string, unknown>>;

/** The name under which what is known of a row stands in it, in a backup. An older version leaves it there and looks at it no more. */
const STAMPS = 'stamps';

/** True for a table of which a backup says who changed its rows. */
const hasStamps = (table: string): boolean => isSynced(table) && !isPart(table);

/** Rows as a backup takes them: with what is known of who changed them, where the collection ever synced. Inside a transaction over `stamps`. */
export async function withStamps(collection: Collection, table: string, rows: readonly Row[]): Promise<readonly Row[]> {
  if (!hasStamps(table) || rows.length === 0) return rows;
  const ids = rows.map(({ id }) => stampedId(table, String(id)));
  const stamps = await readStamps(collection, ids);
  return rows.map((row, at) => {
    const known = stamps.get(ids[at] ?? '');
    return known === undefined ? row : { ...row, [STAMPS]: known };
  });
}

/** Rows of a backup, and what it knew of who changed them. */
export interface RestoredRows {
  readonly rows: readonly Row[];
  /** Keys of rows of which nothing is news: whatever the backup knows of them was known here. */
  readonly old: ReadonlySet<string>;
}

/** How a backup is taken in. */
export interface TakingRestored {
  /** Joins what a backup knows of who changed rows with what is known here. */
  readonly take: (table: string, rows: readonly Row[]) => Promise<RestoredRows>;
  /** The id that a tag of the backup gets: in a collection that syncs it is made of its name. */
  readonly tagId: (row: Row) => string;
}

/**
 * Gets a collection ready for a restore; gives how its rows are taken in, within the restoring transaction, which is over `stamps` and
 * `unsent`. Such a transaction makes rows that are as old as the backup says, see `stampChanges`.
 */
export async function takingRestored(collection: Collection): Promise<TakingRestored> {
  const isOn = await isStamped(collection);
  if (isOn) await settleWrites(collection);
  const tagId = ({ id, folded }: Row): string => (isOn ? tagIdOf(String(folded)) : String(id));
  const take: TakingRestored['take'] = async (table, raws) => {
    if (!hasStamps(table)) return { rows: raws, old: new Set() };
    const known = raws.flatMap((row) => {
      const stamps = stampsIn(table, row);
      return stamps === null ? [] : [stamps];
    });
    const here = await readStamps(
      collection,
      known.map(({ id }) => id),
    );
    const isOld = ({ id, seen }: StampedRow): boolean =>
      Object.values(seen).every((stamp) => covers(here.get(id)?.seen ?? {}, stamp));
    const news: readonly Operation[] = known.filter((one) => !isOld(one)).flatMap(operationsOfRow);
    await joinIntoStamps(collection, news);
    if (isOn) await collection.unsent.bulkAdd([...unsentRowsOf(news)]);
    return {
      rows: raws.map(({ [STAMPS]: _, ...row }): Row => row),
      old: new Set(known.filter(isOld).map(({ key }) => key)),
    };
  };
  return { take, tagId };
}

/** What a row of a backup says of who changed it; null for nothing, or what is none: a backup may hold anything. */
function stampsIn(table: string, row: Row): StampedRow | null {
  const { id: key, [STAMPS]: raw } = row;
  if (typeof raw !== 'object' || raw === null) return null;
  const { fields, seen, gone, owner } = raw as Partial<StampedRow>;
  const isFields =
    typeof fields === 'object' &&
    fields !== null &&
    Object.values(fields).every(
      (field: unknown) =>
        isRegister(field) ||
        (typeof field === 'object' &&
          field !== null &&
          isNoteField(field as StampedRow['fields'][string]) &&
          Array.isArray((field as { readonly heads: unknown }).heads) &&
          (field as { readonly heads: readonly unknown[] }).heads.every(isRegister) &&
          isSeen((field as { readonly over?: unknown }).over)),
    );
  if (!isFields || !isSeen(seen) || (gone !== undefined && !isSeen(gone))) return null;
  if (owner !== undefined && typeof owner !== 'string') return null;
  // A tag of an older backup gets the id that its name makes.
  if (table === 'tags' && key !== tagIdOf(String(row['folded']))) return null;
  const of = { id: stampedId(table, String(key)), table, key: String(key), fields, seen };
  return { ...of, ...(gone !== undefined && { gone }), ...(owner !== undefined && { owner }) };
}

const isRegister = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'h' in value && isStamp(value.h);

const isSeen = (value: unknown): value is Seen =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).every(([device, stamp]) => isDevice(device) && isStamp(stamp));
