import type { Asked, JournalEntry } from '../../../lib/collection/journal/journal.ts';
import { forgetOutcomes } from '../../../lib/collection/outcomes.ts';
import type { AskedBy } from '../../../lib/collection/rows.ts';
import { fail, type Outcome, succeed } from '../../../lib/essay/outcome.ts';
import type { KeepProblem, KeptMark } from '../../../lib/messages/protocol.ts';
import { showOnAction } from '../action.ts';
import { whenFree } from '../when-free.ts';
import { type CarriedOut, carryOut } from './carry-out.ts';
import { endSettled } from './end-settled.ts';
import { file } from './file.ts';
import { keepImages } from './keep-images.ts';
import type { KeeperParts } from './keeper-parts.ts';
import { onceMoreWhereLoadedAnew } from './loaded-anew.ts';
import { isOnlyCapture, keptAlready, settle, waitsAside } from './settle.ts';
import { stillThere } from './still-there.ts';

/** A tab as the browser's events give it. */
export interface TabFacts {
  readonly id: number;
  readonly url?: string | undefined;
  readonly title?: string | undefined;
  /** True for a tab of a private window. */
  readonly incognito?: boolean | undefined;
}

/** What is to be kept. */
export interface KeepRequest {
  /** Id of the keep: asked for again by the same one, it is done once. */
  readonly id?: string;
  readonly tab: TabFacts;
  /** The frame that the reader pointed at; none for the whole page. */
  readonly frameId?: number | undefined;
  readonly by: AskedBy;
  /** True when the page is to be kept also where it is not recognised. */
  readonly anyway: boolean;
  /** True when the reader said that a page of a private window shall go into the library. */
  readonly evenPrivate?: boolean;
}

/** Keeps what is in tabs, so that a worker which is stopped in the midst loses nothing and hides nothing. */
export interface Keeper {
  /** Keeps what is in a tab and shows on the toolbar how it went. */
  readonly keep: (request: KeepRequest) => Promise<Outcome<KeptMark, KeepProblem>>;
  /** Asks again for a keep whose answer never came: what became of it, or the rest of it. */
  readonly keepAgain: (request: KeepRequest & { readonly id: string }) => Promise<Outcome<KeptMark, KeepProblem>>;
  /** Takes up all that is in the journal and that nobody works on. Gives what stays there. */
  readonly takeUp: () => Promise<Left>;
}

/** What stays in the journal: nothing, what waits for the disk or the collection, or also what this background works on. */
export type Left = 'nothing' | 'waiting' | 'under way';

/** A keep that was taken up so often and never came to an end is given up and told. */
const MOST_TRIES = 3;

/** Makes the keeper of a background. */
export function createKeeper(parts: KeeperParts): Keeper {
  const { collection, journal, run, wakeLater } = parts;
  /** Keeps that this worker has begun or taken up, until the journal has forgotten them: nobody takes them up beside it. */
  const underWay = new Set<string>();
  /** Keeps that a look at the journal is taking up: another look leaves them to it. */
  const takingUp = new Set<string>();

  /** Writes down what was asked for; the quick store is called before anything is waited for. */
  async function begin(id: string, { tab, frameId = 0, by, anyway }: KeepRequest): Promise<Asked> {
    const { url = '', title = '' } = tab;
    const askedAt = new Date().toISOString();
    const asked = { id, by, askedAt, tabId: tab.id, frameId, anyway, url, title, run: '', tries: 0 };
    const stored = journal.ask(
      asked,
      run().then((name) => ({ ...asked, run: name })),
    );
    wakeLater();
    // Whoever sees the sign may rely on it: by then it is written down where a browser that is killed finds it again. Where nothing takes it the
    // page is kept all the same, and its end is the first that is shown.
    const written = await stored.then(
      () => true,
      () => false,
    );
    if (written) void showOnAction(tab.id, { mood: 'working' });
    return asked;
  }

  async function finish(asked: Asked, outcome: Outcome<CarriedOut, KeepProblem>, late: boolean) {
    const told = outcome.ok ? succeed({ id: outcome.value.id, keptAt: outcome.value.keptAt }) : outcome;
    const settled = settleAndForget(asked, told, late);
    // The essay is kept; nobody waits for its images, which the collection knows to be wanted.
    if (outcome.ok && outcome.value.wantsImages)
      void keepImages(collection, outcome.value.id, outcome.value.frame, outcome.value.pageUrl, parts.ask);
    await settled;
    return told;
  }

  async function settleAndForget(asked: Asked, told: Outcome<KeptMark, KeepProblem>, late: boolean): Promise<void> {
    underWay.add(asked.id);
    const { forgotten } = await settle(parts, asked, told, late);
    void forgotten.finally(() => underWay.delete(asked.id));
  }

  /** Whatever goes wrong is told: a keep that nobody answers for is one that vanishes. */
  const carriedOut = (entry: JournalEntry): Promise<Outcome<CarriedOut, KeepProblem>> =>
    onceMoreWhereLoadedAnew(() => carryOut(collection, journal, entry), entry.asked, run).catch((error: unknown) =>
      fail('storage-failed', String(error)),
    );

  async function keep(request: KeepRequest): Promise<Outcome<KeptMark, KeepProblem>> {
    // Nothing of a private window is written down before the reader has said so.
    if (request.tab.incognito === true && request.evenPrivate !== true) {
      await showOnAction(request.tab.id, { mood: 'failed', problem: 'private-window' });
      return fail('private-window');
    }
    const id = request.id ?? crypto.randomUUID();
    underWay.add(id);
    const begun = begin(id, request);
    return alone(id, async () => {
      const asked = await begun;
      const told = await finish(asked, await carriedOut({ asked, clip: null }), false);
      // What a private window showed is told to nobody.
      if (told.ok && request.tab.incognito !== true) void parts.kept?.(told.value.id);
      return told;
    });
  }

  async function resume(id: string): Promise<Outcome<KeptMark, KeepProblem> | null> {
    const entry = (await journal.entries()).find(({ asked }) => asked.id === id);
    if (entry === undefined) return null;
    const kept = await keptAlready(collection, id);
    if (kept !== null) {
      // It may have been stopped before it came to that; doing it twice changes nothing.
      if (await isOnlyCapture(collection, id, kept.id)) await file(collection, kept.id).catch(() => undefined);
      await settleAndForget(entry.asked, succeed(kept), true);
      return succeed(kept);
    }
    const asked = { ...entry.asked, tries: entry.asked.tries + 1 };
    if (asked.tries > MOST_TRIES) return finish(asked, fail('stopped'), true);
    await journal.ask(asked, Promise.resolve(asked)).catch(() => undefined);
    wakeLater();
    if (entry.clip === null && !(await stillThere(asked, await run()))) return finish(asked, fail('interrupted'), true);
    const outcome = await carriedOut({ asked, clip: entry.clip });
    // What waits for the collection came to an end of its own: it may be taken up as often as that takes.
    if (waitsAside(outcome)) await journal.ask(entry.asked, Promise.resolve(entry.asked)).catch(() => undefined);
    return finish(asked, outcome, true);
  }

  /** Keeps once more what went with the database; what the collection may take later waits. */
  async function keepLost(entry: JournalEntry): Promise<void> {
    const outcome = await carriedOut(entry);
    const row = outcome.ok ? await collection.essays.get(outcome.value.id) : undefined;
    const { originalUrl: url = '', title = '' } = row ?? {};
    if (outcome.ok || !/^(?:storage|aside)-/.test(outcome.problem.code))
      await finish({ ...entry.asked, url, title }, outcome, true);
  }

  /** Takes a keep up unless this background works on it, also if that was begun while another's lock was waited for. Never rejects. */
  async function unlessUnderWay(id: string, takeUp: () => Promise<unknown>): Promise<void> {
    if (underWay.has(id) || takingUp.has(id)) return;
    takingUp.add(id);
    await whenFree(lockOf(id), async () => {
      if (!underWay.has(id)) await takeUp();
    }).catch(() => undefined);
    takingUp.delete(id);
  }

  return {
    keep,
    keepAgain: async (request) => {
      const resumed = await alone(request.id, async () => {
        const left = await resume(request.id);
        if (left !== null) return left;
        const kept = await keptAlready(collection, request.id);
        return kept && succeed(kept);
      });
      const outcome = resumed ?? (await keep(request));
      // Whoever asks is told by the answer.
      await forgetOutcomes(collection, [request.id]);
      return outcome;
    },
    takeUp: async () => {
      const entries = await journal.entries();
      for (const { asked } of entries) await unlessUnderWay(asked.id, () => resume(asked.id));
      for (const id of await journal.settled()) await unlessUnderWay(id, () => endSettled(parts, id, keepLost));
      const left = [...(await journal.entries()).map(({ asked }) => asked.id), ...(await journal.settled())];
      if (left.some((id) => underWay.has(id) || takingUp.has(id))) return 'under way';
      return left.length > 0 ? 'waiting' : 'nothing';
    },
  };
}

const lockOf = (id: string): string => `keep ${id}`;

/** Nobody else works on this keep meanwhile, in whatever part of the extension. A worker that is stopped lets go. */
const alone = <T>(id: string, work: () => Promise<T>): Promise<T> => navigator.locks.request(lockOf(id), work);
