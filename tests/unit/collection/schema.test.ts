import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { openCollection } from '../../../lib/collection/collection.ts';
import { getBody, getOriginal, listCaptures } from '../../../lib/collection/get-essay.ts';
import { gunzip } from '../../../lib/collection/gzip.ts';
import { listEssays, listTrash } from '../../../lib/collection/list-essays.ts';
import { sha256Hex } from '../../../lib/essay/fixity.ts';
import version1 from '../../fixtures/schema-v1.json' with { type: 'json' };
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { dumpDatabase, restoreDatabase } from '../../support/schema-dump.ts';

/** The rows of the fixture, by store. */
const rows = Object.fromEntries(version1.stores.map((store) => [store.name, store.rows]));

it('opens a collection of version 1 with all that it holds', async () => {
  const name = `v1-${crypto.randomUUID()}`;
  await restoreDatabase(name, version1);
  const collection = openCollection(name);

  const kept = expectValue(await listEssays(collection, { limit: 99 }));
  const trashed = expectValue(await listTrash(collection, { limit: 99 }));
  expect(kept.unreadable + trashed.unreadable).toBe(0);
  expect(kept.rows.map(({ title }) => title)).toEqual(['论县域经济的转型', '第5篇', '第3篇', '第2篇']);
  expect(trashed.rows.map(({ title }) => title)).toEqual(['第4篇']);

  let captured = 0;
  for (const row of [...kept.rows, ...trashed.rows]) {
    for (const capture of expectValue(await listCaptures(collection, row.id))) {
      captured += 1;
      const body = expectValue(await getBody(collection, capture.id));
      expect(body).toEqual(rows['bodies']?.find((one) => 'captureId' in one && one.captureId === capture.id));
      const original = expectValue(await getOriginal(collection, capture.id));
      expect(original && (await sha256Hex(original))).toBe(capture.sha256);
      for (const { gzip, sha256 } of (await collection.originals.get(capture.id))?.otherPages ?? [])
        expect(await sha256Hex(await gunzip(gzip))).toBe(sha256);
    }
  }
  expect(captured).toBe(rows['captures']?.length);
});

it('has not changed version 1: a change of stores or indexes needs a new version', async () => {
  const collection = emptyCollection();
  await collection.open();
  const { version, stores } = await dumpDatabase(collection.backendDB());
  const structure = (list: typeof stores) => list.map(({ name, keyPath, indexes }) => ({ name, keyPath, indexes }));
  expect({ version, stores: structure(stores) }).toEqual({ version: 10, stores: structure(version1.stores) });
});
