import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { addManifest } from '../../lib/collection/backup/add-manifest.ts';
import { keepableRows } from '../../lib/collection/backup/keepable-rows.ts';
import { backupVersion, type Manifest } from '../../lib/collection/backup/manifest.ts';
import { createPack, type Pack } from '../../lib/collection/backup/pack.ts';
import type { Rows } from '../../lib/collection/backup/rows-to-keep.ts';
import { essayRowOf } from '../../lib/collection/keep/essay-row.ts';
import { keepingRows } from '../../lib/collection/keep/keep-request.ts';
import { sha256Hex } from '../../lib/essay/fixity.ts';
import type { ExportOriginal, ExportRecord } from '../../lib/export/record.ts';
import { uuidOf } from '../../lib/export/uuid.ts';
import { writeZip, type ZipWriter } from '../../lib/zip/zip-writer.ts';

/** Essays of one backup: a restore is one transaction, and of ten thousand it takes half a minute. */
const A_PART = 10_000;

/** A backup that is being written. */
interface Part {
  readonly file: string;
  readonly handle: FileHandle;
  readonly zip: ZipWriter;
  readonly pack: Pack;
  essays: number;
}

/**
 * Writes essays as backups that the library restores (*merge*, one after another): `backup-0001.zip`, … of ten thousand essays each, which
 * appear when they are whole. Memory holds some megabytes. Essays whose page cannot be read again are left out. Gives how many
 * were written. Rejects when the folder cannot be written.
 */
export async function writeBackups(
  records: AsyncIterable<ExportRecord>,
  folder: string,
  most: number = A_PART,
): Promise<number> {
  await mkdir(folder, { recursive: true });
  const time = new Date();
  const state: { part: Part | null; parts: number; essays: number } = { part: null, parts: 0, essays: 0 };
  try {
    for await (const record of records) {
      const rows = await rowsOf(record, time.toISOString());
      if (rows === null) continue;
      if (state.part === null) {
        state.parts += 1;
        state.part = await begin(join(folder, `backup-${String(state.parts).padStart(4, '0')}.zip`), time);
      }
      await state.part.pack.add(keepableRows(rows).rows);
      state.part.essays += 1;
      state.essays += 1;
      if (state.part.essays === most) {
        await end(state.part, time);
        state.part = null;
      }
    }
    if (state.part !== null) await end(state.part, time);
    state.part = null;
    return state.essays;
  } finally {
    if (state.part !== null) {
      await state.part.handle.close();
      await rm(`${state.part.file}.part`, { force: true });
    }
  }
}

async function begin(file: string, time: Date): Promise<Part> {
  const handle = await open(`${file}.part`, 'w');
  const zip = writeZip(async (bytes) => {
    await handle.writeFile(bytes);
  }, time);
  return { file, handle, zip, pack: createPack(zip), essays: 0 };
}

async function end({ file, handle, zip, pack }: Part, time: Date): Promise<void> {
  const manifest: Manifest = {
    format: 'wencun-backup',
    version: backupVersion,
    madeAt: time.toISOString(),
    collection: '',
    settings: {},
    ...(await pack.end()),
  };
  await addManifest(zip, manifest);
  await zip.end();
  await handle.close();
  await rename(`${file}.part`, file);
}

/**
 * The rows of an essay as the library has them when it has just kept it; null where its page cannot be read again. Fingerprints are left to
 * the library, which finds near-duplicates while it makes them.
 */
async function rowsOf({ id, essay, originals }: ExportRecord, keptAt: string): Promise<Rows | null> {
  const original = await firstOf(originals());
  if (original === null) return null;
  const { sha256, byteLength: _length, ...capture } = original.capture;
  // The same page read by the same rules is the same version, however often it is restored.
  const version = await sha256Hex(new TextEncoder().encode(`${id} ${sha256} ${capture.rulesVersion}`));
  const made = await keepingRows({
    essay,
    capture: { ...capture, takenAt: momentOf(capture.takenAt) },
    original: original.bytes,
    otherPages: original.otherPages,
    captureId: uuidOf(version),
  });
  if (!made.ok) return null;
  const { body, capture: row, original: bytes } = made.value;
  return new Map<Parameters<Rows['get']>[0], readonly object[]>([
    ['essays', [essayRowOf(body, keptAt, '')]],
    ['captures', [row]],
    ['bodies', [body]],
    ['originals', bytes === null ? [] : [bytes]],
  ]) as Rows;
}

/** A whole moment: an archive may tell the day, or the year, alone. */
const momentOf = (partial: string): string => new Date(Date.parse(partial) || 0).toISOString();

async function firstOf(all: AsyncIterable<ExportOriginal>): Promise<ExportOriginal | null> {
  for await (const one of all) return one;
  return null;
}
