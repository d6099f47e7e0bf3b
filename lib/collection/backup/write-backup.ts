import { sha256Hex } from '../../essay/fixity.ts';
import { fail, type Outcome, succeed } from '../../essay/outcome.ts';
import { type Sink, writeZip, type ZipWriter } from '../../zip/zip-writer.ts';
import type { Collection } from '../collection.ts';
import { attempt, type StorageProblem } from '../storage.ts';
import { backupVersion, type Manifest, type ManifestEntry, manifestDigestName, manifestName } from './manifest.ts';
import { lineOfRow, type Row } from './row-text.ts';
import { rowsOfEssays, rowsShared } from './rows-to-keep.ts';
import { isRowOf, type TableName, tableNames } from './tables.ts';
import { mostEntryBytes } from './zip-directory.ts';

/** How a long run is watched and stopped. `onProgress` is told how much is done, of how much: essays or bytes. */
export interface RunOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, of: number) => void;
}

/** Why there is no backup. `not-written`: the file could not be written. */
export type BackupProblem = StorageProblem | 'stopped' | 'not-written';

/** Characters of one file in the zip, about: few enough to be read without holding the page up, enough to be packed well. */
const ENTRY_SIZE = 1_000_000;

/**
 * Writes a backup of the whole collection, the trash too, as one zip that goes to `sink` as it grows. Each essay is as it was at
 * one moment with all that belongs to it, whatever is kept meanwhile. What was written before a failure is no backup: its
 * directory is missing, and the caller throws it away.
 */
export async function writeBackup(
  collection: Collection,
  settings: Readonly<Record<string, unknown>>,
  sink: Sink,
  { signal, onProgress }: RunOptions = {},
): Promise<Outcome<Manifest, BackupProblem>> {
  const time = new Date();
  const zip = writeZip(sink, time);
  const pack = createPack(zip);
  try {
    const total = await attempt(() => collection.essays.count());
    if (!total.ok) return total;
    let done = 0;
    for (let after = ''; ; ) {
      if (signal?.aborted) return fail('stopped');
      const batch = await attempt(() => rowsOfEssays(collection, after));
      if (!batch.ok) return batch;
      for (const [table, rows] of batch.value.rows) await pack.add(table, rows);
      if (batch.value.last === null) break;
      after = batch.value.last;
      done += batch.value.rows.get('essays')?.length ?? 0;
      onProgress?.(done, Math.max(done, total.value));
    }
    const shared = await attempt(() => rowsShared(collection));
    if (!shared.ok) return shared;
    for (const [table, rows] of shared.value) await pack.add(table, rows);
    const { counts, leftOut, entries } = await pack.end();
    const madeAt = time.toISOString();
    const manifest: Manifest = {
      format: 'wencun-backup',
      version: backupVersion,
      madeAt,
      counts,
      leftOut,
      settings: { ...settings },
      entries: [...entries],
    };
    const bytes = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
    await zip.add(manifestName, bytes);
    await zip.add(manifestDigestName, new TextEncoder().encode(`${await sha256Hex(bytes)}  ${manifestName}\n`));
    if (signal?.aborted) return fail('stopped');
    await zip.end();
    return succeed(manifest);
  } catch (error) {
    return fail('not-written', String(error));
  }
}

/** Gathers the lines of each table into files of the zip. */
function createPack(zip: ZipWriter) {
  const waiting = new Map<TableName, { readonly lines: string[]; size: number }>();
  const entries: ManifestEntry[] = [];
  const none = () => Object.fromEntries(tableNames.map((table) => [table, 0])) as Record<TableName, number>;
  const [counts, leftOut] = [none(), none()];

  const flush = async (table: TableName): Promise<void> => {
    const lines = waiting.get(table)?.lines ?? [];
    waiting.delete(table);
    if (lines.length === 0) return;
    const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
    const number = entries.filter((entry) => entry.table === table).length + 1;
    const name = `${table}/${String(number).padStart(5, '0')}.jsonl`;
    entries.push({ name, table, rows: lines.length, bytes: bytes.byteLength, sha256: await sha256Hex(bytes) });
    await zip.add(name, bytes);
  };

  return {
    async add(table: TableName, rows: readonly Row[]): Promise<void> {
      for (const row of rows) {
        const line = isRowOf(table, row) ? lineOfRow(row) : null;
        // A character is three bytes at most: what is longer could not be read again.
        if (line === null || line.length * 3 > mostEntryBytes) {
          leftOut[table] += 1;
          continue;
        }
        const pile = waiting.get(table) ?? { lines: [], size: 0 };
        if (pile.size > 0 && pile.size + line.length > ENTRY_SIZE) {
          await flush(table);
          waiting.set(table, { lines: [line], size: line.length });
        } else {
          pile.lines.push(line);
          pile.size += line.length;
          waiting.set(table, pile);
        }
        counts[table] += 1;
      }
    },
    async end(): Promise<Pick<Manifest, 'counts' | 'leftOut' | 'entries'>> {
      for (const table of tableNames) await flush(table);
      return { counts, leftOut, entries };
    },
  };
}
