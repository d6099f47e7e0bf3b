import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { listTags } from '../../../lib/collection/actions/tags.ts';
import { openCollection } from '../../../lib/collection/collection.ts';
import { getBody, getOriginal, listCaptures } from '../../../lib/collection/get-essay.ts';
import { idAt } from '../../../lib/collection/ledger/chunk.ts';
import { listEssays, listTrash } from '../../../lib/collection/list-essays.ts';
import { sha256Hex } from '../../../lib/essay/fixity.ts';
import { gunzip } from '../../../lib/zip/gzip.ts';
import version1 from '../../fixtures/schema-v1.json' with { type: 'json' };
import version2 from '../../fixtures/schema-v2.json' with { type: 'json' };
import version3 from '../../fixtures/schema-v3.json' with { type: 'json' };
import version4 from '../../fixtures/schema-v4.json' with { type: 'json' };
import version5 from '../../fixtures/schema-v5.json' with { type: 'json' };
import version6 from '../../fixtures/schema-v6.json' with { type: 'json' };
import version7 from '../../fixtures/schema-v7.json' with { type: 'json' };
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { dumpDatabase, restoreDatabase, type SchemaDump } from '../../support/schema-dump.ts';

const versions: readonly [number, SchemaDump][] = [
  [1, version1],
  [2, version2],
  [3, version3],
  [4, version4],
  [5, version5],
  [6, version6],
  [7, version7],
];

/** The collection of a fixture, as this version opens it, and the fixture's rows by store. */
async function opened(dump: SchemaDump) {
  const name = `schema-${crypto.randomUUID()}`;
  await restoreDatabase(name, dump);
  const rows = Object.fromEntries(dump.stores.map((store) => [store.name, store.rows]));
  return { collection: openCollection(name), rows };
}

describe.each(versions)('a collection of version %i', (_, dump) => {
  it('opens with all that it holds', async () => {
    const { collection, rows } = await opened(dump);
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
        const stored = rows['bodies']?.find((one) => (one as { captureId?: string }).captureId === capture.id);
        expect(body).toEqual(stored);
        const original = expectValue(await getOriginal(collection, capture.id));
        expect(original && (await sha256Hex(original))).toBe(capture.sha256);
        for (const { gzip, sha256 } of (await collection.originals.get(capture.id))?.otherPages ?? [])
          expect(await sha256Hex(await gunzip(gzip))).toBe(sha256);
      }
    }
    expect(captured).toBe(rows['captures']?.length);
  });

  it('has every essay in the ledger, under a number of its own', async () => {
    const { collection } = await opened(dump);
    const rows = await collection.essays.toArray();
    expect(new Set(rows.map(({ doc }) => doc)).size).toBe(5);
    const [chunk] = await collection.ledger.toArray();
    for (const { id, doc } of rows) expect(chunk && idAt(chunk, doc)).toBe(id);
  });
});

it('keeps in version 2 what the reader made', async () => {
  const { collection } = await opened(version2);
  const names = new Map(expectValue(await listTags(collection)).map(({ id, name }) => [id, name]));
  const rows = expectValue(await listEssays(collection, { limit: 99 })).rows;
  const notice = rows.find(({ kind }) => kind === 'notice');
  expect(notice?.tags.map((tag) => names.get(tag)).toSorted()).toEqual(['待读', '通知'].toSorted());
  expect(notice).toMatchObject({ note: '与第2篇同日。', unit: '教务处', edited: { unit: '教务处' } });
});

it('has not changed version 7: a change of stores or indexes needs a new version', async () => {
  const collection = emptyCollection();
  await collection.open();
  const { version, stores } = await dumpDatabase(collection.backendDB());
  const structure = (list: SchemaDump['stores']) => list.map(({ rows: _rows, ...store }) => store);
  expect({ version, stores: structure(stores) }).toEqual({ version: 70, stores: structure(version7.stores) });
});
