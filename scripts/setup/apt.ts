import { spawnSync } from 'node:child_process';
import { firstProgram } from './programs.ts';

/** True where this process may install packages by apt: apt-get is there and we are root. */
export const canInstall = (): boolean => process.getuid?.() === 0 && firstProgram(['apt-get']) !== null;

function aptGet(...args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', ['-q', '-y', ...args], { env, stdio: ['ignore', 2, 2] }).status === 0;
}

/**
 * Installs the packages, each on its own so that one that this system does not know leaves the others alone.
 * Whether they came is for the caller to see: it looks for the programs again.
 */
export function installPackages(packages: readonly string[]): void {
  aptGet('update');
  for (const name of packages) aptGet('install', '--no-install-recommends', name);
}
