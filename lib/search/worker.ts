import { openCollection } from '../collection/collection.ts';
import { openEngine } from './engine.ts';
import type { Acts, Answer, Call } from './protocol.ts';

/* The search engine behind messages: one worker a page, so that neither searching nor indexing holds up the page. */

const engine = openEngine(openCollection());

/** A run that fails leaves its documents in the tail, where they are found as well; the next call tries again. */
const index = (): Promise<void> => engine.index().catch(() => undefined);

const answer = async ({ call, act, given }: Call): Promise<Answer> => {
  try {
    const run = engine[act] as (...all: unknown[]) => ReturnType<Acts[keyof Acts]>;
    return { call, ok: true, value: await run(...given) };
  } catch (error) {
    return { call, ok: false, message: String(error) };
  }
};

self.addEventListener('message', async ({ data }: MessageEvent<Call>) => {
  self.postMessage(await answer(data));
  await index();
});

void index();
