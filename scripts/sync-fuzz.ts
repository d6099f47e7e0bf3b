// npm run sync:fuzz [-- --runs N] [--seed N] [--by memory|collections|couchdb] [--servers 'URL URL']
// Devices that do random acts and sync with faults, held against what must not be lost; see tests/support/sync. In memory; whole collections, with backups,
// second copies and a colleague who reads, which takes a second or two a run; or by real servers that speak as CouchDB does, which takes a second;
// `--servers` gives two of CouchDB itself, of this computer and for tests alone: all their databases are deleted.
import { parseArgs } from 'node:util';
import { installCouch } from './setup/couch.ts';
import { runTool } from './test/run-tool.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '2000' },
    by: { type: 'string', default: 'memory' },
    servers: { type: 'string', default: process.env['WENCUN_COUCH'] ?? '' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});
console.log(`${values.runs} runs, from seed ${values.seed} on`);
/** The test of each kind, and what tells it how many runs there are. */
const kinds: Readonly<Record<string, readonly [test: string, runs: string]>> = {
  memory: ['sync/fuzz', 'SYNC_RUNS'],
  collections: ['collection/sync/fuzz', 'SYNC_COLLECTION_RUNS'],
  couchdb: ['sync/couchdb-fuzz', 'SYNC_COUCH_RUNS'],
};
const kind = kinds[values.by];
if (kind === undefined) throw new Error(`--by is one of ${Object.keys(kinds).join(', ')}.`);
if (values.by === 'couchdb' && values.servers === '' && !installCouch())
  throw new Error('The server could not be installed.');
Object.assign(process.env, { WENCUN_COUCH: values.servers, [kind[1]]: values.runs, SYNC_SEED: values.seed });
const test = `tests/unit/${kind[0]}.test.ts`;
const { ok, output } = await runTool('vitest/vitest.mjs', ['run', '--project', 'unit', test]);
console.log(output.trim());
process.exitCode = ok ? 0 : 1;
