import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { keepEssay } from '../../../../lib/collection/keep/keep-essay.ts';
import { readPublication } from '../../../../lib/collection/publishing/publication.ts';
import { publishedAddress } from '../../../../lib/collection/sync-store/published-address.ts';
import { openSyncStore } from '../../../../lib/collection/sync-store/sync-store.ts';
import { couchdbStorage } from '../../../../lib/sync/couchdb/couchdb-storage.ts';
import { newLock } from '../../../../lib/sync/lock/vault-lock.ts';
import { publish, unpublish } from '../../../../lib/syncing/publisher.ts';
import { startCouch } from '../../../../scripts/bench/sync/real-couch.ts';
import { hasCouch } from '../../../../scripts/setup/couch.ts';
import { emptyCollection, expectValue } from '../../../support/collections.ts';
import { numberedKeeping } from '../../../support/keepings.ts';
import { startPublishing, subscribeAt, textAndOriginals } from '../../../support/sync/published-world.ts';

const free = { spend: async () => undefined, rest: async () => undefined };

it.runIf(hasCouch()).each(['', '一句'])(
  'publishes into a database of its own, which colleagues read by its address; passphrase %j',
  async (passphrase) => {
    const server = await startCouch();
    try {
      const account = { user: 'reader', password: 'app-password' };
      const address = publishedAddress({ kind: 'couchdb', address: `${server.address}wencun/` });
      expect(address).toBe(`${server.address}wencun-published/`);
      const [own, store] = [emptyCollection(), openSyncStore(`store-${crypto.randomUUID()}`)];
      await startPublishing(store, textAndOriginals, passphrase === '' ? null : await newLock(passphrase));
      const place = couchdbStorage({ ...account, address }, free);
      const ids: string[] = [];
      const keep = async (n: number) => ids.push(expectValue(await keepEssay(own, numberedKeeping(n))).id);
      const keys = async () => (await colleague.collection.essays.toCollection().primaryKeys()).toSorted();
      for (const n of [1, 2]) await keep(n);
      expect(await publish(own, store, place, Date.now)).toMatchObject({ ok: true, value: 2 });

      const asked: string[] = [];
      const request: typeof fetch = (input, init) => {
        asked.push(`${init?.method} ${new URL(String(input)).pathname}`);
        return fetch(input, init);
      };
      const colleague = await subscribeAt({ link: address, ...account }, passphrase, request);
      expect(colleague.place).toMatchObject({ address, isDatabase: true, isIndexed: false });
      await colleague.update();
      expect(await keys()).toEqual(ids.toSorted());
      asked.length = 0;
      await colleague.update();
      expect(asked).toEqual(['GET /wencun-published/_all_docs']);
      await keep(3);
      expect(await publish(own, store, place, Date.now)).toMatchObject({ ok: true, value: 3 });
      await colleague.update();
      expect(await keys()).toEqual(ids.toSorted());

      const publication = await readPublication(store);
      if (publication === null) throw new Error('It is published.');
      await unpublish(place, publication);
      expect([await place.list('wencun'), await place.list('wencun/heads')]).toEqual([[], []]);
    } finally {
      server.close();
    }
  },
);
