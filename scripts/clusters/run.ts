import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../build.ts';

/** The command line, as a shell calls it. */
export const clip = `${process.execPath} --disable-warning=ExperimentalWarning ${join(root, 'scripts/clip.ts')}`;

/** What a command came to: CPU seconds of all its processes, and the exit status. */
export interface Ran {
  readonly cpu: number;
  readonly status: number | null;
}

/** Runs a line of bash in a folder; its output goes where it says. Throws when it ends otherwise than well. */
export function run(line: string, cwd: string, env: Readonly<Record<string, string>> = {}): Ran {
  const timed = `TIMEFORMAT='CPU %U %S'; time { ${line}\n}`;
  const done = spawnSync('bash', ['-o', 'pipefail', '-c', timed], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  const [, user = 'NaN', system = 'NaN'] = /CPU ([\d.]+) ([\d.]+)\s*$/.exec(done.stderr) ?? [];
  if (done.status !== 0) throw new Error(`${line}: ${done.status} ${done.stderr.slice(-2000)}`);
  return { cpu: Number(user) + Number(system), status: done.status };
}
