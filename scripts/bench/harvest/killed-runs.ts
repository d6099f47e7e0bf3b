import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ServedArchive } from '../../../tests/corpus/archive/serve-archive.ts';

const program = fileURLToPath(new URL('../../harvest.ts', import.meta.url));

/**
 * Runs the harvest command again and again until it is done, and kills it, with no time to say anything, after every `between` requests that the
 * archive answered, `kills` times. Gives how often it was killed. Rejects when it ends in any other way.
 */
export async function runKilled(
  archive: ServedArchive,
  out: string,
  gap: number,
  kills: number,
  between: number,
): Promise<number> {
  for (let killed = 0; ; ) {
    const until = killed < kills ? archive.log.length + between : Number.POSITIVE_INFINITY;
    const ended = await runOnce(archive, out, gap, until);
    if (ended === 'killed') killed += 1;
    else if (ended === 0) return killed;
    else throw new Error(`The harvest ended with ${ended}.`);
  }
}

function runOnce(archive: ServedArchive, out: string, gap: number, until: number): Promise<number | 'killed'> {
  return new Promise((resolve, reject) => {
    const args = ['www.nbdx.cn', '--archive', archive.base, '--gap', String(gap / 1000), '--out', out];
    const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
    const watch = setInterval(() => {
      if (archive.log.length >= until) child.kill('SIGKILL');
    }, 5);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearInterval(watch);
      resolve(signal === 'SIGKILL' ? 'killed' : (code ?? 1));
    });
  });
}
