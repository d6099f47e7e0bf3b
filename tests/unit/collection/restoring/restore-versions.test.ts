import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { EachPart } from '../../../../lib/collection/backup/each-part.ts';
import { restoreBesides } from '../../../../lib/collection/backup/merging/restore-besides.ts';
import { restoreVersions, type Versions } from '../../../../lib/collection/backup/restore-versions.ts';
import type { Row } from '../../../../lib/collection/backup/row-text.ts';
import type { TableName } from '../../../../lib/collection/backup/tables.ts';
import type { Collection } from '../../../../lib/collection/collection.ts';
import { findingId, noteFindings } from '../../../../lib/collection/integrity/findings.ts';
import { emptyCollection } from '../../../support/collections.ts';
import { wholeRows } from '../../../support/whole-rows.ts';

type Rows = { readonly [Name in TableName]?: readonly Row[] };

describe('a backup, restored', () => {
  let collection: Collection;
  beforeEach(() => {
    collection = emptyCollection();
  });

  const put = async (rows: Rows): Promise<void> => {
    for (const [name, list = []] of Object.entries(rows)) await collection.table(name).bulkPut([...list]);
  };
  /** The parts of a backup, a row each; `old` are keys of which nothing is news. */
  const partsOf =
    (backup: Rows, old: readonly string[] = []): EachPart =>
    async (table, deed) => {
      for (const row of backup[table] ?? []) await deed([row], new Set(old));
    };
  const capture = (id: string, facts: Row = {}): Row => ({ ...wholeRows.captures, id, ...facts });
  const body = (captureId: string, text = '塘'): Row => ({ ...wholeRows.bodies, captureId, text });
  const original = (captureId: string, byte = 1): Row => ({
    ...wholeRows.originals,
    captureId,
    gzip: new Uint8Array([byte]),
  });
  const isOpen = async (table: string, key: string): Promise<boolean | undefined> => {
    const finding = await collection.quarantine.get(findingId(table, key));
    return finding === undefined ? undefined : !finding.settled;
  };

  describe('versions of a backup', () => {
    const restore = (backup: Rows): Promise<Versions> => restoreVersions(collection, partsOf(backup));
    const version = (id: string, text?: string, facts?: Row): Rows => ({
      captures: [capture(id, facts)],
      bodies: [body(id, text)],
      originals: [original(id)],
    });
    /** Keys of the versions that are here, with the text of each, and those of their bytes. */
    const shown = async (): Promise<string> => {
      const bodies = (await collection.bodies.toArray()).map((row) => `${row.captureId} ${row.text}`);
      const [captures, originals] = [
        await collection.captures.toCollection().primaryKeys(),
        await collection.originals.toCollection().primaryKeys(),
      ];
      return [captures.join(), bodies.join(), originals.join()].join(' | ');
    };

    it('come where none is here', async () => {
      const { ids, added, duplicates } = await restore(version('x'));
      expect([await shown(), [...ids], added, duplicates]).toEqual(['x | x 塘 | x', [], 1, 0]);
      expect(await collection.captures.get('x')).toEqual(capture('x'));
    });

    it('that are here by their ids are left as they are', async () => {
      await put(version('c1', '塘'));
      const { ids, added, duplicates } = await restore(version('c1', '别的', { charset: 'utf-8' }));
      expect([await shown(), [...ids], added, duplicates]).toEqual(['c1 | c1 塘 | c1', [], 0, 1]);
      expect((await collection.captures.get('c1'))?.charset).toBe('gb18030');
    });

    it.each<[string, Row, string, boolean]>([
      ['text, bytes, rules and essay', {}, '塘', true],
      ['bytes and rules, of another text', {}, '堤', false],
      ['text, of other bytes', { sha256: 'b'.repeat(64) }, '塘', false],
      ['text, by other rules', { rulesVersion: 8 }, '塘', false],
      ['text, of another essay', { essayId: 'e2' }, '塘', false],
    ])('with the same %s', async (_, facts, text, isTwin) => {
      await put(version('c1'));
      await put(version('c2', '又一'));
      const { ids, added, duplicates } = await restore(version('x', text, facts));
      expect(Object.fromEntries(ids)).toEqual(isTwin ? { x: 'c1' } : {});
      expect([added, duplicates]).toEqual(isTwin ? [0, 1] : [1, 0]);
      expect(await shown()).toBe(
        isTwin ? 'c1,c2 | c1 塘,c2 又一 | c1,c2' : `c1,c2,x | c1 塘,c2 又一,x ${text} | c1,c2,x`,
      );
    });

    it('have their bytes from the version here that theirs are of', async () => {
      await put(version('c1'));
      await put({ captures: [capture('c2', { cleanedFrom: 'c0', rulesVersion: 9 })], bodies: [body('c2')] });
      const cleaned = (id: string, cleanedFrom: string) => capture(id, { cleanedFrom, sha256: 'f'.repeat(64) });
      const { ids } = await restore({
        captures: [
          capture('x'),
          capture('y', { rulesVersion: 9 }),
          cleaned('x1', 'x'),
          cleaned('y1', 'y'),
          cleaned('z1', 'z'),
        ],
        bodies: [body('x'), body('y'), body('x1'), body('y1'), body('z1')],
      });
      expect(Object.fromEntries(ids)).toEqual({ x: 'c1', y: 'c2' });
      const from = async (id: string) => (await collection.captures.get(id))?.cleanedFrom;
      expect([await from('x1'), await from('y1'), await from('z1')]).toEqual(['c1', 'c0', 'z']);
    });

    it('fill in what is lost of those that are here, and settle what was found of it', async () => {
      await put({ captures: [capture('c1'), capture('c2'), capture('c3')] });
      await put({ bodies: [body('c1'), { captureId: 'c2', text: 7 }], originals: [original('c1')] });
      const finding = { reason: 'unreadable', row: null } as const;
      await noteFindings(collection, [
        { table: 'bodies', key: 'c2', ...finding },
        { table: 'originals', key: 'c1', ...finding },
        { table: 'bodies', key: 'c9', ...finding },
      ]);
      await restore({
        captures: [capture('c1'), capture('c2'), capture('c3')],
        bodies: [body('c1', '新'), body('c2', '新'), body('c3', '新')],
        originals: [original('c1', 2), original('c2', 2)],
      });
      expect(await shown()).toBe('c1,c2,c3 | c1 塘,c2 新,c3 新 | c1,c2');
      // Its bytes were found to be others than they should be.
      expect((await collection.originals.get('c1'))?.gzip).toEqual(new Uint8Array([2]));
      expect([await isOpen('bodies', 'c2'), await isOpen('originals', 'c1'), await isOpen('bodies', 'c9')]).toEqual([
        false,
        false,
        true,
      ]);
      await restore({ originals: [original('c1', 3)] });
      expect((await collection.originals.get('c1'))?.gzip).toEqual(new Uint8Array([2]));
    });
  });

  describe('what a backup holds besides', () => {
    const mark = (id: string, facts: Row = {}): Row => ({ ...wholeRows.highlights, id, ...facts });
    const image = (address: string, facts: Row = {}): Row => ({ ...wholeRows.images, address, ...facts });
    const missing = { bytes: null, type: '', problem: 'http-404' };

    it('are highlights that are not here, by id or by place and words, and of which there is news', async () => {
      await put({ highlights: [mark('h1')] });
      const marks: string[][] = [];
      const watch = { marks: (ids: readonly string[]) => void marks.push([...ids]) };
      const backup = [
        mark('h1', { note: '别的' }),
        mark('h2'),
        mark('h3', { colour: 'pink' }),
        mark('h4', { note: '新' }),
        mark('h5', { quote: { exact: '堤', prefix: '', suffix: '' } }),
        mark('h6', { position: { start: 1, end: 2 } }),
        mark('h7', { essayId: 'e2' }),
        mark('h8', { note: '旧' }),
      ];
      const parts = partsOf({ highlights: backup }, ['h8']);
      expect(await restoreBesides(collection, parts, watch as never)).toBe(3);
      expect((await collection.highlights.toArray()).map(({ id }) => id).join()).toBe('h1,h3,h4,h5,h6,h7');
      expect(marks.flat().join()).toBe('h3,h4,h5,h6,h7');
      expect((await collection.highlights.get('h1'))?.note).toBe('引');
    });

    it('are images that are not here, or could not be had, or were found damaged', async () => {
      await put({ images: [image('a'), image('b', missing), image('c'), image('d', missing)] });
      const finding = { table: 'images', reason: 'unreadable', row: null } as const;
      await noteFindings(collection, [
        { key: 'e1 c', ...finding },
        { key: 'e1 a', ...finding, settled: true },
      ]);
      const bytes = new Uint8Array([2]);
      const given = [image('a', { bytes }), image('b', { bytes }), image('c', { bytes }), image('d', missing)];
      const duplicates = await restoreBesides(
        collection,
        partsOf({ images: [...given, image('e', { bytes }), image('f', missing)] }),
        undefined,
      );
      const firsts = (await collection.images.toArray()).map((row) => `${row.address}${row.bytes?.[0] ?? '–'}`);
      expect([firsts.join(), duplicates]).toEqual(['a1,b2,c2,d–,e2,f–', 2]);
      expect([await isOpen('images', 'e1 c'), await isOpen('images', 'e1 a')]).toEqual([false, false]);
    });

    it('an image that is none leaves a damaged one, and what was found of it', async () => {
      await put({ images: [image('a')] });
      await noteFindings(collection, [{ table: 'images', key: 'e1 a', reason: 'unreadable', row: null }]);
      await restoreBesides(collection, partsOf({ images: [image('a', missing)] }), undefined);
      expect([(await collection.images.toArray())[0]?.bytes, await isOpen('images', 'e1 a')]).toEqual([
        new Uint8Array([1]),
        true,
      ]);
    });

    it('is the later of two sendings to one library, and fingerprints that are not here', async () => {
      const sent = (id: string, sentAt: string, key: string): Row => ({ ...wholeRows.sent, id, sentAt, key });
      await put({
        sent: [sent('a', '2026-03-02', 'H'), sent('b', '2026-03-02', 'H'), sent('c', '2026-03-02', 'H')],
        fingerprints: [{ essayId: 'e1', bands: ['h'], minhash: [1] }],
      });
      const backup = {
        sent: [
          sent('a', '2026-03-01', 'B'),
          sent('b', '2026-03-03', 'B'),
          sent('c', '2026-03-02', 'B'),
          sent('d', '1', 'B'),
        ],
        fingerprints: [
          { essayId: 'e1', bands: ['b'], minhash: [2] },
          { essayId: 'e2', bands: ['b'], minhash: [2] },
        ],
      };
      expect(await restoreBesides(collection, partsOf(backup), undefined)).toBe(2);
      expect((await collection.sent.toArray()).map(({ id, key }) => id + key).join()).toBe('aH,bB,cH,dB');
      expect((await collection.fingerprints.toArray()).map(({ essayId, bands }) => essayId + bands).join()).toBe(
        'e1h,e2b',
      );
    });
  });
});
