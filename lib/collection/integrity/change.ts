import type { Table } from 'dexie';
import { anyJson } from '../../zip/any-json.ts';
import type { CheckedTable } from '../checked/row-shapes.ts';
import type { Collection } from '../collection.ts';
import { type NewFinding, noteFindings } from './findings.ts';

/** A row that is to be put right, or taken out, as long as it is what was looked at; with what is told of it. */
export interface Change {
  readonly table: CheckedTable;
  readonly key: string | readonly [string, string | number];
  /** The row as it was read; undefined where there was none. */
  readonly before: unknown;
  /** What is to stand there: null for nothing, `before` itself to leave it as it is. */
  readonly after: object | null;
  /** Null for what nobody needs to hear of, other devices neither: a digest that was not made yet. */
  readonly finding: NewFinding | null;
}

/** Makes changes, each unless its row is another by now: looking at it took its time. Gives how many were made. */
export async function applyChanges(collection: Collection, changes: readonly Change[]): Promise<number> {
  const silent = changes.filter(({ finding }) => finding === null);
  const told = changes.filter(({ finding }) => finding !== null);
  // Who asks for these two as well writes nothing that is sent to other devices.
  const { stamps, sync } = collection;
  return (await applySome(collection, told, [])) + (await applySome(collection, silent, [stamps, sync]));
}

async function applySome(
  collection: Collection,
  changes: readonly Change[],
  besides: readonly Table[],
): Promise<number> {
  if (changes.length === 0) return 0;
  const tables = [...new Set(changes.map(({ table }) => table))].map((name) => collection.table<object, unknown>(name));
  return collection.transaction('rw', [...tables, ...besides, collection.quarantine], async () => {
    const found: NewFinding[] = [];
    let made = 0;
    for (const { table, key, before, after, finding } of changes) {
      const rows = collection.table<object, unknown>(table);
      const now = await rows.get(key);
      if (anyJson(now) !== anyJson(before)) continue;
      // Written again as it is, it would take the place of its good copy.
      if (after !== null && after !== before) await rows.put(after);
      else if (after === null && now !== undefined) await rows.delete(key);
      if (finding !== null) found.push(finding);
      made += 1;
    }
    await noteFindings(collection, found);
    return made;
  });
}
