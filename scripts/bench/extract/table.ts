import type { Row } from './run.ts';

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const count = (rows: readonly Row[], test: (row: Row) => boolean): string => String(rows.filter(test).length);

function share(rows: readonly Row[], field: 'title' | 'date' | 'author'): string {
  const judged = rows.filter((row) => row[field] !== null);
  return judged.length === 0 ? '–' : `${judged.filter((row) => row[field]).length}/${judged.length}`;
}

const heading = [
  'part',
  'extractor',
  'pages',
  'P',
  'R',
  'F1',
  'leaking',
  'lost first',
  'lost last',
  'lost any',
  'empty',
  'title',
  'date',
  'author',
  'ms',
];

/** One line of the table: a contestant over one part of the pages. */
function line(part: string, extractor: string, rows: readonly Row[]): readonly string[] {
  return [
    part,
    extractor,
    String(rows.length),
    mean(rows.map((row) => row.precision)).toFixed(4),
    mean(rows.map((row) => row.recall)).toFixed(4),
    mean(rows.map((row) => row.f1)).toFixed(4),
    count(rows, (row) => row.leaks.length > 0),
    count(rows, (row) => row.lostFirst),
    count(rows, (row) => row.lostLast),
    count(rows, (row) => row.lostAny > 0),
    count(rows, (row) => row.empty),
    share(rows, 'title'),
    share(rows, 'date'),
    share(rows, 'author'),
    mean(rows.map((row) => row.ms)).toFixed(0),
  ];
}

/** The parts of the table in order: what each holds of the rows. */
function parts(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const real = rows.filter((row) => row.page.part.startsWith('real'));
  const found = new Map<string, readonly Row[]>();
  const of = (part: string): readonly Row[] => rows.filter((row) => row.page.part === part);
  for (const part of new Set(rows.map((row) => row.page.part))) {
    if (part.startsWith('real') && !found.has('real, all')) found.set('real, all', real);
    found.set(part, of(part));
  }
  return found;
}

/** The table as Markdown, columns padded, so that it reads as well on a terminal. */
export function markdownTable(rows: readonly Row[]): string {
  const cells = [heading];
  for (const [part, members] of parts(rows)) {
    for (const extractor of new Set(members.map((row) => row.extractor))) {
      cells.push([
        ...line(
          part,
          extractor,
          members.filter((row) => row.extractor === extractor),
        ),
      ]);
    }
  }
  const widths = heading.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
  lines.splice(1, 0, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`);
  return lines.join('\n');
}
