import { join } from 'node:path';
import { build } from 'vite';

/** The contestants as one script that sets `wencunBench` on the page. */
export async function bundleContestants(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      lib: { entry: join(import.meta.dirname, 'contestants.ts'), formats: ['iife'], name: 'wencunBench' },
    },
  });
  const output = Array.isArray(built) ? built[0] : built;
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk === undefined) throw new Error('The bundle of the contestants came out empty.');
  // A script that ran as a function's body would keep the name to itself.
  return `${chunk.code};globalThis.wencunBench = wencunBench;`;
}
