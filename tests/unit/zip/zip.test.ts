import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readBackupDirectory } from '../../../lib/collection/backup/zip-directory.ts';
import { createZip, type ZipFile } from '../../../lib/zip/create-zip.ts';
import { readZipDirectory } from '../../../lib/zip/read-directory.ts';
import { readEntry } from '../../../lib/zip/read-entry.ts';
import { zipOf } from '../../../lib/zip/zip-of.ts';

async function zipped(files: Iterable<ZipFile>): Promise<Blob> {
  const given = (async function* () {
    yield* files;
  })();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of zipOf(given)) pieces.push(piece);
  return new Blob(pieces);
}

const readDirectory = async (zip: Blob) => {
  const directory = await readZipDirectory(zip, { entries: 200_000, bytes: 2 ** 27 });
  return typeof directory === 'string' ? [] : directory.entries;
};
const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());
const bytes = (text: string) => new TextEncoder().encode(text);

/** A blob that begins with so many zeros; Node's own blobs of such files tell their size wrongly. */
const behindHole = (hole: number, rest: Blob) =>
  ({
    size: hole + rest.size,
    slice: (from = 0, to = hole + rest.size) =>
      new Blob([
        new Uint8Array(Math.max(0, Math.min(hole, to) - from)),
        rest.slice(Math.max(0, from - hole), Math.max(0, to - hole)),
      ]),
  }) as Blob;

describe('zips', () => {
  it('are read back, names and bytes', async () => {
    const files = { '论县域.md': bytes('县域'.repeat(500)), 'a/1.png': bytes('x'), 'empty.txt': bytes('') };
    const zip = await bytesOf(await zipped(Object.entries(files).map(([name, bytes]) => ({ name, bytes }))));
    expect(unzipSync(zip)).toEqual(files);
    expect(zip.length).toBeLessThan(600);
  });

  it('hold what is stored as it is, with its size before it', async () => {
    const zip = await bytesOf(await zipped([{ name: 'mimetype', bytes: bytes('application/epub+zip'), stored: true }]));
    expect(new TextDecoder('latin1').decode(zip.subarray(30, 58))).toBe('mimetypeapplication/epub+zip');
    expect(new DataView(zip.buffer).getUint32(18, true)).toBe(20);
  });

  it('hold more files than a plain zip counts', async () => {
    const files = Array.from({ length: 70_000 }, (_, n) => ({ name: String(n), bytes: bytes(''), stored: true }));
    const directory = await readDirectory(await zipped(files));
    expect(directory.length).toBe(70_000);
    expect(directory.at(-1)?.name).toBe('69999');
  });

  it('go on beyond 4 GB, and are read by both of our readers', async () => {
    const startAt = 5 * 2 ** 30;
    const zip = createZip({ startAt, date: new Date(2026, 10, 24, 13, 5) });
    const files = { 'essays/00001.jsonl': bytes('{"id":1}\n'.repeat(90)), 'b.txt': bytes('后') };
    const pieces = Object.entries(files).flatMap(([name, content]) => zip.add({ name, bytes: content }));
    const blob = behindHole(startAt, new Blob([...pieces, ...zip.end()]));
    const listed = await readDirectory(blob);
    expect(listed.map(({ name }) => name)).toEqual(Object.keys(files));
    const strict = await readBackupDirectory(blob);
    for (const [name, content] of Object.entries(files)) {
      const entry = strict?.get(name);
      expect(entry?.offset).toBeGreaterThanOrEqual(startAt);
      expect(entry && (await readEntry(blob, entry))).toEqual(content);
    }
  });
});
