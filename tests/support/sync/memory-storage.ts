import { type StoredFile, type SyncProblem, SyncRefusal, type SyncStorage } from '../../../lib/sync/storage.ts';
import type { Random } from './random.ts';

type Bytes = Uint8Array<ArrayBuffer>;
interface File {
  readonly bytes: Bytes;
  readonly tag: string;
}

/** What devices meet by in a fuzz. */
export interface FuzzStorage {
  /** Refusals that go away when all is carried. */
  readonly passing?: readonly SyncProblem[];
  /** The storage as one device sees it, with faults at a part of its requests. */
  readonly seenBy: (device: string, faultRate?: number) => SyncStorage;
  /** Brings to the other devices what is due: all of it where `all`. */
  readonly carry: (all?: boolean) => void | Promise<void>;
  readonly counts: { requests: number; faults: number; conflicts?: number };
}

/** A server, or a folder that a program carries from device to device, in memory. */
export interface MemoryStorage extends FuzzStorage {
  /** What a device sees. */
  readonly files: (device: string) => Map<string, File>;
  readonly carry: (all?: boolean) => void;
}

/**
 * `lag`: up to so many turns pass until a file that one device wrote stands with another, each file on its own. 0 is a server. Faults: the request is
 * lost before it is done, or its answer after; a file is written by half; the device stops.
 */
export function memoryStorage(random: Random, devices: readonly string[], lag: number): MemoryStorage {
  const shared = new Map<string, File>();
  const views = new Map(devices.map((device) => [device, lag === 0 ? shared : new Map<string, File>()]));
  const counts = { requests: 0, faults: 0 };
  const clock = { turn: 0, writes: 0 };
  const waiting: { readonly view: string; readonly path: string; readonly file: File | null; readonly due: number }[] =
    [];
  const filesOf = (device: string): Map<string, File> => views.get(device) ?? shared;

  const write = (device: string, path: string, bytes: Bytes | null): void => {
    clock.writes += 1;
    const file = bytes === null ? null : { bytes: bytes.slice(), tag: `t${clock.writes}` };
    put(filesOf(device), path, file);
    for (const view of lag === 0 ? [] : devices.filter((one) => one !== device)) {
      // The reader sets a second device up when the folder is there.
      const at = path === 'wencun/format.json' ? clock.turn : clock.turn + random.below(lag);
      const before = waiting.filter((one) => one.view === view && one.path === path);
      waiting.push({ view, path, file, due: Math.max(at, ...before.map(({ due }) => due)) });
    }
    carry();
  };
  const carry = (all = false): void => {
    clock.turn += 1;
    for (const one of waiting.splice(0)) {
      if (all || one.due <= clock.turn) put(filesOf(one.view), one.path, one.file);
      else waiting.push(one);
    }
  };

  const seenBy = (device: string, faultRate = 0): SyncStorage => {
    const files = filesOf(device);
    const ask = async <T>(work: () => T, half?: () => void): Promise<T> => {
      counts.requests += 1;
      if (random.next() >= faultRate) return work();
      counts.faults += 1;
      const kind = random.pick(['before', 'after', 'torn', 'crash']);
      if (kind === 'after' || kind === 'crash') work();
      if (kind === 'torn') half?.();
      if (kind === 'crash') throw new Error('stopped');
      throw new SyncRefusal('unreachable');
    };
    return {
      list: (folder) =>
        ask(() =>
          [...files].flatMap(([path, { bytes, tag }]): StoredFile[] => {
            const name = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : '/';
            return name.includes('/') ? [] : [{ name, tag, size: bytes.byteLength }];
          }),
        ),
      get: (path) => ask(() => files.get(path)?.bytes.slice() ?? null),
      put: (path, bytes) =>
        ask(
          () => write(device, path, bytes),
          () => write(device, path, bytes.slice(0, random.below(bytes.byteLength))),
        ),
      makeFolder: () => ask(() => undefined),
      remove: (path) => ask(() => write(device, path, null)),
    };
  };
  return { seenBy, files: filesOf, carry, counts };
}

function put(files: Map<string, File>, path: string, file: File | null): void {
  if (file === null) files.delete(path);
  else files.set(path, file);
}
