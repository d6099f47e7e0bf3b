import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openFolder } from '../../../lib/collection/files/folder.ts';
import { MemoryHandle } from '../../support/memory-handle.ts';

const disk = { root: new MemoryHandle('directory') };
beforeEach(() => {
  disk.root = new MemoryHandle('directory');
  vi.stubGlobal('navigator', { storage: { getDirectory: async () => disk.root } });
});
afterEach(() => vi.unstubAllGlobals());

const text = (bytes: Uint8Array | null): string | null => bytes && new TextDecoder().decode(bytes);

describe('a folder of files', () => {
  it('writes, reads, lists and removes', async () => {
    const folder = openFolder(['copy']);
    await folder.write('b', '乙');
    await folder.write('a', '甲');
    expect([await folder.names(), text(await folder.read('a')), await folder.size('b')]).toEqual([['a', 'b'], '甲', 3]);
    await folder.remove('a');
    await folder.remove('a');
    expect([await folder.names(), await folder.read('a'), await folder.size('a')]).toEqual([['b'], null, 0]);
  });

  it('is there again when the browser took it away, or put a file in its place', async () => {
    const folder = openFolder(['copy']);
    await folder.write('a', '甲');
    disk.root.inside.clear();
    disk.root.inside.set('copy', new MemoryHandle('file'));
    const other = openFolder(['copy']);
    await other.write('b', '乙');
    expect(await other.names()).toEqual(['b']);
  });

  it('is not made by what is only read: a full disk would refuse that', async () => {
    const folder = openFolder(['copy']);
    expect([await folder.names(), await folder.read('a'), await folder.size('a')]).toEqual([[], null, 0]);
    await folder.remove('a');
    expect(disk.root.inside.size).toBe(0);
  });

  it('writes a file where a folder stands, which it counts as no file meanwhile', async () => {
    const folder = openFolder(['copy']);
    await folder.write('a', '甲');
    const inTheWay = disk.root.entry('copy', 'directory').entry('b', 'directory', true);
    inTheWay.entry('c', 'file', true);
    expect([await folder.names(), await folder.read('b'), await folder.size('b')]).toEqual([['a'], null, 0]);
    await folder.write('b', '乙');
    expect(text(await folder.read('b'))).toBe('乙');
  });
});
