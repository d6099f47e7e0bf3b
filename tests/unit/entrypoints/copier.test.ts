import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { startCopier } from '../../../entrypoints/background/copy/index.ts';
import { emptyTrash, moveToTrash } from '../../../lib/collection/actions/trash.ts';
import { rebuildFromCopy } from '../../../lib/collection/copy/rebuild-from-copy.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { turnSyncOn } from '../../../lib/collection/sync/switch.ts';
import { followWrites } from '../../../lib/collection/telling/give-way.ts';
import { readCopyTrouble } from '../../../lib/settings/copy-trouble.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { numberedKeeping } from '../../support/keepings.ts';
import { memoryFolder } from '../../support/memory-folder.ts';

const world = vi.hoisted(() => ({
  local: {} as Record<string, unknown>,
  session: {} as Record<string, unknown>,
  alarms: [] as string[],
  onAlarm: [] as ((alarm: { readonly name: string }) => void)[],
  folder: null as unknown,
  asked: [] as number[],
}));

vi.mock('wxt/browser', () => {
  const area = (name: 'local' | 'session') => ({
    get: async (keys: string | readonly string[]) =>
      Object.fromEntries([keys].flat().flatMap((key) => (key in world[name] ? [[key, world[name][key]]] : []))),
    set: async (values: object) => void Object.assign(world[name], values),
    remove: async (key: string) => void delete world[name][key],
    onChanged: { addListener: () => undefined },
  });
  return {
    browser: {
      storage: { local: area('local'), session: area('session'), onChanged: { addListener: () => undefined } },
      runtime: { getPlatformInfo: async () => void world.asked.push(world.asked.length) },
      alarms: {
        create: async (name: string) => void world.alarms.push(name),
        onAlarm: {
          addListener: (listener: (alarm: { readonly name: string }) => void) => world.onAlarm.push(listener),
        },
      },
    },
  };
});
vi.mock('../../../lib/collection/files/folder.ts', () => ({ openFolder: () => world.folder }));

beforeEach(() => {
  Object.assign(world, { local: {}, session: {}, alarms: [], onAlarm: [], folder: null, asked: [] });
});

/** A collection with an essay, and its copier over a disk that can be full. */
async function copierOn(full: boolean) {
  const [collection, files, disk] = [emptyCollection(), memoryFolder(), { full }];
  const write: typeof files.write = (name, content) =>
    disk.full ? Promise.reject(new DOMException('no room', 'QuotaExceededError')) : files.write(name, content);
  world.folder = { ...files, write };
  await keepEssay(collection, { ...numberedKeeping(1), captureId: 'one' });
  return { collection, copier: startCopier(collection, followWrites(collection)), files, disk };
}

it('says what it could copy', async () => {
  const { copier, files } = await copierOn(false);
  expect(await copier.copied()).toBe(true);
  expect(await copier.everCopied('one')).toBe(true);
  expect(await copier.everCopied('two')).toBe(false);
  expect(files.files.size).toBeGreaterThan(0);
  expect(await readCopyTrouble()).toBe('');
});

it('keeps the worker from being stopped while changes are copied, and no longer', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const { collection, copier, files } = await copierOn(false);
    await copier.copied();
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(0));
    const gate = { open: (): void => undefined };
    const opened = new Promise<void>((resolve) => {
      gate.open = resolve;
    });
    const write = vi.fn<typeof files.write>(async (name, content) => {
      await opened;
      await files.write(name, content);
    });
    Object.assign(world.folder as object, { write });
    await keepEssay(collection, { ...numberedKeeping(2), captureId: 'two' });
    const copied = copier.copied();
    await vi.waitFor(() => expect(write).toHaveBeenCalled());
    world.asked = [];
    vi.advanceTimersByTime(60_000);
    expect(world.asked).not.toHaveLength(0);
    gate.open();
    expect(await copied).toBe(true);
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(0));
  } finally {
    vi.useRealTimers();
  }
});

it('has what was deleted told in stamps when it is at rest, so that the copy knows of it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  try {
    const { collection, copier, files } = await copierOn(false);
    expectValue(await turnSyncOn(collection, 'aaaa', '书房'));
    const [id = ''] = await collection.essays.toCollection().primaryKeys();
    expectValue(await moveToTrash(collection, [id]));
    expectValue(await emptyTrash(collection));
    expect(await copier.copied()).toBe(true);
    await vi.advanceTimersByTimeAsync(2000);
    await vi.waitFor(async () => expect((await collection.stamps.get(`essays\n${id}`))?.gone).toBeDefined());
    await copier.copied();
    const again = emptyCollection();
    await rebuildFromCopy(again, files);
    expect((await again.stamps.get(`essays\n${id}`))?.gone).toBeDefined();
  } finally {
    vi.useRealTimers();
  }
});

it('says that the disk takes no copy, has the worker woken to try again, and says when it does', async () => {
  const { copier, disk, collection } = await copierOn(true);
  expect(await copier.copied()).toBe(false);
  expect(await copier.everCopied('one')).toBe(false);
  expect(await readCopyTrouble()).not.toBe('');
  expect(world.alarms).toContain('copy');
  disk.full = false;
  for (const listener of world.onAlarm) listener({ name: 'copy' });
  await vi.waitFor(async () => expect(await collection.uncopied.count()).toBe(0));
  await vi.waitFor(async () => expect(await readCopyTrouble()).toBe(''));
});

it('has nothing to copy where the reader wants no copy', async () => {
  world.local['secondCopy'] = false;
  const { copier } = await copierOn(true);
  expect(await copier.copied()).toBe(true);
  expect(await readCopyTrouble()).toBe('');
});
