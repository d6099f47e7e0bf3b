import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { setNote } from '../../../lib/collection/actions/note.ts';
import { openBackup } from '../../../lib/collection/backup/open-backup.ts';
import { practiseRestore } from '../../../lib/collection/backup/practising/practise-restore.ts';
import { dropLeftScratch, practising } from '../../../lib/collection/backup/practising/scratch.ts';
import { writeBackup } from '../../../lib/collection/backup/write-backup.ts';
import { type Collection, openCollection } from '../../../lib/collection/collection.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { gzip } from '../../../lib/zip/gzip.ts';
import { expectValue } from '../../support/collections.ts';
import { fullCollection, recordsOf } from '../../support/full-collection.ts';
import { numberedKeeping } from '../../support/keepings.ts';

async function backUp(collection: Collection) {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  expectValue(await writeBackup(collection, {}, (bytes) => void parts.push(bytes)));
  return expectValue(await openBackup(new Blob(parts)));
}

it('tells what a backup would bring back, compared with what is here, and changes nothing', async () => {
  const collection = await fullCollection();
  const backup = await backUp(collection);
  const [first] = await collection.essays.toArray();
  await setNote(collection, first?.id ?? '', '后来的笔记');
  expectValue(await keepEssay(collection, numberedKeeping(70)));
  const before = await recordsOf(collection);
  const shares: number[] = [];
  const practice = expectValue(await practiseRestore(collection, backup, { onProgress: (done) => shares.push(done) }));
  expect(practice).toEqual({
    essays: 5,
    versions: 6,
    damaged: 0,
    same: 4,
    changed: 1,
    onlyHere: 1,
    onlyThere: 0,
  });
  expect(shares).toEqual(shares.toSorted((one, other) => one - other));
  expect(await recordsOf(collection)).toEqual(before);
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('wencun-practice');
});

it('tells how much of it is damaged: bytes that are not those that were taken, and records put aside', async () => {
  const collection = await fullCollection();
  const [one] = await collection.originals.toArray();
  await collection.originals.update(one?.captureId ?? '', { gzip: await gzip(new TextEncoder().encode('别的')) });
  await collection.table('highlights').update('h1', { quote: null });
  const practice = expectValue(await practiseRestore(collection, await backUp(collection)));
  expect(practice).toMatchObject({ essays: 5, damaged: 2 });
});

it('can be stopped, and leaves no database behind', async () => {
  const collection = await fullCollection();
  const stop = new AbortController();
  stop.abort();
  const practice = await practiseRestore(collection, await backUp(collection), { signal: stop.signal });
  expect(practice).toMatchObject({ ok: false, problem: { code: 'stopped' } });
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('wencun-practice');
});

it('whose window closed leaves a database that goes by itself, and one that still runs keeps its own', async () => {
  const left = openCollection('wencun-practice');
  await left.meta.put({ key: 'x', value: 1 });
  left.close();
  const names = async () => (await indexedDB.databases()).map(({ name }) => name);
  const held: { end: () => void } = { end: () => undefined };
  const running = practising(() => new Promise<void>((end) => Object.assign(held, { end })));
  await dropLeftScratch();
  expect(await names()).toContain('wencun-practice');
  held.end();
  await running;
  await dropLeftScratch();
  expect(await names()).not.toContain('wencun-practice');
  await dropLeftScratch();
});
