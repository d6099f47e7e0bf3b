// npm run clip -- (FILE… | - | --manifest M.jsonl) [--out DIR …]: clip/command/usage.ts has all of it
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';

/*
 * Node keeps what it compiled for the next start, whoever starts it: a part, a task or a map takes a third less CPU until its first answer. Threads
 * are told by the environment. Where the folder cannot be written, Node does without.
 */
const folder = process.env['NODE_COMPILE_CACHE'] ?? join(import.meta.dirname, '..', '.cache', 'compiled');
process.env['NODE_COMPILE_CACHE'] = folder;
enableCompileCache(folder);
/*
 * The main thread only hands pages on. Without a bound V8 lets its room for what has just been made grow to three times 32 MB, step by step over some
 * ten thousand pages, and nothing is faster for it. In megabytes; threads have a bound of their own.
 */
setFlagsFromString('--max-semi-space-size=4');
await import('./clip/command/main.ts');
