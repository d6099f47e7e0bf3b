import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { editMany, fieldsToChange } from '../../../../lib/collection/actions/edit-many.ts';
import type { Collection } from '../../../../lib/collection/collection.ts';
import { areLacksFilled, fillLacks, refillLacks } from '../../../../lib/collection/lacks/fill-lacks.ts';
import { putRows, rowTables } from '../../../../lib/collection/put-rows.ts';
import type { EssayRow } from '../../../../lib/collection/rows.ts';
import { emptyCollection, expectValue } from '../../../support/collections.ts';
import { essayRows } from '../../../support/essay-rows.ts';
import { wholeRows } from '../../../support/whole-rows.ts';

const idOf = (number: number): string => number.toString(16).padStart(24, '0');
const address = 'http://a/1.gif?b&c';
const html = '<p><img src="http://a/1.gif?b&amp;c"></p>';

/** Essays with a body each, which shows an image. */
async function collectionOf(count: number): Promise<Collection> {
  const collection = emptyCollection();
  const rows = essayRows(Array.from({ length: count }, (_, n) => idOf(n))).map(
    (row, n): EssayRow => ({ ...row, captureId: `c${n}` }),
  );
  await collection.transaction('rw', rowTables(collection), () =>
    putRows(
      collection,
      rows.map((after) => ({ before: undefined, after })),
    ),
  );
  for (const { id, captureId } of rows)
    await collection.table('bodies').put({ ...wholeRows.bodies, essayId: id, captureId, html });
  return collection;
}
const image = (collection: Collection, n: number, more: object = {}): Promise<unknown> =>
  collection
    .table('images')
    .put({ ...wholeRows.images, essayId: idOf(n), address, bytes: null, problem: 'unreachable', ...more });
/** Places of the essays that lack images. */
const lacking = async (collection: Collection): Promise<string> =>
  (await collection.essays.toArray())
    .flatMap(({ lacks = [] }, n) => (lacks.includes('missing-images') ? [n] : []))
    .join(',');

it('what essays lack is told of all, some at a time', async () => {
  const collection = await collectionOf(33);
  await image(collection, 0);
  await image(collection, 1, { bytes: new Uint8Array([1]), problem: '' });
  await image(collection, 2, { address: 'http://a/other.gif' });
  await image(collection, 32);
  expect(await areLacksFilled(collection)).toBe(false);
  expect([await fillLacks(collection), await lacking(collection)]).toEqual([true, '0']);
  expect([await fillLacks(collection), await lacking(collection)]).toEqual([true, '0,32']);
  expect(await areLacksFilled(collection)).toBe(false);
  expect([await fillLacks(collection), await areLacksFilled(collection)]).toEqual([false, true]);
  await image(collection, 3);
  expect([await fillLacks(collection), await lacking(collection)]).toEqual([false, '0,32']);
  await refillLacks(collection);
  expect([await areLacksFilled(collection), await fillLacks(collection), await lacking(collection)]).toEqual([
    false,
    true,
    '0,3,32',
  ]);
});

it('an essay without a body is passed over, and one that has its image by now lacks nothing', async () => {
  const collection = await collectionOf(2);
  await image(collection, 0);
  await image(collection, 1);
  await collection.bodies.delete('c1');
  await fillLacks(collection);
  expect(await lacking(collection)).toBe('0');
  await image(collection, 0, { bytes: new Uint8Array([1]), problem: '' });
  await refillLacks(collection);
  await fillLacks(collection);
  expect(await lacking(collection)).toBe('');
});

it('fields are set by hand where they are others, and go back', async () => {
  const collection = await collectionOf(2);
  const [row] = await collection.essays.toArray();
  if (row === undefined) throw new Error('no row');
  expect(fieldsToChange(row, { title: row.title, authors: ['甲'], unit: row.unit })).toEqual(['authors']);
  const done = expectValue(await editMany(collection, [idOf(0), idOf(1)], { title: row.title }));
  expect([
    done.count,
    (await collection.essays.get(idOf(1)))?.title,
    (await collection.essays.get(idOf(1)))?.edited,
  ]).toEqual([1, row.title, { title: row.title }]);
  expect((await collection.essays.get(idOf(0)))?.edited).toEqual(row.edited);
  expect([expectValue(await done.undo()), (await collection.essays.get(idOf(1)))?.title === row.title]).toEqual([
    1,
    false,
  ]);
});
