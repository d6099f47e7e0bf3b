import { setGivenCopy } from '../collection/actions/given-copy.ts';
import type { ArchiveKeys } from '../collection/archives/archive-keys.ts';
import type { ArchiveStore } from '../collection/archives/archive-store.ts';
import { getAsk, listAsks, putAsk } from '../collection/archives/asks.ts';
import type { Collection } from '../collection/collection.ts';
import { getEssay } from '../collection/get-essay.ts';
import { momentOfTimestamp } from '../essay/partial-date.ts';
import { type Ask, afterSaveAnswer, liveAddress, newAsk, nextAsk } from '../queue-plan/ask.ts';
import type { SaveAnswer } from '../queue-plan/save-answer.ts';
import { askToSave, copyAddress, lookForSave } from './save-page-now.ts';

/** What giving back needs of the browser. */
export interface GiveBackSurroundings {
  readonly collection: Collection;
  readonly store: ArchiveStore;
  /** Asks an archive at its pace: see `ArchiveGate`. */
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly online: () => boolean;
  /** Whether the reader wants it, and has granted the archive. */
  readonly allowed: () => Promise<boolean>;
  /** The reader's own keys; null for none. */
  readonly keys: () => Promise<ArchiveKeys | null>;
  /** Told after each step when to wake it next, infinite for never, and whether an answer is awaited. */
  readonly arrange: (next: { readonly time: number; readonly busy: boolean }) => void;
}

/** Asks the Wayback Machine to save what the reader keeps. */
export interface GiveBack {
  /**
   * Queues the page of an essay, if it was kept from its living site; one that was asked for already is left, unless the reader
   * wants it `again`.
   */
  readonly want: (essayId: string, again?: boolean) => Promise<void>;
  /** Goes on with what is queued. To be called when the worker starts, and when something may have become possible. */
  readonly wake: () => Promise<void>;
}

/** Milliseconds until it is tried again while the machine is offline. */
const patience = 60_000;

/** Makes it. What counts is stored before it is acted upon, so that a worker which is stopped is followed by one that goes on. */
export function createGiveBack(around: GiveBackSurroundings): GiveBack {
  const { collection, store, now } = around;
  const running: { now: Promise<void> | null; again: boolean } = { now: null, again: false };

  async function goOn(): Promise<void> {
    for (;;) {
      const asks = await listAsks(store);
      const open = asks.ok && asks.value.some(({ state }) => state === 'waiting' || state === 'asked');
      if (!asks.ok || !open || !(await around.allowed())) return around.arrange(never);
      if (!around.online()) return around.arrange({ time: now() + patience, busy: false });
      const keys = await around.keys();
      const next = nextAsk(asks.value, now(), keys !== null);
      if (next.kind === 'wait') return around.arrange({ time: next.until, busy: false });
      around.arrange({ time: Number.POSITIVE_INFINITY, busy: true });
      await work(next.ask, keys);
    }
  }

  async function work(ask: Ask, keys: ArchiveKeys | null): Promise<void> {
    const asking = ask.state === 'waiting';
    // A worker that is stopped meanwhile has asked all the same: the next one looks whether it is saved.
    const begun: Ask = asking ? { ...ask, tries: ask.tries + 1, askedAt: now() } : ask;
    const stored = await putAsk(
      store,
      asking ? afterSaveAnswer(begun, { kind: 'pending', job: '' }, now(), copyAddress) : begun,
    );
    if (!stored.ok) return;
    const answer: SaveAnswer = asking
      ? await askToSave(begun.address, around, keys)
      : await lookForSave(begun, around, keys);
    // Nothing was asked, and so no try counts.
    const taken = answer.kind === 'resting' ? ask : begun;
    const after = afterSaveAnswer(taken, answer, now(), copyAddress);
    await putAsk(store, after);
    if (after.state !== 'saved') return;
    const timestamp = answer.kind === 'saved' ? answer.timestamp : '';
    const capturedAt = momentOfTimestamp(timestamp);
    await setGivenCopy(collection, ask.essayId, { archive: 'wayback', url: after.copy, capturedAt });
  }

  /** One run at a time; what is asked for meanwhile makes another. */
  const wake = async (): Promise<void> => {
    running.again = true;
    running.now ??= (async () => {
      while (running.again) {
        running.again = false;
        await goOn();
      }
      running.now = null;
    })();
    await running.now;
  };

  return {
    wake,
    want: async (essayId, again = false) => {
      const [essay, known] = await Promise.all([getEssay(collection, essayId), getAsk(store, essayId)]);
      const address = essay.ok && essay.value !== null ? liveAddress(essay.value) : null;
      if (address === null || !known.ok) return;
      if (known.value !== null && (!again || known.value.state === 'saved')) return;
      await putAsk(store, newAsk(essayId, address));
      await wake();
    },
  };
}

const never = { time: Number.POSITIVE_INFINITY, busy: false };
