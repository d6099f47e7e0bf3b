import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { dropTextEdit, editText } from '../../../../lib/collection/actions/edit-text.ts';
import type { Collection } from '../../../../lib/collection/collection.ts';
import { putRows, rowTables } from '../../../../lib/collection/put-rows.ts';
import type { EssayRow } from '../../../../lib/collection/rows.ts';
import { emptyCollection, expectValue } from '../../../support/collections.ts';
import { wholeRows } from '../../../support/whole-rows.ts';

const whole = { ...(wholeRows.essays as unknown as EssayRow), edited: {} };
const change = { kind: 'corrected', found: '塘水', text: '塘中之水', after: null } as const;

describe('a change of the text', () => {
  let collection: Collection;
  beforeEach(async () => {
    collection = emptyCollection();
    await collection.table('bodies').put({ ...wholeRows.bodies, html: '<p>塘水</p>', text: '塘水' });
    await collection.transaction('rw', rowTables(collection), () =>
      putRows(collection, [{ before: undefined, after: { ...whole, length: 2 } }]),
    );
  });
  const row = async (): Promise<EssayRow> => (await collection.essays.get('e1')) ?? whole;

  it('is made, with when and the length that it comes to, and is taken back', async () => {
    const done = expectValue(await editText(collection, 'e1', change));
    const { textEdits = [], length } = await row();
    expect([done.count, textEdits, length]).toEqual([
      1,
      [{ ...change, id: expect.any(String), madeAt: expect.any(String) }],
      4,
    ]);
    expect(Math.abs(Date.parse(textEdits[0]?.madeAt ?? '') - Date.now())).toBeLessThan(60_000);
    expectValue(await editText(collection, 'e1', { ...change, found: '无', text: '有' }));
    expect((await row()).textEdits?.map(({ found }) => found)).toEqual(['塘水', '无']);
    expect([
      expectValue(await done.undo()),
      (await row()).length,
      (await row()).textEdits?.map(({ found }) => found),
    ]).toEqual([1, 2, ['无']]);
    expect(expectValue(await done.undo())).toBe(0);
  });

  it('leaves nothing when the last is dropped', async () => {
    expectValue(await editText(collection, 'e1', change));
    const [edit] = (await row()).textEdits ?? [];
    expect(expectValue(await dropTextEdit(collection, 'e1', 'none')).count).toBe(0);
    expect(expectValue(await dropTextEdit(collection, 'e1', edit?.id ?? '')).count).toBe(1);
    expect([(await row()).length, Object.hasOwn(await row(), 'textEdits')]).toEqual([2, false]);
  });

  it('is remembered where the text is lost, whose length stays', async () => {
    await collection.bodies.clear();
    expect(expectValue(await editText(collection, 'e1', change)).count).toBe(1);
    expect([(await row()).length, (await row()).textEdits?.length]).toEqual([2, 1]);
  });

  it('of no essay is none', async () => {
    expect(expectValue(await editText(collection, 'none', change)).count).toBe(0);
  });
});
