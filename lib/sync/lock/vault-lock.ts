import * as v from 'valibot';
import { base64OfBytes, bytesOfBase64 } from '../../essay/base64.ts';
import { SyncRefusal } from '../storage.ts';
import { openSealed, seal } from './seal.ts';

/** Rounds of PBKDF2 with SHA-256 (OWASP, password storage, 2023: 600,000), and the most that a folder may make a device work. */
const ITERATIONS = 600_000;
const MOST_ITERATIONS = 10_000_000;
const SALT_BYTES = 16;
/** What stands encrypted in a lock, so that a wrong passphrase is known before anything else is read. */
const CHECK = 'wencun-sync';

/** What the key of an encrypted folder is made from, besides the passphrase. It stands in the folder for everybody to read. */
export const vaultLock = v.object({
  way: v.literal('PBKDF2-SHA-256, AES-256-GCM'),
  iterations: v.pipe(v.number(), v.integer(), v.minValue(ITERATIONS), v.maxValue(MOST_ITERATIONS)),
  /** Base64. */
  salt: v.pipe(v.string(), v.maxLength(100)),
  /** A known word under the key, base64. */
  check: v.pipe(v.string(), v.maxLength(200)),
});
export type VaultLock = Readonly<v.InferOutput<typeof vaultLock>>;

/** A lock with its key, which nobody can read out of the browser again. */
export interface Unlocked {
  readonly lock: VaultLock;
  readonly key: CryptoKey;
}

/** A lock of a passphrase for a folder that has none yet. */
export async function newLock(passphrase: string): Promise<Unlocked> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const key = await keyOf(withoutBlanks(passphrase), salt, ITERATIONS);
  const check = await seal(key, CHECK, new TextEncoder().encode(CHECK));
  const way = 'PBKDF2-SHA-256, AES-256-GCM' as const;
  return { lock: { way, iterations: ITERATIONS, salt: base64OfBytes(salt), check: base64OfBytes(check) }, key };
}

/** The lock with the key of a passphrase; null where it is not the right one. */
export async function unlock(passphrase: string, lock: VaultLock): Promise<Unlocked | null> {
  const [salt, check] = [bytesOfBase64(lock.salt), bytesOfBase64(lock.check)];
  if (salt === null || check === null) return null;
  // An earlier version took it with the blanks around it.
  for (const one of new Set([withoutBlanks(passphrase), passphrase])) {
    const key = await keyOf(one, salt, lock.iterations);
    if ((await openSealed(key, CHECK, check)) !== null) return { lock, key };
  }
  return null;
}

/** Whoever is handed a passphrase copies it with what stands around it: blanks at its ends are none of it, unless it is nothing else. */
const withoutBlanks = (passphrase: string): string => passphrase.trim() || passphrase;

/** Refuses a folder that is locked otherwise than this device was told: nothing is read and nothing written then. */
export function expectSameLock(there: VaultLock | null, here: VaultLock | null): void {
  if (there === null && here === null) return;
  if (there === null) throw new SyncRefusal('not-encrypted');
  if (here === null) throw new SyncRefusal('needs-passphrase');
  if (there.salt !== here.salt || there.check !== here.check) throw new SyncRefusal('wrong-passphrase');
}

/** Keyboards write the same letters in several ways: Unicode's compatible form makes them one. */
async function keyOf(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const secret = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey']);
  const by = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return crypto.subtle.deriveKey(by, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}
