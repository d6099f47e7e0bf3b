import { availableParallelism, loadavg } from 'node:os';
import type { ContestantName } from './contestants.ts';
import type { TimedPage } from './time-pages.ts';

const labels: Readonly<Record<ContestantName, string>> = {
  watch: 'what every page bears: prefilter, recogniser where a school may be',
  recogniser: 'our recogniser, on every page',
  alone: 'our whole pipeline without the second reader',
  pipeline: 'our whole pipeline',
  readability: 'Readability, clone included',
  defuddle: 'Defuddle',
};
const names = Object.keys(labels) as ContestantName[];

/** The most that our pipeline without the second reader is to take of Readability's time, by part. */
const bars: Readonly<Record<string, number>> = { real: 0.5, own: 0.7 };

/** The value that a share of all values lies under. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const ms = (value: number): string => value.toFixed(2);

function partLines(part: string, pages: readonly TimedPage[]): readonly string[] {
  const warm = (name: ContestantName): number[] => pages.map(({ timings }) => timings[name].warm);
  const first = (name: ContestantName): number[] => pages.map(({ timings }) => timings[name].first);
  const rows = names.map((name) => {
    const cells = [
      part,
      labels[name],
      ms(quantile(warm(name), 0.5)),
      ms(quantile(warm(name), 0.95)),
      ms(quantile(first(name), 0.5)),
      ms(quantile(first(name), 0.95)),
      (sum(warm(name)) / sum(warm('readability'))).toFixed(2),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const ratio = sum(warm('pipeline')) / sum(warm('readability'));
  const alone = sum(warm('alone')) / sum(warm('readability'));
  const bar = bars[part] ?? Number.POSITIVE_INFINITY;
  const against = `without the second reader ${alone.toFixed(2)}, where ${bar} is the bar`;
  const faster = sum(warm('defuddle')) / sum(warm('pipeline'));
  return [
    ...rows,
    `| ${part} | ${alone > bar ? `**${against}: missed**` : against} | | | | | |`,
    `| ${part} | **pipeline ÷ Readability ${ratio.toFixed(2)}, Defuddle ÷ pipeline ${faster.toFixed(1)}** | | | | | |`,
  ];
}

/** The table of times as Markdown lines, and which members that force a layout ours reads. */
export function timingLines(version: string, pages: readonly TimedPage[]): readonly string[] {
  const real = pages.filter(({ part }) => part.startsWith('real'));
  const own = pages.filter(({ part }) => part === 'own');
  const forced = (name: 'recogniser' | 'pipeline'): string =>
    [...new Set(pages.flatMap(({ layouts }) => layouts[name]))].join(', ') || 'none';
  return [
    `Chromium ${version}, one tab, pages' own scripts off; milliseconds. Warm: median of seven calls; first: the first call in`,
    'a fresh page, each contestant taking the lead in turn. The last column is the sum of warm times against Readability.',
    `Load average at the end ${(loadavg()[0] ?? 0).toFixed(1)} on ${availableParallelism()} cores: ratios count, milliseconds are of a shared machine.`,
    '',
    '| part | what | warm p50 | warm p95 | first p50 | first p95 | ÷ Readability |',
    '|---|---|---|---|---|---|---|',
    ...(real.length > 0 ? partLines('real', real) : []),
    ...(own.length > 0 ? partLines('own', own) : []),
    '',
    `Members read that force a layout: recogniser ${forced('recogniser')}; pipeline ${forced('pipeline')}.`,
  ];
}
