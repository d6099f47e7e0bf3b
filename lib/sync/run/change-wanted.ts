import type { LogStream } from '../model/synced-tables.ts';
import type { Replica } from './replica.ts';

/**
 * Has a device be called `name`, and send and read `wanted`. What is wanted now and was not before is in heads that were read already: they are looked at
 * again. Not while it syncs.
 */
export async function changeWanted(replica: Replica, name: string, wanted: readonly LogStream[]): Promise<void> {
  const state = await replica.readState();
  const isMore = wanted.some((stream) => !state.wanted.includes(stream));
  const peers = Object.entries(state.peers).map(([device, peer]) => [device, isMore ? { ...peer, tag: '' } : peer]);
  await replica.writeState({ ...state, name, wanted, isHeadOld: true, peers: Object.fromEntries(peers) });
}
