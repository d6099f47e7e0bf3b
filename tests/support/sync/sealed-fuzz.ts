import { lockedStorage } from '../../../lib/sync/lock/locked-storage.ts';
import type { VaultLock } from '../../../lib/sync/lock/vault-lock.ts';
import type { FuzzStorage } from './memory-storage.ts';

/** What all files are encrypted by. */
export interface FuzzLock {
  readonly lock: VaultLock;
  readonly key: CryptoKey;
}

/** A lock whose key comes from no passphrase, which would take most of a run: what is in the files is as of any other. */
export async function fuzzLock(): Promise<FuzzLock> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  return { key, lock: { way: 'PBKDF2-SHA-256, AES-256-GCM', iterations: 600_000, salt: 'AAAA', check: 'AAAA' } };
}

/** What devices meet by, as it looks to who has the key. */
export const sealedFuzz = (storage: FuzzStorage, { key }: FuzzLock): FuzzStorage => ({
  ...storage,
  seenBy: (device, faultRate) => lockedStorage(storage.seenBy(device, faultRate), key),
});
