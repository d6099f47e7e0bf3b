import { isDeleted, isPartWanted, mergeOperations, sortOperations } from '../../sync/model/merge.ts';
import type { Operation } from '../../sync/model/operation.ts';
import { stampedId } from '../../sync/model/stamped-row.ts';
import { isPart } from '../../sync/model/synced-tables.ts';
import type { Replica } from '../../sync/run/replica.ts';
import type { Collection } from '../collection.ts';
import { applyOperations } from './apply.ts';
import { storedState } from './clock-fact.ts';
import { idsChangedBy, readStamps } from './join-into-stamps.ts';
import { settleWrites } from './settle-writes.ts';
import { STATE } from './sync-rows.ts';
import { forgetSent, nextUnsent, type SegmentBounds } from './unsent.ts';

/** Operations that are applied in one transaction at most: 25,000, as a segment may have, had a page hold 140 MB more than it held before. */
const APPLIED = 5000;

/**
 * The collection as a sync sees it (`syncOnce`): only while `isSyncOn`. All of it may be read and written meanwhile. Each call rejects
 * where sync is off, or the database fails. `bounds`: what a segment takes, where it is not the usual.
 */
export function collectionReplica(collection: Collection, bounds?: SegmentBounds): Replica {
  return {
    readState: () => storedState(collection),
    writeState: async (state) => {
      const { sync } = collection;
      await collection.transaction('rw', [sync], async () => {
        await storedState(collection);
        await sync.put({ key: STATE, value: state });
      });
    },
    unsent: (stream) => nextUnsent(collection, stream, bounds),
    markSent: async (sent, state) => forgetSent(collection, sent, state),
    mostApplied: bounds?.operations ?? APPLIED,
    apply: (operations, state) => applyOperations(collection, operations, state),
    countDeleted: (operations) => countDeleted(collection, operations),
    voidParts: (operations) => voidParts(collection, operations),
  };
}

async function countDeleted(
  collection: Collection,
  operations: readonly Operation[],
): Promise<{ readonly all: number; readonly deleted: readonly string[] }> {
  await settleWrites(collection);
  const { registers } = sortOperations(operations);
  const merged = mergeOperations(await readStamps(collection, idsChangedBy(registers)), registers);
  const gone = merged.filter((one) => one.after.table === 'essays' && isDeleted(one));
  const ids = gone.map(({ after }) => after.key);
  const there = await collection.essays.bulkGet(ids);
  return { all: await collection.essays.count(), deleted: ids.filter((_, at) => there[at] !== undefined) };
}

async function voidParts(collection: Collection, operations: readonly Operation[]): Promise<ReadonlySet<Operation>> {
  const parts = operations.filter(({ table }) => isPart(table));
  const id = ({ owner = '' }: Operation): string => stampedId('essays', owner);
  const essays = await readStamps(collection, parts.map(id));
  return new Set(parts.filter((one) => !isPartWanted(one, essays.get(id(one)))));
}
