import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildExtension, root } from '../../build.ts';
import { noPortions, type Portions, readPortions, writePortions } from './portions.ts';
import { lineOf, loadNow, type Result, reportOf } from './report.ts';
import { added, type CountedRow, type Row, type Setting, sized } from './row.ts';

interface Sized {
  readonly result: Result;
  readonly size: string;
}

const sizeOf = ({ times, portions }: Portions, row: CountedRow): string =>
  `${times} of ${row.times} at full size, in ${portions} portion${portions === 1 ? '' : 's'}`;

/**
 * Runs the rows of a benchmark by the arguments of the command: `--only ID,ID`, `--scale SHARE` of the full size, `--built` to take
 * the extension as it was built last, `--count N` to do what a row does many times N times more, at full size, and add that to what earlier
 * portions counted (`--anew` forgets those). Prints one table and writes it into the file of that name beside the other benchmarks, where rows that were not run stay as
 * they are. A row that fails is written as failed, and the others go on.
 */
export async function runRows(name: string, head: string, rows: readonly Row[]): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      scale: { type: 'string', default: '1' },
      built: { type: 'boolean', default: false },
      count: { type: 'string' },
      anew: { type: 'boolean', default: false },
    },
  });
  const scale = Number(values.scale);
  if (!(scale > 0 && scale <= 1)) throw new Error('--scale takes a share above 0, up to 1.');
  const wanted = values.only?.split(',') ?? rows.map(({ id }) => id);
  const strange = wanted.filter((id) => !rows.some((row) => row.id === id));
  if (strange.length > 0) throw new Error(`No rows ${strange}: there are ${rows.map(({ id }) => id)}.`);

  const folders = new Map<string, string>();
  const built: Setting['built'] = (browser = 'chrome') => {
    const folder =
      folders.get(browser) ?? (values.built ? join(root, '.output', `${browser}-mv3`) : buildExtension(browser));
    folders.set(browser, folder);
    return folder;
  };
  const most = values.count === undefined ? null : Number(values.count);
  const measure = async (row: Row): Promise<Sized> => {
    const setting = { scale, built };
    if (!('count' in row)) return { result: await row.run(setting), size: `scale ${scale}` };
    if (most === null) {
      const counts = await row.count({ ...setting, times: sized(row.times, scale), from: 0 });
      return { result: row.tell(counts), size: `scale ${scale}` };
    }
    const kept = values.anew ? noPortions : readPortions(name, row.id);
    const times = Math.min(most, row.times - kept.times);
    if (times <= 0) return { result: row.tell(kept.counts), size: sizeOf(kept, row) };
    const counts = await row.count({ ...setting, times, from: kept.times });
    const all = { times: kept.times + times, portions: kept.portions + 1, counts: added(kept.counts, counts) };
    writePortions(name, row.id, all);
    return { result: row.tell(all.counts), size: sizeOf(all, row) };
  };
  const attempt = (row: Row): Promise<Sized> =>
    measure(row).catch((problem: unknown) => ({
      result: { failed: String(problem).split('\n')[0] ?? '' },
      size: `scale ${scale}`,
    }));

  const file = join(root, 'docs/benchmarks', `${name}.md`);
  const lines = new Map<string, string>();
  for (const row of rows.filter(({ id }) => wanted.includes(id))) {
    const load = loadNow();
    const started = performance.now();
    const { result, size } = await attempt(row);
    const line = lineOf(row, result, size, load);
    lines.set(row.id, line);
    // After each row: one that brings everything down costs itself alone.
    writeFileSync(file, reportOf(head, file, rows, lines));
    console.log(line);
    console.error(`${row.id}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
    if ('failed' in result || !result.met) process.exitCode = 1;
  }
  console.log(reportOf(head, file, rows, lines));
  // A row that failed may have left a browser behind, which would keep this process from ending.
  process.exit();
}
