import { openCollection } from '../../../lib/collection/collection.ts';
import { keepSoon } from '../../../lib/collection/keep/keep-essay.ts';
import { essayMaker } from './made-essays.ts';
import { madePage } from './made-originals.ts';
import { SEED } from './queries.ts';

/* Stands at the end of the extension's own service worker: keeping is timed where it is done. */

/** Keeps the essays numbered `from` and on, one after another as a reader does; gives the milliseconds of each. */
async function keep(from: number, count: number): Promise<number[]> {
  const collection = openCollection();
  const make = essayMaker(SEED);
  const times: number[] = [];
  for (let number = from; number < from + count; number += 1) {
    const { captureId: _, essayId: __, ...essay } = make(number).body;
    const original = madePage(essay);
    const capture = {
      pageUrl: essay.originalUrl,
      takenAt: new Date().toISOString(),
      charset: 'utf-8',
      originalForm: 'served' as const,
      rulesVersion: 1,
    };
    const started = performance.now();
    const kept = await keepSoon(collection, { essay, capture, original });
    times.push(performance.now() - started);
    if (!kept.ok) throw new Error(kept.problem.code);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  collection.close();
  return times;
}

export type Keep = typeof keep;
Object.assign(globalThis, { wencunKeep: keep });
