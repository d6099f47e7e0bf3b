// npm run walks [-- --walks N] [--steps N] [--seed N] [--shrink]
// Random walks over a collection in two windows, each step held against a simple model; see tests/support/walks.
import { parseArgs } from 'node:util';
import { runTool } from './test/run-tool.ts';

const { values } = parseArgs({
  options: {
    walks: { type: 'string', default: '2000' },
    steps: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    shrink: { type: 'boolean', default: false },
  },
});
console.log(`${values.walks} walks of ${values.steps} steps, seed ${values.seed}`);
Object.assign(process.env, { WALKS: values.walks, WALK_STEPS: values.steps, WALK_SEED: values.seed });
if (values.shrink) process.env['WALK_SHRINK'] = '1';
const { ok, output } = await runTool('vitest/vitest.mjs', [
  'run',
  '--project',
  'unit',
  'tests/unit/integrity/walks.test.ts',
]);
console.log(output.trim());
process.exitCode = ok ? 0 : 1;
