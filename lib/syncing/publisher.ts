import type { Collection } from '../collection/collection.ts';
import { troubleOf } from '../collection/guard/trouble.ts';
import { missingOf, readLoss } from '../collection/loss/loss.ts';
import { changePublication, type Publication, readPublication } from '../collection/publishing/publication.ts';
import { type PublicationPlan, publicationPlan } from '../collection/publishing/publication-plan.ts';
import { publicationReplica } from '../collection/publishing/publication-replica.ts';
import type { SyncTrouble } from '../collection/sync-store/sync-status.ts';
import type { SyncStore } from '../collection/sync-store/sync-store.ts';
import { fail, type Outcome, succeed } from '../essay/outcome.ts';
import { lockedStorage } from '../sync/lock/locked-storage.ts';
import { SEAL_BYTES } from '../sync/lock/seal.ts';
import { encodeHeadIndex } from '../sync/log/head-index.ts';
import { formatFile, headFile, headIndexFile, segmentFile } from '../sync/log/paths.ts';
import { readVaultFormat } from '../sync/log/vault-format.ts';
import { logStreams } from '../sync/model/synced-tables.ts';
import { prepare } from '../sync/run/prepare.ts';
import { push } from '../sync/run/push.ts';
import { SyncRefusal, type SyncStorage } from '../sync/storage.ts';
import { lookAfterPublished } from './look-after-published.ts';

/**
 * Sends what differs from what colleagues can read. `plain` is where that stands, its files as they are. Never rejects; how it went stands in the store.
 * While essays are missing that the browser lost, nothing is: colleagues would lose them too.
 */
export async function publish(
  collection: Collection,
  store: SyncStore,
  plain: SyncStorage,
  now: () => number,
): Promise<Outcome<number, SyncTrouble>> {
  const publication = await readPublication(store);
  if (publication === null) return succeed(0);
  await changePublication(store, { triedAt: now(), running: true });
  const sent = await send(collection, store, plain, publication, now).catch((error: unknown) =>
    error instanceof SyncRefusal ? fail(error.code, error.detail) : fail(troubleOf(error), String(error)),
  );
  await changePublication(store, { running: false, ...resultOf(sent, now()) });
  return sent.ok ? succeed(sent.value ?? publication.essays) : sent;
}

function resultOf(sent: Outcome<number | null, SyncTrouble>, at: number): Partial<Publication> {
  if (!sent.ok) return { waits: false, problem: { code: sent.problem.code, detail: sent.problem.detail ?? '' } };
  if (sent.value === null) return { waits: true, problem: null };
  return { waits: false, doneAt: at, problem: null, essays: sent.value };
}

/** Gives how many essays are published; null where nothing is sent before those that were lost are back. */
async function send(
  collection: Collection,
  store: SyncStore,
  plain: SyncStorage,
  publication: Publication,
  now: () => number,
): Promise<Outcome<number | null, SyncTrouble>> {
  const { wish, locked } = publication;
  const plan = await planOfWhole(collection, store, wish);
  if (plan === null) return succeed(null);
  const storage = locked === undefined ? plain : lockedStorage(plain, locked.key);
  const { state, indexed } = await lookAfterPublished(store, storage, plain, publication, now());
  if (plan.acts.length + plan.originals.length + plan.images.length === 0 && !state.isHeadOld && state.heads > 0)
    if (indexed === state.heads) return succeed(plan.essays);
  if (!state.isPrepared) {
    await plain.makeFolder('');
    // Nobody else's log is written into: colleagues would have both, and none could take the other's back.
    const there = state.vault === null ? await readVaultFormat(storage) : null;
    // It may be its own, where the answer of its writing was lost: the device is nobody else's.
    if (there !== null && there.vault !== state.device) throw new SyncRefusal('taken');
  }
  const replica = publicationReplica(collection, store, plan);
  const prepared = await prepare(replica, storage, state, locked?.lock, state.device);
  // A head tells that there is nothing as well: without one nobody could subscribe.
  const { state: pushed } = await push(
    replica,
    storage,
    { ...prepared, isHeadOld: prepared.isHeadOld || prepared.heads === 0 },
    { now },
  );
  if (pushed.heads !== indexed) {
    const name = headFile(pushed.device).split('/').at(-1) ?? '';
    const size = pushed.headSize + (locked === undefined ? 0 : SEAL_BYTES);
    const heads = [{ name, tag: `${pushed.heads} ${pushed.headSize}`, size }];
    // Open as the file of the format is: it names what is there, as a listing would.
    await plain.put(headIndexFile, encodeHeadIndex(heads));
    await changePublication(store, { indexed: pushed.heads });
  }
  return succeed(plan.essays);
}

/** What is to be sent; null where the library lacks what it lost, or was lost while it was compared. */
async function planOfWhole(
  collection: Collection,
  store: SyncStore,
  wish: Publication['wish'],
): Promise<PublicationPlan | null> {
  const stay = await collection.stay();
  try {
    const loss = await readLoss(collection);
    if (loss !== null && missingOf(loss) > 0) return null;
    const plan = await publicationPlan(collection, store, wish);
    return (await stay.look()) ? null : plan;
  } finally {
    stay.end();
  }
}

/** Takes away all that was published: first what tells of it. Rejects with a `SyncRefusal`. */
export async function unpublish(plain: SyncStorage, { state }: Publication): Promise<void> {
  const segments = [...logStreams.flatMap((stream) => state.streams[stream].map(({ name }) => name)), ...state.unused];
  const files = [
    headIndexFile,
    headFile(state.device),
    formatFile,
    ...segments.map((name) => segmentFile(state.device, name)),
  ];
  for (const file of files) await plain.remove(file);
}
