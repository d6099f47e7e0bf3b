import { LOG_VERSION } from '../log/head.ts';
import { foldersOf, formatFile } from '../log/paths.ts';
import { SyncRefusal, type SyncStorage } from '../storage.ts';
import type { Replica } from './replica.ts';
import type { SyncState } from './sync-state.ts';

/** Makes the device's folders, and finds out which collection the storage holds; the first device gives it its id. */
export async function prepare(replica: Replica, storage: SyncStorage, state: SyncState): Promise<SyncState> {
  if (state.isPrepared) return state;
  const found = await vaultOf(storage);
  if (state.vault !== null && found !== state.vault) throw new SyncRefusal(found === null ? 'emptied' : 'other-vault');
  for (const folder of foldersOf(state.device)) await storage.makeFolder(folder);
  const vault = found ?? crypto.randomUUID();
  if (found === null)
    await storage.put(
      formatFile,
      new TextEncoder().encode(JSON.stringify({ format: 'wencun-sync', version: LOG_VERSION, vault })),
    );
  const prepared = { ...state, vault, isPrepared: true };
  await replica.writeState(prepared);
  return prepared;
}

/** The collection that a storage holds; null for an empty one. */
export async function vaultOf(storage: SyncStorage): Promise<string | null> {
  const bytes = await storage.get(formatFile);
  if (bytes === null) return null;
  try {
    const { vault, version }: { vault?: unknown; version?: unknown } = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof version === 'number' && version > LOG_VERSION) throw new SyncRefusal('newer-format');
    return typeof vault === 'string' && vault !== '' ? vault : null;
  } catch (error) {
    // It was torn while it was written: it is written anew.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
