import { decodeHead } from '../log/head.ts';
import { deviceOfHead, headFile, headsFolder } from '../log/paths.ts';
import { readVaultFormat, type VaultFormat } from '../log/vault-format.ts';
import { type ReadingStorage, SyncRefusal } from '../storage.ts';

/** What a storage says of itself; `isLost` where only the heads tell it. */
export type FoundVault = VaultFormat & { readonly isLost: boolean };

/**
 * Which collection a storage holds; null for an empty one. Where the file that says so is missing and computers' heads are there, these tell it;
 * where they cannot be read, as while a program brings the folder, or where all is encrypted, it rejects with `unfinished`: a new beginning would
 * part those computers from all that come later, and from their passphrase.
 */
export async function findVault(storage: ReadingStorage): Promise<FoundVault | null> {
  const format = await readVaultFormat(storage);
  if (format !== null) return { ...format, isLost: false };
  const devices = (await storage.list(headsFolder)).flatMap(({ name }) => deviceOfHead(name) ?? []);
  if (devices.length === 0) return null;
  const vaults = new Set<string>();
  for (const device of devices) {
    const bytes = await storage.get(headFile(device));
    const head = bytes === null ? 'half' : await decodeHead(bytes);
    if (head === 'newer') throw new SyncRefusal('newer-format');
    if (head !== 'half') vaults.add(head.vault);
  }
  const [vault] = vaults;
  if (vault === undefined || vaults.size > 1) throw new SyncRefusal('unfinished');
  return { vault, lock: null, version: 1, isLost: true };
}
