import { rowOfFields } from '../../sync/model/fields-of.ts';
import { isMarkThere } from '../../sync/model/merge.ts';
import { isAlive, rowValues, type StampedRow, stampedId } from '../../sync/model/stamped-row.ts';
import type { SyncedTable } from '../../sync/model/synced-tables.ts';
import { anyJson } from '../../zip/any-json.ts';
import { foldName } from '../actions/fold-name.ts';
import { isWhole } from '../checked/check-row.ts';
import type { Collection } from '../collection.ts';
import type { NewFinding } from '../integrity/findings.ts';
import { readStamps } from './join-into-stamps.ts';
import { readableFields } from './readable-fields.ts';
import { tagIdOf } from './tag-ids.ts';

/** Tables of rows that stand for themselves. */
const tables = ['tags', 'shelves', 'highlights', 'searches', 'apart'] as const;
/** Rows made at a time. */
const AT_A_TIME = 200;

type OwnTable = (typeof tables)[number];

/**
 * Makes rows anew from what is known of who changed them: tags, shelves, marks, searches, and essays set apart. One of which not all
 * has come yet is not there, nor is a mark of an essay that is not shown. Gives what was sent and cannot be read. Inside the applying
 * transaction, after essays were made.
 */
export async function deriveRows(collection: Collection, rows: readonly StampedRow[]): Promise<readonly NewFinding[]> {
  const found: NewFinding[] = [];
  for (const table of tables) {
    const own = rows.filter((row) => row.table === table);
    for (let at = 0; at < own.length; at += AT_A_TIME)
      found.push(...(await deriveSome(collection, table, own.slice(at, at + AT_A_TIME))));
  }
  return found;
}

/** Marks of essays, so that they come and go with those. */
export async function marksOfEssays({ stamps }: Collection, ids: readonly string[]): Promise<readonly StampedRow[]> {
  return ids.length === 0
    ? []
    : stamps
        .where('owner')
        .anyOf([...ids])
        .toArray();
}

async function deriveSome(
  collection: Collection,
  name: OwnTable,
  rows: readonly StampedRow[],
): Promise<readonly NewFinding[]> {
  const table = collection.table<object, string>(name);
  const there = await thereOf(collection, rows);
  const found: NewFinding[] = [];
  const [put, gone]: [object[], string[]] = [[], []];
  const before = await table.bulkGet(rows.map(({ key }) => key));
  for (const [at, row] of rows.entries()) {
    const { made, bad } = madeOf(name, row);
    if (bad.length > 0) found.push({ table: name, key: row.key, reason: 'unreadable', parts: bad, settled: true });
    if (made === null || there[at] !== true) {
      if (before[at] !== undefined) gone.push(row.key);
    } else if (anyJson(before[at]) !== anyJson(made)) put.push(made);
  }
  // One name may go from one tag to another.
  await table.bulkDelete(gone);
  await table.bulkPut(put);
  return found;
}

/** The row that fields make; null where it is not whole. */
function madeOf(name: OwnTable, row: StampedRow): { readonly made: object | null; readonly bad: readonly string[] } {
  const { fields, bad } = readableFields(name as SyncedTable, rowValues(row));
  const made = rowOfFields(row.key, fields);
  if (name !== 'tags') return { made: isWhole(name, made) ? made : null, bad };
  const folded = foldName(String(fields['name'] ?? ''));
  if (folded === '') return { made: null, bad };
  // Two tags of one name cannot be stored: a tag's id is made of its name on every device.
  if (tagIdOf(folded) !== row.key) return { made: null, bad: [...bad, 'id'] };
  return { made: { name: fields['name'], folded, id: row.key }, bad };
}

/** Which rows are there, as far as is known. */
async function thereOf(collection: Collection, rows: readonly StampedRow[]): Promise<readonly boolean[]> {
  const owners = [...new Set(rows.flatMap(({ owner }) => owner ?? []))];
  const shown = await collection.essays.bulkGet(owners);
  const isShown = new Set(owners.filter((_, at) => shown[at] !== undefined));
  const essays = await readStamps(
    collection,
    owners.map((id) => stampedId('essays', id)),
  );
  return rows.map((row) =>
    row.owner === undefined
      ? row.table !== 'highlights' && isAlive(row)
      : isShown.has(row.owner) && isMarkThere(row, essays.get(stampedId('essays', row.owner))),
  );
}
