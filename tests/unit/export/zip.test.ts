import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type ZipFile, zipOf } from '../../../lib/export/zip.ts';
import { readDirectory } from '../../../lib/import/sources/zip-directory.ts';

async function zipped(files: Iterable<ZipFile>): Promise<Blob> {
  const given = (async function* () {
    yield* files;
  })();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of zipOf(given)) pieces.push(piece);
  return new Blob(pieces);
}

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());
const bytes = (text: string) => new TextEncoder().encode(text);

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
    expect(directory.ok && directory.value.length).toBe(70_000);
    expect(directory.ok && directory.value.at(-1)?.name).toBe('69999');
  });
});
