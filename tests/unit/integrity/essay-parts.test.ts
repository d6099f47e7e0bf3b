import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Collection } from '../../../lib/collection/collection.ts';
import { readParts } from '../../../lib/collection/integrity/essay-parts.ts';
import { emptyCollection } from '../../support/collections.ts';
import { wholeRows } from '../../support/whole-rows.ts';

describe('the parts of an essay', () => {
  let collection: Collection;
  beforeEach(() => {
    collection = emptyCollection();
  });
  const put = (table: string, ...rows: readonly object[]) => collection.table(table).bulkPut([...rows]);
  const capture = (id: string, facts: object = {}) => ({ ...wholeRows.captures, id, ...facts });
  const captures = async (): Promise<string> => {
    const [parts] = await readParts(collection, ['e1']);
    return ((parts?.captures ?? []) as readonly { readonly id: string }[]).map(({ id }) => id).join();
  };

  it('are all that belongs to it, in the order of the ids that are asked for', async () => {
    for (const name of [
      'essays',
      'captures',
      'bodies',
      'originals',
      'images',
      'highlights',
      'sent',
      'fingerprints',
    ] as const)
      await put(name, wholeRows[name]);
    const [none, parts] = await readParts(collection, ['e0', 'e1']);
    expect(parts).toEqual({
      id: 'e1',
      row: wholeRows.essays,
      captures: [wholeRows.captures],
      bodies: [wholeRows.bodies],
      originals: [wholeRows.originals],
      images: [wholeRows.images],
      highlights: [wholeRows.highlights],
      sent: [wholeRows.sent],
      fingerprint: wholeRows.fingerprints,
      elsewhere: new Set(),
    });
    expect(none).toEqual({
      id: 'e0',
      row: undefined,
      captures: [],
      bodies: [],
      originals: [],
      images: [],
      highlights: [],
      sent: [],
      fingerprint: undefined,
      elsewhere: new Set(),
    });
  });

  it.each<[string, object, object, string]>([
    ['the row names', { captureId: 'c2' }, {}, 'c1,c2'],
    ['a body names', {}, { captureId: 'c2' }, 'c1,c2'],
    ['both name', { captureId: 'c2' }, { captureId: 'c2' }, 'c1,c2'],
    ['nobody names', {}, {}, 'c1'],
    ['the row names wrongly', { captureId: 7 }, {}, 'c1'],
    ['that is not there', { captureId: 'c9' }, {}, 'c1'],
    ['of an essay that cannot be told', { captureId: 'c3' }, {}, 'c1,c3'],
    ['of another essay', { captureId: 'c4' }, {}, 'c1'],
  ])('have a version whose moment is lost, and which %s', async (_, row, body, expected) => {
    await put('essays', { ...wholeRows.essays, ...row });
    await put('bodies', { ...wholeRows.bodies, ...body });
    const lost = { takenAt: null };
    await put('captures', capture('c1'), capture('c2', lost), capture('c3', { ...lost, essayId: null }));
    await put('captures', capture('c4', { ...lost, essayId: 'e2' }));
    expect(await captures()).toBe(expected);
  });
});
