import { expect, it } from 'vitest';
import { readableFields } from '../../../../lib/collection/sync/readable-fields.ts';

const edit = { id: 'x', madeAt: '2026-03-01T09:30:00.000Z', kind: 'taken-out', found: '塘', text: '', after: null };

it.each<[Parameters<typeof readableFields>[0], string, unknown, boolean]>([
  ['essays', 'captureId', 'c1', true],
  ['essays', 'captureId', 7, false],
  ['essays', 'constructor', 'x', false],
  ['essays', 'edited/title', '塘', true],
  ['essays', 'edited/title', 7, false],
  ['essays', 'edited/hits', 7, true],
  ['essays', 'edited/toString', '塘', false],
  ['essays', 'textEdits/x', edit, true],
  ['essays', 'textEdits/y', edit, false],
  ['essays', 'textEdits/x', { ...edit, kind: 'lost' }, false],
  ['essays', 'textEdits/x', { id: 'x' }, false],
  ['essays', 'textEdits/x', null, false],
  ['essays', 'tags/tag 塘', true, true],
  ['essays', 'tags/tag 塘', 1, false],
  ['essays', 'tags/', true, false],
  ['essays', 'shelves/s1', true, true],
  ['essays', 'shelves/s1', 'yes', false],
  ['shelves', 'order', 1, true],
  ['shelves', 'order', '1', false],
  ['highlights', 'colour', 'green', true],
  ['highlights', 'colour', 'black', false],
  ['tags', 'edited', '塘', false],
])('of %s, %s with %j is a value of its own: %j', (table, name, value, isGood) => {
  expect(readableFields(table, { [name]: value })).toEqual(
    isGood ? { fields: { [name]: value }, bad: [] } : { fields: {}, bad: [name] },
  );
});
