import {
  type DBCoreMutateRequest,
  type DBCoreMutateResponse,
  type DBCoreTable,
  type DBCoreTransaction,
  Dexie,
} from 'dexie';
import { fieldsOf, type PlainRow } from '../../../sync/model/fields-of.ts';
import { actOf } from '../../../sync/model/synced-act.ts';
import { isPart, type SyncedTable } from '../../../sync/model/synced-tables.ts';
import { operationsOfWrite } from '../../../sync/model/write.ts';
import { keysOfRequest } from '../../copy/keys-of-request.ts';
import { textOfKey } from '../log-keys.ts';
import type { UnsentRow } from '../sync-rows.ts';
import type { RunningClock } from './device-clock.ts';
import type { RowsSeen } from './rows-seen.ts';
import { countChanged, unsentRowsOf, unsentWritesOf } from './unsent-rows.ts';

/** The stores that a stamped write reads and writes besides its own. */
export interface StampStores {
  readonly unsent: () => DBCoreTable;
  readonly facts: () => DBCoreTable;
  readonly essays: () => DBCoreTable;
}

/** A write of a synced table and what it is done with. */
export interface WriteAtHand {
  readonly name: SyncedTable;
  readonly table: DBCoreTable;
  readonly request: DBCoreMutateRequest;
  readonly clock: RunningClock;
  readonly isRestoring: boolean;
  /** Rows of the table that were read in this transaction. */
  readonly seen: RowsSeen;
}

interface Written {
  readonly key: string;
  readonly before: PlainRow | undefined;
  readonly after: PlainRow | undefined;
}

/** Does a write, and writes down what it did. Chained, not awaited: Dexie's own promises carry the transaction along. */
export function stampWrite(stores: StampStores, at: WriteAtHand): Promise<DBCoreMutateResponse> {
  const { table, name, request } = at;
  // What goes with its essay is no act of its own.
  if (isPart(name) && (request.type === 'delete' || request.type === 'deleteRange')) return table.mutate(request);
  return keysOfRequest(table, request, (keys) =>
    rowsBefore(at, keys).then((before) => {
      const values: readonly PlainRow[] = 'values' in request ? request.values : [];
      const told = (failures: DBCoreMutateResponse['failures']): Promise<unknown> => {
        const written = keys.flatMap((key, place): Written[] =>
          place in failures ? [] : [{ key: textOfKey(key), before: before[place], after: values[place] }],
        );
        return record(stores, at, written);
      };
      const done = table.mutate(request);
      if (mayRefuse(table, request)) return done.then((answer) => told(answer.failures).then(() => answer));
      return Dexie.Promise.all([done, told({})]).then(() => done.then(wholeOrNot));
    }),
  );
}

/** True for a write of which the database may refuse some rows and take the others: what it did is told when it is known. Of any other it is told at once. */
const mayRefuse = ({ schema }: DBCoreTable, { type }: DBCoreMutateRequest): boolean =>
  type === 'add' || (type === 'put' && schema.indexes.some(({ unique }) => unique));

/** An answer that tells of no failure: a write of which all was told must not stand by half. */
function wholeOrNot(answer: DBCoreMutateResponse): DBCoreMutateResponse {
  const [failure] = Object.values(answer.failures);
  if (failure !== undefined) throw failure;
  return answer;
}

/** The rows as they were; of parts only whether they are there counts, and of what is added there was none. */
function rowsBefore(
  { table, name, request: { trans, type }, seen }: WriteAtHand,
  keys: readonly IDBValidKey[],
): Promise<readonly (PlainRow | undefined)[]> {
  const known = keys.map((key) => seen.take(textOfKey(key)));
  if (isPart(name) || type === 'add') return Promise.resolve([]);
  const missing = keys.filter((_, at) => known[at] === undefined);
  if (missing.length === 0) return Promise.resolve(known.map((one) => one?.row));
  return table.getMany({ trans, keys: missing }).then((rows: readonly (PlainRow | undefined)[]) => {
    const read = rows.values();
    return known.map((one) => (one === undefined ? read.next().value : one.row));
  });
}

function record(stores: StampStores, at: WriteAtHand, written: readonly Written[]): Promise<unknown> {
  const { name, request, clock } = at;
  if (written.length === 0) return Promise.resolve();
  if (isPart(name))
    return send(stores, at, unsentRowsOf(operationsOfWrite(name, written, new Map(), new Set(), clock.next())));
  return essaysThere(stores, request.trans, name, written).then((essays) => {
    const acts = written.flatMap(({ key, before, after }) => {
      const act = actOf(name, key, before, after);
      const isOwn = act?.kind !== 'gone' || act.owner === undefined || essays.has(act.owner);
      return act !== null && isOwn ? [act] : [];
    });
    const before = clock.isBased
      ? {}
      : Object.fromEntries(
          written.flatMap((row) => (row.before === undefined ? [] : [[row.key, fieldsOf(name, row.before)]])),
        );
    return acts.length === 0
      ? undefined
      : send(
          stores,
          at,
          unsentWritesOf({ table: name, stamp: clock.next(), acts, before, isRestored: at.isRestoring }),
        );
  });
}

/** Of marks that are deleted, the essays that are still there. */
function essaysThere(
  { essays }: StampStores,
  trans: DBCoreTransaction,
  name: SyncedTable,
  written: readonly Written[],
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

/** Writes down what is to be sent, and the clock that it was made by. */
function send(
  { unsent, facts }: StampStores,
  { request: { trans }, clock }: WriteAtHand,
  rows: readonly UnsentRow[],
): Promise<unknown> {
  clock.wait(countChanged(rows));
  return Promise.all([
    unsent().mutate({ type: 'add', trans, values: [...rows] }),
    facts().mutate({ type: 'put', trans, values: [clock.fact()] }),
  ]);
}
