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
  it.each(formatNames.filter((name) => name !== 'markdown'))('%s is one whole file', async (name) => {
    const folder = join(parent, name, 'made');
    await writeFormat(twoEssays(), name, folder);
    const [file = '', ...others] = readdirSync(folder);
    expect(others).toEqual([]);
    expect(readFileSync(join(folder, file), 'utf8').match(/论县域经济的转型/g)?.length).toBeGreaterThanOrEqual(2);
  });

  it('markdown is a file an essay, none over another', async () => {
    const folder = join(parent, 'markdown');
    await writeFormat(twoEssays(), 'markdown', folder);
    expect(readdirSync(folder).sort()).toEqual(['论县域经济的转型 (2).md', '论县域经济的转型.md']);
  });

  it('a run that fails leaves no file', async () => {
    const folder = join(parent, 'failed');
    await expect(writeFormat(failing(), 'bibtex', folder)).rejects.toThrow('the disk is gone');
    expect(readdirSync(folder)).toEqual([]);
  });
});
