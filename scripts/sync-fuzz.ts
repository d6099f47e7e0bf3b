// npm run sync:fuzz [-- --runs N] [--seed N] [--by memory|couchdb]
// Devices that do random acts and sync with faults, held against what must not be lost; see tests/support/sync. In memory, or by real servers that speak as
// CouchDB does, which takes a second a run.
import { parseArgs } from 'node:util';
import { installCouch } from './setup/couch.ts';
import { runTool } from './test/run-tool.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '2000' },
    by: { type: 'string', default: 'memory' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});
console.log(`${values.runs} runs, from seed ${values.seed} on`);
const isByCouch = values.by === 'couchdb';
if (isByCouch && !installCouch()) throw new Error('The server could not be installed.');
Object.assign(process.env, { [isByCouch ? 'SYNC_COUCH_RUNS' : 'SYNC_RUNS']: values.runs, SYNC_SEED: values.seed });
const test = `tests/unit/sync/${isByCouch ? 'couchdb-fuzz' : 'fuzz'}.test.ts`;
const { ok, output } = await runTool('vitest/vitest.mjs', ['run', '--project', 'unit', test]);
console.log(output.trim());
process.exitCode = ok ? 0 : 1;
