import type { Table } from 'dexie';
import { type PlainRow, rowAsKnown } from '../../sync/model/fields-of.ts';
import type { Operation } from '../../sync/model/operation.ts';
import { operationsOfRow } from '../../sync/model/operations-of-row.ts';
import { rowValues, type StampedRow, stampedId } from '../../sync/model/stamped-row.ts';
import { actOf } from '../../sync/model/synced-act.ts';
import { isPart, type SyncedTable, syncedTables } from '../../sync/model/synced-tables.ts';
import { operationsOfWrite } from '../../sync/model/write.ts';
import type { Collection } from '../collection.ts';
import { readInRanges } from './arriving/read-in-ranges.ts';
import { markBased, nextStamp, readDeviceClock, sendOperations } from './clock-fact.ts';
import { idsChangedBy, joinIntoStamps, learnStamps } from './join-into-stamps.ts';
import { textOfKey } from './log-keys.ts';
import { type PartTable, type PlaceOfPart, partsInOrder, partsOutsideIndex } from './parts-in-order.ts';
import { settleWithin } from './settle-writes.ts';
import { baseOperations, baseStamp } from './stamping/base-stamp.ts';
import { BASE } from './sync-rows.ts';

/** How far the stamping of what was there before is. */
export interface BaseProgress {
  /** Rows that were there when it began, and how many of them are stamped. */
  readonly all: number;
  readonly done: number;
  /** Tables that are through, and the last row of the one at hand: its key, of a part its `PlaceOfPart`; null for none yet. */
  readonly through: readonly string[];
  readonly after: IDBValidKey | PlaceOfPart | null;
}

/** Rows of a slice: one takes some ten milliseconds, parts less, of which keys and owners alone are read. */
const AT_A_TIME = { fields: 100, part: 200 } as const;

/** What was known of rows before sync was turned on, by an earlier sync or a backup: told anew after the rows themselves. */
const STAMPS = 'stamps';

/** Essays come before what belongs to them. */
const order = [
  ...(Object.keys(syncedTables) as SyncedTable[]).filter((table) => !isPart(table)),
  STAMPS,
  ...(Object.keys(syncedTables) as SyncedTable[]).filter(isPart),
] as const;

/** Where the stamping begins. Inside a transaction over all synced tables, or by itself. */
export async function newBaseProgress(collection: Collection): Promise<BaseProgress> {
  let all = 0;
  for (const name of order) all += await collection.table(name).count();
  return { all, done: 0, through: [], after: null };
}

/** Stamps the next rows, and notes how far it is, together. Gives the progress; null when all are stamped. */
export function stampSome(collection: Collection): PromiseLike<BaseProgress | null> {
  const { stamps, unsent, sync } = collection;
  const synced = Object.keys(syncedTables).map((name) => collection.table(name));
  return collection.transaction('rw', [...synced, stamps, unsent, sync], async () => {
    // What is written meanwhile tells how a row was before: that is what its first stamps are of.
    await settleWithin(collection);
    const progress = (await sync.get(BASE))?.value as BaseProgress | undefined;
    const name = progress === undefined ? undefined : order.find((table) => !progress.through.includes(table));
    if (progress === undefined || name === undefined) {
      await sync.delete(BASE);
      await markBased(collection);
      return null;
    }
    const { count, last, operations } = await nextSlice(collection, name, progress.after);
    await sendOperations(collection, operations);
    const next: BaseProgress =
      last === undefined
        ? { ...progress, through: [...progress.through, name], after: null }
        : { ...progress, done: progress.done + count, after: last };
    await sync.put({ key: BASE, value: next });
    return next;
  });
}

interface Slice {
  /** Rows that were looked at, and the last of them; undefined where none was left. */
  readonly count: number;
  readonly last: BaseProgress['after'] | undefined;
  readonly operations: readonly Operation[];
}

function nextSlice(
  collection: Collection,
  name: SyncedTable | typeof STAMPS,
  from: BaseProgress['after'],
): Promise<Slice> {
  if (isPart(name)) return partsSome(collection, name as PartTable, from);
  const key = from as IDBValidKey | null;
  return name === STAMPS ? knownSome(collection, key) : tableSome(collection, name, key);
}

/** Parts are sent in the order of their essays, and behind them those that the index by essays lacks. */
async function partsSome(collection: Collection, name: PartTable, from: BaseProgress['after']): Promise<Slice> {
  const device = (await readDeviceClock(collection))?.device ?? '';
  // An earlier version went by the parts' own keys: what it told of already may be told again.
  const place = Array.isArray(from) && from.length === 2 ? (from as unknown as PlaceOfPart) : null;
  const parts = await partsInOrder(name, place, AT_A_TIME.part);
  const told = parts.length > 0 ? parts : await partsOutsideIndex(collection, name);
  const of = { table: name, field: '', stamp: baseStamp(device) };
  return {
    count: parts.length,
    last: parts.at(-1)?.place,
    operations: told.map(({ key, owner }) => ({ ...of, key, owner })),
  };
}

const after = <Row>(table: Table<Row, IDBValidKey>, key: IDBValidKey | null) =>
  key === null ? table.orderBy(':id') : table.where(':id').above(key);

async function tableSome(collection: Collection, name: SyncedTable, from: IDBValidKey | null): Promise<Slice> {
  const table: Table<PlainRow, IDBValidKey> = collection.table(name);
  const device = (await readDeviceClock(collection))?.device ?? '';
  const rows = await after(table, from).limit(AT_A_TIME.fields).toArray();
  const there = rows.map((row): [string, PlainRow] => [textOfKey(keyOf(table, row)), row]);
  const ids = there.map(([key]) => stampedId(name, key));
  const stamps = new Map((await readInRanges(collection.stamps, ids)).map((row) => [row.id, row]));
  const known = ids.map((id) => stamps.get(id));
  const fresh = there.filter((_, at) => known[at] === undefined);
  const base = fresh.flatMap(([key, row]) => {
    const made = actOf(name, key, undefined, row);
    return made === null ? [] : baseOperations(name, made, device);
  });
  const changed = await changedSince(collection, name, there, known);
  const operations = [...base, ...changed];
  // Rows that these change beside their own, as tags of essays.
  const own = new Set(ids);
  const beside = idsChangedBy(operations).filter((id) => !own.has(id));
  await learnStamps(collection, stamps, beside);
  await joinIntoStamps(collection, operations, stamps, new Set(stamps.keys()));
  const last = rows.at(-1);
  return { count: rows.length, last: last && keyOf(table, last), operations };
}

/** The key of a row, as its table is keyed: by one field. */
const keyOf = ({ schema }: Table<PlainRow, IDBValidKey>, row: PlainRow): IDBValidKey =>
  row[String(schema.primKey.keyPath)] as IDBValidKey;

/** Changes of rows that were stamped by an earlier sync, or came with a backup, and are others by now. */
async function changedSince(
  collection: Collection,
  name: SyncedTable,
  rows: readonly (readonly [string, PlainRow])[],
  known: readonly (StampedRow | undefined)[],
): Promise<readonly Operation[]> {
  const written = rows.flatMap(([key, row], at) => {
    const stamps = known[at];
    if (stamps === undefined) return [];
    return [{ key, before: rowAsKnown(name, key, rowValues(stamps)), after: row }];
  });
  if (written.length === 0) return [];
  const stamps = new Map(known.flatMap((row): [string, StampedRow][] => (row === undefined ? [] : [[row.id, row]])));
  return operationsOfWrite(name, written, stamps, new Set(), await nextStamp(collection));
}

/** What is known of some rows, told once more: it may be the only one that knows it. */
async function knownSome(collection: Collection, from: IDBValidKey | null): Promise<Slice> {
  const device = (await readDeviceClock(collection))?.device;
  const stamps: Table<StampedRow, IDBValidKey> = collection.table(STAMPS);
  const rows = await after(stamps, from).limit(AT_A_TIME.fields).toArray();
  const isOfOthers = ({ seen, gone }: StampedRow): boolean =>
    gone !== undefined || Object.keys(seen).some((name) => name !== device);
  return { count: rows.length, last: rows.at(-1)?.id, operations: rows.filter(isOfOthers).flatMap(operationsOfRow) };
}
