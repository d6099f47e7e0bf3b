const missing = (): DOMException => new DOMException('', 'NotFoundError');
const noRoom = (): DOMException => new DOMException('', 'QuotaExceededError');
const otherKind = (): DOMException => new DOMException('', 'TypeMismatchError');

/**
 * A folder or file of the browser's private file system, in memory, as far as ours asks it: what the standard says of names and kinds. `full` says
 * whether the disk takes nothing.
 */
export class MemoryHandle {
  readonly kind: 'file' | 'directory';
  readonly inside = new Map<string, MemoryHandle>();
  content = new Uint8Array();
  readonly disk: { full: boolean };
  constructor(kind: 'file' | 'directory', disk = { full: false }) {
    this.kind = kind;
    this.disk = disk;
  }
  entry(name: string, kind: 'file' | 'directory', create = false): MemoryHandle {
    const found = this.inside.get(name);
    if (found !== undefined && found.kind !== kind) throw otherKind();
    if (found !== undefined) return found;
    if (!create) throw missing();
    if (this.disk.full) throw noRoom();
    const made = new MemoryHandle(kind, this.disk);
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
  async *values() {
    yield* this.inside.values();
  }
  getFile = async () => ({ size: this.content.length, arrayBuffer: async () => this.content.buffer });
  createWritable = async () => ({
    write: async (content: Uint8Array<ArrayBuffer> | string) => {
      if (this.disk.full) throw noRoom();
      this.content = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    },
    close: async () => undefined,
  });
}
