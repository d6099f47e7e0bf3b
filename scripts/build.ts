import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the repository, absolute. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Path of a program of an installed package, to be run by this Node: `tool('wxt/bin/wxt.mjs')`. */
export const tool = (path: string): string => join(root, 'node_modules', path);

/**
 * Builds the extension for a browser and gives the folder to load.
 * Throws with what the build printed when it fails.
 */
export function buildExtension(browser: 'chrome' | 'firefox'): string {
  const built = spawnSync(process.execPath, [tool('wxt/bin/wxt.mjs'), 'build', '-b', browser], {
    cwd: root,
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`The build for ${browser} failed:\n${built.stdout}${built.stderr}`);
  return join(root, '.output', `${browser}-mv3`);
}
