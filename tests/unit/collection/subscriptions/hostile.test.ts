import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { setNote } from '../../../../lib/collection/actions/note.ts';
import { setReadState } from '../../../../lib/collection/actions/read-state.ts';
import { tagEssays } from '../../../../lib/collection/actions/tags.ts';
import { getEssay } from '../../../../lib/collection/get-essay.ts';
import { keepEssay } from '../../../../lib/collection/keep/keep-essay.ts';
import { bytesOfBase64 } from '../../../../lib/essay/base64.ts';
import { findLog } from '../../../../lib/sync/read/find-log.ts';
import { type LogPlace, readingStorage } from '../../../../lib/sync/read/reading-storage.ts';
import { sharePlaces } from '../../../../lib/sync/read/share-places.ts';
import { syncOnce } from '../../../../lib/sync/run/sync-once.ts';
import { gunzip, gzip } from '../../../../lib/zip/gzip.ts';
import { expectValue } from '../../../support/collections.ts';
import { numberedKeeping } from '../../../support/keepings.ts';
import { collectionDevice } from '../../../support/sync/collection-device.ts';
import { memoryStorage } from '../../../support/sync/memory-storage.ts';
import { publishedWorld, staticServer, subscribe } from '../../../support/sync/published-world.ts';
import { randomOf } from '../../../support/sync/random.ts';

const free = { spend: async () => undefined, rest: async () => undefined };
const place: LogPlace = { address: 'https://people.example.edu/li/', user: '', password: '', isIndexed: true };
const answering = (answer: () => Response) => readingStorage(place, free, async () => answer());

describe('what another’s server may answer', () => {
  it('is taken for nothing where it lists more heads than any group has, or no list at all', async () => {
    const heads = Array.from({ length: 51 }, (_, at) => ({ name: `dev${at}0000.json`, tag: '1', size: 1 }));
    const index = JSON.stringify({ format: 'wencun-index', version: 1, heads });
    await expect(answering(() => new Response(index)).list('wencun/heads')).rejects.toMatchObject({ code: 'no-log' });
    const page = () => new Response('<html>Not found</html>');
    // A network that wants one to sign in answers so, and a server that says 200 to what it has not.
    await expect(answering(page).list('wencun/heads')).rejects.toMatchObject({ code: 'other-page' });
    const text = () => new Response('nothing');
    await expect(answering(text).list('wencun/heads')).rejects.toMatchObject({ code: 'no-log' });
  });

  it('is given up where it has no end, and never followed elsewhere', async () => {
    const endless = () =>
      new Response(
        new ReadableStream(
          { pull: (controller) => controller.enqueue(new Uint8Array(1_000_000)) },
          { highWaterMark: 0 },
        ),
      );
    await expect(answering(endless).get('wencun/heads/a.json')).rejects.toMatchObject({ code: 'too-large' });
    const asked: RequestInit[] = [];
    const storage = readingStorage(place, free, async (_, init) => {
      asked.push(init ?? {});
      return new Response('', { status: 302 });
    });
    await expect(storage.get('wencun/format.json')).rejects.toMatchObject({ code: 'other-page' });
    expect(asked).toMatchObject([{ redirect: 'manual', credentials: 'omit', referrerPolicy: 'no-referrer' }]);
  });

  it('does not burst: what is packed has a bound', async () => {
    const bomb = await gzip(new Uint8Array(2_000_000));
    expect(bomb.byteLength).toBeLessThan(10_000);
    await expect(gunzip(bomb, 1_000_000)).rejects.toThrow();
    expect((await gunzip(bomb, 2_000_000)).byteLength).toBe(2_000_000);
  });

  it('changes nothing where a file is not the one that its head names', async () => {
    const world = await publishedWorld();
    expectValue(await keepEssay(world.own, numberedKeeping(1)));
    expectValue(await world.publish());
    const torn = {
      get: async (path: string) => {
        const bytes = await world.storage.get(path);
        if (bytes !== null && path.endsWith('.seg')) bytes[bytes.byteLength - 1] = (bytes.at(-1) ?? 0) ^ 1;
        return bytes;
      },
    };
    const { collection, update } = await subscribe(staticServer(torn, []));
    expect((await update()).notices).toMatchObject([{ notice: 'half' }]);
    expect(await collection.essays.count()).toBe(0);
    expect(await collection.stamps.count()).toBe(0);
  });
});

it('a whole library that somebody shares is read without its tags, collections and read states', async () => {
  const theirs = await collectionDevice('aaaa');
  const storage = memoryStorage(randomOf(1), ['aaaa'], 0).seenBy('aaaa');
  const { id } = expectValue(await keepEssay(theirs.collection, numberedKeeping(1)));
  await tagEssays(theirs.collection, [id], { add: ['私'] });
  await setReadState(theirs.collection, [id], 'read');
  await setNote(theirs.collection, id, '记');
  expect(await syncOnce(theirs.replica, storage, { now: Date.now })).toMatchObject({ ok: true });
  const listing = async (input: Parameters<typeof fetch>[0], init?: RequestInit): Promise<Response> => {
    if (init?.method !== 'PROPFIND') return staticServer(storage, [])(input, init);
    const files = await storage.list('wencun/heads');
    const xml = files.map(
      ({ name, tag, size }) =>
        `<D:response><D:href>/li/wencun/heads/${name}</D:href><D:getetag>${tag}</D:getetag><D:getcontentlength>${size}</D:getcontentlength></D:response>`,
    );
    return new Response(`<D:multistatus xmlns:D="DAV:">${xml.join('')}</D:multistatus>`, { status: 207 });
  };
  const { collection, update, place: found } = await subscribe(listing);
  expect(found.isIndexed).toBe(false);
  await update();
  expect(expectValue(await getEssay(collection, id))).toMatchObject({ note: '记', tags: [], shelves: [] });
  expect(expectValue(await getEssay(collection, id))?.readState).toBeUndefined();
  expect(await collection.tags.count()).toBe(0);
  expect(await collection.stamps.filter(({ table }) => table === 'tags').count()).toBe(0);
});

it('a share of a Nextcloud is found where its version has it, and a wrong password is told', async () => {
  const places = sharePlaces({ link: 'https://cloud.example.org/s/AbCdEf123456789', user: '', password: '秘' });
  if (typeof places === 'string') throw new Error(places);
  const asked: string[] = [];
  const server: typeof fetch = async (input, init) => {
    const authorization = new Headers(init?.headers).get('authorization') ?? '';
    const [user = ''] = new TextDecoder().decode(bytesOfBase64(authorization.slice(6)) ?? new Uint8Array()).split(':');
    asked.push(`${user} ${new URL(String(input)).pathname}`);
    if (!String(input).includes('/public.php/webdav/')) return new Response('', { status: 404 });
    return new Response('', { status: user === 'AbCdEf123456789' ? 401 : 404 });
  };
  const found = await findLog(places, (one) => readingStorage(one, free, server), '');
  expect(found).toMatchObject({ ok: false, problem: { code: 'not-let-in' } });
  expect(asked[0]).toBe('anonymous /public.php/dav/files/AbCdEf123456789/wencun-published/wencun/format.json');
  // Once: Nextcloud counts wrong passwords, and lets nobody in after some.
  expect(asked.filter((one) => one.startsWith('AbCdEf123456789 '))).toEqual([
    'AbCdEf123456789 /public.php/webdav/wencun-published/wencun/format.json',
  ]);
});
