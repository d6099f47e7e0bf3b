import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { JSDOM } from 'jsdom';
import type { EachFile, Format, FormatOptions } from '../../lib/export/format.ts';
import { formats } from '../../lib/export/formats.ts';
import type { ExportRecord } from '../../lib/export/record.ts';
import { uniqueNames } from '../../lib/export/texts/file-name.ts';
import { writeWhole } from './shards/write-whole.ts';

/** What `--format` takes. */
export const formatNames: readonly string[] = formats.map(({ id }) => id);

/**
 * Writes the essays into the folder, which is made where it is missing: one file `essays.…`, or of texts that people read a
 * file each. The one file appears when it is whole, and a run that fails leaves none. Rejects when the folder cannot be
 * written.
 */
export async function writeFormat(records: AsyncIterable<ExportRecord>, name: string, folder: string): Promise<void> {
  const format = formats.find(({ id }) => id === name);
  if (format === undefined) throw new Error(`Not a format: ${name}`);
  await mkdir(folder, { recursive: true });
  const { window } = new JSDOM('');
  const options = { document: window.document };
  await (format.each === undefined
    ? writeOne(records, format, options, folder)
    : writeEach(records, format.each, options, folder));
  window.close();
}

async function writeEach(
  records: AsyncIterable<ExportRecord>,
  { extension, write }: EachFile,
  options: FormatOptions,
  folder: string,
): Promise<void> {
  const nameOf = uniqueNames();
  for await (const record of records) {
    const { text, files = [] } = await write(record, options, false);
    await writeFile(join(folder, `${nameOf(record.essay.title)}.${extension}`), text);
    for (const { name, bytes } of files) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), bytes);
    }
  }
}

async function writeOne(
  records: AsyncIterable<ExportRecord>,
  format: Format,
  options: FormatOptions,
  folder: string,
): Promise<void> {
  await writeWhole(join(folder, `essays.${format.extension}`), format.write(records, options));
}
