// npm run clip -- (FILE… | - | --manifest M.jsonl) [--out DIR …]: clip/command/usage.ts has all of it
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/*
 * Node keeps what it compiled for the next start, whoever starts it: a part, a task or a map takes a third less CPU until its first answer. Threads
 * are told by the environment. Where the folder cannot be written, Node does without.
 */
const folder = process.env['NODE_COMPILE_CACHE'] ?? join(import.meta.dirname, '..', '.cache', 'compiled');
process.env['NODE_COMPILE_CACHE'] = folder;
enableCompileCache(folder);
await import('./clip/command/main.ts');
