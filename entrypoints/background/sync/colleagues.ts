import { browser } from 'wxt/browser';
import type { Collection } from '../../../lib/collection/collection.ts';
import { STATE_KEY } from '../../../lib/collection/ledger/ledger-state.ts';
import { readLoss } from '../../../lib/collection/loss/loss.ts';
import { observe } from '../../../lib/collection/observe.ts';
import {
  changePublication,
  readPublication,
  writePublication,
} from '../../../lib/collection/publishing/publication.ts';
import { openSyncStore } from '../../../lib/collection/sync-store/sync-store.ts';
import { readTarget } from '../../../lib/collection/sync-store/target.ts';
import { fail, type Outcome, succeed } from '../../../lib/essay/outcome.ts';
import type { LogSought } from '../../../lib/messages/protocol.ts';
import { forgetHost, hasHost } from '../../../lib/settings/host-access.ts';
import { type FoundLog, findLog } from '../../../lib/sync/read/find-log.ts';
import { sharePlaces } from '../../../lib/sync/read/share-places.ts';
import { type SyncProblem, SyncRefusal } from '../../../lib/sync/storage.ts';
import { nextPublishing } from '../../../lib/syncing/next-publishing.ts';
import { publish, unpublish } from '../../../lib/syncing/publisher.ts';
import { createSubscriber } from '../../../lib/syncing/subscriber.ts';
import { PUBLISH_LOCK, SUBSCRIBE_LOCK } from '../../../lib/syncing/sync-lock.ts';
import { logStorage, publishedStorage } from '../../../lib/syncing/target-storage.ts';
import { awake } from '../awake.ts';
import { createAlarm } from '../queue/alarm.ts';
import { isAllowed } from './index.ts';

/** Milliseconds after a change until colleagues can read it, and between two publishings. */
const REST = 120_000;
const GAP = 600_000;
/** Milliseconds after which it is looked at the browser's start whether anything differs: what was marked, or cut off. */
const STALE = 6 * 3_600_000;

/** What is read of colleagues, and what they can read. */
export interface Colleagues {
  readonly find: (sought: LogSought) => Promise<Outcome<FoundLog, SyncProblem>>;
  readonly update: (id: string) => Promise<void>;
  readonly publish: () => Promise<void>;
  readonly stopPublishing: () => Promise<Outcome<void, SyncProblem>>;
}

/**
 * Updates subscriptions and publishes, on a schedule; to be called while the worker starts, since it adds listeners. `mended` resolves when it is known whether
 * the browser lost essays, and nothing is being put back.
 */
export function runColleagues(collection: Collection, mended: () => Promise<void>): Colleagues {
  const store = openSyncStore();
  const keepTime = createAlarm('subscriptions', () => subscriber.wake());
  const keepPublishing = createAlarm('publication', () => publishNow());
  const subscriber = createSubscriber({
    store,
    storageOf: ({ place }) => logStorage(place, store),
    isAllowed: ({ place }) => hasHost(place.address),
    letGo: forgetHost,
    online: () => navigator.onLine,
    now: () => Date.now(),
    alone: (work) => awake(navigator.locks.request(SUBSCRIBE_LOCK, work)),
    arrange: (time) => keepTime({ time, busy: false }),
  });

  const publishNow = (): Promise<void> =>
    awake(
      navigator.locks.request(PUBLISH_LOCK, async () => {
        const target = await readTarget(store);
        if (target === null || (await readPublication(store)) === null) return;
        if (!(await isAllowed(target))) {
          const problem = { code: 'not-allowed', detail: '' } as const;
          await changePublication(store, { triedAt: Date.now(), running: false, waits: false, problem });
          return;
        }
        // A database that was closed is opened by the question, and then it is looked whether it is the same.
        await readLoss(collection);
        await mended();
        await publish(collection, store, publishedStorage(target, store), () => Date.now());
      }),
    )
      .then(async () => void (await arrange()))
      .catch(() => undefined);

  /** Has what did not come to its end tried again, and gives when; what went well leaves the alarm to the next change. */
  async function arrange(): Promise<number> {
    const publication = await readPublication(store);
    const time = publication === null ? Number.POSITIVE_INFINITY : nextPublishing(publication, Date.now());
    if (time > Date.now() && time !== Number.POSITIVE_INFINITY) keepPublishing({ time, busy: false });
    return time;
  }
  /** Goes on with what was cut off with its worker or its browser, and with what is to be tried again. */
  const goOn = async (): Promise<void> => ((await arrange()) <= Date.now() ? publishNow() : undefined);
  const granted = async (): Promise<void> => {
    if ((await readPublication(store))?.problem?.code === 'not-allowed') await publishNow();
  };

  /** Publishes a while after a change, and not too often. */
  async function changed(): Promise<void> {
    const publication = await readPublication(store);
    if (publication === null) return;
    const time = Math.max(Date.now() + REST, Math.min(publication.triedAt, Date.now()) + GAP);
    keepPublishing({ time, busy: false });
  }

  async function atStart(): Promise<void> {
    await subscriber.wake();
    const publication = await readPublication(store);
    if (publication !== null && publication.doneAt < Date.now() - STALE) await publishNow();
  }

  const seen = { first: true };
  observe(
    () => collection.meta.get(STATE_KEY),
    () => {
      if (!seen.first) void changed().catch(() => undefined);
      seen.first = false;
    },
  );
  browser.runtime.onStartup.addListener(() => void atStart().catch(() => undefined));
  browser.permissions.onAdded.addListener(() => {
    void subscriber.wake();
    void granted().catch(() => undefined);
  });
  void subscriber.wake();
  void goOn().catch(() => undefined);
  return {
    update: subscriber.update,
    publish: publishNow,
    find: async ({ passphrase, ...form }) => {
      const places = sharePlaces(form);
      if (typeof places === 'string') return fail('no-log');
      return awake(findLog(places, (place) => logStorage(place, store), passphrase));
    },
    stopPublishing: () =>
      awake(
        navigator.locks.request(PUBLISH_LOCK, async () => {
          const [target, publication] = [await readTarget(store), await readPublication(store)];
          try {
            if (target !== null && publication !== null) await unpublish(publishedStorage(target, store), publication);
          } catch (error) {
            if (error instanceof SyncRefusal) return fail(error.code, error.detail);
            throw error;
          }
          await writePublication(store, null);
          return succeed(undefined);
        }),
      ),
  };
}
