import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { givenCouches } from '../bench/sync/given-servers.ts';
import { root } from '../build.ts';

/** Where the server stands that tests speak CouchDB's protocol with. */
export const couchFolder = join(root, 'scripts', 'couch');

/** Installs that server where it is missing, apart from all that the program itself is made with. False where that cannot be done. */
export function installCouch(): boolean {
  if (hasCouch()) return true;
  console.error('wencun: installing express-pouchdb for tests …');
  const asked = ['ci', '--prefix', couchFolder, '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
  spawnSync('npm', asked, { shell: process.platform === 'win32', stdio: ['ignore', 2, 2] });
  return hasCouch();
}

/** True where that server is installed, or one was given instead. */
export const hasCouch = (): boolean =>
  givenCouches().length > 0 || existsSync(join(couchFolder, 'node_modules', 'express-pouchdb'));
