import 'fake-indexeddb/auto';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { lookAtHanded } from '../../../lib/collection/backup/handed/look-at-handed.ts';
import { type WrittenHanded, writeHanded } from '../../../lib/collection/backup/handed/write-handed.ts';
import type { Handed } from '../../../lib/collection/backup/manifest.ts';
import { rememberMerge, takeBackMerge } from '../../../lib/collection/backup/merging/take-back-merge.ts';
import { type Backup, openBackup } from '../../../lib/collection/backup/open-backup.ts';
import { restoreBackup } from '../../../lib/collection/backup/restore-backup.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { changeRow, fullCollection, recordsOf } from '../../support/full-collection.ts';
import { numberedKeeping, sampleKeeping } from '../../support/keepings.ts';

const about: Handed = { title: '县域研究', from: '王芳', own: false };

async function handOver(
  collection: Collection,
  ids: readonly string[],
  more: Partial<Handed> = {},
): Promise<{ readonly blob: Blob; readonly written: WrittenHanded }> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const sink = (bytes: Uint8Array<ArrayBuffer>) => void parts.push(bytes);
  const written = expectValue(await writeHanded(collection, ids, { ...about, ...more }, sink));
  return { blob: new Blob(parts), written };
}

const open = async (blob: Blob): Promise<Backup> => expectValue(await openBackup(blob));
const merge = async (collection: Collection, blob: Blob) =>
  expectValue(await restoreBackup(collection, await open(blob), 'merge'));

/** The essay of a full collection that the reader worked on. */
async function workedOn(collection: Collection): Promise<string> {
  const row = (await collection.essays.toArray()).find(({ note }) => note !== '');
  if (row === undefined) throw new Error('no essay with a note');
  return row.id;
}

/** The files of a zip as texts by name. */
const textsIn = async (blob: Blob): Promise<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(new Uint8Array(await blob.arrayBuffer()))).map(([name, bytes]) => [
      name,
      strFromU8(bytes),
    ]),
  );

/** A file with its parts changed, digests and all, as a stranger could make it. */
async function forged(blob: Blob, change: (texts: Record<string, string>) => void): Promise<Blob> {
  const texts = await textsIn(blob);
  change(texts);
  const hex = async (text: string) =>
    Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))).toString('hex');
  const manifest = JSON.parse(texts['manifest.json'] ?? '');
  for (const entry of manifest.entries) {
    const text = texts[entry.name] ?? '';
    Object.assign(entry, { bytes: new TextEncoder().encode(text).length, sha256: await hex(text) });
  }
  texts['manifest.json'] = JSON.stringify(manifest);
  texts['manifest.json.sha256'] = `${await hex(texts['manifest.json'])}  manifest.json\n`;
  const files = Object.entries(texts).map(([name, text]) => [name, new TextEncoder().encode(text)] as const);
  return new Blob([zipSync(Object.fromEntries(files)) as Uint8Array<ArrayBuffer>]);
}

describe('a collection file', () => {
  it('brings essays whole: versions, original bytes, images, tags and nested collections, and nothing of the sender alone', async () => {
    const collection = await fullCollection(6);
    const id = await workedOn(collection);
    await changeRow(collection, id, { readState: 'read', checked: 'c', keptAt: '2025-01-01T00:00:00.000Z' });
    const { blob, written } = await handOver(collection, [id]);
    expect(written.lost).toEqual([]);
    const other = emptyCollection();
    const backup = await open(blob);
    expect(expectValue(await restoreBackup(other, backup, 'merge')).essays).toEqual({ added: 1, changed: 0, same: 0 });
    const [from, to] = [await recordsOf(collection), await recordsOf(other)];
    const of = (records: typeof from, table: string) =>
      (records[table] ?? []).filter((row) => (row as { essayId: string }).essayId === id);
    for (const table of ['bodies', 'originals', 'images']) expect(to[table], table).toEqual(of(from, table));
    const takenFrom = { name: '王芳', host: '', at: backup.openedAt };
    expect(to['captures']).toEqual(of(from, 'captures').map((row) => ({ ...(row as object), takenFrom })));
    expect(to['tags']).toEqual(from['tags']);
    expect(to['shelves']).toEqual(from['shelves']);
    const row = await collection.essays.get(id);
    const { doc: _doc, readState: _read, checked: _checked, ...whole } = row ?? {};
    const { doc: _, ...came } = (await other.essays.get(id)) ?? {};
    expect(came).toEqual({ ...whole, note: '', cluster: '', keptAt: backup.openedAt });
    for (const table of ['highlights', 'sent', 'searches', 'clusters', 'apart']) expect(to[table], table).toEqual([]);
    const words = Object.values(await textsIn(blob)).join('\n');
    for (const secret of ['要再读', 'AB23CD45', 'q=梯田', '2025-01-01']) expect(words).not.toContain(secret);
  });

  it('brings notes and highlights where the sender wants it', async () => {
    const collection = await fullCollection();
    const id = await workedOn(collection);
    const { blob } = await handOver(collection, [id], { own: true });
    const other = emptyCollection();
    await merge(other, blob);
    expect(await other.highlights.toArray()).toEqual(await collection.highlights.toArray());
    expect((await other.essays.get(id))?.note).toBe('要再读');
  });

  it('holds the chosen essays alone, with the tags and collections that they have', async () => {
    const collection = await fullCollection(6);
    const id = await workedOn(collection);
    const others = (await collection.essays.toArray()).filter((row) => row.id !== id && row.trashedAt === '');
    const { blob, written } = await handOver(collection, [...others.map((row) => row.id), 'gone']);
    expect(written.lost).toEqual(['gone']);
    expect(written.manifest.counts).toMatchObject({ essays: others.length, tags: 0, shelves: 0 });
    const trashed = (await collection.essays.toArray()).find((row) => row.trashedAt !== '')?.id ?? '';
    expect((await handOver(collection, [trashed])).written.lost).toEqual([trashed]);
    expect((await textsIn(blob))['essays/00001.jsonl']).not.toContain(id);
  });

  it('names no folder of the sender', async () => {
    const collection = emptyCollection();
    const pageUrl = 'file:///D:/Documents/wangfang/a.htm';
    const { id } = expectValue(await keepEssay(collection, sampleKeeping({}, { pageUrl, originalForm: 'file' })));
    const { blob } = await handOver(collection, [id]);
    expect(Object.values(await textsIn(blob)).join('\n')).not.toContain('wangfang');
    const other = emptyCollection();
    await merge(other, blob);
    expect((await other.captures.toArray()).map((row) => row.pageUrl)).toEqual(['file:///a.htm']);
  });

  it('takes the folders of pages on a disk off, whatever marks part them', async () => {
    const collection = emptyCollection();
    const pageUrl = 'file:\\\\server\\share\\wangfang\\a b.htm#x';
    const { id } = expectValue(await keepEssay(collection, sampleKeeping()));
    await collection.captures.where('[essayId+takenAt]').between([id, ''], [id, '\uffff']).modify({ pageUrl });
    const texts = await textsIn((await handOver(collection, [id])).blob);
    expect(JSON.parse(texts['captures/00001.jsonl'] ?? '').pageUrl).toBe('file:///a b.htm');
  });

  it('is told of before it is merged, and merges into what is here', async () => {
    const collection = await fullCollection();
    const id = await workedOn(collection);
    const { blob } = await handOver(collection, [id], { own: true });
    const here = emptyCollection();
    expectValue(await keepEssay(here, sampleKeeping()));
    await here.tags.put({ id: 'x1', name: '经济', folded: '经济' });
    await changeRow(here, id, { tags: ['x1'], note: '我的', trashedAt: '2026-06-01T00:00:00.000Z', readState: 'read' });
    const before = await here.essays.get(id);
    const backup = await open(blob);
    expect(backup.manifest.handed).toEqual({ ...about, own: true });
    expect(expectValue(await lookAtHanded(here, backup))).toEqual({
      here: 1,
      inTrash: 1,
      notes: 1,
      tags: ['经济', '农村'],
      shelves: ['课题', '县域'],
    });
    await merge(here, blob);
    const after = await here.essays.get(id);
    expect(after).toMatchObject({ keptAt: before?.keptAt, readState: 'read', tags: ['x1', 't2'], shelves: ['s2'] });
    expect(after?.note).toContain('我的');
    expect(after?.note).toContain('要再读');
    const again = await merge(here, blob);
    expect(again.essays).toEqual({ added: 0, changed: 0, same: 1 });
    expect(again.versions).toBe(0);
  });

  it('merges also where a whole library is to be replaced', async () => {
    const collection = await fullCollection();
    const { blob } = await handOver(collection, [await workedOn(collection)]);
    const here = emptyCollection();
    const { id } = expectValue(await keepEssay(here, numberedKeeping(90)));
    expectValue(await restoreBackup(here, await open(blob), 'replace'));
    expect(await here.essays.get(id)).toBeDefined();
    expect(await here.essays.count()).toBe(2);
  });
});

describe('taking a merge back', () => {
  it('puts what came into the trash, and what was here as it was', async () => {
    const collection = await fullCollection(5);
    const ids = (await collection.essays.toArray()).filter((row) => row.trashedAt === '').map((row) => row.id);
    const { blob } = await handOver(collection, ids, { own: true });
    const here = emptyCollection();
    const { id } = expectValue(await keepEssay(here, sampleKeeping()));
    await here.shelves.put({ id: 'y1', name: '课题', parent: '', order: 0 });
    await changeRow(here, id, { note: '我的', shelves: ['y1'] });
    const { doc: _doc, ...before } = (await here.essays.get(id)) ?? {};
    const memory = rememberMerge();
    const options = { watch: memory.watch };
    expectValue(await restoreBackup(here, await open(blob), 'merge', options));
    expect(await here.highlights.count()).toBe(1);
    expect(expectValue(await takeBackMerge(here, memory.record()))).toEqual({
      trashed: ids.length - 1,
      restored: 1,
      changed: 1,
    });
    const { doc: _, ...after } = (await here.essays.get(id)) ?? {};
    expect(after).toEqual(before);
    const rest = (await here.essays.toArray()).filter((row) => row.id !== id);
    expect(rest.every((row) => row.trashedAt !== '')).toBe(true);
    expect(await here.highlights.count()).toBe(0);
    expect(await here.tags.count()).toBe(0);
    expect((await here.shelves.toArray()).map((row) => row.id)).toEqual(['y1']);
    expect(await here.bodies.where('essayId').equals(id).count()).toBe(2);
  });

  it('leaves what the reader did since', async () => {
    const collection = await fullCollection();
    const worked = await workedOn(collection);
    const { blob } = await handOver(collection, [worked]);
    const here = emptyCollection();
    const { id } = expectValue(await keepEssay(here, numberedKeeping(80)));
    const memory = rememberMerge();
    expectValue(await restoreBackup(here, await open(blob), 'merge', { watch: memory.watch }));
    await changeRow(here, id, { tags: ['t1'], shelves: ['s2'] });
    expectValue(await takeBackMerge(here, memory.record()));
    expect(await here.essays.get(id)).toMatchObject({ tags: ['t1'], shelves: ['s2'], trashedAt: '' });
    expect((await here.tags.toArray()).map((row) => row.id)).toEqual(['t1']);
    expect((await here.shelves.toArray()).map((row) => row.id)).toEqual(['s1', 's2']);
  });
});

describe('a forged collection file', () => {
  const lineOf = (text: string, change: object) =>
    `${text
      .trim()
      .split('\n')
      .map((line) => JSON.stringify({ ...JSON.parse(line), ...change }))
      .join('\n')}\n`;

  it('brings nothing that such files do not hold', async () => {
    const collection = await fullCollection();
    const id = await workedOn(collection);
    const { blob } = await handOver(collection, [id]);
    const stamp = 'zzzzzzzzz-000-device';
    const evil = await forged(blob, (texts) => {
      texts['essays/00001.jsonl'] = lineOf(texts['essays/00001.jsonl'] ?? '', {
        note: '假',
        readState: 'read',
        cluster: 'c9',
        trashedAt: '2020-01-01T00:00:00.000Z',
        keptAt: '1990-01-01T00:00:00.000Z',
        stamps: { fields: {}, seen: { d: stamp }, gone: { d: stamp } },
        surprise: 1,
      });
      texts['captures/00001.jsonl'] = lineOf(texts['captures/00001.jsonl'] ?? '', {
        takenFrom: { name: '校方', host: 'www.nbdx.cn', at: '1990-01-01T00:00:00.000Z' },
      });
    });
    const other = emptyCollection();
    await merge(other, evil);
    const row = await other.essays.get(id);
    expect(row).toMatchObject({ note: '', cluster: '', trashedAt: '' });
    expect(row?.keptAt.startsWith('1990')).toBe(false);
    expect(row).not.toHaveProperty('readState');
    expect(row).not.toHaveProperty('surprise');
    expect(row).not.toHaveProperty('stamps');
    expect((await other.captures.toArray()).every(({ takenFrom }) => takenFrom?.name === '王芳')).toBe(true);
    expect(await other.stamps.count()).toBe(0);
  });

  it('takes no other essay its place: a version that only claims its origin is not shown over one that proves it', async () => {
    const here = emptyCollection();
    const { id } = expectValue(await keepEssay(here, sampleKeeping()));
    const theirs = emptyCollection();
    expectValue(
      await keepEssay(theirs, sampleKeeping({ text: '伪造的文。' }, { takenAt: '2026-04-20T00:00:00.000Z' })),
    );
    const evil = await forged((await handOver(theirs, [id])).blob, (texts) => {
      texts['captures/00001.jsonl'] = lineOf(texts['captures/00001.jsonl'] ?? '', { pageUrl: 'http://evil.example/' });
    });
    const before = (await here.essays.get(id))?.captureId;
    await merge(here, evil);
    expect((await here.essays.get(id))?.captureId).toBe(before);
    expect(await here.captures.count()).toBe(2);
  });

  it('is refused with tables, settings or highlights that are none of its own', async () => {
    const collection = await fullCollection();
    const { blob } = await handOver(collection, [await workedOn(collection)], { own: true });
    const refused = async (change: (manifest: Record<string, unknown>) => void) => {
      const file = await forged(blob, (texts) => {
        const manifest = JSON.parse(texts['manifest.json'] ?? '');
        change(manifest);
        texts['manifest.json'] = JSON.stringify(manifest);
      });
      const outcome = await openBackup(file);
      return outcome.ok ? 'opened' : outcome.problem.code;
    };
    expect(await refused(() => undefined)).toBe('opened');
    expect(await refused((manifest) => Object.assign(manifest, { settings: { keepByItself: true } }))).toBe('damaged');
    expect(await refused((manifest) => Object.assign(manifest, { handed: { ...about, own: false } }))).toBe('damaged');
    expect(await refused((manifest) => Object.assign(manifest, { handed: undefined }))).toBe('damaged');
    expect(await refused((manifest) => Object.assign(manifest, { format: 'wencun-backup', version: 3 }))).toBe(
      'damaged',
    );
    expect(await refused((manifest) => Object.assign(manifest, { version: 2 }))).toBe('newer-version');
    expect(await refused((manifest) => Object.assign(manifest, { handed: { ...about, title: 'x'.repeat(201) } }))).toBe(
      'damaged',
    );
  });
});
