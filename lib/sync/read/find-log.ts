import { fail, type Outcome, succeed } from '../../essay/outcome.ts';
import { openedStorage } from '../lock/locked-storage.ts';
import { unlock, type VaultLock } from '../lock/vault-lock.ts';
import { decodeHeadIndex } from '../log/head-index.ts';
import { headIndexFile, LOG_FOLDER, PUBLISHED_FOLDER } from '../log/paths.ts';
import { readVaultFormat, type VaultFormat } from '../log/vault-format.ts';
import { bytesOf, type DeviceThere, devicesOf, readHeads } from '../look/look-into.ts';
import type { LogStream } from '../model/synced-tables.ts';
import type { SyncServer } from '../server/sync-server.ts';
import { type ReadingStorage, type SyncProblem, SyncRefusal } from '../storage.ts';
import type { LogPlace } from './reading-storage.ts';

/** A published log that was found. */
export interface FoundLog {
  readonly place: LogPlace;
  /** Id of the collection. */
  readonly vault: string;
  /** What its files are encrypted by; null where they are not. */
  readonly lock: VaultLock | null;
  /** Who writes it, the last first. */
  readonly devices: readonly DeviceThere[];
  /** Bytes of each stream. */
  readonly bytes: Readonly<Record<LogStream, number>>;
}

/** Where a log may stand below an address that was handed over. Beside a sync's own the published one comes first. */
const below = [`${PUBLISHED_FOLDER}/${LOG_FOLDER}/`, `${LOG_FOLDER}/`, ''] as const;

/**
 * Refusals that tell of one place alone: the next is tried. A wrong password is none of them: a Nextcloud counts each request that has one, and lets nobody
 * of that address in for half an hour after ten.
 */
const passing = new Set<SyncProblem>(['refused', 'forbidden', 'other-page', 'broken']);

/** Finds a log in one of some places; nothing is written. `passphrase` is '' for none. Fails with what the reader is to be told. */
export async function findLog(
  servers: readonly SyncServer[],
  storageOf: (place: LogPlace) => ReadingStorage,
  passphrase: string,
): Promise<Outcome<FoundLog, SyncProblem>> {
  const refused: SyncRefusal[] = [];
  for (const server of servers)
    for (const place of placesAt(server)) {
      try {
        const format = await readVaultFormat(storageOf(place));
        if (format !== null) return succeed(await lookAt(place, format, storageOf, passphrase));
      } catch (error) {
        if (!(error instanceof SyncRefusal)) throw error;
        // A file that is not there is no refusal: this is the server's word that the share itself is gone.
        if (error.code === 'no-folder') return fail('no-log');
        if (!passing.has(error.code)) return fail(error.code, error.detail);
        refused.push(error);
      }
    }
  const told = refused.find(({ code }) => code === 'forbidden');
  return told === undefined ? fail('no-log') : fail(told.code, told.detail);
}

/** A database is looked for last: it answers what is asked of a folder with nothing, as others do what is asked of it. */
const placesAt = (server: SyncServer): readonly LogPlace[] => [
  ...below.map((folder) => ({ ...server, address: `${server.address}${folder}`, isIndexed: false })),
  { ...server, isIndexed: false, isDatabase: true },
];

async function lookAt(
  server: LogPlace,
  { vault, lock }: VaultFormat,
  storageOf: (place: LogPlace) => ReadingStorage,
  passphrase: string,
): Promise<FoundLog> {
  const index = server.isDatabase
    ? null
    : await storageOf(server)
        .get(headIndexFile)
        .catch(() => null);
  const place = { ...server, isIndexed: index !== null && decodeHeadIndex(index) !== null };
  if (lock !== null && passphrase === '') throw new SyncRefusal('needs-passphrase');
  const unlocked = lock === null ? null : await unlock(passphrase, lock);
  if (lock !== null && unlocked === null) throw new SyncRefusal('wrong-passphrase');
  const storage = unlocked === null ? storageOf(place) : openedStorage(storageOf(place), unlocked.key);
  const heads = await readHeads(storage);
  return { place, vault, lock, devices: devicesOf(heads), bytes: bytesOf(heads) };
}
