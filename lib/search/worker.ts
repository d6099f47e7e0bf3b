import { openCollection } from '../collection/collection.ts';
import { indexFolderOf, openSubscribed } from '../collection/subscriptions/open-subscribed.ts';
import { whenAtRest } from '../essay/when-at-rest.ts';
import { openEngine } from './engine.ts';
import { openIndexFiles } from './files/index-files.ts';
import { usualSizes } from './index/sizes.ts';
import type { Call, WorkerAnswer, WorkerCalls } from './protocol.ts';

/* The search engine behind messages: one worker a page, so that neither searching nor indexing holds up the page. */

const loadReadings = () => import('./text/read-pinyin.ts').then(({ pinyinReadings }) => pinyinReadings());
/** Whose collection it searches: a subscription by its id, '' for one's own. */
const from = self.name;
const collection = from === '' ? openCollection('wencun', 'relaxed') : openSubscribed(from);
const engine = openEngine(collection, usualSizes, loadReadings, () =>
  openIndexFiles(from === '' ? 'index' : indexFolderOf(from)),
);

/** A run that fails leaves its documents in the tail, where they are found as well; the next call tries again. */
const index = (): Promise<void> => engine.index().catch(() => undefined);

const answer = async ({ call, act, given }: Call): Promise<WorkerAnswer> => {
  try {
    const run = engine[act] as (...all: unknown[]) => ReturnType<WorkerCalls[keyof WorkerCalls]>;
    const tell = (share: number): void => self.postMessage({ call, share } satisfies WorkerAnswer);
    // A page that is asked for what is sought waits for this word, and is made while the ledger is read.
    if (act === 'begin') tell(0);
    return { call, ok: true, value: await (act === 'rebuild' ? engine.rebuild(tell) : run(...given)) };
  } catch (error) {
    return { call, ok: false, message: String(error) };
  }
};

/** Indexes when the reader rests: a search must not share the worker with it more than need be. */
const indexing = whenAtRest(() => void index(), { quiet: 1500, latest: 20_000 });
const waiting = { calls: 0 };

self.addEventListener('message', async ({ data }: MessageEvent<Call>) => {
  waiting.calls += 1;
  indexing.hold();
  self.postMessage(await answer(data));
  waiting.calls -= 1;
  if (waiting.calls === 0) indexing.changed();
});

indexing.changed();
