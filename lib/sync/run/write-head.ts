import { encodeHead, LOG_VERSION } from '../log/head.ts';
import { headFile, segmentFile } from '../log/paths.ts';
import { SyncRefusal, type SyncStorage } from '../storage.ts';
import type { Replica } from './replica.ts';
import type { SyncState } from './sync-state.ts';

/** Writes the head, where it is not the last one, and again the next time where there is `more` to be sent; then takes away what no head names any more. */
export async function writeHead(
  replica: Replica,
  storage: SyncStorage,
  start: SyncState,
  now: () => number,
  more: boolean,
): Promise<SyncState> {
  let state = start;
  if (state.isHeadOld) {
    // Counted first: one that was written and whose answer was lost has another size than the next.
    state = { ...state, heads: state.heads + 1 };
    await replica.writeState(state);
    const { device, name, vault, streams } = state;
    const { all: essays } = await replica.countDeleted([]);
    const bytes = await encodeHead(
      {
        format: 'wencun-sync',
        version: LOG_VERSION,
        vault: vault ?? '',
        device,
        name,
        at: new Date(now()).toISOString(),
        essays,
        ...(more && { more }),
        streams,
      },
      state.heads,
    );
    await storage.put(headFile(device), bytes);
    state = { ...state, isHeadOld: more, headSize: bytes.byteLength };
    await replica.writeState(state);
  }
  if (state.unused.length === 0) return state;
  const inUse = new Set(Object.values(state.streams).flatMap((segments) => segments.map(({ name }) => name)));
  const locked: string[] = [];
  for (const name of state.unused)
    if (!inUse.has(name) && !(await isRemoved(storage, segmentFile(state.device, name)))) locked.push(name);
  state = { ...state, unused: locked };
  await replica.writeState(state);
  return state;
}

/** Takes a file away; false where another computer reads it just now, for whose time a Nextcloud locks it: it is taken away the next time. */
async function isRemoved(storage: SyncStorage, path: string): Promise<boolean> {
  try {
    await storage.remove(path);
    return true;
  } catch (error) {
    if (error instanceof SyncRefusal && error.code === 'locked') return false;
    throw error;
  }
}
