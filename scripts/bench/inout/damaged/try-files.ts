import { openBackup } from '../../../../lib/collection/backup/open-backup.ts';
import { lineOfRow } from '../../../../lib/collection/backup/row-text.ts';
import { tableNames, tableOf } from '../../../../lib/collection/backup/tables.ts';
import { writeBackup } from '../../../../lib/collection/backup/write-backup.ts';
import { type Collection, openCollection } from '../../../../lib/collection/collection.ts';
import { importPages } from '../../../../lib/import/import-pages.ts';
import { createSetReader } from '../../../../lib/import/set-reader.ts';
import { openBytesWith } from '../../../clip/open-bytes.ts';
import { createPageOpener } from '../../../open/page-opener.ts';
import { fillFull } from '../full-essays.ts';
import { damage, drawsOf, joined } from './damages.ts';
import { damagedFiles, type Kind } from './files.ts';

/** What became of damaged files of a kind. */
export interface Tried {
  readonly kind: string;
  readonly files: number;
  /** Essays that were read out of them, and parts that were told to be lost. */
  readonly kept: number;
  readonly problems: number;
  readonly slowestMs: number;
  /** Files that threw, told nothing, or changed what was stored before. */
  readonly wrong: readonly string[];
}

/** Every row of a collection by table and key. */
async function rowsOf(collection: Collection): Promise<Map<string, string>> {
  const rows = new Map<string, string>();
  for (const name of tableNames) {
    await tableOf(collection, name).each((row, { primaryKey }) => {
      rows.set(`${name} ${primaryKey}`, lineOfRow(row));
    });
  }
  return rows;
}

const newCollection = (): Collection => openCollection(`damaged-${crypto.randomUUID()}`);

/** Imports damaged files into a collection that holds essays already. Needs an IndexedDB in the realm. */
export async function tryImports(kind: Kind, count: number, seed: number): Promise<Tried> {
  const collection = newCollection();
  await fillFull(collection, 3);
  const before = await rowsOf(collection);
  const tally = { kept: 0, problems: 0, slowestMs: 0, wrong: [] as string[] };
  const reader = createSetReader(openBytesWith(createPageOpener()));
  for (const { name, bytes } of damagedFiles(kind, count, seed)) {
    const started = performance.now();
    try {
      let told = 0;
      for await (const { result } of importPages(collection, [{ name, blob: new Blob([bytes]) }], { reader })) {
        told += 1;
        if (result === 'kept' || result === 'already-there') tally.kept += 1;
        else if (result === 'unreadable') tally.problems += 1;
        else if (result === 'not-stored') tally.wrong.push(`${name}: not stored`);
      }
      if (told === 0) tally.wrong.push(`${name}: nothing told`);
    } catch (error) {
      tally.wrong.push(`${name}: ${String(error)}`);
    }
    tally.slowestMs = Math.max(tally.slowestMs, performance.now() - started);
  }
  const after = await rowsOf(collection);
  for (const [key, row] of before) if (after.get(key) !== row) tally.wrong.push(`changed: ${key}`);
  collection.close();
  return { kind, files: count, ...tally };
}

const clear = ['not-a-backup', 'newer-version', 'damaged'];

/** Opens damaged backups: each is refused with a reason, or is whole all the same. Opening stores nothing. */
export async function tryBackups(count: number, seed: number): Promise<Tried> {
  const collection = newCollection();
  await fillFull(collection, 12);
  const parts: Uint8Array[] = [];
  const written = await writeBackup(collection, {}, (bytes) => void parts.push(bytes));
  if (!written.ok) throw new Error(written.problem.code);
  const [whole, counts] = [joined(...parts), JSON.stringify(written.value.counts)];
  const draw = drawsOf(seed);
  const tally = { kept: 0, problems: 0, slowestMs: 0, wrong: [] as string[] };
  for (let n = 0; n < count; n += 1) {
    const started = performance.now();
    try {
      const opened = await openBackup(new Blob([damage(whole, draw)]));
      if (opened.ok) tally.kept += 1;
      else tally.problems += 1;
      const fine = opened.ok
        ? JSON.stringify(opened.value.manifest.counts) === counts
        : clear.includes(opened.problem.code);
      if (!fine) tally.wrong.push(`backup ${n}: ${opened.ok ? 'not what was saved' : opened.problem.code}`);
    } catch (error) {
      tally.wrong.push(`backup ${n}: ${String(error)}`);
    }
    tally.slowestMs = Math.max(tally.slowestMs, performance.now() - started);
  }
  collection.close();
  return { kind: 'backup', files: count, ...tally };
}
