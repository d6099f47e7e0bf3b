import { existsSync, readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import type { Measured, Row } from './row.ts';

/** How a row came out: what was measured, or the reason why nothing was. */
export type Result = Measured | { readonly failed: string };

/** The heading of the table, under the words that stand before it. */
const columns = `
| what | bar | measured | when |
| --- | --- | --- | --- |
`;

const cell = (text: string): string => text.replaceAll('|', '/').replaceAll('\n', ' ');

/** A row of the table, as Markdown. `size` tells what part of the full size it is, `load` is the machine's before the row ran. */
export function lineOf(row: Row, result: Result, size: string, load: number): string {
  const measured =
    'failed' in result
      ? `**failed**: ${result.failed}`
      : `${result.text}${result.met ? '' : ' — **short of the bar**'}`;
  const when = `${new Date().toISOString().slice(0, 16).replace('T', ' ')}, ${size}, load ${load.toFixed(1)} on ${cpus().length} cores`;
  return `| ${[row.what, row.bar, measured, when].map(cell).join(' | ')} |`;
}

/** The machine's work in the last minute. */
export const loadNow = (): number => loadavg()[0] ?? 0;

/** The whole report, under `head`: rows that were run now, and for the others what the file said of them before. */
export function reportOf(head: string, file: string, rows: readonly Row[], lines: ReadonlyMap<string, string>): string {
  const before = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const table = rows.map((row) => {
    const old = before.find((line) => line.startsWith(`| ${cell(row.what)} |`));
    return lines.get(row.id) ?? old ?? `| ${cell(row.what)} | ${cell(row.bar)} | not run | |`;
  });
  return `${head}${columns}${table.join('\n')}\n`;
}
