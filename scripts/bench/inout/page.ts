import { openBackup } from '../../../lib/collection/backup/open-backup.ts';
import { restoreBackup } from '../../../lib/collection/backup/restore-backup.ts';
import { lineOfRow } from '../../../lib/collection/backup/row-text.ts';
import { tableNames, tableOf } from '../../../lib/collection/backup/tables.ts';
import { writeBackup } from '../../../lib/collection/backup/write-backup.ts';
import { openCollection } from '../../../lib/collection/collection.ts';
import { formats } from '../../../lib/export/formats.ts';
import { recordsOf } from '../../../lib/export/records.ts';
import { fillFull } from './full-essays.ts';

/* Runs in a page of the extension: what scripts/bench/inout.ts has Chromium call. Files go to the page's own folder of the browser. */

/** How long a file took, and how large it is. */
export interface Written {
  readonly seconds: number;
  readonly bytes: number;
}

const collection = openCollection();
const restored = openCollection('restored');

const fileNamed = async (name: string): Promise<FileSystemFileHandle> =>
  (await navigator.storage.getDirectory()).getFileHandle(name, { create: true });

async function timed(name: string, write: (file: FileSystemWritableFileStream) => Promise<void>): Promise<Written> {
  const handle = await fileNamed(name);
  const file = await handle.createWritable();
  const started = performance.now();
  await write(file);
  await file.close();
  return { seconds: (performance.now() - started) / 1000, bytes: (await handle.getFile()).size };
}

const fill = (count: number): Promise<void> => fillFull(collection, count);

const backUp = (): Promise<Written> =>
  timed('backup.zip', async (file) => {
    const written = await writeBackup(collection, {}, (bytes) => file.write(bytes));
    if (!written.ok) throw new Error(written.problem.code);
  });

/** Restores the backup into an empty collection; the seconds of looking it through and of restoring. */
async function restore(): Promise<{ readonly seconds: number }> {
  const blob = await (await fileNamed('backup.zip')).getFile();
  const started = performance.now();
  const opened = await openBackup(blob);
  if (!opened.ok) throw new Error(opened.problem.code);
  const report = await restoreBackup(restored, opened.value, 'merge');
  if (!report.ok) throw new Error(`${report.problem.code} ${report.problem.detail ?? ''}`);
  return { seconds: (performance.now() - started) / 1000 };
}

/** Restores the file that stands in the page's field beside what was restored before it. */
async function restorePart(): Promise<{ readonly seconds: number; readonly added: number }> {
  const file = document.querySelector('input')?.files?.[0];
  if (file === undefined) throw new Error('no file');
  const started = performance.now();
  const opened = await openBackup(file);
  if (!opened.ok) throw new Error(opened.problem.code);
  const report = await restoreBackup(restored, opened.value, 'merge');
  if (!report.ok) throw new Error(`${report.problem.code} ${report.problem.detail ?? ''}`);
  return { seconds: (performance.now() - started) / 1000, added: report.value.essays.added };
}

/** Rows of both collections, and those that are not the same; a row's number in the search index, each collection's own, apart. */
async function compare(): Promise<{ readonly rows: number; readonly different: number }> {
  const count = { rows: 0, different: 0 };
  for (const name of tableNames) {
    const [here, there] = [tableOf(collection, name), tableOf(restored, name)];
    const [keys, others] = [await here.toCollection().primaryKeys(), await there.toCollection().primaryKeys()];
    count.different += Math.abs(keys.length - others.length);
    for (let at = 0; at < keys.length; at += 200) {
      const some = keys.slice(at, at + 200);
      const [rows, same] = [await here.bulkGet(some), await there.bulkGet(some)];
      rows.forEach((row, n) => {
        count.rows += 1;
        const line = (value: object | undefined) =>
          lineOfRow(Object.fromEntries(Object.entries({ ...value, doc: 0 }).toSorted(([a], [b]) => (a < b ? -1 : 1))));
        if (line(row) !== line(same[n])) count.different += 1;
      });
    }
  }
  return count;
}

/** Exports every essay that is not in the trash. */
const exportAll = (id: string): Promise<Written> =>
  timed(`essays.${id}`, async (file) => {
    const format = formats.find((one) => one.id === id);
    if (format === undefined) throw new Error(`no format ${id}`);
    const rows = await collection.essays
      .where('[trashedAt+keptAt+id]')
      .between(['', '', ''], ['', '\uffff', ''])
      .primaryKeys();
    for await (const bytes of format.write(recordsOf(collection, rows))) await file.write(bytes);
  });

const formatIds = (): readonly string[] => formats.map(({ id }) => id);

const bench = { fill, backUp, restore, restorePart, compare, exportAll, formatIds };
export type Bench = typeof bench;
Object.assign(globalThis, { wencunInOut: bench });
