import { expect, it } from 'vitest';
import { startCouch } from '../../../scripts/bench/sync/real-couch.ts';
import { hasCouch } from '../../../scripts/setup/couch.ts';
import { couchFuzzStorage } from '../../support/sync/couch-fuzz-storage.ts';
import { fuzzRun } from '../../support/sync/fuzz-run.ts';

/** `npm run sync:fuzz -- --by couchdb` takes more of them. */
const given = (name: string, usual: number): number => Number(process.env[name] ?? usual);
const runs = given('SYNC_COUCH_RUNS', 2);
const first = given('SYNC_SEED', 20_261_200);

/** Milliseconds that a run may take where the machine has other work as well. */
const PATIENCE = 60_000;

// Where the server is not installed nothing can be said of it: docs/benchmarks/sync.md tells when it last was.
it.runIf(hasCouch())(
  `leaves devices alike, and loses nothing, by one database and by two that are replicated, in ${runs} random runs from seed ${first} on`,
  async () => {
    const servers = [await startCouch(), await startCouch(1)];
    const wrong: string[] = [];
    const count = { runs: 0, acts: 0, syncs: 0, requests: 0, faults: 0, conflicts: 0 };
    try {
      for (let seed = first; seed < first + runs; seed += 1) {
        const run = await fuzzRun(seed, couchFuzzStorage(servers));
        wrong.push(...run.wrong.map((what) => `seed ${seed}: ${what}`));
        count.runs += 1;
        for (const name of ['acts', 'syncs', 'requests', 'faults', 'conflicts'] as const) count[name] += run[name] ?? 0;
      }
    } finally {
      for (const server of servers) server.close();
    }
    if (process.env['SYNC_COUCH_RUNS'] !== undefined) console.log(JSON.stringify(count));
    expect(wrong).toEqual([]);
    expect(count.faults).toBeGreaterThan(runs);
  },
  runs * PATIENCE,
);
