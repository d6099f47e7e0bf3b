import { cpus, loadavg } from 'node:os';
import type { Memory } from './memory.ts';
import type { QueryTimes } from './page.ts';
import type { Opened } from './product-pages.ts';

/** Everything that was measured of one collection; times in milliseconds. */
export interface Measured {
  readonly version: string;
  readonly essays: number;
  readonly textBytes: number;
  readonly queries: QueryTimes;
  /** The same of the first essays alone; null for a collection too small to have a smaller one. */
  readonly before: { readonly essays: number; readonly queries: QueryTimes } | null;
  readonly coldRows: number;
  /** An empty page with one read, in a new browser. */
  readonly coldEmpty: number;
  readonly coldResult: number;
  /** Whether the system let go of its files before the cold starts. */
  readonly cold: boolean;
  readonly kept: readonly number[];
  /** Tasks of 50 ms and more in the library while its worker made segments and merged them. */
  readonly tasks: readonly number[];
  readonly index: { readonly segments: number; readonly bytes: number };
  /** Pages opened in turn in a browser that runs. */
  readonly opened: Opened;
  readonly scrolling: readonly number[];
  readonly typing: readonly number[];
  /** Of the whole process, and after rubbish was collected. */
  readonly memory: {
    readonly before: number | null;
    readonly after: Memory;
    /** What is left when the browser gives back as well what it keeps ready for new objects, as it does where memory runs short. */
    readonly least: Memory;
  };
  readonly tail: { readonly essays: number; readonly first: number; readonly others: readonly number[] };
  readonly seconds: { readonly fill: number; readonly index: number };
}

/** The value below which a share of the times lies. */
export const quantile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;

const ms = (time: number): string => (time < 10 ? time.toFixed(1) : time.toFixed(0));
const middleAndMost = (times: readonly number[]): string =>
  `${ms(quantile(times, 0.5))} / ${ms(quantile(times, 0.95))} ms`;
const frames = (times: readonly number[]): string =>
  `${times.filter((time) => time > 50).length} of ${times.length} frames over 50 ms, the longest ${ms(Math.max(0, ...times))} ms`;

/** A value in bold where it is above its bar. */
const held = (ok: boolean, text: string): string => (ok ? text : `**${text}**`);

/** A pair of quantiles against its bars. */
const pair = (times: readonly number[], middle: number, most: number): string =>
  held(quantile(times, 0.5) <= middle && quantile(times, 0.95) <= most, middleAndMost(times));

const megabytes = (size: number | null): string => (size === null ? 'not told' : `${size.toFixed(0)} MB`);

/** The report as Markdown: the table of what was measured against its bars. */
export function reportOf(measured: Measured): string {
  const { queries, before, essays, textBytes, index, memory, tail, seconds, opened } = measured;
  const times = (share: number): number => quantile(queries.scan, share) / quantile(queries.search, share);
  const count = queries.search.length;
  const p95 = quantile(queries.search, 0.95);
  const grown = before === null ? 0 : p95 / quantile(before.queries.search, 0.95);
  const growth =
    before === null
      ? 'not measured'
      : `${ms(quantile(before.queries.search, 0.95))} ms at ${before.essays.toLocaleString('en')}: ${grown.toFixed(1)} times for ${(essays / before.essays).toFixed(0)} times the essays`;
  const empty = quantile(opened.empty, 0.5);
  const popup = quantile(opened.popup, 0.5);
  const library = quantile(opened.library, 0.5);
  const share = index.bytes / textBytes;
  const process = Math.max(memory.before ?? 0, 0);
  const rows = [
    ['what', 'measured', 'bar at 100,000'],
    ['---', '---', '---'],
    [`query with its first 20 snippets, p50 / p95 of ${count}`, pair(queries.search, 12, 55), '≤ 12 / ≤ 55 ms'],
    ['scan of all folded texts in memory, first page and snippets too, p50 / p95', middleAndMost(queries.scan), ''],
    [
      'times faster than the scan, p50 / p95',
      held(times(0.5) >= 8 && times(0.95) >= 5, `${times(0.5).toFixed(1)} / ${times(0.95).toFixed(1)}`),
      '≥ 8 / ≥ 5',
    ],
    ['queries that find exactly what the scan finds', `${queries.exact} of ${count}`, 'all'],
    ['first pages that are those of the scan, in its order', `${queries.samePages} of ${count}`, 'all'],
    [
      'new browser: library open to first rows / an empty page with one read',
      `${held(measured.coldRows <= 300, `${ms(measured.coldRows)} ms`)} / ${ms(measured.coldEmpty)} ms`,
      '≤ 300 ms',
    ],
    [
      'new browser: library open to the first result of `?q=`',
      held(measured.coldResult <= 600, `${ms(measured.coldResult)} ms`),
      '≤ 600 ms',
    ],
    [
      `running browser: library open to first rows, p50 of ${opened.library.length}, and against an empty page opened in turn`,
      held(library <= 6 * empty, `${ms(library)} ms, ${(library / empty).toFixed(1)} × ${ms(empty)} ms`),
      '≤ 6 ×',
    ],
    [
      `popup open to list, p50 of ${opened.popup.length}, and against the same`,
      held(popup <= 120 && popup <= 4 * empty, `${ms(popup)} ms, ${(popup / empty).toFixed(1)} ×`),
      '≤ 120 ms, ≤ 4 ×',
    ],
    ['one more essay kept in the background, p50 / p95', pair(measured.kept, 9, 18), '≤ 9 / ≤ 18 ms'],
    [
      'longest task of the library while segments are made and merged',
      measured.tasks.length === 0 ? 'none of 50 ms' : held(false, `${ms(Math.max(...measured.tasks))} ms`),
      '≤ 50 ms',
    ],
    [
      'index and text files against UTF-8 bytes of the texts',
      held(share <= 2.1, `${share.toFixed(2)} in ${index.segments} segments`),
      '≤ 2.1',
    ],
    ['scrolling end to end in 240 steps', frames(measured.scrolling), 'none over 50 ms'],
    ['typing in search', frames(measured.typing), 'none over 50 ms'],
    [
      'memory after 50 queries typed: whole process of the extension / after rubbish is collected (page’s own heap)',
      `${held(process <= 200 && (memory.after.process ?? 0) <= 160, `${megabytes(memory.before)} / ${megabytes(memory.after.process)}`)} (${megabytes(memory.after.heap)})`,
      '≤ 200 / ≤ 160 MB',
    ],
    [
      'the same when room that V8 keeps ready for new objects is given back too, as where memory runs short',
      megabytes(memory.least.process),
      '',
    ],
    ['growth of the p95 of queries', growth, 'from 100,000 to 300,000 ≤ 2 ×'],
    [
      `${tail.essays.toLocaleString('en')} essays not yet indexed: first query / p50 / p95`,
      `${ms(tail.first)} / ${middleAndMost(tail.others)}`,
      '',
    ],
    ['making the index', `${seconds.index.toFixed(0)} s`, ''],
    ['writing the essays', `${seconds.fill.toFixed(0)} s`, ''],
  ];
  const table = rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const load = loadavg()[1] ?? 0;
  const busy =
    load > cpus().length
      ? `; the machine had other work (load ${load.toFixed(1)}), so that times are longer than they would be`
      : ` (load of the machine at the end ${load.toFixed(1)}, its own work included)`;
  return `# The collection, measured

\`npm run bench:collection -- --essays ${essays}\`, Chromium ${measured.version}, ${cpus().length} cores${busy}. The built extension in a profile of its own; pages are the product's, the collection is filled by a page beside them. Essays are made up from a seed (\`scripts/bench/collection/made-essays.ts\`): words by Zipf's law, 800 to 6,000 characters, ${(textBytes / 1e6).toFixed(0)} MB of UTF-8.
Queries: words of one to four characters, two words, phrases of six, exclusions, taken from the texts. The scan looks through the same folded texts held in memory, in the same run and page, after all searches were timed, and does the same work: it matches, orders by relevance, and makes the first page with its snippets. The popup is opened in a tab. A figure in bold misses its bar. Cold: a new browser process${measured.cold ? ', the system’s file cache dropped' : ' (the system would not drop its file cache)'}; from the page's navigation on.

Essays: ${essays.toLocaleString('en')}

${table}
`;
}
