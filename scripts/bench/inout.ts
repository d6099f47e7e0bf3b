import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildExtension, root } from '../build.ts';
import { clipRow } from './inout/clip-row.ts';
import { collectionRows } from './inout/collection-rows.ts';
import { columnRow } from './inout/column-row.ts';
import { damagedRow } from './inout/damaged-row.ts';
import { lineOf, loadNow, type Result, reportOf } from './inout/report.ts';
import type { Row } from './inout/row.ts';
import { warcRow } from './inout/warc-row.ts';

/*
 * npm run bench:inout [-- --only ID,ID] [--scale SHARE] [--built]: what comes in and goes out, measured. Prints one table and writes
 * docs/benchmarks/inout.md, where rows that were not run stay as they are. A row that fails is written as failed, and the others go on.
 * --built takes the extension as it was built last.
 */

const rows: readonly Row[] = [columnRow, warcRow, ...collectionRows, clipRow, damagedRow];

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

const file = join(root, 'docs/benchmarks/inout.md');
const lines = new Map<string, string>();
for (const row of rows.filter(({ id }) => wanted.includes(id))) {
  const load = loadNow();
  const started = performance.now();
  const result = await attempt(row);
  const line = lineOf(row, result, scale, load);
  lines.set(row.id, line);
  // After each row: one that brings everything down costs itself alone.
  writeFileSync(file, reportOf(file, rows, lines));
  console.log(line);
  console.error(`${row.id}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
  if ('failed' in result || !result.met) process.exitCode = 1;
}
console.log(reportOf(file, rows, lines));
