import { spawnSync } from 'node:child_process';

/** A page of output is some kilobytes; the longest are lists of references. In bytes. */
const mostOutput = 64 * 1024 * 1024;
/** TeX takes longest, some ten seconds. In milliseconds. */
const patience = 300_000;

/** What a program printed and how it ended; `input` is given to it. */
export function runProgram(
  program: string,
  args: readonly string[],
  { input = '', cwd }: { readonly input?: string; readonly cwd?: string } = {},
): { readonly ok: boolean; readonly out: string; readonly err: string } {
  const done = spawnSync(program, args, {
    input,
    encoding: 'utf8',
    maxBuffer: mostOutput,
    timeout: patience,
    ...(cwd === undefined ? {} : { cwd }),
  });
  return { ok: done.status === 0, out: done.stdout ?? '', err: done.stderr ?? '' };
}
