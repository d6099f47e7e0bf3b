import { openBackup } from '../../../lib/collection/backup/open-backup.ts';
import { restoreBackup } from '../../../lib/collection/backup/restore-backup.ts';
import { writeBackup } from '../../../lib/collection/backup/write-backup.ts';
import { openCollection } from '../../../lib/collection/collection.ts';
import { openSearch } from '../../../lib/search/open-search.ts';
import { documentText, textOfEssay } from '../../../lib/search/text/document.ts';
import { fold } from '../../../lib/search/text/fold.ts';
import { fillFull } from '../inout/full-essays.ts';

/* Runs in a page of the extension: what the browser is killed in the midst of, and what is looked at after the next start. */

const collection = openCollection();

const fileNamed = async (name: string): Promise<FileSystemFileHandle> =>
  (await navigator.storage.getDirectory()).getFileHandle(name, { create: true });

/** Fills an empty collection; gives the ids of its essays. */
async function fill(count: number): Promise<readonly string[]> {
  await fillFull(collection, count);
  return collection.essays.toCollection().primaryKeys();
}

/** Writes a backup of so many made-up essays, made in a collection beside, into a file of that name. */
async function backUp(name: string, count: number): Promise<readonly string[]> {
  const other = openCollection(name);
  await fillFull(other, count);
  const file = await (await fileNamed(name)).createWritable();
  const written = await writeBackup(other, {}, (bytes) => file.write(bytes));
  if (!written.ok) throw new Error(written.problem.code);
  await file.close();
  return other.essays.toCollection().primaryKeys();
}

/** Restores a backup that was written before. */
async function restore(name: string, mode: 'merge' | 'replace'): Promise<void> {
  const opened = await openBackup(await (await fileNamed(name)).getFile());
  if (!opened.ok) throw new Error(opened.problem.code);
  const report = await restoreBackup(collection, opened.value, mode);
  if (!report.ok) throw new Error(`${report.problem.code} ${report.problem.detail ?? ''}`);
}

/** Makes the index anew: segment after segment, and their merges. */
const rebuild = (): Promise<unknown> => openSearch().rebuild(() => undefined);

const four = /\p{Script=Han}{4}/u;

/** Four characters of the middle of so many texts, spread over the collection. */
async function phrases(count: number): Promise<readonly string[]> {
  const keys = await collection.bodies.toCollection().primaryKeys();
  const some = Array.from({ length: count }, (_, at) => keys[Math.floor((keys.length * at) / count)]);
  const bodies = await collection.bodies.bulkGet(some.filter((key) => key !== undefined));
  const inMiddle = (text: string): RegExpExecArray | null => four.exec(text.slice(40)) ?? four.exec(text);
  return [...new Set(bodies.flatMap((body) => inMiddle(body?.text ?? '')?.[0] ?? []))];
}

/** Queries, and those that find another number of essays than a look through all texts does. */
async function searches(count: number): Promise<{ readonly asked: number; readonly unequal: number }> {
  const wanted = await phrases(count);
  const found = new Map(wanted.map((phrase) => [phrase, 0]));
  const rows = await collection.essays.where('trashedAt').equals('').toArray();
  for (let at = 0; at < rows.length; at += 500) {
    const some = rows.slice(at, at + 500);
    const bodies = await collection.bodies.bulkGet(some.map(({ captureId }) => captureId));
    const texts = some.map((row, n) => documentText(row, textOfEssay(row, bodies[n])));
    for (const phrase of wanted)
      found.set(phrase, (found.get(phrase) ?? 0) + texts.filter((text) => text.includes(fold(phrase))).length);
  }
  const search = openSearch();
  let unequal = 0;
  for (const phrase of wanted) {
    const { total } = await search.find({ query: `"${phrase}"`, place: 'kept', sort: 'kept', chosen: {} });
    if (total !== found.get(phrase)) unequal += 1;
  }
  search.close();
  return { asked: wanted.length, unequal };
}

const bench = { fill, backUp, restore, rebuild, searches };
export type Bench = typeof bench;
Object.assign(globalThis, { wencunReliability: bench });
