// The database stands in for the browser's: before everything that looks for one.
import 'fake-indexeddb/auto';
import { kinds } from './files.ts';
import { tryBackups, tryImports } from './try-files.ts';

/* node run.ts COUNT: so many damaged files of each kind, in a process of their own. Prints what became of them, and the most memory held. */

const count = Number(process.argv[2]);
const tried = [await tryBackups(count, 1)];
for (const [seed, kind] of kinds.entries()) tried.push(await tryImports(kind, count, seed + 2));
console.log(JSON.stringify({ tried, megabytes: process.resourceUsage().maxRSS / 1000 }));
