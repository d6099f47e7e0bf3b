import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openFolder } from '../../../lib/collection/files/folder.ts';

const missing = (): DOMException => new DOMException('', 'NotFoundError');
const otherKind = (): DOMException => new DOMException('', 'TypeMismatchError');

/** A folder of the browser's private file system, as far as `openFolder` asks it: what the standard says of names and kinds. */
class Handle {
  readonly kind: 'file' | 'directory';
  readonly inside = new Map<string, Handle>();
  content = new Uint8Array();
  constructor(kind: 'file' | 'directory') {
    this.kind = kind;
  }
  entry(name: string, kind: 'file' | 'directory', create = false): Handle {
    const found = this.inside.get(name);
    if (found !== undefined && found.kind !== kind) throw otherKind();
    if (found !== undefined) return found;
    if (!create) throw missing();
    const made = new Handle(kind);
    this.inside.set(name, made);
    return made;
  }
  getDirectoryHandle = async (name: string, options?: { create?: boolean }) =>
    this.entry(name, 'directory', options?.create);
  getFileHandle = async (name: string, options?: { create?: boolean }) => this.entry(name, 'file', options?.create);
  removeEntry = async (name: string, options?: { recursive?: boolean }) => {
    const found = this.inside.get(name);
    if (found === undefined) throw missing();
    if (found.inside.size > 0 && options?.recursive !== true) throw new DOMException('', 'InvalidModificationError');
    this.inside.delete(name);
  };
  async *entries() {
    yield* this.inside.entries();
  }
  getFile = async () => ({ size: this.content.length, arrayBuffer: async () => this.content.buffer });
  createWritable = async () => ({
    write: async (content: Uint8Array<ArrayBuffer> | string) => {
      this.content = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    },
    close: async () => undefined,
  });
}

const disk = { root: new Handle('directory') };
beforeEach(() => {
  disk.root = new Handle('directory');
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
    disk.root.inside.set('copy', new Handle('file'));
    const other = openFolder(['copy']);
    await other.write('b', '乙');
    expect(await other.names()).toEqual(['b']);
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
