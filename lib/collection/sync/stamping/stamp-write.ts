import type { DBCoreMutateRequest, DBCoreMutateResponse, DBCoreTable, DBCoreTransaction } from 'dexie';
import type { PlainRow } from '../../../sync/model/fields-of.ts';
import { touchedBy } from '../../../sync/model/join.ts';
import { mergeOperations } from '../../../sync/model/merge.ts';
import type { Operation } from '../../../sync/model/operation.ts';
import { type StampedRow, stampedId } from '../../../sync/model/stamped-row.ts';
import { isPart, type SyncedTable } from '../../../sync/model/synced-tables.ts';
import { operationsOfWrite, type RowWrite } from '../../../sync/model/write.ts';
import { keysOfRequest } from '../../copy/keys-of-request.ts';
import { textOfKey } from '../log-keys.ts';
import { baseOperations } from './base-stamp.ts';
import type { RunningClock } from './device-clock.ts';
import { countChanged, unsentRowsOf } from './unsent-rows.ts';

/** The stores that a stamped write reads and writes besides its own. */
export interface StampStores {
  readonly stamps: () => DBCoreTable;
  readonly unsent: () => DBCoreTable;
  readonly facts: () => DBCoreTable;
  readonly essays: () => DBCoreTable;
}

type Stamps = ReadonlyMap<string, StampedRow>;

/** Does a write, and writes down what it came to. Chained, not awaited: Dexie's own promises carry the transaction along. */
export function stampWrite(
  stores: StampStores,
  table: DBCoreTable,
  name: SyncedTable,
  request: DBCoreMutateRequest,
  clock: RunningClock,
): Promise<DBCoreMutateResponse> {
  const { trans } = request;
  // What goes with its essay is no act of its own.
  if (isPart(name) && (request.type === 'delete' || request.type === 'deleteRange')) return table.mutate(request);
  return keysOfRequest(table, request, (keys) =>
    rowsBefore(table, name, request, keys).then((before) =>
      table.mutate(request).then((done) => {
        const values = 'values' in request ? request.values : [];
        const written = keys.flatMap((key, at): RowWrite[] =>
          at in done.failures ? [] : [{ key: textOfKey(key), before: before[at], after: values[at] as PlainRow }],
        );
        return record(stores, trans, name, written, clock).then(() => done);
      }),
    ),
  );
}

/** The rows as they were; none of parts, of which only whether they are there counts. */
function rowsBefore(
  table: DBCoreTable,
  name: SyncedTable,
  { trans, type }: DBCoreMutateRequest,
  keys: readonly IDBValidKey[],
): Promise<readonly (PlainRow | undefined)[]> {
  return isPart(name) || type === 'add' || keys.length === 0
    ? Promise.resolve([])
    : table.getMany({ trans, keys: [...keys] });
}

function record(
  stores: StampStores,
  trans: DBCoreTransaction,
  name: SyncedTable,
  written: readonly RowWrite[],
  clock: RunningClock,
): Promise<unknown> {
  if (written.length === 0) return Promise.resolve();
  if (isPart(name))
    return send(stores, trans, operationsOfWrite(name, written, new Map(), new Set(), clock.next()), clock);
  const ids = written.map(({ key }) => stampedId(name, key));
  return stampsOf(stores, trans, ids).then((known) =>
    essaysThere(stores, trans, name, written).then((essays) => {
      // A row that was there before, and that the stamping of such rows has not come to yet, has its stamps from now on.
      const base = written.flatMap(({ key, before }) =>
        before === undefined || known.has(stampedId(name, key)) ? [] : baseOperations(name, key, before, clock.device),
      );
      const based = withMerged(known, base);
      const operations = operationsOfWrite(name, written, based, essays, clock.next());
      if (operations.length + base.length === 0) return undefined;
      const touched = [...new Set([...base, ...operations].flatMap(touchedBy))].filter((id) => !based.has(id));
      return stampsOf(stores, trans, touched).then((more) => {
        const merged = mergeOperations(new Map([...known, ...more]), [...base, ...operations]);
        return stores
          .stamps()
          .mutate({ type: 'put', trans, values: merged.map(({ after }) => after) })
          .then(() => send(stores, trans, [...base, ...operations], clock));
      });
    }),
  );
}

const withMerged = (known: Stamps, operations: readonly Operation[]): Stamps =>
  operations.length === 0
    ? known
    : new Map([
        ...known,
        ...mergeOperations(known, operations).map(({ after }): [string, StampedRow] => [after.id, after]),
      ]);

/** What is known of some rows. */
function stampsOf({ stamps }: StampStores, trans: DBCoreTransaction, ids: readonly string[]): Promise<Stamps> {
  if (ids.length === 0) return Promise.resolve(new Map());
  return stamps()
    .getMany({ trans, keys: [...ids] })
    .then(
      (rows: readonly (StampedRow | undefined)[]) =>
        new Map(rows.flatMap((row): [string, StampedRow][] => (row === undefined ? [] : [[row.id, row]]))),
    );
}

/** Of marks that are deleted, the essays that are still there. */
function essaysThere(
  { essays }: StampStores,
  trans: DBCoreTransaction,
  name: SyncedTable,
  written: readonly RowWrite[],
): Promise<ReadonlySet<string>> {
  const owners = written.flatMap(({ before, after }) => {
    const owner = before?.['essayId'];
    return name === 'highlights' && after === undefined && typeof owner === 'string' ? [owner] : [];
  });
  if (owners.length === 0) return Promise.resolve(new Set());
  const keys = [...new Set(owners)];
  return essays()
    .getMany({ trans, keys })
    .then((rows: readonly unknown[]) => new Set(keys.filter((_, at) => rows[at] !== undefined)));
}

/** Puts operations among those that are to be sent, and writes the clock that they were made by. */
function send(
  { unsent, facts }: StampStores,
  trans: DBCoreTransaction,
  operations: readonly Operation[],
  clock: RunningClock,
): Promise<unknown> {
  if (operations.length === 0) return Promise.resolve();
  const rows = unsentRowsOf(operations);
  clock.wait(countChanged(rows));
  return unsent()
    .mutate({ type: 'add', trans, values: [...rows] })
    .then(() => facts().mutate({ type: 'put', trans, values: [clock.fact()] }));
}
