import type { Operation } from '../../../sync/model/operation.ts';
import { isAlive, isNoteField, type StampedRow, stampedId } from '../../../sync/model/stamped-row.ts';
import type { Collection } from '../../collection.ts';
import { nextStamp, readDeviceClock, sendOperations } from '../clock-fact.ts';
import { joinIntoStamps, learnStamps } from '../join-into-stamps.ts';

/** The sets of an essay whose elements are rows of the tables of the same names. */
const sets = ['tags', 'shelves'] as const;

/**
 * Takes tags and collections that were deleted off essays which have them all the same: whoever deleted one took it off the essays that were there, and not
 * off one that another device brought back, or whose text was still on its way. The others are told. `known`: what is known of rows, that of `essays` in it;
 * `changed`: tags and collections of which something was read. Gives the essays that are to be made anew. Inside the applying transaction, after all rows were made.
 */
export async function takeOffDeleted(
  collection: Collection,
  essays: readonly string[],
  changed: readonly string[],
  known: Map<string, StampedRow>,
): Promise<readonly string[]> {
  // Who only reads another's has no tags.
  if ((await readDeviceClock(collection)) === null) return [];
  const named = new Set(changed);
  for (const id of essays) for (const element of elementsOf(known.get(stampedId('essays', id)))) named.add(element);
  await learnStamps(collection, known, [...named]);
  const gone = [...named].flatMap((id) => {
    const row = known.get(id);
    return row === undefined || isAlive(row) ? [] : [row];
  });
  const having: { readonly essay: string; readonly field: string }[] = [];
  for (const set of sets)
    for (const { key } of gone.filter(({ table }) => table === set))
      for (const essay of await collection.essays.where(set).equals(key).primaryKeys())
        having.push({ essay, field: `${set}/${key}` });
  if (having.length === 0) return [];
  const stamp = await nextStamp(collection);
  const operations: readonly Operation[] = having.map(({ essay: key, field }) => ({
    table: 'essays',
    key,
    field,
    stamp,
  }));
  await joinIntoStamps(collection, operations, known);
  await sendOperations(collection, operations);
  return [...new Set(having.map(({ essay }) => essay))];
}

/** Ids of the tags and collections that an essay has. */
const elementsOf = (essay: StampedRow | undefined): readonly string[] =>
  Object.entries(essay?.fields ?? {}).flatMap(([field, value]) => {
    const set = sets.find((one) => field.startsWith(`${one}/`));
    return set === undefined || isNoteField(value) || value.v === undefined
      ? []
      : [stampedId(set, field.slice(set.length + 1))];
  });
