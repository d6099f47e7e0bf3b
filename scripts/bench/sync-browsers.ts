import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { servePortal } from '../../tests/corpus/portal/server.ts';
import { launchChromium } from '../browsers/chromium.ts';
import { launchFirefox } from '../browsers/firefox.ts';
import { root } from '../build.ts';
import { findChromium } from '../setup/chromium.ts';
import { hasCouch } from '../setup/couch.ts';
import { findFirefox } from '../setup/firefox.ts';
import type { PlaceKind } from './sync/browser-computer.ts';
import { chromiumComputer } from './sync/chromium-computer.ts';
import { firefoxComputer } from './sync/firefox-computer.ts';
import { grantedExtension } from './sync/granted-extension.ts';
import { startCouch } from './sync/real-couch.ts';
import { programPath, type RealServer, startApache, startRclone } from './sync/real-dav.ts';

/*
 * npm run bench:sync-browsers -- [--server rclone,apache,couchdb] [--essays N]: the built extensions in real Chromium and real Firefox sync by one server, each
 * connected in its settings; each keeps N pages, twice, and both must show the same. Then Chromium publishes and Firefox, which syncs no more, subscribes.
 */

const { values } = parseArgs({
  options: { server: { type: 'string', default: 'rclone,apache,couchdb' }, essays: { type: 'string', default: '3' } },
});
const each = Number(values.essays);
const [chromium, firefox] = [findChromium()?.path, findFirefox()];
if (chromium === undefined || firefox === null) throw new Error('It takes a Chromium and a Firefox.');
const builds = ['chrome', 'firefox'].map((name) => join(root, '.output', `${name}-mv3`));
const [forChromium = '', forFirefox = ''] = builds;
if (!builds.every((folder) => existsSync(join(folder, 'manifest.json'))))
  throw new Error('Run "npm run build" and "npm run build:firefox" first.');
const folder = mkdtempSync(join(tmpdir(), 'wencun-browsers-'));
const portal = await servePortal();
const session = await launchChromium({
  executable: chromium,
  extension: grantedExtension(forChromium, join(folder, 'chrome')),
  resolverRules: portal.resolverRules,
  headless: true,
});
const fox = await launchFirefox({ executable: firefox, extension: forFirefox, proxyPort: portal.port });
try {
  const numbered = { n: 0 };
  const one = await chromiumComputer(session, portal, numbered);
  const other = await firefoxComputer(fox, portal, numbered);
  for (const [name, program, start] of [
    ['rclone', 'rclone', startRclone],
    ['apache', 'apache2', startApache],
  ] as const) {
    if (!values.server.split(',').includes(name)) continue;
    const path = programPath(program);
    if (path === null) console.log(`${name}: ${program} is not installed`);
    else await run(name, await start(path));
  }

  if (values.server.split(',').includes('couchdb')) {
    if (hasCouch()) await run('couchdb', await startCouch(), 'couchdb');
    else console.log('couchdb: its server is not installed');
  }

  async function run(name: string, server: RealServer, kind: PlaceKind = 'webdav'): Promise<void> {
    try {
      for (let n = 0; n < each; n += 1) for (const computer of [one, other]) await computer.keep();
      for (const computer of [one, other]) await computer.connect(server.address, kind);
      await one.sync();
      console.log(`${name}, first syncs: ${await verdict()}`);
      for (let n = 0; n < each; n += 1) for (const computer of [one, other]) await computer.keep();
      for (const computer of [one, other, one]) await computer.sync();
      console.log(`${name}, changes on both: ${await verdict()}`);
      await one.publish();
      await other.leave();
      const read = await other.subscribe(`${server.address}wencun-published/`);
      const published = await one.look();
      console.log(
        `${name}, subscribed in Firefox: ${read.length} of ${published.length} essays read${isDeepStrictEqual(read, published) ? ', the same' : ', NOT the same'}`,
      );
      if (!isDeepStrictEqual(read, published)) process.exitCode = 1;
      await one.leave();
    } finally {
      server.close();
    }
  }

  async function verdict(): Promise<string> {
    const [here, there] = [await one.look(), await other.look()];
    const isEqual = isDeepStrictEqual(here, there);
    if (!isEqual) process.exitCode = 1;
    return `${here.length} essays in Chromium, ${there.length} in Firefox, ${isEqual ? 'equal' : 'NOT equal'}`;
  }
} finally {
  await fox.close();
  await session.close();
  await portal.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}
