import { Dexie, type Table } from 'dexie';
import { isPartWanted, mayBePassedOver } from '../../../sync/model/merge.ts';
import type { Operation } from '../../../sync/model/operation.ts';
import { type StampedRow, stampedId } from '../../../sync/model/stamped-row.ts';
import { checkRow } from '../../checked/check-row.ts';
import type { CheckedTable } from '../../checked/row-shapes.ts';
import type { Collection } from '../../collection.ts';
import { isEssayImage } from '../../images/image-shape.ts';
import type { NewFinding } from '../../integrity/findings.ts';
import type { BodyRow } from '../../rows.ts';
import { keyOfText } from '../log-keys.ts';
import { readInRanges } from './read-in-ranges.ts';

/** Parts written at a time: some milliseconds, in which the database does not wait for what comes next. Of fifty and more Dexie tells followers no single keys. */
const AT_A_TIME = 150;
const partTables = ['captures', 'bodies', 'originals', 'images'] as const;

type PartTable = (typeof partTables)[number];
type PartRow = Readonly<Record<string, unknown>>;

/** A part that was stored, with its key as it stands in the log. */
interface StoredPart {
  readonly key: string;
  readonly row: PartRow;
}

/** What the applying transaction knows of rows, so that nothing is read twice: who changed them, and texts that it stored. */
export interface KnownRows {
  readonly stamps: Map<string, StampedRow>;
  readonly bodies: Map<string, BodyRow>;
}

/**
 * Stores parts that other devices sent, each as a backup's rows are looked at, unless they are here or their essay was deleted. Gives
 * what was sent and cannot be read, and those stored that others may have passed over. Inside the applying transaction.
 */
export async function takeParts(
  collection: Collection,
  operations: readonly Operation[],
  known: KnownRows,
): Promise<{ readonly found: readonly NewFinding[]; readonly passedOver: readonly Operation[] }> {
  const found: NewFinding[] = [];
  const passedOver: Operation[] = [];
  const owners = operations.map(({ owner = '' }) => stampedId('essays', owner)).filter((id) => !known.stamps.has(id));
  for (const row of await readInRanges(collection.stamps, owners)) known.stamps.set(row.id, row);
  for (const table of partTables) {
    const own = operations.filter((one) => one.table === table);
    const essayOf = ({ owner = '' }: Operation) => known.stamps.get(stampedId('essays', owner));
    const wanted = own.filter((one) => isPartWanted(one, essayOf(one)));
    let areNew = true;
    for (let at = 0; at < wanted.length; at += AT_A_TIME) {
      const some = wanted.slice(at, at + AT_A_TIME);
      const taken: Taken = await (areNew ? addSome(collection, table, some) : takeSome(collection, table, some));
      areNew = taken.areNew;
      found.push(...taken.found);
      const stored = new Set(taken.put.map(({ key }) => key));
      passedOver.push(...some.filter((one) => stored.has(one.key) && mayBePassedOver(one, essayOf(one))));
      if (table === 'bodies') for (const { key, row } of taken.put) known.bodies.set(key, row as unknown as BodyRow);
    }
  }
  return { found, passedOver };
}

/** What became of some parts. */
interface Taken {
  readonly found: readonly NewFinding[];
  readonly put: readonly StoredPart[];
  /** True where none of them was here. */
  readonly areNew: boolean;
}

/** Stores those of some parts that are not here: each is asked for. */
async function takeSome(collection: Collection, name: PartTable, operations: readonly Operation[]): Promise<Taken> {
  const table = partTable(collection, name);
  const here = await table.bulkGet(operations.map(({ key }) => keyOfText(name, key)));
  const found: NewFinding[] = [];
  const put = operations.flatMap((operation, at): StoredPart[] => {
    const before = here[at];
    if (before !== undefined && !isFiller(name, before, operation)) return [];
    const { row, finding } = readPart(name, operation);
    if (finding !== null) found.push(finding);
    return row === null ? [] : [{ key: operation.key, row }];
  });
  if (put.length > 0) await table.bulkPut(put.map(({ row }) => row));
  return { found, put, areNew: here.every((row) => row === undefined) };
}

/**
 * The same where the last ones were all new, and at first: nothing is asked, and the database refuses what it has, which then is asked for. To read
 * all keys first, as of rows that are small, walks a table's rows: 10,000 texts are some hundred megabytes.
 */
async function addSome(collection: Collection, name: PartTable, operations: readonly Operation[]): Promise<Taken> {
  const asked: Operation[] = [];
  const added: { readonly operation: Operation; readonly row: PartRow }[] = [];
  for (const operation of operations) {
    const { row, finding } = readPart(name, operation);
    // It is told of only where it is not here.
    if (row === null || finding !== null) asked.push(operation);
    else added.push({ operation, row });
  }
  const refused = await addRows(
    partTable(collection, name),
    added.map(({ row }) => row),
  );
  const put = added.flatMap(({ operation, row }, at): StoredPart[] => {
    if (!refused.has(at)) return [{ key: operation.key, row }];
    asked.push(operation);
    return [];
  });
  if (asked.length === 0) return { found: [], put, areNew: true };
  const taken = await takeSome(collection, name, asked);
  return { found: taken.found, put: [...put, ...taken.put], areNew: taken.areNew };
}

/** Adds rows; gives the places of those whose keys are there. Rejects where the database fails otherwise. */
async function addRows(
  table: Table<PartRow, string | [string, string]>,
  rows: readonly PartRow[],
): Promise<ReadonlySet<number>> {
  if (rows.length === 0) return new Set();
  try {
    await table.bulkAdd(rows);
    return new Set();
  } catch (error) {
    if (!(error instanceof Dexie.BulkError)) throw error;
    const failures = Object.entries(error.failuresByPos);
    for (const [, failure] of failures) if (failure.name !== 'ConstraintError') throw failure;
    return new Set(failures.map(([at]) => Number(at)));
  }
}

const partTable = (collection: Collection, name: PartTable) =>
  collection.table<PartRow, string | [string, string]>(name);

/** An image that could not be had here, and that another device has. */
const isFiller = (name: PartTable, here: PartRow, { value }: Operation): boolean =>
  name === 'images' && here['bytes'] === null && (value as PartRow)['bytes'] instanceof Uint8Array;

function readPart(
  table: PartTable,
  { key, owner = '', value }: Operation,
): { readonly row: PartRow | null; readonly finding: NewFinding | null } {
  const told = { table, key, essayId: owner, settled: true };
  const checked = checkRow(table as CheckedTable, value);
  const row = checked.is === 'unreadable' ? null : (checked.row as unknown as PartRow);
  if (row === null || !isItself(table, row, key, owner))
    return { row: null, finding: { ...told, reason: 'unreadable', parts: checked.is === 'whole' ? [] : checked.lost } };
  return { row, finding: checked.is === 'mended' ? { ...told, reason: 'mended', parts: checked.lost } : null };
}

/** True for a row that is the one which its operation names. */
function isItself(table: PartTable, row: PartRow, key: string, owner: string): boolean {
  if (row['essayId'] !== owner) return false;
  if (table === 'captures') return row['id'] === key;
  if (table !== 'images') return row['captureId'] === key;
  const { essayId, digest: _, ...image } = row;
  return `${String(essayId)} ${String(row['address'])}` === key && isEssayImage(image);
}
