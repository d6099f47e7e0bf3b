import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { root, tool } from '../build.ts';

/** How a program ended, with everything that it printed. */
export interface ToolRun {
  readonly ok: boolean;
  readonly output: string;
}

/** The environment with the project's own programs first, so that they start each other on this Node. */
const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: [join(root, 'node_modules', '.bin'), dirname(process.execPath), process.env['PATH']].join(delimiter),
  NO_COLOR: '1',
  FORCE_COLOR: undefined,
});

/** Runs a program of an installed package on this Node; ends it when this process is told to stop. */
export function runTool(path: string, ...args: readonly string[]): Promise<ToolRun> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [tool(path), ...args], {
      cwd: root,
      env: environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    const stop = (): void => {
      child.kill('SIGTERM');
    };
    process.on('exit', stop);
    const end = (ok: boolean, problem = ''): void => {
      process.off('exit', stop);
      resolve({ ok, output: Buffer.concat(chunks).toString() + problem });
    };
    child.on('error', (problem) => end(false, problem.message));
    child.on('close', (status) => end(status === 0));
  });
}
