import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cslItem } from '../lib/export/cite/csl.ts';
import { root } from './build.ts';
import type { Check, Given, Outcome } from './clients/check.ts';
import { fileChecks } from './clients/checks/files.ts';
import { markdownChecks } from './clients/checks/markdown.ts';
import { referenceChecks } from './clients/checks/references.ts';
import { westernChecks } from './clients/checks/western.ts';
import { clientRecords } from './clients/records.ts';
import { writeFormat } from './clip/write-format.ts';
import { canInstall, installPackages } from './setup/apt.ts';
import { firstProgram } from './setup/programs.ts';

/*
 * npm run test:clients [-- --styles DIR] [--tei-schema FILE] [--no-install]: lets the programs that people read exports with read the
 * essays of all composed pages and hard ones, prints a table and writes docs/benchmarks/clients.md. Debian's packages are
 * installed where this process may; what cannot be had is said. Exit status 1 when a program that ran read something wrongly.
 */

/** Programs, and Debian's packages that have them. */
const packages: Readonly<Record<string, readonly string[]>> = {
  pandoc: ['pandoc', 'citation-style-language-styles', 'citation-style-language-locales'],
  epubcheck: ['epubcheck'],
  jing: ['jing'],
  xmllint: ['libxml2-utils'],
  biber: ['biber', 'texlive-bibtex-extra'],
  xelatex: ['texlive-xetex', 'texlive-lang-chinese', 'texlive-latex-recommended'],
  python3: ['python3'],
};
const written = ['csl', 'bibtex', 'markdown', 'html', 'docx', 'epub', 'tei', 'csv', 'jsonl', 'warc'];

const { values } = parseArgs({
  options: {
    styles: { type: 'string' },
    'tei-schema': { type: 'string' },
    'no-install': { type: 'boolean', default: false },
  },
});

const checks: readonly Check[] = [...markdownChecks, ...referenceChecks, ...westernChecks, ...fileChecks];
const missing = (): readonly string[] =>
  [...new Set(checks.flatMap(({ programs }) => programs))].filter((name) => firstProgram([name]) === null);
if (!values['no-install'] && missing().length > 0 && canInstall())
  installPackages(missing().flatMap((name) => packages[name] ?? []));

type Row = readonly [Check, Outcome | string];

async function rowOf(check: Check, given: Given): Promise<Row> {
  const lacking = check.programs.filter((name) => firstProgram([name]) === null);
  if (lacking.length > 0) return [check, `not run: no ${lacking.join(', ')}`];
  try {
    return [check, (await check.run(given)) ?? 'not run: its style or schema was not given'];
  } catch (problem) {
    return [check, { right: 0, of: 1, note: String(problem).slice(0, 200) }];
  }
}

const folder = mkdtempSync(join(tmpdir(), 'wencun-clients-'));
const rows: Row[] = [];
try {
  const records = await clientRecords(join(root, 'tests', 'pages'));
  for (const format of written)
    await writeFormat(
      (async function* () {
        yield* records;
      })(),
      format,
      join(folder, format),
    );
  const given: Given = {
    records,
    items: records.map(cslItem),
    folder,
    styles: values.styles ?? null,
    teiSchema: values['tei-schema'] ?? null,
  };
  for (const check of checks) {
    const row = await rowOf(check, given);
    rows.push(row);
    console.log(lineOf(row));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function lineOf([{ client, format, asks }, outcome]: Row): string {
  const cells =
    typeof outcome === 'string' ? [outcome, ''] : [`${outcome.right} of ${outcome.of}`, outcome.note.slice(0, 200)];
  return `| ${[client, format, asks, ...cells].map((cell) => cell.replaceAll('|', '/').replace(/\s+/g, ' ').replaceAll('<', '&lt;')).join(' | ')} |`;
}

writeFileSync(
  join(root, 'docs', 'benchmarks', 'clients.md'),
  `# Real programs reading exports

\`npm run test:clients\` writes this: the essays of all composed pages, and hard titles and texts, in every format, read by the
programs that people have. It installs what Debian has; \`-- --styles DIR\` names a folder with the official styles of GB/T 7714 (Debian
has 2015 alone), Chicago, APA and MLA, \`--tei-schema FILE\` the schema \`tei_all.rng\`. \`npm test\` runs the part that needs no program.

| program | format | what is asked | right | first others |
| --- | --- | --- | --- | --- |
${rows.map(lineOf).join('\n')}
`,
);
if (rows.some(([, outcome]) => typeof outcome !== 'string' && outcome.right < outcome.of)) process.exitCode = 1;
