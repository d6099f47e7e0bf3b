import { expect, it } from 'vitest';
import { folderStorage } from '../../../lib/sync/folder/folder-storage.ts';
import { syncOnce } from '../../../lib/sync/run/sync-once.ts';
import { SyncRefusal } from '../../../lib/sync/storage.ts';
import { acts } from '../../support/sync/fuzz-acts.ts';
import { newLedger } from '../../support/sync/fuzz-ledger.ts';
import { devicesDiffer } from '../../support/sync/fuzz-verdict.ts';
import { memoryDirectory } from '../../support/sync/memory-directory.ts';
import { memoryReplica } from '../../support/sync/memory-replica.ts';
import { randomOf } from '../../support/sync/random.ts';

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof SyncRefusal ? error.code : error),
  );

it('syncs two devices by a folder that a program carries', async () => {
  const directory = memoryDirectory();
  const storage = folderStorage(directory.handle);
  const random = randomOf(5);
  const time = { at: Date.UTC(2026, 10, 27) };
  const now = () => time.at;
  const devices = [memoryReplica('aaaa', now), memoryReplica('bbbb', now)] as const;
  const ledger = newLedger();
  for (let n = 0; n < 60; n += 1) {
    time.at += 60_000;
    random.pick(acts)[1]({ replica: random.pick(devices), random, now: now(), name: `r${n}`, ledger });
    if (n % 5 === 0)
      expect(await syncOnce(random.pick(devices), storage, { now, folds: { many: 3 }, mayDelete: true })).toMatchObject(
        {
          ok: true,
        },
      );
  }
  for (const replica of [...devices, ...devices])
    expect(await syncOnce(replica, storage, { now, mayDelete: true })).toMatchObject({ ok: true });
  expect(devicesDiffer([...devices])).toEqual([]);
  expect([...directory.folders].toSorted()).toEqual(['', 'wencun', 'wencun/aaaa', 'wencun/bbbb', 'wencun/heads']);
});

it('gives nothing for what is not there, and takes away what is not there without a word', async () => {
  const storage = folderStorage(memoryDirectory().handle);
  expect(await storage.list('wencun/heads')).toEqual([]);
  expect(await storage.get('wencun/format.json')).toBeNull();
  expect(await refusal(storage.remove('wencun/x.seg'))).toBe('done');
  expect(await refusal(storage.put('wencun/x.seg', new Uint8Array(1)))).toBe('no-folder');
});

it.each([
  ['NotAllowedError', 'not-allowed'],
  ['NotFoundError', 'no-folder'],
  ['QuotaExceededError', 'full'],
  ['NoModificationAllowedError', 'locked'],
  ['UnknownError', 'refused'],
])('says what %s means, and takes no folder out of reach for an empty one', async (fault, code) => {
  const directory = memoryDirectory();
  const storage = folderStorage(directory.handle);
  await storage.makeFolder('wencun');
  directory.fault = fault;
  const all = [
    storage.list('wencun/heads'),
    storage.get('wencun/format.json'),
    storage.put('wencun/x', new Uint8Array(1)),
  ];
  for (const one of all) expect(await refusal(one)).toBe(code);
});

it('lists what stands there while a program that carries the folder puts its own files in their places', async () => {
  const directory = memoryDirectory();
  const storage = folderStorage(directory.handle);
  const passing = 'wencun/heads/.syncthing.aaaa.json.tmp';
  for (const folder of ['wencun', 'wencun/heads']) await storage.makeFolder(folder);
  for (const path of [passing, 'wencun/heads/bbbb.json']) await storage.put(path, new Uint8Array(3));
  directory.onOpen = () => directory.files.delete(passing);
  expect((await storage.list('wencun/heads')).map(({ name }) => name)).toEqual(['bbbb.json']);
});

it('reads once more what is replaced while it is read, and says that it is held where it stays so', async () => {
  const directory = memoryDirectory();
  const storage = folderStorage(directory.handle);
  await storage.makeFolder('wencun');
  await storage.put('wencun/x.seg', Uint8Array.of(7));
  const opened = { times: 0 };
  const replaced = () => {
    opened.times += 1;
    directory.fault = opened.times < 2 ? 'NotReadableError' : '';
  };
  directory.onOpen = replaced;
  expect(await storage.get('wencun/x.seg')).toEqual(Uint8Array.of(7));
  directory.onOpen = () => {
    directory.fault = 'NotReadableError';
  };
  expect(await refusal(storage.get('wencun/x.seg'))).toBe('locked');
});

it('leaves nothing of a write of its own that was cut off with the browser', async () => {
  const directory = memoryDirectory();
  const storage = folderStorage(directory.handle);
  for (const folder of ['wencun', 'wencun/heads']) await storage.makeFolder(folder);
  for (const name of ['aaaa.json', 'aaaa.json.crswap', 'bbbb.json.crswap'])
    directory.files.set(`wencun/heads/${name}`, new Uint8Array(2));
  await storage.put('wencun/heads/aaaa.json', Uint8Array.of(7));
  expect([...directory.files.keys()].toSorted()).toEqual(['wencun/heads/aaaa.json', 'wencun/heads/bbbb.json.crswap']);
});
