import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { keepEssay } from '../../../../lib/collection/keep/keep-essay.ts';
import { readPublication } from '../../../../lib/collection/publishing/publication.ts';
import { newLock } from '../../../../lib/sync/lock/vault-lock.ts';
import { storageWithin } from '../../../../lib/sync/storage-within.ts';
import { publish } from '../../../../lib/syncing/publisher.ts';
import { expectValue } from '../../../support/collections.ts';
import { numberedKeeping } from '../../../support/keepings.ts';
import { publishedWorld, textAndOriginals } from '../../../support/sync/published-world.ts';

const DAY = 86_400_000;

/** One essay that is published, and the files of that; `publishAfter`: published again so many days later. */
async function world(passphrase = '') {
  const made = await publishedWorld(textAndOriginals, passphrase === '' ? null : await newLock(passphrase));
  expectValue(await keepEssay(made.own, numberedKeeping(1)));
  const started = Date.now();
  const place = storageWithin(made.storage, 'wencun-published');
  const publishAfter = (days: number) => publish(made.own, made.store, place, () => started + days * DAY);
  expectValue(await publishAfter(0));
  const segments = await place.list(`wencun/${made.device}`);
  return { ...made, place, publishAfter, segment: `wencun/${made.device}/${segments[0]?.name}` };
}

it.each(['', '一句话'])(
  'tells its publisher once a day that files of it are gone, also where nothing is new: %s',
  async (passphrase) => {
    const { place, publishAfter, segment, store } = await world(passphrase);
    expect(await publishAfter(2)).toMatchObject({ ok: true });
    const bytes = await place.get(segment);
    await place.remove(segment);
    expect(await publishAfter(2.5)).toMatchObject({ ok: true });
    expect(await publishAfter(4)).toMatchObject({ ok: false, problem: { code: 'own-missing' } });
    expect((await readPublication(store))?.problem?.code).toBe('own-missing');
    await place.put(segment, bytes ?? new Uint8Array());
    expect(await publishAfter(4.1)).toMatchObject({ ok: true, value: 1 });
  },
);

it('has what tells of it written anew where that alone is gone', async () => {
  const { place, device, publishAfter, subscribe } = await world();
  for (const file of ['wencun/index.json', `wencun/heads/${device}.json`, 'wencun/format.json'])
    await place.remove(file);
  expect(await publishAfter(2)).toMatchObject({ ok: true, value: 1 });
  const { collection, update } = await subscribe();
  await update();
  expect(await collection.essays.count()).toBe(1);
});

it('costs four requests a day', async () => {
  const { own, store, publishAfter, place } = await world();
  const asked: string[] = [];
  const counted = {
    ...place,
    list: async (path: string) => {
      asked.push(path);
      return place.list(path);
    },
    get: async (path: string) => {
      asked.push(path);
      return place.get(path);
    },
  };
  expectValue(await publishAfter(2));
  expectValue(await publish(own, store, counted, () => Date.now() + 2.2 * DAY));
  expect(asked).toEqual([]);
  expectValue(await publish(own, store, counted, () => Date.now() + 4 * DAY));
  expect(asked.length).toBe(4);
});
