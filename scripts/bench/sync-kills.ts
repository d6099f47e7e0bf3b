import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { servePortal } from '../../tests/corpus/portal/server.ts';
import { launchChromium } from '../browsers/chromium.ts';
import { root } from '../build.ts';
import { findChromium } from '../setup/chromium.ts';
import { grantedExtension } from './sync/granted-extension.ts';
import { killingProxy } from './sync/killing-proxy.ts';
import { killInTurn } from './sync/kills-in-turn.ts';
import { programPath, startApache, startRclone } from './sync/real-dav.ts';

/*
 * npm run bench:sync-kills -- [--server rclone,apache] [--kind first,later] [--moment before,after]: the built extension in real Chromium syncs by a WebDAV
 * server, and its worker is ended at the first, second, … request of a sync, before the server hears of it or when it has done it. Afterwards both
 * computers must show the same. The other computer is the product's own code in this process. Prints what docs/benchmarks/sync.md tells.
 */

const { values } = parseArgs({
  options: {
    server: { type: 'string', default: 'rclone,apache' },
    kind: { type: 'string', default: 'first,later' },
    moment: { type: 'string', default: 'before,after' },
  },
});
const starters = { rclone: ['rclone', startRclone], apache: ['apache2', startApache] } as const;
const folder = mkdtempSync(join(tmpdir(), 'wencun-kills-'));
const executable = findChromium()?.path;
const built = join(root, '.output', 'chrome-mv3');
if (executable === undefined) throw new Error('No Chromium on this machine.');
if (!existsSync(join(built, 'manifest.json'))) throw new Error('Run "npm run build" first.');
try {
  for (const name of ['rclone', 'apache'] as const) {
    if (!values.server.split(',').includes(name)) continue;
    const [program, start] = starters[name];
    const path = programPath(program);
    if (path === null) console.log(`${name}: ${program} is not installed`);
    else await run(name, await start(path));
  }
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}

async function run(name: string, server: Awaited<ReturnType<typeof startRclone>>): Promise<void> {
  const portal = await servePortal();
  const proxy = await killingProxy(server.address);
  const session = await launchChromium({
    executable: executable ?? '',
    extension: grantedExtension(built, join(folder, name)),
    resolverRules: portal.resolverRules,
    headless: true,
  });
  const numbered = { n: 0 };
  try {
    for (const kind of ['first', 'later'] as const)
      for (const moment of ['before', 'after'] as const) {
        if (!values.kind.includes(kind) || !values.moment.includes(moment)) continue;
        const stage = { session, portal, proxy, server: server.address };
        const { kills, ended, equal, lost } = await killInTurn(stage, kind, moment, numbered);
        console.log(
          `${name}, ${kind} sync, ended ${moment} the request was done: ${kills} kills, ${ended} came to their end by themselves, ${equal} equal, ${lost} essays lost`,
        );
        if (equal < kills || lost > 0) process.exitCode = 1;
      }
  } finally {
    await session.close();
    await proxy.close();
    await portal.close();
    server.close();
  }
}
