import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { afterAll, expect, it } from 'vitest';
import { writeParquet } from '../../../scripts/clip/write-parquet.ts';
import { newspaper, sampleRecord } from '../export/sample-record.ts';

const folder = mkdtempSync(join(tmpdir(), 'wencun parquet '));
afterAll(() => rmSync(folder, { recursive: true }));

async function* essays(many: number) {
  for (let n = 0; n < many; n += 1) yield { ...sampleRecord(n % 2 === 0 ? {} : newspaper), id: `${n}` };
}
const read = (name: string): ArrayBuffer => new Uint8Array(readFileSync(join(folder, name, 'essays.parquet'))).buffer;

it('has a row an essay, in groups, read back by another library', async () => {
  expect(await writeParquet(essays(5), join(folder, 'one'), 2)).toBe(5);
  const file = read('one');
  expect(parquetMetadata(file).row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([2, 2, 1]);
  const rows = await parquetReadObjects({ file });
  const { essay } = sampleRecord();
  expect(rows.map(({ id }) => id)).toEqual(['0', '1', '2', '3', '4']);
  expect(rows[0]).toMatchObject({
    title: essay.title,
    authors: JSON.stringify(essay.authors),
    published_on: essay.publishedOn,
    text: essay.text,
    html: essay.html,
    hits: essay.hits,
    issue_title: null,
    text_sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(rows[1]).toMatchObject({ issue_title: '学习园地报', issue_year: 2005 });
});

it('gives the same bytes for the same essays, and no file of a run that fails', async () => {
  await writeParquet(essays(5), join(folder, 'two'), 2);
  expect(new Uint8Array(read('two'))).toEqual(new Uint8Array(read('one')));
  const failing = async function* () {
    yield* essays(3);
    throw new Error('the disk is gone');
  };
  await expect(writeParquet(failing(), join(folder, 'failed'), 2)).rejects.toThrow('the disk is gone');
  expect(readdirSync(join(folder, 'failed'))).toEqual([]);
});
