import type { SyncStore } from './sync-store.ts';
import { readTarget } from './target.ts';

/** The host that a permission is of: browsers leave out the port. */
const hostOf = (address: string): string => {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}`;
};

/** True where what is synced, or read of others, is on the server of an address, whatever its port: the browser's permission is of the host. */
export async function isServerUsed(store: SyncStore, address: string): Promise<boolean> {
  const target = await readTarget(store);
  const used = (await store.subscriptions.toArray()).map(({ place }) => place.address);
  if (target !== null && target.kind !== 'folder') used.push(target.address);
  return used.some((one) => hostOf(one) === hostOf(address));
}
