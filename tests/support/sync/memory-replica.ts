import { type ClockState, hear, newClock, stampOf, tick } from '../../../lib/sync/model/clock.ts';
import { essayOfFields, type PlainRow, rowOfFields } from '../../../lib/sync/model/fields-of.ts';
import {
  isDeleted,
  isMarkThere,
  isPartWanted,
  isRevived,
  type Merged,
  mergeOperations,
  sentAgain,
  sortOperations,
} from '../../../lib/sync/model/merge.ts';
import type { Operation } from '../../../lib/sync/model/operation.ts';
import { isAlive, rowValues, type StampedRow, stampedId } from '../../../lib/sync/model/stamped-row.ts';
import { isPart, type LogStream, type SyncedTable, syncedTables } from '../../../lib/sync/model/synced-tables.ts';
import { operationsOfWrite } from '../../../lib/sync/model/write.ts';
import type { Replica, Unsent } from '../../../lib/sync/run/replica.ts';
import { newSyncState, readByHalf, type SyncState } from '../../../lib/sync/run/sync-state.ts';
import type { SeenDevice } from './seen-device.ts';

/** A row to be written; null deletes it. */
export type Writes = readonly { readonly table: SyncedTable; readonly key: string; readonly row: PlainRow | null }[];

/** A collection in memory that is written and synced as the real one is: the reader's acts by `write`. */
export interface MemoryReplica extends Replica, SeenDevice {
  readonly write: (writes: Writes) => void;
  /** Puts operations as they are among those to be sent. */
  readonly send: (operations: readonly Operation[]) => void;
  readonly stamp: () => string;
}

/** Rows that tables other than the essays need whole before they are shown. */
const needed: Partial<Record<SyncedTable, readonly string[]>> = {
  tags: ['name'],
  shelves: ['name', 'parent', 'order'],
  highlights: ['essayId', 'colour', 'quote'],
};
const partTables = ['captures', 'bodies', 'originals', 'highlights'] as const;
/** Operations that one segment takes. */
const AT_A_TIME = 40;

export function memoryReplica(device: string, now: () => number): MemoryReplica {
  const tables = new Map(Object.keys(syncedTables).map((name) => [name, new Map<string, PlainRow>()]));
  const rows = (table: string): Map<string, PlainRow> => tables.get(table) ?? new Map();
  const stamps = new Map<string, StampedRow>();
  const held: { clock: ClockState; state: SyncState; n: number } = {
    clock: newClock,
    state: newSyncState(device, device),
    n: 0,
  };
  const outbox: { readonly n: number; readonly stream: LogStream; readonly operation: Operation }[] = [];

  const stamp = (): string => {
    held.clock = tick(held.clock, now());
    return stampOf(held.clock, device);
  };
  const send = (operations: readonly Operation[]): void => {
    for (const operation of operations) {
      held.n += 1;
      outbox.push({ n: held.n, stream: operation.table === 'originals' ? 'originals' : 'acts', operation });
    }
  };
  const write = (writes: Writes): void => {
    for (const { table, key, row } of writes) {
      const before = rows(table).get(key);
      const known = stamps.get(stampedId(table, key));
      if (row === null) rows(table).delete(key);
      else rows(table).set(key, row);
      const essays = new Set(rows('essays').keys());
      const written = [{ key, before, after: row ?? undefined }];
      const operations = operationsOfWrite(table, written, stamps, essays, stamp(), readByHalf(held.state));
      if (!isPart(table)) for (const { after } of mergeOperations(stamps, operations)) stamps.set(after.id, after);
      send(operations);
      // Others have it and it was not shown here yet: it is made of what they wrote too.
      if (before === undefined && known !== undefined && isAlive(known)) derive(key);
      // Where a note was taken away, another that was written at the same time comes to light.
      else if (table === 'essays' && row?.['note'] === '') derive(key);
    }
  };

  const partsOf = (essayId: string): [SyncedTable, string, PlainRow][] =>
    partTables.flatMap((table) =>
      [...rows(table)].flatMap(([key, row]): [SyncedTable, string, PlainRow][] =>
        row['essayId'] === essayId ? [[table, key, row]] : [],
      ),
    );
  const derive = (essayId: string): void => {
    const own = stamps.get(stampedId('essays', essayId));
    const isHere = own !== undefined && isAlive(own);
    if (own !== undefined && !isHere) for (const [table, key] of partsOf(essayId)) rows(table).delete(key);
    const captures = [...rows('bodies').values()]
      .filter((row) => row['essayId'] === essayId)
      .map((row) => String(row['captureId']))
      .toSorted();
    if (isHere && captures.length > 0) {
      const fields = essayOfFields(rowValues(own));
      const captureId = captures.find((id) => id === fields['captureId']) ?? captures.at(-1);
      rows('essays').set(essayId, { keptAt: '', trashedAt: '', note: '', ...fields, id: essayId, captureId });
    } else rows('essays').delete(essayId);
    for (const mark of stamps.values()) if (mark.table === 'highlights' && mark.owner === essayId) deriveRow(mark);
  };
  const deriveRow = (row: StampedRow): void => {
    const made = rowOfFields(row.key, rowValues(row));
    const isWhole = (needed[row.table as SyncedTable] ?? []).every((name) => name in made);
    const isThere =
      row.owner === undefined
        ? isAlive(row)
        : rows('essays').has(row.owner) && isMarkThere(row, stamps.get(stampedId('essays', row.owner)));
    if (isThere && isWhole) rows(row.table).set(row.key, made);
    else rows(row.table).delete(row.key);
  };
  const resend = ({ after }: Merged): void => {
    const parts = partsOf(after.key).map(([table, key]) => ({ table, key }));
    if (parts.length === 0) return;
    const again = sentAgain(after.key, parts, stamp());
    for (const one of mergeOperations(stamps, sortOperations(again).registers)) stamps.set(one.after.id, one.after);
    send(again);
  };

  const apply: Replica['apply'] = async (operations, state) => {
    for (const operation of operations) held.clock = hear(held.clock, operation.stamp);
    const sorted = sortOperations(operations);
    const merged = mergeOperations(stamps, sorted.registers);
    for (const { after } of merged) stamps.set(after.id, after);
    for (const one of merged) if (isRevived(one)) resend(one);
    for (const part of sorted.parts) {
      const { table, key, owner = '', value } = part;
      if (isPartWanted(part, stamps.get(stampedId('essays', owner))) && !rows(table).has(key))
        rows(table).set(key, value as PlainRow);
    }
    const essays = new Set([
      ...merged.flatMap(({ after }) => (after.table === 'essays' ? [after.key] : (after.owner ?? []))),
      ...sorted.parts.flatMap(({ owner }) => owner ?? []),
    ]);
    for (const id of essays) derive(id);
    for (const { after } of merged) if (after.table !== 'essays') deriveRow(stamps.get(after.id) ?? after);
    held.state = state(sorted.newer);
  };

  return {
    device,
    rows,
    stamps,
    write,
    send,
    stamp,
    mostApplied: 5,
    apply,
    readState: async () => held.state,
    writeState: async (state) => {
      held.state = state;
    },
    unsent: async (stream) => {
      const own = outbox.filter((one) => one.stream === stream);
      // An essay is in the log before what belongs to it.
      const registers = own.filter(({ operation }) => !isPart(operation.table));
      const batch = (registers.length > 0 ? registers : own).slice(0, AT_A_TIME);
      return {
        marks: batch.map(({ n }) => n),
        operations: batch.flatMap(({ operation }): Operation[] => {
          if (!isPart(operation.table)) return [operation];
          const value = rows(operation.table).get(operation.key);
          return value === undefined ? [] : [{ ...operation, value }];
        }),
      };
    },
    markSent: async ({ marks }: Unsent, state) => {
      outbox.splice(0, outbox.length, ...outbox.filter(({ n }) => !marks.includes(n)));
      held.state = state;
    },
    countDeleted: async (operations) => ({
      all: rows('essays').size,
      deleted: mergeOperations(stamps, sortOperations(operations).registers).flatMap((one) =>
        one.after.table === 'essays' && isDeleted(one) ? [one.after.key] : [],
      ),
    }),
    voidParts: async (operations) =>
      new Set(
        operations.filter(
          (one) => isPart(one.table) && !isPartWanted(one, stamps.get(stampedId('essays', one.owner ?? ''))),
        ),
      ),
  };
}
