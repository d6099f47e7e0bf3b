import 'fake-indexeddb/auto';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { type DumpedDatabase, putDatabase } from '../../../scripts/browsers/put-database.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { numberedKeeping } from '../../support/keepings.ts';
import { dumpDatabase } from '../../support/schema-dump.ts';
import type { Stage } from './chromium.ts';

const authors = ['周望川', '林砚秋', '沈克勤', '顾明达', '陈一鸣'];
const schools = ['中共青山市委党校', '中共临江省委党校', '中共白石县委党校'];
const columns = ['理论研究', '党史研究', '经济'];

/** Two paragraphs that no other number has, so that none is taken for a reprint. */
function textOf(n: number): string {
  // Numerical Recipes' generator of numbers that look as if by chance.
  let state = n;
  const character = (): string => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return String.fromCodePoint(0x4e00 + ((state >>> 16) % 6000));
  };
  const line = (): string => Array.from({ length: 120 }, character).join('');
  return `县域的第${n}个故事${line()}。\n${line()}。`;
}

/** Essays whose authors, schools, columns, years and lengths differ; every tenth has no date, every fifteenth no author. */
const variedKeeping = (n: number) =>
  numberedKeeping(n, {
    title: n % 7 === 0 ? `关于第${n}号课题组在县域经济转型与农村基层组织建设中若干问题的调查与思考` : `县域札记之${n}`,
    authors: n % 15 === 0 ? [] : [authors[n % authors.length] ?? ''],
    publishedOn: n % 10 === 0 ? null : `${1998 + (n % 14)}-0${1 + (n % 9)}-1${n % 9}`,
    institution: schools[n % schools.length] ?? null,
    column: [columns[n % columns.length] ?? ''],
    text: textOf(n),
    html: textOf(n)
      .split('\n')
      .map((line) => `<p>${line}</p>`)
      .join(''),
  });

/** Puts a collection of so many essays in the place of the browser's. Pages that hold it open are to be closed before. */
export async function putManyEssays(stage: Stage, count: number): Promise<void> {
  const collection = emptyCollection();
  for (let n = 1; n <= count; n += 1) expectValue(await keepEssay(collection, variedKeeping(n)));
  const dump: DumpedDatabase = await dumpDatabase(collection.backendDB());
  collection.close();
  const page = await stage.open('icon/48.png');
  await stage.stopWorker();
  await page.evaluate(putDatabase, dump);
  await page.close();
}
