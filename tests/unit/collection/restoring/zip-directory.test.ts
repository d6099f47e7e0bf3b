import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { mostEntryBytes, readBackupDirectory } from '../../../../lib/collection/backup/zip-directory.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Where the directory lists the nth file: its header begins with these four bytes. */
function headerAt(zip: Bytes, nth = 0): number {
  const starts = [...zip.keys()].filter(
    (at) => zip[at] === 0x50 && zip[at + 1] === 0x4b && zip[at + 2] === 1 && zip[at + 3] === 2,
  );
  return starts[nth] ?? 0;
}
const places = { flags: 8, method: 10, packed: 20, unpacked: 24, offset: 42 } as const;

/** A zip in which the directory says something else of its first file. */
function zipSaying(
  said: { readonly [Name in keyof typeof places]?: number },
  files: Record<string, Uint8Array>,
  level: 0 | 6 = 6,
): Blob {
  const zip = zipSync(files, { level }) as Bytes;
  const view = new DataView(zip.buffer);
  for (const [name, value] of Object.entries(said)) {
    const at = headerAt(zip) + places[name as keyof typeof places];
    if (name === 'flags' || name === 'method') view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
  }
  return new Blob([zip]);
}
const names = async (file: Blob): Promise<string> =>
  [...((await readBackupDirectory(file)) ?? new Map([['none', 0]])).keys()].join();

const text = new TextEncoder().encode('塘'.repeat(100));
const zipped = zipSync({ a: text }) as Bytes;
const packed = new DataView(zipped.buffer).getUint32(headerAt(zipped) + places.packed, true);
const zeros = new Uint8Array(194_000);

it.each<[string, Blob, string]>([
  ['of two files', zipSaying({}, { a: text, b: text }), 'a,b'],
  ['of stored files', zipSaying({}, { a: text }, 0), 'a'],
  ['of no files', zipSaying({}, {}), ''],
  ['that is none', new Blob(['x']), 'none'],
  ['with bytes behind it', new Blob([zipSaying({}, { a: text }), 'x']), 'none'],
  ['with bytes before it', new Blob(['x', zipSaying({}, { a: text })]), 'none'],
  ['that is locked', zipSaying({ flags: 1 }, { a: text }), 'none'],
  ['packed in a way that is not read', zipSaying({ method: 12 }, { a: text }), 'none'],
  ['stored, of another size', zipSaying({ unpacked: text.length + 1 }, { a: text }, 0), 'none'],
  ['packed as tightly as can be', zipSaying({ unpacked: packed * 1032 }, { a: text }), 'a'],
  ['packed more tightly than can be', zipSaying({ unpacked: packed * 1032 + 1 }, { a: text }), 'none'],
  ['as large as a file may be', zipSaying({ method: 8, unpacked: mostEntryBytes }, { a: zeros }, 0), 'a'],
  ['larger than a file may be', zipSaying({ method: 8, unpacked: mostEntryBytes + 1 }, { a: zeros }, 0), 'none'],
  ['that ends where the directory begins', zipSaying({ offset: 1 }, { a: text }), 'a'],
  ['that reaches into the directory', zipSaying({ offset: 2 }, { a: text }), 'none'],
])('a zip %s', async (_, file, expected) => {
  expect(await names(file)).toBe(expected);
});

it('a zip that lists one name twice is none', async () => {
  const zip = zipSync({ a: text, b: text }) as Bytes;
  zip[headerAt(zip, 1) + 46] = 'a'.charCodeAt(0);
  expect(await names(new Blob([zip]))).toBe('none');
});
