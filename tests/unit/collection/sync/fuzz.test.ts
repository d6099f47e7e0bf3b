import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { collectionFuzzRun } from '../../../support/sync/collection-fuzz.ts';

/** More of them with `SYNC_COLLECTION_RUNS`, from `SYNC_SEED` on. */
const given = (name: string, usual: number): number => Number(process.env[name] ?? usual);
const runs = given('SYNC_COLLECTION_RUNS', 6);
const first = given('SYNC_SEED', 20_261_127);

/** Milliseconds that a run may take where the machine has other work as well. */
const PATIENCE = 30_000;

it(
  `leaves collections alike, and loses nothing, in ${runs} random runs with faults, from seed ${first} on`,
  async () => {
    const wrong: string[] = [];
    const count = { runs: 0, acts: 0, syncs: 0, requests: 0, faults: 0, notesAsked: 0 };
    for (let seed = first; seed < first + runs; seed += 1) {
      const run = await collectionFuzzRun(seed);
      wrong.push(...run.wrong.map((what) => `seed ${seed}: ${what}`));
      count.runs += 1;
      for (const name of ['acts', 'syncs', 'requests', 'faults', 'notesAsked'] as const) count[name] += run[name];
    }
    if (process.env['SYNC_COLLECTION_RUNS'] !== undefined) console.log(JSON.stringify(count));
    expect(wrong).toEqual([]);
    expect(count.faults).toBeGreaterThan(0);
  },
  runs * PATIENCE,
);
