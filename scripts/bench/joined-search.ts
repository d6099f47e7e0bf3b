import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../build.ts';
import { openBenchBrowser } from './collection/bench-browser.ts';
import type { JoinedBench } from './joined-search/page.ts';

/*
 * npm run bench:joined-search -- [--essays N] [--queries N] [--folder F --stage fill|times]: one's own collection and two subscriptions of N essays each, in the built
 * extension in real Chromium, each searched by a worker of its own; queries over one's own alone and over all three, in turn. Prints what
 * docs/benchmarks/sync.md tells. With a folder the profile stays there, and the two parts can be run one by one.
 */

/** The bench's name on its page. */
declare const wencunJoined: JoinedBench;

const { values } = parseArgs({
  options: {
    essays: { type: 'string', default: '10000' },
    queries: { type: 'string', default: '100' },
    folder: { type: 'string' },
    stage: { type: 'string', default: 'fill,times' },
  },
});
const essays = Number(values.essays);
/** Ids of two subscriptions. */
const others = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb'];
const page = join(import.meta.dirname, 'joined-search');
const browser = await openBenchBrowser(join(root, '.output', 'chrome-mv3'), page, values.folder ?? null);
try {
  await browser.restart();
  const bench = await browser.open('bench/page.html');
  await bench.waitForFunction(() => 'wencunJoined' in globalThis);
  if (values.stage.includes('fill'))
    for (const [at, from] of ['', ...others].entries()) {
      const first = at * essays;
      const count = await bench.evaluate(([id, begin, end]) => wencunJoined.fill(id, begin, end), [
        from,
        first,
        first + essays,
      ] as const);
      console.log(`${from || 'own'}: ${count} essays`);
    }
  if (values.stage.includes('times')) {
    const told = await bench.evaluate(([ids, count, all]) => wencunJoined.times(ids, count, all), [
      others,
      Number(values.queries),
      essays,
    ] as const);
    for (const share of [0.5, 0.95])
      console.log(
        `p${share * 100}: own alone ${at(told.alone, share).toFixed(1)} ms, all three ${at(told.joined, share).toFixed(1)} ms: ${(at(told.joined, share) / at(told.alone, share)).toFixed(2)} ×`,
      );
    console.log(`${told.whole} of ${values.queries} found as much together as one by one`);
  }
} finally {
  await browser.close();
}

function at(times: readonly number[], share: number): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length * share)] ?? 0;
}
