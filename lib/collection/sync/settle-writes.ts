import type { Stamp } from '../../sync/model/clock.ts';
import { rowAsKnown } from '../../sync/model/fields-of.ts';
import { mergeOperations } from '../../sync/model/merge.ts';
import type { Operation } from '../../sync/model/operation.ts';
import { joinSeen, nothingSeen, type Seen } from '../../sync/model/seen.ts';
import { isAlive, noStamps, rowValues, type StampedRow, stampedId } from '../../sync/model/stamped-row.ts';
import { changedAct, operationsOfAct, type SyncedAct } from '../../sync/model/synced-act.ts';
import { isNote, type SyncedTable } from '../../sync/model/synced-tables.ts';
import { readByHalf, type SyncState } from '../../sync/run/sync-state.ts';
import type { Collection } from '../collection.ts';
import { idsChangedBy, readStamps } from './join-into-stamps.ts';
import { readableClock } from './readable-clock.ts';
import { readableUnsent } from './readable-unsent.ts';
import { baseOperations } from './stamping/base-stamp.ts';
import { CLOCK, STATE, type StampedWrite, type UnsentRow } from './sync-rows.ts';

/** Writes settled at a time, each of a hundred rows at most. */
const AT_A_TIME = 8;

/**
 * Tells the operations of what was written since the last time, and joins them into the stamps: in the order in which it was done, some at
 * a time. Writing itself leaves that to whoever sends, or reads what others did.
 */
export async function settleWrites(collection: Collection): Promise<void> {
  const { stamps, unsent, sync } = collection;
  while (await collection.transaction('rw', [stamps, unsent, sync], () => settleSome(collection)));
}

/** All of it, within the transaction that is open, over `stamps`, `unsent` and `sync`. */
export async function settleWithin(collection: Collection): Promise<void> {
  while (await settleSome(collection));
}

async function settleSome(collection: Collection): Promise<boolean> {
  const { unsent } = collection;
  const rows = (await unsent.where('stream').equals('writes').limit(AT_A_TIME).toArray()).map(readableUnsent);
  if (rows.length === 0) return false;
  const [clock, state] = (await collection.sync.bulkGet([CLOCK, STATE])).map((row) => row?.value);
  const by: WrittenBy = {
    device: readableClock(clock)?.device ?? '',
    half: state === undefined ? nothingSeen : readByHalf(state as SyncState),
  };
  const ids = rows.flatMap(idsOf);
  const known = new Map(ids.length === 0 ? [] : await readStamps(collection, ids));
  const changed = new Map<string, StampedRow>();
  const settled: UnsentRow[] = [];
  for (const { n = 0, write } of rows) {
    const operations = write === undefined ? [] : operationsOf(write, known, by);
    for (const { after } of mergeOperations(known, operations)) {
      known.set(after.id, after);
      changed.set(after.id, after);
    }
    settled.push({ n, stream: 'acts', operations });
  }
  if (changed.size > 0) await collection.stamps.bulkPut([...changed.values()]);
  await unsent.bulkPut(settled);
  return true;
}

/** Rows that a write changes, those beside its own too. */
const idsOf = ({ write }: UnsentRow): readonly string[] =>
  (write?.acts ?? []).flatMap(({ key, fields, owner }) => {
    const of = { table: write?.table ?? '', key, stamp: '', ...(owner !== undefined && { owner }) };
    const before = Object.keys(write?.before[key] ?? {});
    const operations = [...Object.keys(fields), ...before, ''].map((field) => ({ ...of, field, value: 1 }));
    return idsChangedBy(operations);
  });

/** The device that wrote, and how far it had read what others wrote, where that is not to the end. */
interface WrittenBy {
  readonly device: string;
  readonly half: Seen;
}

function operationsOf(
  { table, stamp, acts, before, isRestored }: StampedWrite,
  known: ReadonlyMap<string, StampedRow>,
  { device, half }: WrittenBy,
): readonly Operation[] {
  return acts.flatMap((act) => {
    const stamps = known.get(stampedId(table, act.key));
    if (isRestored && act.kind === 'made') return operationsOfRestored(table, act, stamps, stamp);
    const had = before[act.key];
    // The stamping of what was there before has not come to it yet.
    const base = stamps === undefined && had !== undefined ? baseOperations(table, asMade(act, had), device) : [];
    // Its own row comes before those that it changes beside.
    const [based] = mergeOperations(known, base);
    const current = based?.after ?? stamps ?? noStamps(table, act.key);
    return [...base, ...operationsOfAct(table, act, current, stamp, half)];
  });

  /** A row out of a backup: what the backup does not say of it is as old as can be, and what is known of it already stands. */
  function operationsOfRestored(
    name: SyncedTable,
    act: SyncedAct,
    stamps: StampedRow | undefined,
    at: Stamp,
  ): readonly Operation[] {
    if (stamps === undefined) return baseOperations(name, act, device);
    // A mark went with its essay, of which alone it is known that it was deleted.
    const essay = act.owner === undefined ? undefined : known.get(stampedId('essays', act.owner));
    const gone = joinSeen(stamps.gone ?? nothingSeen, essay?.gone ?? nothingSeen);
    if (!isAlive({ ...stamps, gone })) return operationsOfAct(name, act, stamps, at);
    const changed = changedAct(name, act, rowAsKnown(name, act.key, rowValues(stamps)));
    // It was not shown here: what it has and the backup lacks nobody here took away, and a note that is known stays beside the backup's.
    const has = Object.entries(changed?.fields ?? {}).filter(
      ([field, value]) => value !== undefined && !(isNote(name, field) && value === ''),
    );
    return changed === null || has.length === 0
      ? []
      : operationsOfAct(name, { ...changed, kind: 'made', fields: Object.fromEntries(has) }, stamps, at);
  }
}

const asMade = (act: SyncedAct, fields: SyncedAct['fields']): SyncedAct => ({ ...act, kind: 'made', fields });
