import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openSparedFolder } from '../../../lib/collection/files/spared-folder.ts';
import { dropEmptySpares, type Spares } from '../../../lib/collection/files/spares.ts';
import { MemoryHandle } from '../../support/memory-handle.ts';

/** A browser's places for files, each of which may be full or torn for itself. */
function places() {
  const disks = new Map<number, { full: boolean }>();
  const roots = new Map<number, MemoryHandle>();
  const open = async (number: number) => {
    const disk = disks.get(number) ?? { full: false };
    disks.set(number, disk);
    const root = roots.get(number) ?? new MemoryHandle('directory', disk);
    roots.set(number, root);
    return root as unknown as FileSystemDirectoryHandle;
  };
  const state = { now: 0 };
  const spares: Spares = {
    buckets: {
      numbers: async () => [...roots.keys()].filter((number) => number > 0).toSorted((one, other) => other - one),
      open,
      drop: async (number) => void roots.delete(number),
    },
    now: async () => state.now,
    begin: async (torn) => {
      state.now = Math.max(state.now, torn + 1);
    },
  };
  const room = { free: 1e9 };
  vi.stubGlobal('navigator', {
    storage: {
      getDirectory: () => open(0),
      estimate: async () => ({ quota: room.free, usage: 0 }),
      persisted: async () => true,
    },
  });
  const setFull = (number: number, full: boolean) =>
    disks.set(number, Object.assign(disks.get(number) ?? {}, { full }));
  const filesIn = (number: number) => [...(roots.get(number)?.inside.get('copy')?.inside.keys() ?? [])];
  return { spares, state, room, setFull, filesIn, folder: openSparedFolder(['copy'], spares) };
}

const text = (bytes: Uint8Array | null): string | null => bytes && new TextDecoder().decode(bytes);

beforeEach(() => {
  vi.unstubAllGlobals();
});

describe('a folder with spares', () => {
  it('stands in the usual place as long as that takes what is written', async () => {
    const { folder, filesIn, spares } = places();
    await folder.write('a', '甲');
    expect([filesIn(0), await spares.buckets.numbers()]).toEqual([['a'], []]);
  });

  it('goes on in a place of its own when the usual one is torn, and has what stands in both', async () => {
    const { folder, filesIn, setFull } = places();
    await folder.write('a', '甲');
    setFull(0, true);
    await folder.write('b', '乙');
    setFull(0, false);
    await folder.write('c', '丙');
    expect([filesIn(0), filesIn(1)]).toEqual([['a'], ['b', 'c']]);
    expect(await folder.names()).toEqual(['a', 'b', 'c']);
    expect([text(await folder.read('a')), text(await folder.read('b')), await folder.size('c')]).toEqual([
      '甲',
      '乙',
      3,
    ]);
    for (const name of ['a', 'b', 'c', 'd']) await folder.remove(name);
    expect(await folder.names()).toEqual([]);
  });

  it('takes what was written last under a name, and an empty file that a full disk left for none', async () => {
    const { folder, filesIn, setFull, state } = places();
    await folder.write('a', '先');
    state.now = 1;
    await folder.write('a', '后');
    setFull(1, true);
    setFull(2, true);
    await expect(folder.write('a', '最后')).rejects.toThrow();
    expect(state.now).toBe(3);
    expect(text(await folder.read('a'))).toBe('后');
    await folder.remove('a');
    expect([filesIn(0), filesIn(1)]).toEqual([[], []]);
  });

  it('touches no list of files where there is no room for one, and begins no spare then', async () => {
    const { folder, room, filesIn, state } = places();
    room.free = 300_000;
    await expect(folder.write('a', '甲')).rejects.toThrow(DOMException);
    expect([filesIn(0), state.now]).toEqual([[], 0]);
  });

  it('writes once more what was under way while its place was torn', async () => {
    const { folder, spares, filesIn } = places();
    const began = folder.write('a', '甲');
    await spares.begin(0);
    await began;
    expect(filesIn(1)).toEqual(['a']);
  });

  it('drops spares that hold nothing and are not written to, and no other', async () => {
    const { folder, spares, state } = places();
    state.now = 1;
    await folder.write('a', '甲');
    state.now = 2;
    await folder.write('b', '乙');
    await folder.remove('b');
    await dropEmptySpares(spares);
    expect(await spares.buckets.numbers()).toEqual([2, 1]);
    state.now = 3;
    await dropEmptySpares(spares);
    expect(await spares.buckets.numbers()).toEqual([1]);
    expect(text(await folder.read('a'))).toBe('甲');
  });
});

it('is a plain folder where the browser has no spares', async () => {
  const { filesIn } = places();
  await openSparedFolder(['copy'], null).write('a', '甲');
  expect(filesIn(0)).toEqual(['a']);
});
