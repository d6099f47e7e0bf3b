import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildExtension, root } from '../../build.ts';
import { lineOf, loadNow, type Result, reportOf } from './report.ts';
import type { Row } from './row.ts';

/**
 * Runs the rows of a benchmark by the arguments of the command: `--only ID,ID`, `--scale SHARE` of the full size, `--built` to take
 * the extension as it was built last. Prints one table and writes it into the file of that name beside the other benchmarks, where rows that were not run stay as
 * they are. A row that fails is written as failed, and the others go on.
 */
export async function runRows(name: string, head: string, rows: readonly Row[]): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      scale: { type: 'string', default: '1' },
      built: { type: 'boolean', default: false },
    },
  });
  const scale = Number(values.scale);
  if (!(scale > 0 && scale <= 1)) throw new Error('--scale takes a share above 0, up to 1.');
  const wanted = values.only?.split(',') ?? rows.map(({ id }) => id);
  const strange = wanted.filter((id) => !rows.some((row) => row.id === id));
  if (strange.length > 0) throw new Error(`No rows ${strange}: there are ${rows.map(({ id }) => id)}.`);

  const folder: { built: string | null } = { built: values.built ? join(root, '.output', 'chrome-mv3') : null };
  const built = (): string => {
    folder.built ??= buildExtension('chrome');
    return folder.built;
  };
  const attempt = (row: Row): Promise<Result> =>
    row.run({ scale, built }).catch((problem: unknown) => ({ failed: String(problem).split('\n')[0] ?? '' }));

  const file = join(root, 'docs/benchmarks', `${name}.md`);
  const lines = new Map<string, string>();
  for (const row of rows.filter(({ id }) => wanted.includes(id))) {
    const load = loadNow();
    const started = performance.now();
    const result = await attempt(row);
    const line = lineOf(row, result, scale, load);
    lines.set(row.id, line);
    // After each row: one that brings everything down costs itself alone.
    writeFileSync(file, reportOf(head, file, rows, lines));
    console.log(line);
    console.error(`${row.id}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
    if ('failed' in result || !result.met) process.exitCode = 1;
  }
  console.log(reportOf(head, file, rows, lines));
}
