import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { moveToTrash } from '../../../lib/collection/actions/trash.ts';
import { bodyDigest } from '../../../lib/collection/checked/body-digest.ts';
import {
  findByUrl,
  getBody,
  getCapture,
  getEssay,
  getOriginal,
  listCaptures,
} from '../../../lib/collection/get-essay.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { countEssays } from '../../../lib/collection/list-essays.ts';
import { noWork } from '../../../lib/collection/rows.ts';
import { sha256Hex } from '../../../lib/essay/fixity.ts';
import { gunzip } from '../../../lib/zip/gzip.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { sampleEssay, sampleKeeping, samplePage } from '../../support/keepings.ts';

const LATER = { takenAt: '2026-04-02T09:30:00.000Z' };

describe('keeping an essay', () => {
  it('keeps the whole record: row, capture with fixity, body and original', async () => {
    const collection = emptyCollection();
    const keeping = sampleKeeping();
    const kept = expectValue(await keepEssay(collection, keeping));
    expect(kept).toMatchObject({ keptAt: keeping.capture.takenAt, change: 'new' });

    const { html, text, provenance, ...facts } = keeping.essay;
    const ids = { id: kept.id, captureId: kept.captureId, doc: 0 };
    const row = { ...facts, ...ids, ...noWork, length: 20, keptAt: kept.keptAt, trashedAt: '' };
    expect(expectValue(await getEssay(collection, kept.id))).toEqual(row);
    const capture = expectValue(await getCapture(collection, kept.captureId));
    const sha256 = await sha256Hex(keeping.original);
    const fixity = { sha256, byteLength: keeping.original.byteLength };
    expect(capture).toEqual({ ...keeping.capture, ...fixity, id: kept.captureId, essayId: kept.id });
    const read = { ...facts, html, text, provenance, captureId: kept.captureId, essayId: kept.id };
    const body = { ...read, digest: await bodyDigest(read) };
    expect(expectValue(await getBody(collection, kept.captureId))).toEqual(body);
    expect(expectValue(await getOriginal(collection, kept.captureId))).toEqual(keeping.original);
  });

  it('gives each capture an id of its own that begins as its essay does, so that both stand in one order', async () => {
    const collection = emptyCollection();
    const first = expectValue(await keepEssay(collection, sampleKeeping()));
    const second = expectValue(await keepEssay(collection, sampleKeeping({}, LATER, '<p>乙</p>')));
    expect(second.captureId).not.toBe(first.captureId);
    for (const { id, captureId } of [first, second]) {
      expect(captureId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(captureId.replace('-', '').slice(0, 12)).toBe(id.slice(0, 12));
    }
  });

  it('compresses the original', async () => {
    const collection = emptyCollection();
    const kept = expectValue(await keepEssay(collection, sampleKeeping({}, {}, '<p>甲</p>'.repeat(2000))));
    expect((await collection.originals.get(kept.captureId))?.gzip.byteLength).toBeLessThan(1000);
  });

  it('stores the other pages of a paginated essay, compressed, in order', async () => {
    const collection = emptyCollection();
    const pages = [samplePage(2), samplePage(3)];
    const kept = expectValue(await keepEssay(collection, { ...sampleKeeping(), otherPages: pages }));
    const stored = (await collection.originals.get(kept.captureId))?.otherPages ?? [];
    const facts = await Promise.all(
      pages.map(async ({ address, charset, bytes }) => ({
        address,
        charset,
        sha256: await sha256Hex(bytes),
        byteLength: bytes.byteLength,
      })),
    );
    expect(stored).toMatchObject(facts);
    expect(await Promise.all(stored.map(({ gzip }) => gunzip(gzip)))).toEqual(pages.map(({ bytes }) => bytes));
  });

  it('finds it by any form of its address', async () => {
    const collection = emptyCollection();
    const { id } = expectValue(await keepEssay(collection, sampleKeeping()));
    const replay = 'https://web.archive.org/web/2007/http://example-school.cn/article/show.asp?id=12#top';
    expect(expectValue(await findByUrl(collection, replay))?.id).toBe(id);
    expect(expectValue(await findByUrl(collection, 'http://www.example-school.cn/article/show.asp?id=13'))).toBeNull();
  });
});

describe('keeping an address again', () => {
  it('adds a capture, makes it current and loses nothing', async () => {
    const collection = emptyCollection();
    const first = expectValue(await keepEssay(collection, sampleKeeping()));
    const archivedCopy = { archive: 'wayback' as const, url: 'https://web.archive.org/web/2007/x', capturedAt: '2007' };
    const changed = { title: '新题', text: '新文', html: '<p>新文</p>', archivedCopy };
    const second = expectValue(await keepEssay(collection, sampleKeeping(changed, LATER)));

    expect(second).toMatchObject({ id: first.id, keptAt: first.keptAt, change: 'recaptured' });
    expect(second.captureId).not.toBe(first.captureId);
    expect(expectValue(await getEssay(collection, first.id))).toMatchObject({
      title: '新题',
      archivedCopy,
      captureId: second.captureId,
      keptAt: first.keptAt,
    });
    const captures = expectValue(await listCaptures(collection, first.id));
    expect(captures.map(({ id }) => id)).toEqual([second.captureId, first.captureId]);
    expect(expectValue(await getBody(collection, first.captureId))).toMatchObject(sampleEssay());
    expect(expectValue(await getOriginal(collection, first.captureId))).toEqual(sampleKeeping().original);
    expect(expectValue(await countEssays(collection))).toBe(1);
  });

  it('adds nothing when bytes and text are the same, and says so', async () => {
    const collection = emptyCollection();
    const first = expectValue(await keepEssay(collection, sampleKeeping()));
    const second = expectValue(await keepEssay(collection, sampleKeeping({}, LATER)));
    expect(second).toEqual({ ...first, change: 'unchanged' });
    expect(await collection.captures.count()).toBe(1);
    expect(await collection.originals.count()).toBe(1);
  });

  it.each([
    ['other bytes', sampleKeeping({}, LATER, '<html>anders</html>')],
    ['another text', sampleKeeping({ text: '另一文' }, LATER, '<html><body>原文</body></html>')],
    ['newer rules', sampleKeeping({}, { ...LATER, rulesVersion: 2 })],
    ['another field read from the same bytes', sampleKeeping({ unit: '教务处' }, LATER)],
    [
      'other markup of the same text',
      sampleKeeping({ html: '<h2>另一种排法</h2>' }, LATER, '<html><body>原文</body></html>'),
    ],
  ])('adds a capture for %s', async (_, again) => {
    const collection = emptyCollection();
    await keepEssay(collection, sampleKeeping());
    expect(expectValue(await keepEssay(collection, again)).change).toBe('recaptured');
    expect(await collection.captures.count()).toBe(2);
  });

  it('adds one capture when two keep it at the same time', async () => {
    const collection = emptyCollection();
    const outcomes = await Promise.all([
      keepEssay(collection, sampleKeeping()),
      keepEssay(collection, sampleKeeping()),
    ]);
    expect(outcomes.map((outcome) => expectValue(outcome).change).toSorted()).toEqual(['new', 'unchanged']);
    expect(await collection.bodies.count()).toBe(1);
  });

  it.each([
    ['identical', sampleKeeping({}, LATER)],
    ['changed', sampleKeeping({ text: '新文' }, LATER)],
  ])('brings a trashed essay back, %s', async (_, again) => {
    const collection = emptyCollection();
    const { id } = expectValue(await keepEssay(collection, sampleKeeping()));
    await moveToTrash(collection, [id]);
    await keepEssay(collection, again);
    expect(expectValue(await getEssay(collection, id))?.trashedAt).toBe('');
  });
});

describe('a keep that fails', () => {
  it('leaves nothing behind when one table cannot be written', async () => {
    const collection = emptyCollection();
    await collection.open();
    const before = await Promise.all(collection.tables.map((table) => table.toArray()));
    collection.originals.hook('creating', () => {
      throw new Error('disk on fire');
    });
    const outcome = await keepEssay(collection, sampleKeeping());
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'storage-failed' } });
    expect(await Promise.all(collection.tables.map((table) => table.toArray()))).toEqual(before);
    expect(await collection.essays.count()).toBe(0);
  });

  it('tells a full disk from other failures', async () => {
    const collection = emptyCollection();
    await collection.open();
    const full = new DOMException('no room', 'QuotaExceededError');
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw full;
    });
    const outcome = await keepEssay(collection, sampleKeeping());
    vi.restoreAllMocks();
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'storage-full' } });
    expect(await collection.essays.count()).toBe(0);
  });
});

describe('reading', () => {
  it('gives null for what is not there', async () => {
    const collection = emptyCollection();
    expect(expectValue(await getEssay(collection, 'x'))).toBeNull();
    expect(expectValue(await getBody(collection, 'x'))).toBeNull();
    expect(expectValue(await getCapture(collection, 'x'))).toBeNull();
    expect(expectValue(await getOriginal(collection, 'x'))).toBeNull();
    expect(expectValue(await listCaptures(collection, 'x'))).toEqual([]);
  });

  it('calls an original damaged that cannot be decompressed', async () => {
    const collection = emptyCollection();
    const { captureId, id } = expectValue(await keepEssay(collection, sampleKeeping()));
    await collection.originals.put({ captureId, essayId: id, gzip: new Uint8Array([1, 2, 3]), otherPages: [] });
    expect(await getOriginal(collection, captureId)).toMatchObject({ ok: false, problem: { code: 'damaged' } });
  });
});
