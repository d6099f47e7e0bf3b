// npm run sync:fuzz [-- --runs N] [--seed N]
// Devices that do random acts and sync with faults, held against what must not be lost; see tests/support/sync.
import { parseArgs } from 'node:util';
import { runTool } from './test/run-tool.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});
console.log(`${values.runs} runs, from seed ${values.seed} on`);
Object.assign(process.env, { SYNC_RUNS: values.runs, SYNC_SEED: values.seed });
const { ok, output } = await runTool('vitest/vitest.mjs', ['run', '--project', 'unit', 'tests/unit/sync/fuzz.test.ts']);
console.log(output.trim());
process.exitCode = ok ? 0 : 1;
