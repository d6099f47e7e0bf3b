import { isPartWanted } from '../../../sync/model/merge.ts';
import type { Operation } from '../../../sync/model/operation.ts';
import { type StampedRow, stampedId } from '../../../sync/model/stamped-row.ts';
import { checkRow } from '../../checked/check-row.ts';
import type { CheckedTable } from '../../checked/row-shapes.ts';
import type { Collection } from '../../collection.ts';
import { isEssayImage } from '../../images/image-shape.ts';
import type { NewFinding } from '../../integrity/findings.ts';
import type { BodyRow } from '../../rows.ts';
import { learnStamps } from '../join-into-stamps.ts';
import { keyOfText } from '../log-keys.ts';
import { keysThere } from './keys-there.ts';

/** Parts written at a time, and owners read: some milliseconds. */
const AT_A_TIME = 25;
const OWNERS = 100;
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
 * what was sent and cannot be read. Inside the applying transaction.
 */
export async function takeParts(
  collection: Collection,
  operations: readonly Operation[],
  known: KnownRows,
): Promise<readonly NewFinding[]> {
  const found: NewFinding[] = [];
  const owners = [...new Set(operations.map(({ owner = '' }) => stampedId('essays', owner)))];
  for (let at = 0; at < owners.length; at += OWNERS)
    await learnStamps(collection, known.stamps, owners.slice(at, at + OWNERS));
  for (const table of partTables) {
    const own = operations.filter((one) => one.table === table);
    const wanted = own.filter((one) => isPartWanted(one, known.stamps.get(stampedId('essays', one.owner ?? ''))));
    const there = await keysThere({ name: table }, wanted.length);
    for (let at = 0; at < wanted.length; at += AT_A_TIME) {
      const taken = await takeSome(collection, table, wanted.slice(at, at + AT_A_TIME), there);
      found.push(...taken.found);
      for (const { key, row } of taken.put) {
        there?.add(key);
        if (table === 'bodies') known.bodies.set(key, row as unknown as BodyRow);
      }
    }
  }
  return found;
}

async function takeSome(
  collection: Collection,
  name: PartTable,
  operations: readonly Operation[],
  there: ReadonlySet<string> | null,
): Promise<{ readonly found: readonly NewFinding[]; readonly put: readonly StoredPart[] }> {
  const table = collection.table<PartRow, string | [string, string]>(name);
  const asked = operations.filter(({ key }) => there?.has(key) ?? true);
  const rows = asked.length === 0 ? [] : await table.bulkGet(asked.map(({ key }) => keyOfText(name, key)));
  const here = new Map(asked.map((operation, at) => [operation, rows[at]]));
  const found: NewFinding[] = [];
  const put = operations.flatMap((operation): StoredPart[] => {
    const before = here.get(operation);
    if (before !== undefined && !isFiller(name, before, operation)) return [];
    const { row, finding } = readPart(name, operation);
    if (finding !== null) found.push(finding);
    return row === null ? [] : [{ key: operation.key, row }];
  });
  if (put.length > 0) await table.bulkPut(put.map(({ row }) => row));
  return { found, put };
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
