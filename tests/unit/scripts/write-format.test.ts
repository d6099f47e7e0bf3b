import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ExportRecord } from '../../../lib/export/record.ts';
import { formatNames, writeFormat } from '../../../scripts/clip/write-format.ts';
import { sampleRecord } from '../export/sample-record.ts';

const parent = mkdtempSync(join(tmpdir(), 'wencun formats '));
afterAll(() => rmSync(parent, { recursive: true }));

async function* twoEssays(): AsyncGenerator<ExportRecord> {
  yield sampleRecord();
  yield sampleRecord();
}

async function* failing(): AsyncGenerator<ExportRecord> {
  yield* twoEssays();
  throw new Error('the disk is gone');
}

describe('files of the command line', () => {
  const apart: Readonly<Record<string, string>> = { text: 'txt', html: 'html', markdown: 'md' };
  const packed = ['epub', 'warc', 'docx'];

  it.each(formatNames.filter((name) => !(name in apart)))('%s is one whole file', async (name) => {
    const folder = join(parent, name, 'made');
    await writeFormat(twoEssays(), name, folder);
    const [file = '', ...others] = readdirSync(folder);
    expect(others).toEqual([]);
    if (packed.includes(name)) return;
    expect(readFileSync(join(folder, file), 'utf8').match(/论县域经济的转型/g)?.length).toBeGreaterThanOrEqual(2);
  });

  it.each(Object.entries(apart))('%s is a file an essay, none over another', async (name, extension) => {
    const folder = join(parent, name);
    await writeFormat(twoEssays(), name, folder);
    expect(readdirSync(folder).sort()).toEqual([`论县域经济的转型 (2).${extension}`, `论县域经济的转型.${extension}`]);
  });

  it('images are beside the texts that show them', async () => {
    const folder = join(parent, 'with images');
    const html = '<p><img src="data:image/png;base64,AQI="></p>';
    const records = (async function* () {
      yield sampleRecord({ html });
    })();
    await writeFormat(records, 'markdown', folder);
    expect([...readFileSync(join(folder, 'attachments', 'a12871fee210fb8619291eae.png'))]).toEqual([1, 2]);
  });

  it('a run that fails leaves no file', async () => {
    const folder = join(parent, 'failed');
    await expect(writeFormat(failing(), 'bibtex', folder)).rejects.toThrow('the disk is gone');
    expect(readdirSync(folder)).toEqual([]);
  });
});
