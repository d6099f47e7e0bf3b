import 'fake-indexeddb/auto';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Backup, openBackup } from '../../../lib/collection/backup/open-backup.ts';
import { type RestoreReport, restoreBackup } from '../../../lib/collection/backup/restore-backup.ts';
import { tableNames } from '../../../lib/collection/backup/tables.ts';
import { writeBackup } from '../../../lib/collection/backup/write-backup.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { setApart } from '../../../lib/collection/duplicates/clusters.ts';
import { getOriginal } from '../../../lib/collection/get-essay.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { emptyLedger, refreshLedger } from '../../../lib/collection/ledger/read-ledger.ts';
import { DEAD } from '../../../lib/collection/ledger/slot.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { changeRow, fullCollection, recordsOf } from '../../support/full-collection.ts';
import { numberedKeeping, sampleKeeping } from '../../support/keepings.ts';

const settings = { keepByItself: true };

async function backUp(collection: Collection): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  expectValue(await writeBackup(collection, settings, (bytes) => void parts.push(bytes)));
  return new Blob(parts);
}

const open = async (blob: Blob): Promise<Backup> => expectValue(await openBackup(blob));
const restore = async (collection: Collection, blob: Blob, mode: 'merge' | 'replace'): Promise<RestoreReport> =>
  expectValue(await restoreBackup(collection, await open(blob), mode));

/** Documents that lists and search know of. */
async function documentsIn(collection: Collection): Promise<number> {
  const ledger = emptyLedger();
  await refreshLedger(collection, ledger);
  return [...ledger.states.subarray(0, ledger.size)].filter((state) => state !== DEAD).length;
}

describe('a backup', () => {
  it('decides of every table of the collection whether it is in it', () => {
    const derived = ['ledger', 'meta', 'segments', 'postings', 'positions'];
    // A queue tells servers what to send: it is not taken to another computer, or run twice.
    const ofDevice = ['stamps', 'unsent', 'sync', 'folders', 'mirrored'];
    const passing = ['jobs', 'jobItems', 'wanted', 'outcomes', 'uncopied', 'quarantine', ...ofDevice];
    const all = emptyCollection().tables.map(({ name }) => name);
    expect(all.toSorted()).toEqual([...tableNames, ...derived, ...passing].toSorted());
  });

  it('is a zip that other tools open, with a manifest of counts and digests', async () => {
    const collection = await fullCollection();
    const files = unzipSync(new Uint8Array(await (await backUp(collection)).arrayBuffer()));
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
    expect(manifest).toMatchObject({ format: 'wencun-backup', version: 3, settings });
    expect(manifest.counts).toMatchObject({
      essays: 5,
      captures: 6,
      bodies: 6,
      originals: 6,
      images: 2,
      tags: 2,
      highlights: 1,
    });
    expect(strFromU8(files['essays/00001.jsonl'] ?? new Uint8Array()).split('\n')).toHaveLength(6);
    expect(Object.keys(files)).toContain('manifest.json.sha256');
  });

  it('comes back whole in an empty collection, record by record', async () => {
    const collection = await fullCollection(60);
    const other = emptyCollection();
    const report = await restore(other, await backUp(collection), 'merge');
    expect(report).toEqual({ essays: { added: 61, changed: 0, same: 0 }, versions: 62, duplicates: 0 });
    expect(await recordsOf(other)).toEqual(await recordsOf(collection));
    expect(await documentsIn(other)).toBe(61);
  });

  it('changes nothing when it is restored where it came from', async () => {
    const collection = await fullCollection();
    const before = await recordsOf(collection);
    const report = await restore(collection, await backUp(collection), 'merge');
    expect(report.essays).toEqual({ added: 0, changed: 0, same: 5 });
    expect(report.versions).toBe(0);
    expect(await recordsOf(collection)).toEqual(before);
  });

  it('replaces what is there when asked to', async () => {
    const collection = await fullCollection();
    const other = await fullCollection(9);
    await changeRow(other, (await other.essays.toCollection().primaryKeys())[0] ?? '', { note: '别的' });
    const report = await restore(other, await backUp(collection), 'replace');
    expect(report.essays).toEqual({ added: 5, changed: 0, same: 0 });
    expect(await recordsOf(other)).toEqual(await recordsOf(collection));
    expect(await documentsIn(other)).toBe(5);
  });

  it('holds what a damaged row is not, and says how many were left out', async () => {
    const collection = await fullCollection();
    const [body] = await collection.bodies.toArray();
    await collection.table('bodies').put({ captureId: body?.captureId, essayId: body?.essayId, text: 1 });
    const { manifest } = await open(await backUp(collection));
    expect(manifest.leftOut).toMatchObject({ bodies: 1, essays: 0 });
    expect(manifest.counts).toMatchObject({ bodies: 5, essays: 5 });
  });

  it('tells progress, and stops when told without an end', async () => {
    const collection = await fullCollection(60);
    const stop = new AbortController();
    const seen: number[] = [];
    const parts: Uint8Array<ArrayBuffer>[] = [];
    const outcome = await writeBackup(collection, settings, (bytes) => void parts.push(bytes), {
      signal: stop.signal,
      onProgress: (done, of) => {
        seen.push(done, of);
        stop.abort();
      },
    });
    expect(outcome).toEqual({ ok: false, problem: { code: 'stopped' } });
    expect(seen).toEqual([25, 61]);
    expect(await openBackup(new Blob(parts))).toMatchObject({ problem: { code: 'not-a-backup' } });
  });

  it('says so when the file cannot be written', async () => {
    const full = (): never => {
      throw new Error('no room');
    };
    const outcome = await writeBackup(await fullCollection(), settings, full);
    expect(outcome).toEqual({ ok: false, problem: { code: 'not-written', detail: 'Error: no room' } });
  });
});

describe('merging', () => {
  it('unites what the reader did here and there, and overwrites nothing', async () => {
    const collection = await fullCollection();
    const blob = await backUp(collection);
    const here = emptyCollection();
    const { id } = expectValue(await keepEssay(here, sampleKeeping()));
    await here.tags.bulkPut([
      { id: 'x1', name: '经济', folded: '经济' },
      { id: 'x2', name: '党史', folded: '党史' },
    ]);
    await here.shelves.put({ id: 'y1', name: '课题', parent: '', order: 3 });
    await changeRow(here, id, { tags: ['x1', 'x2'], note: '已读', unit: '教研室', edited: { unit: '教研室' } });
    const report = await restore(here, blob, 'merge');
    expect(report.essays).toEqual({ added: 4, changed: 1, same: 0 });
    const row = await here.essays.get(id);
    expect(row).toMatchObject({
      tags: ['x1', 'x2', 't2'],
      shelves: ['s2'],
      note: '已读\n\n要再读',
      title: '论县域',
      unit: '教研室',
      edited: { title: '论县域', unit: '教研室' },
    });
    expect(await here.shelves.get('s2')).toMatchObject({ parent: 'y1' });
    expect((await here.tags.toArray()).map(({ name }) => name).toSorted()).toEqual(['党史', '农村', '经济'].toSorted());
    // The version of the backup is newer, so it is the current one; the first one is here already.
    expect((await here.bodies.get(row?.captureId ?? ''))?.text).toBe('改后的文。');
    expect(await here.captures.where('[essayId+takenAt]').between([id, ''], [id, '\uffff']).count()).toBe(2);
    expect(report.duplicates).toBe(3);
  });

  it('fills in an image that could not be fetched here, and takes away none that could', async () => {
    const [full, poor] = [await fullCollection(), await fullCollection()];
    const [image] = await full.images.toArray();
    if (!image) throw new Error('No image.');
    const key = [image.essayId, image.address] as const;
    await poor.images.update([...key], { bytes: null, type: '', problem: 'not-found' });
    const [rich, lacking] = [await backUp(full), await backUp(poor)];
    await restore(poor, rich, 'merge');
    expect(await poor.images.get([...key])).toEqual(image);
    await restore(full, lacking, 'merge');
    expect(await full.images.get([...key])).toEqual(image);
  });

  it('finds the bytes of a version that was cleaned again from one that was itself cleaned again here', async () => {
    const here = emptyCollection();
    const there = emptyCollection();
    const keeping = numberedKeeping(1);
    const byRules = (rulesVersion: number, cleanedFrom?: string) => ({
      ...keeping,
      capture: { ...keeping.capture, rulesVersion },
      ...(cleanedFrom === undefined ? {} : { cleanedFrom }),
    });
    const first = expectValue(await keepEssay(here, byRules(1)));
    await keepEssay(here, byRules(2, first.captureId));
    const second = expectValue(await keepEssay(there, byRules(2)));
    const third = expectValue(await keepEssay(there, byRules(3, second.captureId)));
    await restore(here, await backUp(there), 'merge');
    expect(expectValue(await getOriginal(here, third.captureId))).toEqual(keeping.original);
  });

  it('leaves apart what the reader set apart since', async () => {
    const collection = await fullCollection();
    const before = await backUp(collection);
    const near = (await collection.essays.toArray()).find(({ cluster }) => cluster !== '');
    if (near === undefined) throw new Error('no near-duplicate in the collection');
    expectValue(await setApart(collection, near.id));
    await restore(collection, before, 'merge');
    expect((await collection.essays.get(near.id))?.cluster).toBe('');
  });

  it('keeps the newer version that is here, and brings an essay back from the trash', async () => {
    const collection = emptyCollection();
    await keepEssay(collection, numberedKeeping(1));
    const blob = await backUp(collection);
    const { id } = expectValue(
      await keepEssay(collection, {
        ...numberedKeeping(1, { text: '新' }),
        capture: { ...numberedKeeping(1).capture, takenAt: '2026-06-01T00:00:00.000Z' },
      }),
    );
    const current = (await collection.essays.get(id))?.captureId;
    await changeRow(collection, id, { trashedAt: '2026-06-02T00:00:00.000Z' });
    await restore(collection, blob, 'merge');
    expect(await collection.essays.get(id)).toMatchObject({ captureId: current, trashedAt: '' });
  });

  it('mends what got lost or damaged here', async () => {
    const collection = await fullCollection();
    const [whole, blob] = [await recordsOf(collection), await backUp(collection)];
    const [essay] = await collection.essays.toArray();
    const [one, two] = await collection.bodies.toArray();
    await collection.table('essays').put({ ...essay, title: 7 });
    await collection.table('bodies').put({ ...one, text: 7 });
    await collection.bodies.delete(two?.captureId ?? '');
    await collection.originals.delete(two?.captureId ?? '');
    await restore(collection, blob, 'merge');
    expect(await recordsOf(collection)).toEqual(whole);
  });

  it('stores nothing when it is stopped or fails halfway', async () => {
    const backup = await open(await backUp(await fullCollection(60)));
    const here = await fullCollection();
    const before = await recordsOf(here);
    const stop = new AbortController();
    const onProgress = (done: number, of: number): void => {
      if (done > of / 2) stop.abort();
    };
    const stopped = await restoreBackup(here, backup, 'replace', { signal: stop.signal, onProgress });
    expect(stopped).toEqual({ ok: false, problem: { code: 'stopped' } });
    expect(await recordsOf(here)).toEqual(before);

    const [last] = backup.manifest.entries.filter(({ table }) => table === 'essays');
    const broken = { ...backup, files: new Map([...backup.files].filter(([name]) => name !== last?.name)) };
    expect(await restoreBackup(here, broken, 'replace')).toMatchObject({ problem: { code: 'damaged' } });
    expect(await recordsOf(here)).toEqual(before);
  });
});

describe('a file that is no backup', () => {
  const code = async (blob: Blob): Promise<string> => {
    const outcome = await openBackup(blob);
    return outcome.ok ? 'none' : outcome.problem.code;
  };

  it('is told by its kind', async () => {
    expect(await code(new Blob([]))).toBe('not-a-backup');
    expect(await code(new Blob(['<html></html>']))).toBe('not-a-backup');
    expect(await code(new Blob([zipSync({ 'a.txt': new Uint8Array(3) }) as Uint8Array<ArrayBuffer>]))).toBe(
      'not-a-backup',
    );
  });

  it('is told when a later release wrote it, and when a file was put in or changed', async () => {
    const files = unzipSync(new Uint8Array(await (await backUp(await fullCollection())).arrayBuffer()));
    const zip = (more: Record<string, Uint8Array>) =>
      new Blob([zipSync({ ...files, ...more }) as Uint8Array<ArrayBuffer>]);
    expect(await code(zip({}))).toBe('none');
    expect(await code(zip({ '../../x': new Uint8Array(1) }))).toBe('damaged');
    expect(await code(zip({ 'tags/00001.jsonl': new TextEncoder().encode('{}\n') }))).toBe('damaged');
    const manifest = strFromU8(files['manifest.json'] ?? new Uint8Array());
    const signed = async (text: string): Promise<Blob> => {
      const bytes = new TextEncoder().encode(text);
      const digest = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
      return zip({
        'manifest.json': bytes,
        'manifest.json.sha256': new TextEncoder().encode(`${digest}  manifest.json\n`),
      });
    };
    expect(await code(await signed(manifest))).toBe('none');
    expect(await code(await signed(manifest.replace('"version": 3', '"version": 4')))).toBe('newer-version');
    expect(await code(await signed(manifest.replace('"tags": 2', '"tags": 3')))).toBe('damaged');
  });
});
