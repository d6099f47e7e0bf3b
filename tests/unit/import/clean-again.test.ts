import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import {
  applyCleaning,
  type ParsePage,
  previewCleaning,
  type ReadStored,
  readStored,
} from '../../../lib/clean-again/clean-again.ts';
import {
  beginCleaning,
  noteCleaning,
  readLastCleaning,
  takeBackCleaning,
} from '../../../lib/clean-again/last-cleaning.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { getBody, getCapture, getEssay, getOriginal, listCaptures } from '../../../lib/collection/get-essay.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import type { Keeping } from '../../../lib/collection/keep/keep-request.ts';
import { listCutOff } from '../../../lib/collection/running/running-acts.ts';
import type { Essay } from '../../../lib/essay/essay.ts';
import { oneByOne } from '../../../lib/import/one-by-one.ts';
import { readEssay } from '../../../lib/pipeline/read-page.ts';
import { readWholeEssay } from '../../../lib/pipeline/whole-essay.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { kesionPath, pageOf, stoneWalls, stoneWallTexts } from '../../support/paged-essay.ts';
import { parsePage } from '../../support/parse-page.ts';

const addressOf = (n: number): string => `http://www.qsdx.gov.cn${kesionPath(n)}`;
const bytesOf = (n: number) => new TextEncoder().encode(pageOf(stoneWalls, n));
const parse: ParsePage = parsePage;
const read: ReadStored = (body, pages) => readStored(body, pages, parse);
const openOf = (n: number) => ({ document: parsePage(pageOf(stoneWalls, n), addressOf(n)), url: addressOf(n) });
const capture = (rulesVersion: number): Keeping['capture'] => ({
  pageUrl: addressOf(1),
  takenAt: '2026-03-01T08:00:00.000Z',
  charset: 'utf-8',
  originalForm: 'served',
  rulesVersion,
});

/** The essay of three pages as the rules read it now. */
async function wholeEssay(): Promise<Essay> {
  const pages = new Map([1, 2, 3].map((n) => [addressOf(n), n]));
  const fetchPage = async (address: string) => openOf(pages.get(address) ?? 1);
  return expectValue(await readWholeEssay(openOf(1), fetchPage, { pause: [0, 0] }));
}

/** Keeps the essay as older rules would have: `facts` is what they read otherwise. */
async function keepOld(collection: Collection, facts: Partial<Essay>, pages: readonly number[] = [2, 3]) {
  const kept = await keepEssay(collection, {
    essay: { ...(await wholeEssay()), ...facts },
    capture: capture(0),
    original: bytesOf(1),
    otherPages: pages.map((n) => ({ address: addressOf(n), charset: 'utf-8', bytes: bytesOf(n) })),
  });
  return expectValue(kept).id;
}

describe('cleaning again', () => {
  it('tells of each field what it was and will be, and how much text goes and comes', async () => {
    const collection = emptyCollection();
    const text = `页眉\n${stoneWallTexts.flat().join('\n').replace('算不清', '')}`;
    const id = await keepOld(collection, { title: '石坎', authors: [], text });
    const preview = expectValue(await previewCleaning(collection, id, read));
    expect(preview.changes).toEqual([
      { field: 'title', before: '石坎', after: '石坎与人心' },
      { field: 'authors', before: [], after: ['方禾生'] },
    ]);
    expect(preview).toMatchObject({ id, title: '石坎', text: { removed: 2, added: 3 }, same: false });
    expect(expectValue(await listCaptures(collection, id))).toHaveLength(1);
  });

  it('finds nothing to change where the rules read the same', async () => {
    const collection = emptyCollection();
    const preview = expectValue(await previewCleaning(collection, await keepOld(collection, {}), read));
    expect(preview).toMatchObject({ changes: [], text: null, markupOnly: false, same: true });
  });

  it('tells a change of markup alone', async () => {
    const collection = emptyCollection();
    const id = await keepOld(collection, { html: '<p>旧</p>' });
    expect(expectValue(await previewCleaning(collection, id, read))).toMatchObject({ markupOnly: true, same: false });
  });

  it('keeps the result as a new version with the same bytes, and the version before', async () => {
    const collection = emptyCollection();
    const id = await keepOld(collection, { title: '石坎', text: '旧文' });
    const old = expectValue(await getEssay(collection, id))?.captureId ?? '';
    const cleaned = expectValue(await applyCleaning(collection, id, read));
    const row = expectValue(await getEssay(collection, id));
    expect(cleaned).toEqual({ before: old, captureId: row?.captureId });
    expect(row).toMatchObject({ title: '石坎与人心', authors: ['方禾生'] });
    expect(expectValue(await getBody(collection, row?.captureId ?? ''))?.text).toBe(stoneWallTexts.flat().join('\n'));
    expect(expectValue(await getBody(collection, old))?.text).toBe('旧文');
    expect(expectValue(await getOriginal(collection, row?.captureId ?? ''))).toEqual(bytesOf(1));
    expect(await collection.originals.count(), 'the bytes are stored once').toBe(1);
    expect(expectValue(await getCapture(collection, row?.captureId ?? ''))?.cleanedFrom).toBe(old);
    // Cleaned twice, the bytes are still those of the capture that took them.
    await collection.bodies.update(row?.captureId ?? '', { title: '石' });
    expectValue(await applyCleaning(collection, id, read));
    const again = expectValue(await getEssay(collection, id))?.captureId ?? '';
    expect(again).not.toBe(row?.captureId);
    expect(expectValue(await getOriginal(collection, again))).toEqual(bytesOf(1));
    expect(expectValue(await previewCleaning(collection, id, read)).same).toBe(true);
  });

  it('is remembered until the next one, as far as it stands, and is taken back when its dialog is long closed', async () => {
    const collection = emptyCollection();
    const id = await keepOld(collection, { title: '石坎' });
    const old = expectValue(await getEssay(collection, id))?.captureId ?? '';
    expect(await readLastCleaning(collection)).toBeNull();
    expectValue(await beginCleaning(collection, new Date().toISOString()));
    // Cut off before it was kept.
    await noteCleaning(collection, id, old);
    expect(await readLastCleaning(collection)).toBeNull();
    expectValue(await applyCleaning(collection, id, read));
    const last = await readLastCleaning(collection);
    expect([...(last?.before ?? [])]).toEqual([[id, old]]);
    const acts: unknown[] = [];
    collection.meta.hook('creating', (_key, { value }) => void acts.push(value));
    expect(expectValue(await takeBackCleaning(collection, last ?? { before: new Map() }))).toBe(1);
    expect(acts).toContainEqual(expect.objectContaining({ kind: 'take-back', of: 1, done: 0 }));
    expect(await listCutOff(collection)).toMatchObject({ ok: true, value: [] });
    expect(expectValue(await getEssay(collection, id))?.title).toBe('石坎');
    expect(await readLastCleaning(collection)).toBeNull();
    expectValue(await applyCleaning(collection, id, read));
    expectValue(await beginCleaning(collection, new Date(Date.now() + 1000).toISOString()));
    expect(await readLastCleaning(collection)).toBeNull();
    expect((await collection.meta.toCollection().primaryKeys()).filter((key) => key.startsWith('cleaned '))).toEqual(
      [],
    );
  });

  it('never makes another essay of it, nor forgets what only the live page or the record told', async () => {
    const collection = emptyCollection();
    const archivedCopy = { archive: 'wayback' as const, url: 'https://web.archive.org/web/2009/x', capturedAt: '2009' };
    const essay = await wholeEssay();
    const hits = { value: 7, raw: '7', place: 'credit-line' } as const;
    const provenance = { ...essay.provenance, fields: { ...essay.provenance.fields, hits } };
    const page = pageOf(stoneWalls, 3).replace('点击数：128', '');
    const kept = await keepEssay(collection, {
      essay: { ...essay, originalUrl: 'http://other.example/1.htm', archivedCopy, hits: 7, provenance },
      capture: { ...capture(0), pageUrl: addressOf(3) },
      original: new TextEncoder().encode(page),
    });
    const { id } = expectValue(kept);
    expectValue(await applyCleaning(collection, id, read));
    expect(await collection.essays.count()).toBe(1);
    expect(expectValue(await getEssay(collection, id))).toMatchObject({ hits: 7, archivedCopy });
    expect(expectValue(await getEssay(collection, id))?.originalUrl).toBe('http://other.example/1.htm');
  });

  it('fetches nothing: a page that was not stored stays missing', async () => {
    const collection = emptyCollection();
    const id = await keepOld(collection, {}, [2]);
    const fetched = vi.spyOn(globalThis, 'fetch');
    expectValue(await applyCleaning(collection, id, read));
    const row = expectValue(await getEssay(collection, id));
    const body = expectValue(await getBody(collection, row?.captureId ?? ''));
    expect(body?.provenance.missingPages).toEqual([addressOf(3)]);
    expect(fetched).not.toHaveBeenCalled();
  });

  it('says why it cannot, and stores nothing then', async () => {
    const collection = emptyCollection();
    const problem = async (id: string) => {
      const outcome = await applyCleaning(collection, id, read);
      return outcome.ok ? 'none' : outcome.problem.code;
    };
    expect(await problem('nobody')).toBe('no-essay');
    const id = await keepOld(collection, {});
    const [row] = await collection.originals.toArray();
    if (!row) throw new Error('no original was stored');
    await collection.originals.put({ ...row, gzip: row.gzip.slice(0, 20) });
    expect(await problem(id)).toBe('damaged');
    await collection.originals.clear();
    expect(await problem(id)).toBe('no-original');
    const essay = expectValue(readEssay(openOf(1)));
    const blank = new TextEncoder().encode('<html></html>');
    const kept = expectValue(
      await keepEssay(collection, {
        essay: { ...essay, originalUrl: 'http://b.example/' },
        capture: capture(0),
        original: blank,
      }),
    );
    expect(await problem(kept.id)).toBe('nothing-to-read');
    expect(await collection.captures.count()).toBe(2);
  });
});

describe('one by one', () => {
  it('goes in order, tells progress and stops when told', async () => {
    const stop = new AbortController();
    const seen: string[] = [];
    const results = await oneByOne(
      [1, 2, 3, 4],
      async (n) => {
        if (n === 3) stop.abort();
        return n * 10;
      },
      { signal: stop.signal, onProgress: (done, of) => seen.push(`${done}/${of}`) },
    );
    expect(results).toEqual([10, 20, 30]);
    expect(seen).toEqual(['1/4', '2/4', '3/4']);
  });
});
