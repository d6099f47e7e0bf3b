import * as v from 'valibot';
import { vaultLock } from '../../sync/lock/vault-lock.ts';
import { logStreams } from '../../sync/model/synced-tables.ts';
import type { SyncStore } from './sync-store.ts';

const KEY = 'target';
/** Kinds of servers to sync by. */
export const serverKinds = ['jianguoyun', 'nextcloud', 'webdav', 'couchdb'] as const;
const isKey = (value: unknown): value is CryptoKey =>
  typeof value === 'object' && value !== null && 'algorithm' in value;
const isFolder = (value: unknown): value is FileSystemDirectoryHandle =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'directory';

const common = {
  /** What the files are encrypted by; null where the reader wants no passphrase. The passphrase itself is stored nowhere. */
  lock: v.nullable(vaultLock),
  key: v.nullable(v.custom<CryptoKey>(isKey)),
  /** What the reader calls this computer. */
  device: v.string(),
  /** What is sent and read. */
  wanted: v.pipe(v.array(v.picklist(logStreams)), v.readonly()),
};
const server = v.object({
  kind: v.picklist(serverKinds),
  /** Address of the folder, or of the database, that everything stands in. */
  address: v.pipe(v.string(), v.url()),
  user: v.string(),
  password: v.string(),
  ...common,
});
const folder = v.object({
  kind: v.literal('folder'),
  handle: v.custom<FileSystemDirectoryHandle>(isFolder),
  /** What the folder is called. */
  name: v.string(),
  ...common,
});
const shape = v.variant('kind', [server, folder]);

/** A server that this computer syncs by. */
export type ServerTarget = Readonly<v.InferOutput<typeof server>>;
/** What this computer syncs by: a server, or a folder that a program carries. */
export type SyncTarget = Readonly<v.InferOutput<typeof shape>>;

/** Where this computer syncs to; null where it does not, or what is stored cannot be read. Rejects when the database fails. */
export async function readTarget({ facts }: SyncStore): Promise<SyncTarget | null> {
  const value = (await facts.get(KEY))?.value;
  return v.is(shape, value) ? value : null;
}

/** Remembers where to sync to; null forgets it, with the password. Rejects when the database fails. */
export async function writeTarget({ facts }: SyncStore, target: SyncTarget | null): Promise<void> {
  if (target === null) await facts.delete(KEY);
  else await facts.put({ key: KEY, value: target });
}
