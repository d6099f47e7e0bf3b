import { beforeEach } from 'vitest';
import { changeRows } from '../../lib/collection/actions/change-rows.ts';
import type { Collection } from '../../lib/collection/collection.ts';
import { putRows, rowTables } from '../../lib/collection/put-rows.ts';
import type { EssayRow } from '../../lib/collection/rows.ts';
import { emptyCollection, expectValue } from './collections.ts';
import { wholeRows } from './whole-rows.ts';

/** The essay e1, on which the reader has done nothing yet. */
export const plainEssay: EssayRow = {
  ...(wholeRows.essays as unknown as EssayRow),
  tags: [],
  shelves: [],
  note: '',
  edited: {},
};

/** A collection with the essays e1 and e2 for each test of a block, and what its tests do with them. */
export function useTwoEssays() {
  const held: { collection: Collection | null } = { collection: null };
  const ours = (): Collection => {
    if (held.collection === null) throw new Error('Not opened yet.');
    return held.collection;
  };
  const put = (...rows: readonly EssayRow[]) =>
    ours().transaction('rw', rowTables(ours()), () =>
      putRows(
        ours(),
        rows.map((after) => ({ before: undefined, after })),
      ),
    );
  const row = async (id = 'e1'): Promise<EssayRow> => {
    const found = await ours().essays.get(id);
    if (found === undefined) throw new Error(`no essay ${id}`);
    return found;
  };
  const change = (facts: Partial<EssayRow>, id = 'e1') =>
    changeRows(ours(), [id], (before) => ({ ...before, ...facts })).then(expectValue);
  beforeEach(async () => {
    held.collection = emptyCollection();
    await put(plainEssay, { ...plainEssay, id: 'e2', captureId: 'c2' });
    await ours()
      .table('bodies')
      .put({ ...wholeRows.bodies, title: '论塘' });
  });
  return { ours, put, row, change };
}
