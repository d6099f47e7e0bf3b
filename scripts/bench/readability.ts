import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readEssay } from '../../lib/pipeline/read-page.ts';
import { openFile } from '../open/open-file.ts';
import { overlap, squeeze } from './extract/measures.ts';
import { readTestPages, testPageUrl } from './readability/own-test-pages.ts';

/*
 * npm run bench:readability -- FOLDER [--worst N]
 * Ours over the test pages of a checkout of mozilla/readability, against the text that Readability itself is expected to give:
 * how far "clip anyway" reads pages of other kinds as Readability does. Prints, writes nothing; says so where there is no checkout.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { worst: { type: 'string', default: '10' } },
});
/** A page whose F1 is below this was read otherwise than Readability reads it. */
const poor = 0.8;

const [folder = ''] = positionals;
const pages = readTestPages(folder);
if (pages.length === 0) console.log(`no test pages of mozilla/readability at "${folder}": nothing is measured`);

const rows = pages.map(({ id, file, expected }) => {
  const opened = openFile(readFileSync(file), testPageUrl, 'utf-8');
  const read = readEssay({ document: opened.document, url: opened.url }, { any: true });
  opened.close();
  const gold = squeeze(expected);
  const words = read.ok ? read.value.provenance.extractor : read.problem.code;
  return { id, words, ...overlap(squeeze(read.ok ? read.value.text : ''), gold) };
});
const ordered = rows.toSorted((one, other) => one.f1 - other.f1);
for (const { id, words, f1, precision, recall } of ordered.slice(0, Number(values.worst)))
  console.log(`${f1.toFixed(3)}  P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  ${id} (${words})`);
if (rows.length > 0) {
  const mean = rows.reduce((sum, { f1 }) => sum + f1, 0) / rows.length;
  const below = rows.filter(({ f1 }) => f1 < poor).length;
  console.log(`${rows.length} pages, mean F1 ${mean.toFixed(4)}, ${below} below ${poor}`);
}
