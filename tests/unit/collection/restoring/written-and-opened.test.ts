import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import { isBackup } from '../../../../lib/collection/backup/is-backup.ts';
import { type Backup, openBackup, readRows } from '../../../../lib/collection/backup/open-backup.ts';
import { writeBackup } from '../../../../lib/collection/backup/write-backup.ts';
import { noteFindings } from '../../../../lib/collection/integrity/findings.ts';
import { sha256Hex } from '../../../../lib/essay/fixity.ts';
import { expectValue } from '../../../support/collections.ts';
import { wholeRows } from '../../../support/whole-rows.ts';
import {
  bytesOf,
  inShort,
  openedAs,
  type Texts,
  textsOf,
  workedCollection,
  zipOf,
} from '../../../support/written-backup.ts';

describe('a backup', () => {
  let whole: Texts;
  beforeAll(async () => {
    whole = await textsOf(async (sink) =>
      expectValue(await writeBackup(await workedCollection('e1', 'e3'), { a: 1 }, sink)),
    );
  });
  /** The same with other parts, whose manifest names them as they are. */
  const changed = async (change: Texts): Promise<Blob> => {
    const texts = { ...whole, ...change };
    const manifest = JSON.parse(texts['manifest.json'] ?? '');
    for (const entry of manifest.entries) {
      const bytes = bytesOf(texts[entry.name] ?? '');
      Object.assign(entry, { bytes: bytes.length, sha256: await sha256Hex(bytes) });
    }
    return signed(texts, JSON.stringify(manifest));
  };
  const signed = async (texts: Texts, manifest: string): Promise<Blob> => {
    const digest = await sha256Hex(bytesOf(manifest));
    return zipOf({ ...texts, 'manifest.json': manifest, 'manifest.json.sha256': `${digest}  manifest.json\n` });
  };
  const manifest = (): Record<string, unknown> => JSON.parse(whole['manifest.json'] ?? '');
  const openedOf = async (file: Blob): Promise<Backup> => expectValue(await openBackup(file));

  it('has all tables, the trash too, and says what it is', () => {
    expect(inShort(whole)).toBe(
      'tags 1, shelves 3, searches 1, clusters 1, apart 1, essays 2, captures 2, bodies 2, originals 2, images 2, ' +
        'highlights 2, sent 2, fingerprints 2',
    );
    expect(whole['manifest.json.sha256']).toMatch(/^[0-9a-f]{64} {2}manifest\.json\n$/);
    expect(manifest()).toMatchObject({
      format: 'wencun-backup',
      version: 3,
      settings: { a: 1 },
      damaged: [],
      collection: '',
    });
  });

  it('is told by the names of its parts', async () => {
    expect(await isBackup(zipOf(whole))).toBe(true);
    for (const name of ['manifest.json', 'manifest.json.sha256']) {
      const { [name]: _, ...others } = whole;
      expect([await isBackup(zipOf(others)), await openedAs(zipOf(others))]).toEqual([false, 'not-a-backup']);
    }
    expect([await isBackup(new Blob(['x'])), await openedAs(new Blob(['x']))]).toEqual([false, 'not-a-backup']);
    const broken = {
      arrayBuffer: () => Promise.reject(new Error('gone')),
      slice: () => broken,
      size: 9,
    } as unknown as Blob;
    expect([await isBackup(broken), await openedAs(broken)]).toEqual([false, 'cannot-be-read Error: gone']);
  });

  it('is opened whole, with its progress in bytes', async () => {
    const told: [number, number][] = [];
    const opened = expectValue(
      await openBackup(zipOf(whole), { onProgress: (done, of) => void told.push([done, of]) }),
    );
    const bytes = opened.manifest.entries.map((entry) => entry.bytes);
    const total = bytes.reduce((sum, one) => sum + one, 0);
    expect(told.map(([, of]) => of)).toEqual(bytes.map(() => total));
    expect(told.map(([done]) => done)).toEqual(
      bytes.map((_, at) => bytes.slice(0, at + 1).reduce((sum, one) => sum + one, 0)),
    );
    expect(Math.abs(Date.parse(opened.openedAt) - Date.now())).toBeLessThan(60_000);
    const [tags] = opened.manifest.entries;
    expect(tags && (await readRows(opened, tags))).toMatchObject([wholeRows.tags]);
  });

  it('is not opened further once it is stopped', async () => {
    const stop = new AbortController();
    const told: number[] = [];
    const onProgress = (done: number): void => {
      told.push(done);
      if (told.length === 2) stop.abort();
    };
    expect(await openBackup(zipOf(whole), { signal: stop.signal, onProgress })).toMatchObject({
      problem: { code: 'stopped' },
    });
    expect(told).toHaveLength(2);
  });

  it.each<[string, (texts: Texts) => Promise<Blob> | Blob, string]>([
    ['as it was written', () => changed({}), 'opened'],
    [
      'with a manifest of another digest',
      (texts) => zipOf({ ...texts, 'manifest.json.sha256': `${'0'.repeat(64)}  x` }),
      'damaged manifest.json',
    ],
    ['with a manifest that is none', (texts) => signed(texts, '{}'), 'damaged manifest.json'],
    ['of a newer form', (texts) => signed(texts, JSON.stringify({ ...manifest(), version: 4 })), 'newer-version'],
    ['with a file more', (texts) => zipOf({ ...texts, 'x.txt': '' }), 'damaged x.txt'],
    [
      'with a part changed',
      (texts) => zipOf({ ...texts, 'tags/00001.jsonl': texts['tags/00001.jsonl']?.replace('水', '木') ?? '' }),
      'damaged tags/00001.jsonl',
    ],
    ['without a part', ({ 'tags/00001.jsonl': _, ...others }) => zipOf(others), 'damaged tags/00001.jsonl'],
    [
      'with a row more',
      (texts) => changed({ 'tags/00001.jsonl': `${texts['tags/00001.jsonl']}{}\n` }),
      'damaged tags/00001.jsonl',
    ],
    [
      'with a last line that does not end',
      (texts) => changed({ 'tags/00001.jsonl': texts['tags/00001.jsonl']?.trim() ?? '' }),
      'damaged tags/00001.jsonl',
    ],
    ['with a line that is none', () => changed({ 'tags/00001.jsonl': 'x\n' }), 'damaged tags/00001.jsonl:1'],
    [
      'with a row that cannot be read',
      (texts) =>
        changed({ 'shelves/00001.jsonl': `${texts['shelves/00001.jsonl']?.split('\n').slice(0, 2).join('\n')}\n{}\n` }),
      'damaged shelves/00001.jsonl:3',
    ],
    ['with a row that can be mended', () => changed({ 'tags/00001.jsonl': '{"id":"t1","name":"甲"}\n' }), 'opened'],
  ])('%s', async (_, make, expected) => {
    expect(await openedAs(await make(whole))).toBe(expected);
  });

  it('gives rows mended, and refuses an entry that the manifest has otherwise', async () => {
    const opened = await openedOf(await changed({ 'tags/00001.jsonl': '{"id":"t1","name":"甲 "}\n' }));
    const [tags] = opened.manifest.entries;
    if (tags === undefined) throw new Error('no tags');
    expect(await readRows(opened, tags)).toEqual([{ id: 't1', name: '甲 ', folded: '甲' }]);
    for (const wrong of [{ name: 'none' }, { bytes: tags.bytes + 1 }, { sha256: '0'.repeat(64) }, { rows: 2 }])
      await expect(readRows(opened, { ...tags, ...wrong })).rejects.toThrow(wrong.name ?? tags.name);
  });

  it('has damaged rows as they can be read, and beside them as they were', async () => {
    const collection = await workedCollection('e1');
    await collection.table('tags').put({ ...wholeRows.tags, name: 7 });
    await collection.table('bodies').put({ captureId: 'c-e1', essayId: 'e1' });
    await collection.table('captures').put({ ...wholeRows.captures, id: 'lost', essayId: 'e9' });
    const finding = { table: 'essays', reason: 'mended', parts: ['note'] } as const;
    await noteFindings(collection, [
      { ...finding, key: 'e1', row: { note: 7 } as never },
      { ...finding, key: 'e5', row: { note: 8 } as never, settled: true },
      { ...finding, key: 'e6' },
    ]);
    const texts = await textsOf(async (sink) => expectValue(await writeBackup(collection, {}, sink)));
    const { leftOut, damaged, counts } = JSON.parse(texts['manifest.json'] ?? '');
    expect([leftOut.bodies, leftOut.tags, counts.tags, counts.bodies]).toEqual([1, 0, 1, 0]);
    expect(damaged.map((one: Record<string, string>) => `${one['table']} ${one['key']} ${one['reason']}`)).toEqual([
      'bodies c-e1 unreadable',
      'tags t1 mended',
      'essays e9 missing',
      'essays e1 mended',
    ]);
    expect(texts['tags/00001.jsonl']).toContain('"name":"水利"');
    expect(await openedAs(zipOf(texts))).toBe('opened');
    const odd = texts['quarantine/00001.jsonl']?.replace('"mended"', '"odd"') ?? '';
    const changedManifest = JSON.parse(texts['manifest.json'] ?? '');
    Object.assign(changedManifest.quarantine[0], { bytes: bytesOf(odd).length, sha256: await sha256Hex(bytesOf(odd)) });
    const file = await signed({ ...texts, 'quarantine/00001.jsonl': odd }, JSON.stringify(changedManifest));
    expect(await openedAs(file)).toBe('damaged quarantine/00001.jsonl:2');
  });

  it('is written with its progress in essays, stopped where it is told, and fails with its sink', async () => {
    const collection = await workedCollection('e1', 'e2', 'e3');
    const told: string[] = [];
    const onProgress = (done: number, of: number): void => void told.push(`${done}/${of}`);
    expectValue(await writeBackup(collection, {}, () => undefined, { onProgress }));
    expect(told).toEqual(['3/3']);
    const stopped = await writeBackup(collection, {}, () => undefined, { signal: AbortSignal.abort() });
    expect(stopped).toEqual({ ok: false, problem: { code: 'stopped' } });
    const late = new AbortController();
    const end = await writeBackup(collection, {}, () => undefined, {
      signal: late.signal,
      onProgress: () => late.abort(),
    });
    expect(end).toEqual({ ok: false, problem: { code: 'stopped' } });
    const failed = await writeBackup(collection, {}, () => Promise.reject(new Error('no room')));
    expect(failed).toEqual({ ok: false, problem: { code: 'not-written', detail: 'Error: no room' } });
  });
});
