import { strFromU8, unzipSync, zipSync } from 'fflate';
import { openBackup } from '../../lib/collection/backup/open-backup.ts';
import type { Collection } from '../../lib/collection/collection.ts';
import { emptyCollection } from './collections.ts';
import { wholeRows } from './whole-rows.ts';

/** The files of a backup, by name. */
export type Texts = Record<string, string>;

type Bytes = Uint8Array<ArrayBuffer>;

/** A text in UTF-8. */
export const bytesOf = (text: string): Bytes => new TextEncoder().encode(text);

/** A collection with these essays, each with one row of each of its tables; e3 is in the trash. */
export async function workedCollection(...ids: readonly string[]): Promise<Collection> {
  const collection = emptyCollection();
  const put = (table: string, row: object) => collection.table(table).put(row);
  for (const [at, id] of ids.entries()) {
    const own = { essayId: id, captureId: `c-${id}` };
    const trashedAt = id === 'e3' ? '2026-03-01T00:00:00.000Z' : '';
    await put('essays', { ...wholeRows.essays, id, captureId: own.captureId, doc: at, trashedAt, edited: {} });
    await put('captures', { ...wholeRows.captures, ...own, id: own.captureId });
    for (const name of ['bodies', 'originals', 'images', 'fingerprints'] as const)
      await put(name, { ...wholeRows[name], ...own });
    for (const name of ['highlights', 'sent'] as const)
      await put(name, { ...wholeRows[name], ...own, id: `${name}-${id}` });
  }
  for (const name of ['tags', 'searches', 'clusters', 'apart'] as const) await put(name, wholeRows[name]);
  await collection.shelves.bulkPut([
    { id: 's0', name: '全部', parent: '', order: 0 },
    { id: 's1', name: '课题', parent: 's0', order: 1 },
    { id: 's2', name: '别的', parent: 's0', order: 2 },
  ]);
  return collection;
}

/** The files that something writes as a zip. */
export async function textsOf(write: (sink: (bytes: Bytes) => void) => PromiseLike<unknown>): Promise<Texts> {
  const parts: Bytes[] = [];
  await write((bytes) => void parts.push(bytes));
  const files = unzipSync(new Uint8Array(await new Blob(parts).arrayBuffer()));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** How many rows each file has, in short; what it says of itself apart. */
export const inShort = (texts: Texts): string =>
  Object.entries(texts)
    .filter(([name]) => !name.startsWith('manifest'))
    .map(([name, text]) => `${name.replace('/00001.jsonl', '')} ${text.split('\n').length - 1}`)
    .join(', ');

/** A zip of these files. */
export const zipOf = (texts: Texts): Blob =>
  new Blob([zipSync(Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, bytesOf(text)]))) as Bytes]);

/** Whether a file can be opened, or why not. */
export const openedAs = async (file: Blob): Promise<string> => {
  const opened = await openBackup(file);
  return opened.ok ? 'opened' : `${opened.problem.code} ${opened.problem.detail ?? ''}`.trim();
};
