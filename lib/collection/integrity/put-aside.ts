import { checkRow, type RowOf } from '../checked/check-row.ts';
import type { Collection } from '../collection.ts';
import type { EssayRow } from '../rows.ts';
import type { EssayParts } from './essay-parts.ts';
import { type NewFinding, noteFindings } from './findings.ts';

/**
 * The rows of essays that are about to be written, as far as they can be read; undefined where there is none, or none that can
 * be read. Of a damaged one, the row as it was is put aside. Inside a read-write transaction over `rowTables`.
 */
export async function rowsToWrite(
  collection: Collection,
  ids: readonly string[],
): Promise<readonly (EssayRow | undefined)[]> {
  if (ids.length === 0) return [];
  const found: NewFinding[] = [];
  const rows = (await collection.essays.bulkGet([...ids])).map((raw, at) => {
    if (raw === undefined) return undefined;
    const checked = checkRow('essays', raw);
    if (checked.is === 'whole') return checked.row;
    found.push(findingOf('essays', ids[at] ?? '', raw, checked.lost, checked.is));
    return checked.is === 'mended' ? checked.row : undefined;
  });
  if (found.length > 0) await noteFindings(collection, found);
  return rows;
}

/** What a damaged row is told as. */
export function findingOf(
  table: keyof RowOf,
  key: string,
  raw: unknown,
  lost: readonly string[],
  reason: 'mended' | 'unreadable',
): NewFinding {
  const values = (typeof raw === 'object' && raw !== null ? raw : {}) as Readonly<Record<string, unknown>>;
  const essayId = table === 'essays' ? key : values['essayId'];
  const { title } = values;
  return {
    table,
    key,
    reason,
    parts: lost,
    essayId: typeof essayId === 'string' ? essayId : '',
    title: typeof title === 'string' ? title : '',
    row: raw,
  };
}

/**
 * Takes a row of `essays` out whose key is none that an essay has, and puts it aside: no list, search or act comes to it, so that nobody else could
 * ever take it away. One that versions, images or marks are of stays, and is told of.
 */
export async function takeOutStrange(
  collection: Collection,
  key: unknown,
  row: unknown,
  parts?: EssayParts,
): Promise<void> {
  const { essays, quarantine, stamps, sync } = collection;
  const belongs = parts && [parts.captures, parts.bodies, parts.originals, parts.images, parts.highlights].flat();
  // Who asks for the last two as well writes nothing that is sent to other devices.
  await collection.transaction('rw', [essays, quarantine, stamps, sync], async () => {
    await noteFindings(collection, [findingOf('essays', String(key), row, ['id'], 'unreadable')]);
    // Its type is what is wrong with it.
    if (belongs === undefined || belongs.length === 0) await essays.delete(key as string);
  });
}
