import { fail, type Outcome, succeed } from '../../essay/outcome.ts';
import { lockedStorage } from '../lock/locked-storage.ts';
import { newLock, type Unlocked, unlock, type VaultLock } from '../lock/vault-lock.ts';
import { decodeHead, type Head } from '../log/head.ts';
import { decodeHeadIndex } from '../log/head-index.ts';
import { deviceOfHead, formatFile, headFile, headIndexFile, headsFolder, withinLog } from '../log/paths.ts';
import { isVaultFormat } from '../log/vault-format.ts';
import { type LogStream, logStreams } from '../model/synced-tables.ts';
import { findVault } from '../run/find-vault.ts';
import { type ReadingStorage, type SyncProblem, SyncRefusal, type SyncStorage } from '../storage.ts';
import { tryOut } from './try-out.ts';

/** A device that syncs by a storage. */
export interface DeviceThere {
  readonly name: string;
  /** When it wrote last: UTC, ISO 8601. */
  readonly at: string;
  /** Essays that it had then; null where it did not say. */
  readonly essays: number | null;
}

/** What stands in a storage, before anything is synced by it. */
export interface FoundThere {
  /** The collection that it holds; null for none yet. */
  readonly vault: string | null;
  /** What its files are encrypted by; null where they are not. */
  readonly lock: VaultLock | null;
  /** The last that wrote first. */
  readonly devices: readonly DeviceThere[];
  /** Bytes of each stream. */
  readonly bytes: Readonly<Record<LogStream, number>>;
}

/**
 * Tries out a storage and looks what stands in it: nothing of the log is written. `passphrase` is '' for none. Where there is no
 * collection yet a new lock is made for it.
 */
export async function lookInto(
  storage: SyncStorage,
  passphrase: string,
): Promise<Outcome<FoundThere & { readonly key: CryptoKey | null }, SyncProblem>> {
  try {
    await tryOut(storage);
    const format = await findVault(storage);
    await expectPlaceForSync(storage, format !== null);
    const unlocked = await unlockedBy(passphrase, format?.lock ?? null, format !== null);
    const heads = await readHeads(unlocked === null ? storage : lockedStorage(storage, unlocked.key));
    return succeed({
      vault: format?.vault ?? null,
      lock: unlocked?.lock ?? null,
      key: unlocked?.key ?? null,
      devices: devicesOf(heads),
      bytes: bytesOf(heads),
    });
  } catch (error) {
    if (error instanceof SyncRefusal) return fail(error.code, error.detail);
    throw error;
  }
}

/**
 * Refuses the folder that a log itself stands in, where a second library would be begun that no other computer finds, and one that is published, where
 * everybody would read what is synced.
 */
async function expectPlaceForSync(storage: ReadingStorage, isLogThere: boolean): Promise<void> {
  const telling = await storage.get(isLogThere ? headIndexFile : withinLog(formatFile));
  if (telling === null) return;
  const isOwn = isLogThere ? decodeHeadIndex(telling) !== null : isVaultFormat(telling);
  if (isOwn) throw new SyncRefusal('own-folder');
}

async function unlockedBy(passphrase: string, lock: VaultLock | null, isThere: boolean): Promise<Unlocked | null> {
  if (lock === null) {
    if (passphrase === '') return null;
    if (isThere) throw new SyncRefusal('not-encrypted');
    return newLock(passphrase);
  }
  if (passphrase === '') throw new SyncRefusal('needs-passphrase');
  const unlocked = await unlock(passphrase, lock);
  if (unlocked === null) throw new SyncRefusal('wrong-passphrase');
  return unlocked;
}

/** The heads that can be read: one that is torn, or of a newer version, is told by the sync itself. */
export async function readHeads(storage: ReadingStorage): Promise<readonly Head[]> {
  const heads: Head[] = [];
  for (const { name } of await storage.list(headsFolder)) {
    const device = deviceOfHead(name);
    const bytes = device === null ? null : await storage.get(headFile(device));
    const head = bytes === null ? 'half' : await decodeHead(bytes);
    if (typeof head !== 'string') heads.push(head);
  }
  return heads;
}

/** Who wrote the heads, the last first. */
export const devicesOf = (heads: readonly Head[]): readonly DeviceThere[] =>
  heads
    .map(({ name, at, essays = null }) => ({ name, at, essays }))
    .toSorted((one, other) => (one.at > other.at ? -1 : 1));

/** Bytes of each stream that heads name. */
export const bytesOf = (heads: readonly Head[]): Readonly<Record<LogStream, number>> => {
  const of = (stream: LogStream): number =>
    heads.reduce((sum, { streams }) => streams[stream].reduce((all, { size }) => all + size, sum), 0);
  const [acts, originals, images] = logStreams;
  return { acts: of(acts), originals: of(originals), images: of(images) };
};
