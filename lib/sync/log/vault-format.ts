import * as v from 'valibot';
import { jsonOf } from '../../zip/json-of.ts';
import { vaultLock } from '../lock/vault-lock.ts';
import { type ReadingStorage, SyncRefusal } from '../storage.ts';
import { LOG_VERSION } from './head.ts';
import { formatFile } from './paths.ts';

const format = v.object({
  vault: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  version: v.literal(LOG_VERSION),
  lock: v.optional(v.nullable(vaultLock), null),
});

/** What a folder says of itself: the id of the collection that it holds, and what its passphrase is tried by; null where it has none. */
export type VaultFormat = Readonly<v.InferOutput<typeof format>>;

/** The bytes of the file that says it: plain also where all others are encrypted. */
export const encodeVaultFormat = (facts: VaultFormat): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify({ format: 'wencun-sync', ...facts }));

/** What a storage says of itself; null for an empty one. Rejects with `newer-format` where only a newer version can read on. */
export async function readVaultFormat(storage: ReadingStorage): Promise<VaultFormat | null> {
  const bytes = await storage.get(formatFile);
  const content = bytes === null ? null : jsonOf(bytes);
  const read = v.safeParse(format, content);
  if (read.success) return read.output;
  // One that was torn while it was written is written anew; one that is whole, and says what this version does not know, is left alone.
  if (v.is(v.looseObject({ vault: v.string() }), content)) throw new SyncRefusal('newer-format');
  return null;
}

/** True for the bytes of a file that says it, of whatever version. */
export const isVaultFormat = (bytes: Uint8Array<ArrayBuffer>): boolean =>
  v.is(v.looseObject({ format: v.literal('wencun-sync') }), jsonOf(bytes));
