import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { root, tool } from '../build.ts';

/** How a program ended, with everything that it printed. */
export interface ToolRun {
  readonly ok: boolean;
  readonly output: string;
}

/**
 * The environment with the project's own programs first, so that they start each other on this Node; and with a place where Node
 * keeps what it compiled, which the many processes of the tests share.
 */
const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: [join(root, 'node_modules', '.bin'), dirname(process.execPath), process.env['PATH']].join(delimiter),
  NODE_COMPILE_CACHE: join(root, '.cache', 'compiled'),
  NO_COLOR: '1',
  FORCE_COLOR: undefined,
});

/** How a program is run. */
export interface Running {
  /** True for one that gives way to others: those that wait for a browser have a limit to their waiting. */
  readonly yields?: boolean;
}

/** Runs a program of an installed package on this Node; ends it when this process is told to stop. */
export function runTool(path: string, args: readonly string[], { yields = false }: Running = {}): Promise<ToolRun> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [tool(path), ...args], {
      cwd: root,
      env: environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (yields) giveWay(child.pid);
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

/** Puts a process, and those that it starts from now on, behind others that want the processor. */
function giveWay(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended, or this machine does not let it: then it runs as the others do.
  }
}
