import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { writeHanded } from '../../../lib/collection/backup/handed/write-handed.ts';
import { hasMerge, saveMerge } from '../../../lib/collection/backup/merging/stored-merges.ts';
import { rememberMerge } from '../../../lib/collection/backup/merging/take-back-merge.ts';
import { openBackup } from '../../../lib/collection/backup/open-backup.ts';
import { restoreBackup } from '../../../lib/collection/backup/restore-backup.ts';
import { listCutOff } from '../../../lib/collection/running/running-acts.ts';
import { reportOfMerge } from '../../../lib/import/report/import-report.ts';
import { forgetReport, listReports, readReport, saveReport } from '../../../lib/import/report/stored-reports.ts';
import { takeBackReported } from '../../../lib/import/report/take-back-reported.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { fullCollection } from '../../support/full-collection.ts';

const times = { startedAt: '2026-11-27T10:00:00.000Z', endedAt: '2026-11-27T10:00:09.000Z' };

/** A collection that a file was merged into, with the report of it. */
async function merged() {
  const from = await fullCollection(4);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const ids = (await from.essays.toArray()).filter(({ trashedAt }) => trashedAt === '').map(({ id }) => id);
  const about = { title: '县域研究', from: '王芳', own: false };
  expectValue(await writeHanded(from, ids, about, (bytes) => void parts.push(bytes)));
  const here = emptyCollection();
  const memory = rememberMerge();
  const backup = expectValue(await openBackup(new Blob(parts)));
  const { essays } = expectValue(await restoreBackup(here, backup, 'merge', { watch: memory.watch }));
  await saveReport(here, reportOfMerge(memory.record(), '县域研究.zip', 'm1', times));
  await saveMerge(here, 'm1', memory.record());
  return { here, added: essays.added };
}

it('a merge is a report of its own that leads to what came in, and is taken back from it once, long afterwards', async () => {
  const { here, added } = await merged();
  expect(added).toBeGreaterThan(0);
  const [head] = await listReports(here);
  expect(head).toMatchObject({ sources: ['县域研究.zip'], kept: added, notKept: 0 });
  expect(await readReport(here, 'm1')).toMatchObject({ merged: true, items: [] });
  const back = await takeBackReported(here, 'm1');
  expect(back?.ok && back.value).toEqual({ trashed: added, restored: 0, changed: 0 });
  expect((await here.essays.toArray()).every(({ trashedAt }) => trashedAt !== '')).toBe(true);
  expect((await readReport(here, 'm1'))?.takenBackAt).toMatch(/^\d{4}-/);
  expect(await hasMerge(here, 'm1')).toBe(false);
  expect(await takeBackReported(here, 'm1')).toBeNull();
});

it('a merge is forgotten with its report, and one that was stored wrongly is not taken back', async () => {
  const { here } = await merged();
  await forgetReport(here, 'm1');
  expect(await hasMerge(here, 'm1')).toBe(false);
  await here.meta.put({ key: 'merge m2', value: { added: [1] } });
  expect(await takeBackReported(here, 'm2')).toBeNull();
});

it('taking a merge back is written down while it runs, and stored with what it does and with its report: all, or nothing', async () => {
  const { here } = await merged();
  const acts: unknown[] = [];
  const fail = (): never => {
    throw new Error('The page went away.');
  };
  here.meta.hook('updating', (changes) => {
    if ('value.takenBackAt' in changes || Reflect.get(changes, 'value')?.takenBackAt !== undefined) fail();
  });
  here.meta.hook('creating', (key, row) => {
    if (key.startsWith('running-act ')) acts.push(row.value);
  });
  expect((await takeBackReported(here, 'm1'))?.ok).toBe(false);
  expect(acts).toEqual([expect.objectContaining({ kind: 'unmerge', name: '县域研究.zip', whole: false })]);
  expect((await here.essays.toArray()).every(({ trashedAt }) => trashedAt === '')).toBe(true);
  expect(await hasMerge(here, 'm1')).toBe(true);
  expect(await listCutOff(here)).toMatchObject({ ok: true, value: [] });
});
