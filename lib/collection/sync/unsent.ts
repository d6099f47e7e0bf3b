import { MOST_OPERATIONS } from '../../sync/log/fold-plan.ts';
import type { Operation } from '../../sync/model/operation.ts';
import type { LogStream } from '../../sync/model/synced-tables.ts';
import type { Unsent } from '../../sync/run/replica.ts';
import type { SyncState } from '../../sync/run/sync-state.ts';
import type { Collection } from '../collection.ts';
import { sizeOfValue } from '../size-of-value.ts';
import { dropSent, readDeviceClock, storedState } from './clock-fact.ts';
import { readableUnsent } from './readable-unsent.ts';
import { partsByKeys } from './sending/parts-by-keys.ts';
import { settleWrites } from './settle-writes.ts';
import { STATE, type UnsentRow, type UnsentStream } from './sync-rows.ts';

/** What one segment takes, about. */
export interface SegmentBounds {
  /** Operations on fields: some megabytes of text, a tenth of that packed. Of so many no two are folded into one. */
  readonly operations: number;
  /** Bytes of texts, which are packed to a third or less, and of parts that are packed already. */
  readonly textBytes: number;
  readonly packedBytes: number;
}
const usual: SegmentBounds = { operations: MOST_OPERATIONS / 2, textBytes: 10_000_000, packedBytes: 3_800_000 };
/** Rows of `unsent` that are read at a time, at least and at most: what an act of the reader's did is a row, and so are hundreds of operations of a first sync. */
const ROWS = { least: 4, most: 40 } as const;
/** Operations of rows that are read at a time, about: forty rows of a first sync were 12,000 in one answer of the database. */
const READ = 2000;

/** How many changes of the reader's wait to be sent: rows, or parts of essays where nothing else waits; 0 while sync is off. */
export async function waitingCount(collection: Collection): Promise<number> {
  const clock = await readDeviceClock(collection);
  return clock === null ? 0 : clock.waiting || clock.waitingParts;
}

/** The next operations that a segment takes, see `Replica`. An essay's own come before its parts. */
export async function nextUnsent(
  collection: Collection,
  stream: LogStream,
  { operations, textBytes, packedBytes } = usual,
): Promise<Unsent> {
  if (stream !== 'acts') return nextParts(collection, stream, packedBytes);
  await settleWrites(collection);
  const fields = await nextFields(collection, operations);
  return fields.marks.length > 0 ? fields : nextParts(collection, 'parts', textBytes);
}

async function nextFields(collection: Collection, most: number): Promise<Unsent> {
  const marks: number[] = [];
  const operations: Operation[] = [];
  for await (const row of eachRow(collection, 'acts')) {
    marks.push(row.n ?? 0);
    operations.push(...row.operations);
    if (operations.length >= most) break;
  }
  return { marks, operations };
}

/** Parts with their rows as they are now, the first of them read, the others as they are asked for; those that are deleted since are left out. */
async function nextParts(collection: Collection, stream: UnsentStream, most: number): Promise<Unsent> {
  const marks: number[] = [];
  const portions = partsOf(collection, stream, most);
  for (;;) {
    const next = await portions.next();
    if (next.done) return { marks, operations: [] };
    marks.push(...next.value.marks);
    const { operations } = next.value;
    if (operations.length > 0) return { marks, operations, more: portions };
  }
}

/** Parts that one segment takes, a row of `unsent` at a time. */
async function* partsOf(collection: Collection, stream: UnsentStream, most: number): AsyncGenerator<Unsent> {
  let [size, isFirst] = [0, true];
  for await (const row of eachRow(collection, stream)) {
    const operations = await withValues(collection, row.operations);
    size += operations.reduce((sum, { value }) => sum + sizeOfValue(value), 0);
    // What is more than a segment takes is read again for the next.
    if (!isFirst && size > most) return;
    isFirst = false;
    yield { marks: [row.n ?? 0], operations };
    if (size >= most) return;
  }
}

async function withValues(collection: Collection, operations: readonly Operation[]): Promise<readonly Operation[]> {
  const tables = [...new Set(operations.map(({ table }) => table))];
  const values = new Map<Operation, unknown>();
  for (const name of tables) {
    const own = operations.filter(({ table }) => table === name);
    const rows = await partsByKeys(
      collection,
      name,
      own.map(({ key }) => key),
    );
    for (const [at, operation] of own.entries()) values.set(operation, rows[at]);
  }
  return operations.flatMap((operation) => {
    const value = values.get(operation);
    return value === undefined ? [] : [{ ...operation, value }];
  });
}

/** The rows of a stream in their order, read some at a time. */
async function* eachRow({ unsent }: Collection, stream: UnsentStream): AsyncGenerator<UnsentRow> {
  let [from, many]: [number, number] = [0, ROWS.least];
  for (;;) {
    const rows = (await unsent.where('stream').equals(stream).offset(from).limit(many).toArray()).map(readableUnsent);
    yield* rows;
    if (rows.length < many) return;
    from += many;
    const operations = rows.reduce((sum, row) => sum + row.operations.length, 0);
    many = operations < READ / 2 ? Math.min(many * 2, ROWS.most) : operations > READ ? ROWS.least : many;
  }
}

/** Forgets what was sent, and writes the state that names its segment. */
export function forgetSent(collection: Collection, { marks }: Unsent, state: SyncState): PromiseLike<void> {
  const { unsent, sync } = collection;
  return collection.transaction('rw', [unsent, sync], async () => {
    await storedState(collection);
    await dropSent(collection, marks);
    await sync.put({ key: STATE, value: state });
  });
}
