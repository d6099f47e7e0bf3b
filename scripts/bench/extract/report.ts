import type { Misjudged, Row, Run } from './run.ts';
import { markdownTable } from './table.ts';

/** What was measured, and with what. */
export interface Circumstances {
  readonly date: string;
  /** Name and version of everything that took part. */
  readonly versions: ReadonlyMap<string, string>;
  readonly rulesVersion: number;
}

const faults = (row: Row): string =>
  [
    row.lostFirst ? 'first paragraph lost' : '',
    row.lostLast ? 'last paragraph lost' : '',
    row.lostAny > 0 ? `${row.lostAny} paragraphs lost` : '',
    row.leaks.length > 0 ? `leaks ${row.leaks.join(' ')}` : '',
    ...(['title', 'date', 'author'] as const).map((field) => (row[field] === false ? `${field} wrong` : '')),
  ]
    .filter(Boolean)
    .join('; ');

/** The pages on which a contestant does worst: by F1, then those with any other fault. */
export function worstPages(rows: readonly Row[], extractor: string, limit: number): readonly string[] {
  return rows
    .filter((row) => row.extractor === extractor && (row.f1 < 0.995 || faults(row) !== ''))
    .sort((a, b) => a.f1 - b.f1)
    .slice(0, limit)
    .map((row) => `- \`${row.page.id}\` F1 ${row.f1.toFixed(3)}${faults(row) === '' ? '' : `: ${faults(row)}`}`);
}

/** Pages of which ours loses the first or last paragraph and Readability keeps it: none is the aim. */
export function lostAlone(rows: readonly Row[]): readonly string[] {
  const peers = rows.filter(({ extractor }) => extractor.startsWith('Readability'));
  const isLoss = (row: Row, end: 'lostFirst' | 'lostLast'): boolean =>
    row[end] && peers.some((peer) => peer.page.id === row.page.id && !peer[end]);
  return rows
    .filter(({ extractor }) => extractor === 'ours')
    .flatMap((row) => [
      ...(isLoss(row, 'lostFirst') ? [`- \`${row.page.id}\`: first paragraph`] : []),
      ...(isLoss(row, 'lostLast') ? [`- \`${row.page.id}\`: last paragraph`] : []),
    ]);
}

const misjudgedLine = ({ page, kind, score }: Misjudged): string =>
  `- \`${page.id}\` ${page.portal ? 'missed' : `taken for ${kind ?? 'a portal page'}`}, score ${score.toFixed(2)}`;

/** Recognition in one sentence, and the pages on which it failed. */
export function recognitionLines({ misjudged, judged }: Run): readonly string[] {
  const missed = misjudged.filter(({ page }) => page.portal).length;
  const taken = misjudged.length - missed;
  return [
    `Recognition over ${judged} pages: ${taken} taken for a Party school's that are not one, ${missed} missed.`,
    ...misjudged.map(misjudgedLine),
  ];
}

/** The whole report as Markdown; `timing` is the browser's table, where it was run. */
export function markdownReport(run: Run, circumstances: Circumstances, timing: readonly string[]): string {
  const versions = [...circumstances.versions].map(([name, version]) => `${name} ${version}`).join(' · ');
  return `${[
    '# Extraction: ours and its peers side by side',
    '',
    `Written by \`npm run bench:extract\` on ${circumstances.date}. ${versions}; our rules version ${circumstances.rulesVersion}.`,
    '',
    'Every contestant takes the same document (of jsdom), or its copy. Precision, recall and F1 are over character',
    'bigrams after NFKC and removal of white space, averaged over pages. A paragraph counts as lost when a tenth of its',
    'five-character runs is missing (first and last: half). A page leaks when a word of boilerplate stands in the extract',
    'more often than in the gold. Title, date and author count where the gold has them; ours is run on every page,',
    'recognised or not. `ms` is Node with jsdom; for time in a browser see below.',
    '',
    "Pages that are no Party school's are read as by *clip anyway*: those that are not Chinese by Readability, and of Chinese ones",
    'its article is taken where ours gives less. How near that comes to Readability itself is measured on the test pages of its own',
    'repository, which are not copied here: `npm run bench:readability -- FOLDER`, where FOLDER is a checkout of mozilla/readability.',
    'Each `source.html` is read at the address that its tests use, and our text is compared with that of `expected.html` by the same F1.',
    '',
    markdownTable(run.rows),
    '',
    '## Every line accounted for',
    '',
    'Texts and images that a page shows and that stand neither in our essay nor in a removal that names a rule:',
    run.unaccounted.length === 0 ? `none, on ${run.judged} pages.` : '',
    ...run.unaccounted.map(
      ({ page, texts }) => `- \`${page.id}\`: ${texts.length}, first ${texts[0]?.slice(0, 60) ?? ''}`,
    ),
    '',
    '## Recognition',
    '',
    ...recognitionLines(run),
    ...(timing.length > 0 ? ['', '## Time in Chromium, live documents', '', ...timing] : []),
    '',
    '## First or last paragraph lost by ours, kept by Readability',
    '',
    ...(lostAlone(run.rows).length > 0 ? lostAlone(run.rows) : ['None.']),
    '',
    '## Where ours does worst',
    '',
    ...worstPages(run.rows, 'ours', 40),
  ].join('\n')}\n`;
}
