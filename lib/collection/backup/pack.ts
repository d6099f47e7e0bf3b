import { sha256Hex } from '../../essay/fixity.ts';
import type { ZipWriter } from '../../zip/zip-writer.ts';
import type { NewFinding } from '../integrity/findings.ts';
import type { Manifest, ManifestEntry, ManifestFile } from './manifest.ts';
import { lineOfRow } from './row-text.ts';
import type { Rows } from './rows-to-keep.ts';
import { type TableName, tableNames } from './tables.ts';
import { mostEntryBytes } from './zip-directory.ts';

/** Characters of one file in the zip, about: few enough to be read without holding the page up, enough to be packed well. */
const ENTRY_SIZE = 1_000_000;

/** Damaged rows that the manifest names: the others are in the files alone. */
const MOST_NAMED = 200;

/** The folder of damaged rows. */
const QUARANTINE = 'quarantine';

/** What a pack came to, as the manifest tells it. */
type Packed = Pick<Manifest, 'counts' | 'leftOut' | 'entries' | 'quarantine' | 'damaged'>;

/** Gathers the lines of each table into files of a zip. */
export interface Pack {
  add(rows: Rows): Promise<void>;
  /** Takes damaged rows as they are. */
  putAside(found: readonly NewFinding[]): Promise<void>;
  end(): Promise<Packed>;
}

export function createPack(zip: ZipWriter): Pack {
  const waiting = new Map<string, { readonly lines: string[]; size: number }>();
  const numbers = new Map<string, number>();
  const entries: ManifestEntry[] = [];
  const quarantine: ManifestFile[] = [];
  const damaged: Packed['damaged'] = [];
  const none = () => Object.fromEntries(tableNames.map((table) => [table, 0])) as Record<TableName, number>;
  const [counts, leftOut] = [none(), none()];

  const flush = async (folder: TableName | typeof QUARANTINE): Promise<void> => {
    const lines = waiting.get(folder)?.lines ?? [];
    waiting.delete(folder);
    if (lines.length === 0) return;
    const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
    const number = (numbers.get(folder) ?? 0) + 1;
    numbers.set(folder, number);
    const name = `${folder}/${String(number).padStart(5, '0')}.jsonl`;
    const file = { name, rows: lines.length, bytes: bytes.byteLength, sha256: await sha256Hex(bytes) };
    if (folder === QUARANTINE) quarantine.push(file);
    else entries.push({ ...file, table: folder });
    await zip.add(name, bytes);
  };
  /** False for a line that could not be read again: a character is three bytes at most. */
  const put = async (folder: TableName | typeof QUARANTINE, line: string): Promise<boolean> => {
    if (line.length * 3 > mostEntryBytes) return false;
    const size = waiting.get(folder)?.size ?? 0;
    if (size > 0 && size + line.length > ENTRY_SIZE) await flush(folder);
    const pile = waiting.get(folder) ?? { lines: [], size: 0 };
    pile.lines.push(line);
    pile.size += line.length;
    waiting.set(folder, pile);
    return true;
  };

  return {
    async add(rows) {
      for (const [table, list] of rows) {
        for (const row of list) {
          const there = await put(table, lineOfRow(row));
          (there ? counts : leftOut)[table] += 1;
        }
      }
    },
    async putAside(found) {
      for (const { table, key, reason, parts = [], essayId = '', title = '', row = null } of found) {
        if (damaged.length < MOST_NAMED) damaged.push({ table, key, reason, title });
        if (reason === 'unreadable' && isTable(table)) leftOut[table] += 1;
        await put(QUARANTINE, lineOfRow({ table, key, reason, parts, essayId, title, row }));
      }
    },
    async end() {
      for (const folder of [...tableNames, QUARANTINE] as const) await flush(folder);
      return { counts, leftOut, entries, quarantine, damaged };
    },
  };
}

const isTable = (name: string): name is TableName => (tableNames as readonly string[]).includes(name);
