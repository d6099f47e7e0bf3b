import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Collection } from '../../../../lib/collection/collection.ts';
import { essayRowOf } from '../../../../lib/collection/keep/essay-row.ts';
import { keepEssay, keepEssays, keepRows, keepSoon } from '../../../../lib/collection/keep/keep-essay.ts';
import { type Keeping, type KeepingRows, keepingRows } from '../../../../lib/collection/keep/keep-request.ts';
import { type BodyRow, NO_DOC, noWork } from '../../../../lib/collection/rows.ts';
import type { TextEdit } from '../../../../lib/essay/text-edits/text-edit.ts';
import { emptyCollection, expectValue } from '../../../support/collections.ts';
import { numberedKeeping, sampleEssay, sampleKeeping, samplePage } from '../../../support/keepings.ts';

const LATER = { takenAt: '2026-04-02T09:30:00.000Z' };
/** A text that has a fingerprint. */
const long = Array.from({ length: 300 }, (_, at) => String.fromCharCode(0x5000 + at)).join('');

describe('keeping', () => {
  let collection: Collection;
  beforeEach(() => {
    collection = emptyCollection();
  });
  const keep = async (keeping: Keeping) => expectValue(await keepEssay(collection, keeping));
  const rowsOf = async (keeping: Keeping, facts: Partial<KeepingRows> = {}): Promise<KeepingRows> => ({
    ...expectValue(await keepingRows(keeping)),
    ...facts,
  });
  const row = async (id: string) => collection.essays.get(id);

  it.each<[string, Keeping, string]>([
    ['the same again', sampleKeeping(), 'unchanged'],
    ['with another counter', sampleKeeping({ hits: 999 }), 'unchanged'],
    [
      'with another record of how it was read',
      sampleKeeping({ provenance: { ...sampleEssay().provenance, missingPages: [] } }),
      'unchanged',
    ],
    [
      'another text of the same bytes',
      sampleKeeping(
        { text: '别' },
        {},
        '<html><body><p>县域是城乡之间的纽带。</p><p>转型要从产业做起。</p></body></html>',
      ),
      'recaptured',
    ],
    ['another title', sampleKeeping({ title: '别' }), 'recaptured'],
    ['other bytes', sampleKeeping({}, {}, '别'), 'recaptured'],
    ['by other rules', sampleKeeping({}, { rulesVersion: 2 }), 'recaptured'],
    ['another address', numberedKeeping(1), 'new'],
  ])('%s', async (_, again, change) => {
    const first = await keep(sampleKeeping());
    const kept = await keep({ ...again, capture: { ...again.capture, ...LATER } });
    expect(kept.change).toBe(change);
    expect(kept.captureId === first.captureId).toBe(change === 'unchanged');
    expect(await collection.captures.count()).toBe(change === 'unchanged' ? 1 : 2);
    expect(kept.keptAt).toBe(change === 'new' ? LATER.takenAt : first.keptAt);
    expect((await row(kept.id))?.captureId).toBe(kept.captureId);
  });

  it('brings an essay back from the trash, also where nothing is new', async () => {
    for (const again of [sampleKeeping(), sampleKeeping({ title: '新' }, LATER)]) {
      const { id } = await keep(sampleKeeping());
      await collection.essays.update(id, { trashedAt: '2026-03-02', note: '记' });
      await keep(again);
      expect(await row(id)).toMatchObject({ trashedAt: '', note: '记' });
    }
  });

  it('is done once under one id, whatever is current by then', async () => {
    const first = await keep({ ...sampleKeeping(), captureId: 'k1' });
    await keep(sampleKeeping({ title: '新' }, LATER));
    const again = await keep({ ...sampleKeeping({ title: '更新' }), captureId: 'k1' });
    expect([first.captureId, again.change, await collection.captures.count()]).toEqual(['k1', 'unchanged', 2]);
  });

  it('beside what is shown adds a version, unless that page of the archive is there', async () => {
    const first = await keep(sampleKeeping());
    const beside: Keeping = {
      ...sampleKeeping({ title: '旁' }, { pageUrl: 'http://web.archive.org/a', ...LATER }, '旁'),
      beside: true,
    };
    expect([(await keep(beside)).change, await collection.captures.count()]).toEqual(['beside', 2]);
    expect([(await row(first.id))?.title, (await row(first.id))?.captureId]).toEqual([
      '论县域经济的转型',
      first.captureId,
    ]);
    expect([(await keep(beside)).change, await collection.captures.count()]).toEqual(['unchanged', 2]);
    const otherPage = { ...beside, capture: { ...beside.capture, pageUrl: 'http://web.archive.org/b' } };
    const otherBytes = { ...beside, original: new TextEncoder().encode('又') };
    expect([(await keep(otherPage)).change, (await keep(otherBytes)).change]).toEqual(['beside', 'beside']);
    expect((await keep({ ...beside, essay: sampleEssay({ originalUrl: 'http://a.cn/9' }) })).change).toBe('new');
  });

  it('stores bytes once, and tells where those of a version that was cleaned again are', async () => {
    const first = await keep({ ...sampleKeeping(), otherPages: [samplePage(2)] });
    const again = await keep({ ...sampleKeeping({}, { rulesVersion: 2 }), cleanedFrom: first.captureId });
    expect([await collection.originals.count(), (await collection.captures.get(again.captureId))?.cleanedFrom]).toEqual(
      [1, first.captureId],
    );
    expect(await collection.captures.get(first.captureId)).not.toHaveProperty('cleanedFrom');
    expect(
      (await collection.originals.get(first.captureId))?.otherPages.map(({ charset, byteLength }) => [
        charset,
        byteLength,
      ]),
    ).toEqual([['gb18030', 13]]);
  });

  it('writes down which images are wanted', async () => {
    await keep(sampleKeeping());
    expect(await collection.wanted.count()).toBe(0);
    const { id } = await keep({ ...sampleKeeping({ title: '新' }, LATER), wantsImages: true });
    expect(await collection.wanted.toArray()).toEqual([{ essayId: id, since: LATER.takenAt, tries: 0 }]);
  });

  it('has near-duplicates in one cluster, and an essay that is kept again in its own', async () => {
    const near = (n: number, text = long) => numberedKeeping(n, { text });
    const [one, two] = [await keep(near(1)), await keep(near(2, `${long}尾`))];
    const cluster = (await row(one.id))?.cluster;
    expect([cluster !== '', (await row(two.id))?.cluster === cluster]).toEqual([true, true]);
    await keep({ ...near(1), capture: { ...near(1).capture, ...LATER, rulesVersion: 2 } });
    expect((await row(one.id))?.cluster).toBe(cluster);
    expect([await collection.fingerprints.count(), await collection.clusters.count()]).toEqual([2, 1]);
  });

  it('soon leaves fingerprints for later, and says what waits', async () => {
    const kept = expectValue(await keepSoon(collection, numberedKeeping(1, { text: long })));
    expect([kept.change, await collection.fingerprints.count()]).toEqual(['new', 0]);
    const waits = (await collection.meta.toArray()).some(({ value }) => JSON.stringify(value).includes(kept.id));
    expect(waits).toBe(true);
    expect(expectValue(await keepSoon(collection, numberedKeeping(1, { text: long }))).change).toBe('unchanged');
  });

  it('of rows that are at hand keeps what somebody else made of a new essay, and when it came', async () => {
    const work = { tags: ['t1'], note: '他的' };
    const rows = await rowsOf(sampleKeeping(), { keptAt: '2026-05-01T00:00:00.000Z', work });
    expect(expectValue(await keepRows(collection, rows))).toMatchObject({
      change: 'new',
      keptAt: '2026-05-01T00:00:00.000Z',
    });
    expect(await row(rows.body.essayId)).toMatchObject({ ...noWork, ...work, keptAt: '2026-05-01T00:00:00.000Z' });
    const again = await rowsOf(sampleKeeping({ title: '新' }, LATER), {
      keptAt: '2026-06-01T00:00:00.000Z',
      work: { note: '再' },
    });
    expect(expectValue(await keepRows(collection, again))).toMatchObject({
      change: 'recaptured',
      keptAt: '2026-05-01T00:00:00.000Z',
    });
    expect(await row(rows.body.essayId)).toMatchObject({ title: '新', note: '他的' });
  });

  it('asks for the room of the originals, and of text and markup twice', async () => {
    const asked: number[] = [];
    vi.spyOn(collection.guard, 'ready').mockImplementation(async (bytes) => {
      asked.push(bytes);
      return asked.length > 3 ? 'storage-full' : null;
    });
    const keeping = {
      ...sampleKeeping({ html: '<p>一</p>', text: '一' }, {}, 'x'.repeat(100)),
      otherPages: [samplePage(2), samplePage(3)],
    };
    await keepEssay(collection, keeping);
    await keepEssays(collection, [keeping, numberedKeeping(2, { html: '', text: '二二' })]);
    const rows = await rowsOf(keeping);
    await keepRows(collection, rows);
    const bytes = 100 + 13 + 13 + 2 * 9;
    expect(asked).toEqual([
      bytes,
      bytes + '<html><body></body></html>'.length + 4,
      (rows.original?.gzip.byteLength ?? 0) + 18,
    ]);
    const full = { ok: false, problem: { code: 'storage-full' } };
    expect(await keepEssays(collection, [keeping, keeping])).toEqual([full, full]);
    expect(await keepRows(collection, { ...rows, original: null })).toEqual(full);
    expect(asked.slice(3)).toEqual([2 * bytes, 18]);
  });

  it('of one address twice is done in two rounds, in order', async () => {
    const all = [
      sampleKeeping(),
      numberedKeeping(1),
      sampleKeeping({ title: '新' }, LATER),
      sampleKeeping({ title: '新' }, LATER),
    ];
    const kept = (await keepEssays(collection, all)).map(expectValue);
    expect(kept.map(({ change }) => change)).toEqual(['new', 'new', 'recaptured', 'unchanged']);
    expect((await row(kept[0]?.id ?? ''))?.title).toBe('新');
  });

  it('keeps the others where one cannot be stored', async () => {
    await collection.bodies.put({ captureId: 'taken' } as never);
    const all = [numberedKeeping(1), { ...numberedKeeping(2), captureId: 'taken' }, numberedKeeping(3)];
    const kept = await keepEssays(collection, all);
    expect(kept.map((one) => (one.ok ? one.value.change : one.problem.code))).toEqual(['new', 'storage-failed', 'new']);
    expect([await collection.essays.count(), await collection.captures.count()]).toEqual([2, 2]);
  });
});

describe('the row of an essay', () => {
  const body = { ...sampleEssay(), captureId: 'c1', essayId: 'e1', digest: 'd' } as BodyRow;
  const { html: _html, text: _text, provenance, ...facts } = sampleEssay();
  const plain = {
    ...facts,
    ...noWork,
    id: 'e1',
    captureId: 'c1',
    length: 20,
    keptAt: 'k',
    trashedAt: 't',
    doc: NO_DOC,
  };
  const edit = (change: Partial<TextEdit>): TextEdit => ({
    id: 'x',
    madeAt: '2026',
    kind: 'corrected',
    found: '县域是城乡之间的纽带。',
    text: '县域是纽带。',
    after: null,
    ...change,
  });
  const doubted = {
    ...body,
    provenance: {
      ...provenance,
      removals: ['甲', '乙', '丙'].map((text, at) => ({
        rule: 'pager' as const,
        text,
        ...(at < 2 && { doubted: true as const }),
      })),
    },
  };

  it('has the fields of its body, and nothing that is not', () => {
    expect(essayRowOf(body, 'k', 't')).toEqual(plain);
    expect(essayRowOf(body, 'k', 't', noWork, 7)).toEqual({ ...plain, doc: 7 });
  });

  it('has the fields that were set by hand', () => {
    expect(essayRowOf(body, 'k', 't', { ...noWork, edited: { title: '新' }, note: '记', cluster: 'k1' })).toEqual({
      ...plain,
      title: '新',
      edited: { title: '新' },
      note: '记',
      cluster: 'k1',
    });
  });

  it('has the length of the changed text, and the changes', () => {
    const textEdits = [edit({})];
    expect(essayRowOf(body, 'k', 't', { ...noWork, textEdits })).toEqual({ ...plain, length: 15, textEdits });
    expect(essayRowOf(body, 'k', 't', { ...noWork, textEdits: [] })).toEqual(plain);
  });

  it('counts doubts that nobody has settled', () => {
    expect(essayRowOf(doubted, 'k', 't')).toEqual({ ...plain, doubts: 2 });
    const settled = (...textEdits: readonly TextEdit[]) =>
      essayRowOf(doubted, 'k', 't', { ...noWork, textEdits }).doubts;
    expect(settled(edit({ kind: 'put-back', found: '甲' }))).toBe(1);
    expect(settled(edit({ kind: 'taken-out', found: '甲' }))).toBe(2);
    expect(settled(edit({ kind: 'put-back', found: '甲' }), edit({ kind: 'put-back', found: '乙' }))).toBeUndefined();
  });

  it('has what else is known of it', () => {
    const own = {
      ...noWork,
      checked: 'c1',
      readState: 'read' as const,
      givenCopy: { archive: 'wayback' as const, url: 'http://a.cn/', capturedAt: null },
    };
    expect(essayRowOf(body, 'k', 't', own)).toEqual({ ...plain, ...own });
    const missing = { ...body, provenance: { ...provenance, missingPages: ['http://a.cn/2'] } };
    expect(essayRowOf(missing, 'k', 't').lacks).toEqual(['missing-pages']);
  });
});
