import { isPartWanted } from '../../sync/model/merge.ts';
import type { Operation } from '../../sync/model/operation.ts';
import { type StampedRow, stampedId } from '../../sync/model/stamped-row.ts';
import { checkRow } from '../checked/check-row.ts';
import type { CheckedTable } from '../checked/row-shapes.ts';
import type { Collection } from '../collection.ts';
import { isEssayImage } from '../images/image-shape.ts';
import type { NewFinding } from '../integrity/findings.ts';
import { readStamps } from './join-into-stamps.ts';
import { keyOfText } from './log-keys.ts';

/** Parts written at a time, and owners read: some milliseconds. */
const AT_A_TIME = 25;
const OWNERS = 100;
const partTables = ['captures', 'bodies', 'originals', 'images'] as const;

type PartTable = (typeof partTables)[number];
type PartRow = Readonly<Record<string, unknown>>;

/**
 * Stores parts that other devices sent, each as a backup's rows are looked at, unless they are here or their essay was deleted. Gives
 * what was sent and cannot be read. Inside the applying transaction.
 */
export async function takeParts(
  collection: Collection,
  operations: readonly Operation[],
): Promise<readonly NewFinding[]> {
  const found: NewFinding[] = [];
  const owners = [...new Set(operations.map(({ owner = '' }) => stampedId('essays', owner)))];
  const essays = new Map<string, StampedRow>();
  for (let at = 0; at < owners.length; at += OWNERS)
    for (const [id, row] of await readStamps(collection, owners.slice(at, at + OWNERS))) essays.set(id, row);
  for (const table of partTables) {
    const own = operations.filter((one) => one.table === table);
    const wanted = own.filter((one) => isPartWanted(one, essays.get(stampedId('essays', one.owner ?? ''))));
    for (let at = 0; at < wanted.length; at += AT_A_TIME)
      found.push(...(await takeSome(collection, table, wanted.slice(at, at + AT_A_TIME))));
  }
  return found;
}

async function takeSome(
  collection: Collection,
  name: PartTable,
  operations: readonly Operation[],
): Promise<readonly NewFinding[]> {
  const table = collection.table<PartRow, string | [string, string]>(name);
  const here = await table.bulkGet(operations.map(({ key }) => keyOfText(name, key)));
  const found: NewFinding[] = [];
  const rows = operations.flatMap((operation, at): PartRow[] => {
    if (here[at] !== undefined && !isFiller(name, here[at], operation)) return [];
    const { row, finding } = readPart(name, operation);
    if (finding !== null) found.push(finding);
    return row === null ? [] : [row];
  });
  await table.bulkPut(rows);
  return found;
}

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
