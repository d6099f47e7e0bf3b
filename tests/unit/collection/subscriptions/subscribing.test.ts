import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { editFields } from '../../../../lib/collection/actions/edit-fields.ts';
import { addHighlight } from '../../../../lib/collection/actions/highlights.ts';
import { setNote } from '../../../../lib/collection/actions/note.ts';
import { createShelf, putOnShelf } from '../../../../lib/collection/actions/shelves.ts';
import { tagEssays } from '../../../../lib/collection/actions/tags.ts';
import { moveToTrash } from '../../../../lib/collection/actions/trash.ts';
import { getBody, getCapture, getEssay, getOriginal } from '../../../../lib/collection/get-essay.ts';
import { putImages } from '../../../../lib/collection/images/images.ts';
import { listFindings } from '../../../../lib/collection/integrity/findings.ts';
import { checkCollection } from '../../../../lib/collection/integrity/run-check.ts';
import { keepEssay } from '../../../../lib/collection/keep/keep-essay.ts';
import { changePublication, readPublication } from '../../../../lib/collection/publishing/publication.ts';
import { publicationPlan } from '../../../../lib/collection/publishing/publication-plan.ts';
import { takeEssay } from '../../../../lib/collection/subscriptions/take-essays.ts';
import { newLock } from '../../../../lib/sync/lock/vault-lock.ts';
import { PUBLISHED_FOLDER } from '../../../../lib/sync/log/paths.ts';
import { findLog } from '../../../../lib/sync/read/find-log.ts';
import { type LogPlace, readingStorage } from '../../../../lib/sync/read/reading-storage.ts';
import { SyncRefusal, type SyncStorage } from '../../../../lib/sync/storage.ts';
import { storageWithin } from '../../../../lib/sync/storage-within.ts';
import { unpublish } from '../../../../lib/syncing/publisher.ts';
import { rainfallGif } from '../../../corpus/portal/images.ts';
import { emptyCollection, expectValue } from '../../../support/collections.ts';
import { numberedKeeping } from '../../../support/keepings.ts';
import { publishedWorld, startPublishing, textAndOriginals } from '../../../support/sync/published-world.ts';

const free = { spend: async () => undefined, rest: async () => undefined };
const quote = { exact: '县域', prefix: '', suffix: '' };

async function filled(wish = textAndOriginals) {
  const world = await publishedWorld(wish);
  const { own } = world;
  const ids: string[] = [];
  for (const n of [1, 2, 3]) ids.push(expectValue(await keepEssay(own, numberedKeeping(n))).id);
  const [first = '', second = '', third = ''] = ids;
  await setNote(own, first, '私下的话');
  await editFields(own, first, { title: '论县域' });
  await tagEssays(own, [first], { add: ['私'] });
  await addHighlight(own, { essayId: first, colour: 'green', note: '引', quote, position: { start: 0, end: 2 } });
  await moveToTrash(own, [third]);
  expectValue(await world.publish());
  const { collection, update } = await world.subscribe();
  await update();
  return { ...world, ids: [first, second, third] as const, collection, update };
}

describe('another’s published collection', () => {
  it('is read by whoever has its address, from a server that lists nothing: texts, originals, and what was set by hand', async () => {
    const { collection, ids, asked } = await filled();
    const [first, second] = ids;
    expect((await collection.essays.toCollection().primaryKeys()).toSorted()).toEqual([first, second].toSorted());
    const row = expectValue(await getEssay(collection, first));
    expect(row).toMatchObject({ title: '论县域', note: '', tags: [], shelves: [] });
    expect(expectValue(await getBody(collection, row?.captureId ?? ''))?.text).toContain('县域');
    expect(expectValue(await getOriginal(collection, row?.captureId ?? ''))).not.toBeNull();
    expect(asked.filter((one) => !one.startsWith('GET '))).toEqual([]);
    await checkCollection(collection);
    expect(expectValue(await listFindings(collection, 99)).open).toEqual([]);
  });

  it('has nothing of what its reader did not publish: notes, marks, tags, collections, the trash', async () => {
    const { collection, storage, device } = await filled();
    expect(await collection.highlights.count()).toBe(0);
    expect(await collection.tags.count()).toBe(0);
    const there = await storage.list(`wencun-published/wencun/${device}`);
    expect(there.length).toBeGreaterThan(0);
    expect(await collection.stamps.filter(({ table }) => table === 'tags' || table === 'highlights').count()).toBe(0);
    expect(JSON.stringify(await collection.stamps.toArray())).not.toMatch(/私下|tags\//);
    expect(await collection.uncopied.count()).toBe(0);
    expect(await collection.unsent.count()).toBe(0);
  });

  it('has notes and marks where they are published, and loses them where they are not any more', async () => {
    const { collection, update, store, publish, ids } = await filled({ ...textAndOriginals, notes: true, marks: true });
    const note = async () => expectValue(await getEssay(collection, ids[0]))?.note;
    expect([await note(), await collection.highlights.count()]).toEqual(['私下的话', 1]);
    await changePublication(store, { wish: textAndOriginals });
    expectValue(await publish());
    await update();
    expect([await note(), await collection.highlights.count()]).toEqual(['', 0]);
  });

  it('follows what is kept, changed and taken away; nothing new is one request', async () => {
    const { own, collection, update, publish, ids, asked } = await filled();
    const [first, second, third] = ids;
    const fourth = expectValue(await keepEssay(own, numberedKeeping(4))).id;
    await editFields(own, second, { title: '新题' });
    await moveToTrash(own, [first]);
    expectValue(await publish());
    await update();
    expect((await collection.essays.toCollection().primaryKeys()).toSorted()).toEqual([second, fourth].toSorted());
    expect(await collection.bodies.count()).toBe(2);
    expect(expectValue(await getEssay(collection, second))?.title).toBe('新题');
    asked.length = 0;
    expectValue(await publish());
    await update();
    expect(asked).toEqual(['GET /li/wencun-published/wencun/index.json']);
    expect(third).not.toBe('');
  });

  it('is one collection alone where its reader chose one', async () => {
    const world = await publishedWorld();
    const ids: string[] = [];
    for (const n of [1, 2, 3]) ids.push(expectValue(await keepEssay(world.own, numberedKeeping(n))).id);
    const shelf = expectValue(await createShelf(world.own, '给学生')).id;
    await putOnShelf(world.own, ids.slice(0, 1), shelf);
    await changePublication(world.store, { wish: { ...textAndOriginals, shelf } });
    expectValue(await world.publish());
    const { collection, update } = await world.subscribe();
    await update();
    expect(await collection.essays.toCollection().primaryKeys()).toEqual(ids.slice(0, 1));
  });

  it('is gone from the server when its reader publishes no more', async () => {
    const { store, storage, device } = await filled();
    const publication = await readPublication(store);
    if (publication === null) throw new Error('It is published.');
    await unpublish(storageWithin(storage, PUBLISHED_FOLDER), publication);
    expect(await storage.list(`wencun-published/wencun/${device}`)).toEqual([]);
    expect(await storage.list('wencun-published/wencun')).toEqual([]);
  });

  it('is not mixed with that of another computer', async () => {
    const { storage, own } = await filled();
    const other = await publishedWorld();
    await startPublishing(other.store, textAndOriginals, null, 'pubdevice002');
    const { publish } = await import('../../../../lib/syncing/publisher.ts');
    expect(await publish(own, other.store, storageWithin(storage, PUBLISHED_FOLDER), Date.now)).toMatchObject({
      problem: { code: 'taken' },
    });
  });
});

describe('what is published', () => {
  it('can be subscribed to also while there is nothing yet', async () => {
    const world = await publishedWorld();
    expect(expectValue(await world.publish())).toBe(0);
    const { collection, update } = await world.subscribe();
    await update();
    const { id } = expectValue(await keepEssay(world.own, numberedKeeping(1)));
    expectValue(await world.publish());
    await update();
    expect(await collection.essays.toCollection().primaryKeys()).toEqual([id]);
  });

  it('is its own where the answer to the first file was lost', async () => {
    const { own, store, storage, publish } = await publishedWorld();
    expectValue(await keepEssay(own, numberedKeeping(1)));
    const losing: SyncStorage = {
      ...storage,
      put: async (path, bytes) => {
        await storage.put(path, bytes);
        if (path.endsWith('format.json')) throw new SyncRefusal('unreachable');
      },
    };
    const { publish: publishBy } = await import('../../../../lib/syncing/publisher.ts');
    expect(await publishBy(own, store, storageWithin(losing, PUBLISHED_FOLDER), Date.now)).toMatchObject({
      problem: { code: 'unreachable' },
    });
    expect(expectValue(await publish())).toBe(1);
  });

  it('has an image that could not be had when the essay was published, once it is there', async () => {
    const { own, publish, subscribe } = await publishedWorld();
    const { id } = expectValue(await keepEssay(own, numberedKeeping(1)));
    const of = { address: 'http://a.example-school.cn/1.gif', takenAt: '2026-03-01T08:00:00.000Z' };
    expectValue(await putImages(own, id, [{ ...of, type: '', bytes: null, problem: 'not-found' }]));
    expectValue(await publish());
    const { collection, update } = await subscribe();
    await update();
    expect(await collection.images.count()).toBe(0);
    const bytes = rainfallGif(12, 20);
    expectValue(await putImages(own, id, [{ ...of, type: 'image/gif', bytes, problem: '' }]));
    expectValue(await publish());
    await update();
    expect((await collection.images.toArray()).map((row) => row.bytes)).toEqual([bytes]);
  });
});

describe('an original that is not there when the essay is published', () => {
  it('is published once it is there', async () => {
    const { own, publish, subscribe } = await publishedWorld();
    const { id } = expectValue(await keepEssay(own, numberedKeeping(1)));
    const [original] = await own.originals.toArray();
    if (original === undefined) throw new Error('It was kept without its original.');
    await own.originals.clear();
    expectValue(await publish());
    const { collection, update } = await subscribe();
    await update();
    expect(await collection.originals.count()).toBe(0);
    await own.originals.put(original);
    expectValue(await publish());
    await update();
    expect((await collection.originals.toArray()).map(({ essayId }) => essayId)).toEqual([id]);
    expect(await collection.originals.toArray()).toEqual([original]);
  });

  it('costs nothing each time as long as it is not', async () => {
    const { own, store, publish } = await publishedWorld();
    expectValue(await keepEssay(own, numberedKeeping(1)));
    await own.originals.clear();
    expectValue(await publish());
    expect(await publicationPlan(own, store, textAndOriginals)).toMatchObject({ acts: [], originals: [] });
  });
});

describe('an essay of another’s', () => {
  it('is taken into one’s own with its original and where it came from, and once', async () => {
    const { collection, ids } = await filled();
    const mine = emptyCollection();
    const from = { name: '李老师', host: 'people.example.edu', at: '2026-11-27T09:00:00.000Z' };
    expect(expectValue(await takeEssay(mine, collection, ids[0], from))).toEqual({ id: ids[0], change: 'new' });
    const row = expectValue(await getEssay(mine, ids[0]));
    expect(row).toMatchObject({ title: '论县域', keptAt: from.at, edited: { title: '论县域' } });
    expect(expectValue(await getCapture(mine, row?.captureId ?? ''))?.takenFrom).toEqual(from);
    expect(expectValue(await getOriginal(mine, row?.captureId ?? ''))).not.toBeNull();
    await setNote(mine, ids[0], '我的');
    expect(expectValue(await takeEssay(mine, collection, ids[0], from))).toEqual({ id: ids[0], change: 'there' });
    expect(expectValue(await getEssay(mine, ids[0]))?.note).toBe('我的');
    await checkCollection(mine);
    expect(expectValue(await listFindings(mine, 99)).open).toEqual([]);
    expect(await collection.essays.count()).toBe(2);
  });

  it('has no original where texts alone are published, and the check misses none', async () => {
    const { collection, ids } = await filled({ ...textAndOriginals, wanted: ['acts'] });
    const mine = emptyCollection();
    const from = { name: '李老师', host: 'people.example.edu', at: '2026-11-27T09:00:00.000Z' };
    expectValue(await takeEssay(mine, collection, ids[0], from));
    expect(await mine.originals.count()).toBe(0);
    await checkCollection(mine);
    expect(expectValue(await listFindings(mine, 99)).open).toEqual([]);
  });
});

it('is read with its passphrase alone where it has one, and the server has nothing of it in the clear', async () => {
  const world = await publishedWorld(textAndOriginals, await newLock('寒来暑往'));
  expectValue(await keepEssay(world.own, numberedKeeping(1)));
  expectValue(await world.publish());
  const place = (at: LogPlace) => readingStorage(at, free, world.server);
  const servers = [{ address: 'https://people.example.edu/li/', user: '', password: '' }];
  for (const [passphrase, code] of [
    ['', 'needs-passphrase'],
    ['秋收冬藏', 'wrong-passphrase'],
  ] as const)
    expect(await findLog(servers, place, passphrase).catch((error: unknown) => ({ problem: error }))).toMatchObject({
      problem: { code },
    });
  const { collection, update } = await world.subscribe('寒来暑往');
  await update();
  expect(await collection.essays.count()).toBe(1);
  expectValue(await keepEssay(world.own, numberedKeeping(2)));
  expectValue(await world.publish());
  world.asked.length = 0;
  await update();
  expect(await collection.essays.count()).toBe(2);
  for (const asked of world.asked.filter(
    (one) => /\.(?:seg|json)$/.test(one) && !/(?:index|format)\.json$/.test(one),
  )) {
    const bytes = await world.storage.get(asked.replace('GET /li/', ''));
    expect(new TextDecoder().decode(bytes?.subarray(0, 7)), asked).toBe('WCSEAL1');
  }
  expect(world.asked.length).toBeGreaterThan(2);
});
