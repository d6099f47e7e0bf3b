import 'fake-indexeddb/auto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openBackup } from '../../../lib/collection/backup/open-backup.ts';
import { restoreBackup } from '../../../lib/collection/backup/restore-backup.ts';
import { getOriginal } from '../../../lib/collection/get-essay.ts';
import { clipPage } from '../../../scripts/clip/clip-page.ts';
import { essaysOf } from '../../../scripts/clip/essays-of.ts';
import { jobOfRow } from '../../../scripts/clip/jobs.ts';
import { writeBackups } from '../../../scripts/clip/write-backup.ts';
import { encodeGb2312 } from '../../corpus/portal/gb2312.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { kesionPath, pageOf, stoneWalls } from '../../support/paged-essay.ts';

const folder = mkdtempSync(join(tmpdir(), 'wencun backups '));
afterAll(() => rmSync(folder, { recursive: true }));

/** Essays of pages that came in lines, each of another school's server. */
async function* essays(many: number) {
  const page = new Uint8Array(encodeGb2312(pageOf(stoneWalls, 1)));
  const body = Buffer.from(page).toString('base64');
  for (let n = 0; n < many; n += 1) {
    const row = {
      url: `http://www${n}.qsdx.gov.cn${kesionPath(1)}`,
      body,
      encoding: 'base64',
      capturedAt: '2007-07-02',
    };
    const job = jobOfRow(JSON.stringify(row), folder);
    yield { job, clipped: await clipPage(job, { any: false }) };
  }
}

it('writes backups in parts, which the library restores one after another, and twice without a change', async () => {
  expect(await writeBackups(essaysOf(essays(5)), join(folder, 'out'), 2)).toBe(5);
  const names = readdirSync(join(folder, 'out'));
  expect(names).toEqual(['backup-0001.zip', 'backup-0002.zip', 'backup-0003.zip']);
  const collection = emptyCollection();
  const restoreAll = async () => {
    const reports: number[] = [];
    for (const name of names) {
      const backup = expectValue(await openBackup(new Blob([readFileSync(join(folder, 'out', name))])));
      reports.push(expectValue(await restoreBackup(collection, backup, 'merge')).essays.added);
    }
    return reports;
  };
  expect(await restoreAll()).toEqual([2, 2, 1]);
  expect(await restoreAll()).toEqual([0, 0, 0]);
  expect(await collection.captures.count()).toBe(5);
  const [row] = await collection.essays.toArray();
  expect(row?.archivedCopy).toEqual({ archive: 'warc', url: null, capturedAt: '2007-07-02' });
  const [capture] = await collection.captures.toArray();
  expect(capture?.takenAt).toBe('2007-07-02T00:00:00.000Z');
  const original = expectValue(await getOriginal(collection, row?.captureId ?? ''));
  expect(original?.length).toBe(encodeGb2312(pageOf(stoneWalls, 1)).length);
});

it('leaves no part of a run that fails', async () => {
  const failing = async function* () {
    yield* essaysOf(essays(1));
    throw new Error('the disk is gone');
  };
  await expect(writeBackups(failing(), join(folder, 'failed'), 2)).rejects.toThrow('the disk is gone');
  expect(readdirSync(join(folder, 'failed'))).toEqual([]);
});
