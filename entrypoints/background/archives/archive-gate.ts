import type { ArchiveStore } from '../../../lib/collection/archives/archive-store.ts';
import { archiveOf } from '../../../lib/harvest/archives.ts';
import { type ArchiveGate, createArchiveGate, publicArchives } from '../../../lib/queue/archive-gate.ts';
import { followingRedirects } from '../../../lib/queue/follow-redirects.ts';
import { hasHost } from '../../../lib/settings/host-access.ts';
import { readPaces, writePaces } from '../../../lib/settings/paces.ts';
import { askOnce } from './ask-once.ts';

/** The gate to the web archives of this browser. All that the background asks of one, and of the sites of a queue, goes through it. */
export const openArchiveGate = (store: ArchiveStore): ArchiveGate =>
  createArchiveGate({
    fetch: followingRedirects(askOnce, hasHost),
    now: () => Date.now(),
    online: () => navigator.onLine,
    rest: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    read: readPaces,
    write: writePaces,
    limitsOf: async (host) => publicArchives(host) ?? (await limitsOfNamed(store, host)),
  });

/** The limits of an archive's server that the reader named himself; null for any other host. */
async function limitsOfNamed({ harvests }: ArchiveStore, host: string) {
  const named = await harvests
    .orderBy('archive')
    .uniqueKeys()
    .catch(() => []);
  const archives = named.map((id) => archiveOf(String(id)));
  return archives.find((archive) => archive !== null && new URL(archive.index).host === host)?.pace ?? null;
}
