import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { megabytes, type Row, sized } from '../rows/row.ts';
import type { Tried } from './damaged/try-files.ts';

const program = new URL('./damaged/run.ts', import.meta.url);
/** Milliseconds within which each file must have come to an end. */
const PATIENCE = 2000;
/** Megabytes that may be held while it is done: jsdom, the database in memory, and the bombs themselves. */
const MEMORY = 1000;

/** Files that are broken, and files that are made to do harm. */
export const damagedRow: Row = {
  id: 'damaged',
  what: 'damaged inputs: 300 mutated backups, MHTs, WARCs, WACZs and zips each (bombs and path traversal among them)',
  bar: 'clear message, nothing stored changed, none over 2 s, memory bounded',
  async run({ scale }) {
    const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(program), `${sized(300, scale)}`], {
      maxBuffer: 64 * 1024 * 1024,
      timeout: 600_000,
    });
    const result = JSON.parse(stdout) as { readonly tried: readonly Tried[]; readonly megabytes: number };
    const slowest = Math.max(...result.tried.map(({ slowestMs }) => slowestMs));
    const wrong = result.tried.flatMap((tried) => tried.wrong);
    const counts = result.tried.map(
      ({ kind, files, kept, problems }) => `${files} ${kind} (${kept} essays read, ${problems} parts refused)`,
    );
    return {
      text: `${counts.join(', ')}; ${wrong.length} wrong${wrong.length > 0 ? `: ${wrong.slice(0, 3).join('; ')}` : ''}; slowest ${(slowest / 1000).toFixed(1)} s; at most ${megabytes(result.megabytes)}`,
      met: wrong.length === 0 && slowest <= PATIENCE && result.megabytes <= MEMORY,
    };
  },
};
