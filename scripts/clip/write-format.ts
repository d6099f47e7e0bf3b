import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Format } from '../../lib/export/format.ts';
import { formats } from '../../lib/export/formats.ts';
import type { ExportRecord } from '../../lib/export/record.ts';
import { uniqueNames } from '../../lib/export/texts/file-name.ts';
import { essayMarkdown } from '../../lib/export/texts/markdown.ts';

/** What `--format` takes. */
export const formatNames: readonly string[] = [...formats.map(({ id }) => id), 'markdown'];

/**
 * Writes the essays into the folder, which is made where it is missing: one file `essays.…`, or for Markdown a file each.
 * The one file appears when it is whole, and a run that fails leaves none. Rejects when the folder cannot be written.
 */
export async function writeFormat(records: AsyncIterable<ExportRecord>, name: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const format = formats.find(({ id }) => id === name);
  await (format === undefined ? writePages(records, folder) : writeOne(records, format, folder));
}

async function writePages(records: AsyncIterable<ExportRecord>, folder: string): Promise<void> {
  const nameOf = uniqueNames();
  for await (const record of records) {
    await writeFile(join(folder, `${nameOf(record.essay.title)}.md`), essayMarkdown(record));
  }
}

async function writeOne(records: AsyncIterable<ExportRecord>, format: Format, folder: string): Promise<void> {
  const file = join(folder, `essays.${format.extension}`);
  const unfinished = `${file}.part`;
  try {
    await pipeline(Readable.from(format.write(records)), createWriteStream(unfinished));
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}
