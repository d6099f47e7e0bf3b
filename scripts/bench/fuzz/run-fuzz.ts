import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');

/** Runs the robustness tests over `count` pages of each kind, its output on the terminal; true when all held. */
export function runFuzz(count: number): boolean {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const { status } = spawnSync(process.execPath, [vitest, 'run', 'tests/unit/robustness.test.ts'], {
    cwd: root,
    env: { ...process.env, WENCUN_FUZZ: String(count) },
    stdio: 'inherit',
  });
  return status === 0;
}
