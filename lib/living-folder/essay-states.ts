import { readableRow, readableRows } from '../collection/checked/check-row.ts';
import type { Collection } from '../collection/collection.ts';
import { getRows } from '../collection/get-rows.ts';
import type { WantedFile } from './plan.ts';
import { filePathOf } from './template.ts';
import { textDigest } from './text-digest.ts';
import type { MirrorOptions } from './write-essay.ts';

/** Essays whose rows are read at a time. */
const AT_A_TIME = 500;

/** The form of the files: to be raised when they are written otherwise, so that all are written anew. */
const FORM = 1;

/**
 * What each essay is now, as far as its file tells of it: its row, the names of its tags, what is marked in it, its images, and how
 * files are written. Bodies are not read: a new text is a new version, which the row names. In the order of the ids.
 */
export async function statesOf(
  collection: Collection,
  ids: readonly string[],
  { template, originals }: MirrorOptions,
  pause: () => Promise<void>,
): Promise<readonly WantedFile[]> {
  const { tags, highlights, images } = collection;
  const names = new Map(readableRows('tags', await tags.toArray()).map(({ id, name }) => [id, name]));
  const marks = new Map<string, unknown[]>();
  for (const { id: _id, ...mark } of readableRows('highlights', await highlights.toArray())) {
    const list = marks.get(mark.essayId) ?? [];
    marks.set(mark.essayId, list);
    list.push(mark);
  }
  const states: WantedFile[] = [];
  for (let from = 0; from < ids.length; from += AT_A_TIME) {
    await pause();
    const some = ids.slice(from, from + AT_A_TIME);
    const rows = await getRows(collection, some);
    const ranges = some.map((id): [string[], string[]] => [
      [id, ''],
      [id, '\uffff'],
    ]);
    const kept = await images.where('[essayId+address]').inAnyRange(ranges).primaryKeys();
    const shown = new Map<string, string[]>();
    for (const [essayId, address] of kept) shown.set(essayId, [...(shown.get(essayId) ?? []), address]);
    for (const raw of rows) {
      const row = readableRow('essays', raw);
      if (row === null || row.trashedAt !== '') continue;
      const { doc: _doc, cluster: _cluster, shelves: _shelves, readState: _read, checked: _checked, ...facts } = row;
      const named = row.tags.map((tag) => names.get(tag) ?? '');
      const told = [FORM, template, originals, facts, named, marks.get(row.id) ?? [], shown.get(row.id) ?? []];
      states.push({
        id: row.id,
        path: filePathOf({ id: row.id, keptAt: row.keptAt, essay: row }, template),
        state: await textDigest(JSON.stringify(told)),
      });
    }
  }
  return states;
}
