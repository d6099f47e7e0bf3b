import type { Page } from 'playwright-core';
import { type Memory, memoryOf } from '../collection/memory.ts';

/** What a run gave, and the most memory that the page and its process held meanwhile, looked at twice a second. */
export async function peakMemory<T>(
  page: Page,
  run: () => Promise<T>,
): Promise<{ readonly result: T; readonly peak: Memory }> {
  const seen = { heap: 0, process: 0, running: true };
  const watching = (async () => {
    while (seen.running) {
      const { heap, process } = await memoryOf(page);
      seen.heap = Math.max(seen.heap, heap);
      seen.process = Math.max(seen.process, process ?? 0);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  })();
  try {
    return { result: await run(), peak: { heap: seen.heap, process: seen.process || null } };
  } finally {
    seen.running = false;
    await watching.catch(() => undefined);
  }
}

/** Memory as a row tells it. */
export const memoryWords = ({ heap, process }: Memory): string =>
  `heap ${heap.toFixed(0)} MB${process === null ? '' : `, process ${process.toFixed(0)} MB`}`;
