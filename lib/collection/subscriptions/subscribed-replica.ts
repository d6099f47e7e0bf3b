import type { Operation } from '../../sync/model/operation.ts';
import type { Replica } from '../../sync/run/replica.ts';
import { SyncRefusal } from '../../sync/storage.ts';
import type { Collection } from '../collection.ts';
import { HELD, namedError } from '../guard/trouble.ts';
import { sizeOfValue } from '../size-of-value.ts';
import { applyOperations } from '../sync/apply.ts';
import { collectionReplica } from '../sync/replica.ts';

/** Essays of one subscription at most: what one writes in a life is a tenth of it. */
const MOST_ESSAYS = 100_000;
/** Tables that are read of another's: how its reader files essays, and seeks them, is the reader's own. */
const tables = new Set(['essays', 'highlights', 'captures', 'bodies', 'originals', 'images']);
/** Fields of essays that are the other reader's own. */
const theirs = /^(?:checked|readState|(?:tags|shelves)\/.+)$/s;

const isRead = ({ table, field }: Operation): boolean =>
  tables.has(table) && !(table === 'essays' && theirs.test(field));

/** Another's collection as reading its log sees it: nothing is ever sent. Each call rejects where the database fails. */
export function subscribedReplica(collection: Collection): Replica {
  const { readState, writeState, mostApplied } = collectionReplica(collection);
  return {
    readState,
    writeState,
    mostApplied,
    unsent: async () => ({ operations: [], marks: [] }),
    markSent: async () => undefined,
    countDeleted: async () => ({ all: 0, deleted: [] }),
    voidParts: async () => new Set(),
    apply: async (operations, state) => {
      const read = operations.filter(isRead);
      const held = await collection.guard.ready(read.reduce((sum, { value }) => sum + sizeOfValue(value), 0));
      if (held !== null) throw namedError(HELD, `Writing is held back: ${held}.`);
      const coming = new Set(read.flatMap(({ table, key }) => (table === 'essays' ? [key] : [])));
      if ((await collection.essays.count()) + coming.size > MOST_ESSAYS * 2)
        throw new SyncRefusal('too-large', String(MOST_ESSAYS));
      await applyOperations(collection, read, state);
      if ((await collection.essays.count()) > MOST_ESSAYS) throw new SyncRefusal('too-large', String(MOST_ESSAYS));
    },
  };
}
