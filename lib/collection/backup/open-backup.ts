import * as v from 'valibot';
import { sha256Hex } from '../../essay/fixity.ts';
import { fail, type Outcome, succeed } from '../../essay/outcome.ts';
import type { ZipEntry } from '../../zip/read-directory.ts';
import { readEntry } from '../../zip/read-entry.ts';
import { readableRow } from '../checked/check-row.ts';
import type { NewFinding } from '../integrity/findings.ts';
import { rowTaken } from './handed/handed-row.ts';
import {
  type Manifest,
  type ManifestEntry,
  type ManifestFile,
  manifestDigestName,
  manifestName,
  readManifest,
} from './manifest.ts';
import { type Row, rowOfLine } from './row-text.ts';
import type { RunOptions } from './write-backup.ts';
import { readBackupDirectory } from './zip-directory.ts';

/** A backup that was looked through, and found whole. */
export interface Backup {
  readonly blob: Blob;
  readonly manifest: Manifest;
  readonly files: ReadonlyMap<string, ZipEntry>;
  /** When it was opened: UTC, ISO 8601. */
  readonly openedAt: string;
}

/** Why a file cannot be restored. `damaged` names the part; `cannot-be-read`: the disk does not give the file. */
export type OpenProblem = 'not-a-backup' | 'newer-version' | 'damaged' | 'cannot-be-read' | 'stopped';

/** Thrown where a part of a backup is not what its manifest says; the message names the part. */
export class Damaged extends Error {}

/**
 * Opens a backup and looks through all of it: the zip, the version, every digest and count, the shape of every row. Nothing is
 * stored. Memory holds one part at a time.
 */
export async function openBackup(
  blob: Blob,
  { signal, onProgress }: RunOptions = {},
): Promise<Outcome<Backup, OpenProblem>> {
  try {
    const files = await readBackupDirectory(blob);
    if (files === null) return fail('not-a-backup');
    const manifest = await manifestOf(blob, files);
    if (manifest === null) return fail('not-a-backup');
    if (manifest === 'newer') return fail('newer-version');
    const backup = { blob, files, manifest, openedAt: new Date().toISOString() };
    const all = [...manifest.entries, ...manifest.quarantine];
    const named = [manifestName, manifestDigestName, ...all.map(({ name }) => name)];
    const stranger = [...files.keys()].find((name) => !named.includes(name));
    if (stranger !== undefined) return fail('damaged', stranger);
    const total = all.reduce((sum, { bytes }) => sum + bytes, 0);
    let done = 0;
    for (const entry of all) {
      if (signal?.aborted) return fail('stopped');
      await (isOfTable(entry) ? readRows(backup, entry) : readQuarantine(backup, entry));
      done += entry.bytes;
      onProgress?.(done, total);
    }
    return succeed(backup);
  } catch (error) {
    return error instanceof Damaged ? fail('damaged', error.message) : fail('cannot-be-read', String(error));
  }
}

const isOfTable = (file: ManifestFile): file is ManifestEntry => 'table' in file;

/** The rows of one part of a backup. Throws `Damaged` when they are not what the manifest says, and the browser's error when the file cannot be read. */
export async function readRows(backup: Backup, entry: ManifestEntry): Promise<readonly Row[]> {
  const { handed } = backup.manifest;
  return (await readLines(backup, entry)).map((line, at) => {
    const row = line === null || handed === undefined ? line : rowTaken(entry.table, line, handed, backup.openedAt);
    // What an earlier release stored otherwise is mended as in the collection.
    const readable = row === null ? null : readableRow(entry.table, row);
    if (readable === null) throw new Damaged(`${entry.name}:${at + 1}`);
    return readable as unknown as Row;
  });
}

/** What was damaged when the backup was made: findings with the rows as they were. Throws as `readRows` does. */
export async function readQuarantine(backup: Backup, file: ManifestFile): Promise<readonly NewFinding[]> {
  return (await readLines(backup, file)).map((row, at) => {
    if (!v.is(aside, row)) throw new Damaged(`${file.name}:${at + 1}`);
    return row;
  });
}

const aside = v.object({
  table: v.string(),
  key: v.string(),
  reason: v.picklist(['mended', 'unreadable', 'missing', 'changed', 'rebuilt']),
  parts: v.array(v.string()),
  essayId: v.string(),
  title: v.string(),
  row: v.unknown(),
});

/** The lines of a file, null for one that is no row. */
async function readLines({ blob, files }: Backup, entry: ManifestFile): Promise<readonly (Row | null)[]> {
  const file = files.get(entry.name);
  const bytes = file === undefined || file.unpacked !== entry.bytes ? null : await readEntry(blob, file);
  if (bytes === null || (await sha256Hex(bytes)) !== entry.sha256) throw new Damaged(entry.name);
  const lines = new TextDecoder().decode(bytes).split('\n');
  if (lines.pop() !== '' || lines.length !== entry.rows) throw new Damaged(entry.name);
  return lines.map(rowOfLine);
}

async function manifestOf(blob: Blob, files: ReadonlyMap<string, ZipEntry>): Promise<Manifest | 'newer' | null> {
  const [file, digestFile] = [files.get(manifestName), files.get(manifestDigestName)];
  if (file === undefined || digestFile === undefined) return null;
  const [bytes, digest] = [await readEntry(blob, file), await readEntry(blob, digestFile)];
  if (bytes === null || digest === null) throw new Damaged(manifestName);
  if (!new TextDecoder().decode(digest).startsWith(`${await sha256Hex(bytes)} `)) throw new Damaged(manifestName);
  const manifest = readManifest(new TextDecoder().decode(bytes));
  if (manifest === null) throw new Damaged(manifestName);
  return manifest;
}
