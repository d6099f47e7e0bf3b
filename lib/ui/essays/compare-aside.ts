import { type ComparedStretch, compareTexts } from '../../essay/compare-texts.ts';

/** Characters of both texts up to which they are compared at once: that takes less than starting a worker does. */
const AT_ONCE = 1500;

/** What the worker is sent. */
export type TextPair = readonly [older: string, newer: string];

/**
 * Compares two texts word by word beside the page, which long texts would hold up for seconds, and shows what was found. Short ones are
 * compared at once, as all are where no worker can be had. Gives the function that stops it.
 */
export function compareAside(
  older: string,
  newer: string,
  show: (found: readonly ComparedStretch[]) => void,
): () => void {
  const atOnce = (): void => show(compareTexts(older, newer));
  if (older.length + newer.length <= AT_ONCE || typeof Worker === 'undefined') {
    atOnce();
    return () => undefined;
  }
  const worker = new Worker(new URL('./compare-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<readonly ComparedStretch[]>) => {
    worker.terminate();
    show(data);
  });
  worker.addEventListener('error', () => {
    worker.terminate();
    atOnce();
  });
  worker.postMessage([older, newer] satisfies TextPair);
  return () => worker.terminate();
}
