import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { fingerprintOf, likeness } from '../../../../lib/collection/duplicates/minhash.ts';
import { isUnseenEnd, listJobs, seeEnds } from '../../../../lib/collection/jobs.ts';
import { isWholeBlock, isWholeSegment, sumOfSegment } from '../../../../lib/collection/ledger/index-rows.ts';
import { isToldLately, standingOfWitness } from '../../../../lib/collection/loss/witness.ts';
import { digestOfFields, publishedEssay } from '../../../../lib/collection/publishing/published-fields.ts';
import { sizeOfValue } from '../../../../lib/collection/size-of-value.ts';
import { hearOperations, nextStamp, readDeviceClock } from '../../../../lib/collection/sync/clock-fact.ts';
import { readableFields } from '../../../../lib/collection/sync/readable-fields.ts';
import { readableUnsent } from '../../../../lib/collection/sync/readable-unsent.ts';
import { baseOperations, baseStamp } from '../../../../lib/collection/sync/stamping/base-stamp.ts';
import { CLOCK } from '../../../../lib/collection/sync/sync-rows.ts';
import { tagIdOf } from '../../../../lib/collection/sync/tag-ids.ts';
import { checksumOfBytes } from '../../../../lib/essay/checksum.ts';
import { stampOf } from '../../../../lib/sync/model/clock.ts';
import type { Operation } from '../../../../lib/sync/model/operation.ts';
import { emptyCollection, expectValue } from '../../../support/collections.ts';
import { wholeRows } from '../../../support/whole-rows.ts';

describe('a row of the search index', () => {
  const plain = { id: 1, from: 2, to: 4, docs: 2, firstKeys: new Uint32Array([7, 9]), bytes: 8 };
  /** Two blocks have four parts, two documents two more. */
  const file = { places: new Float64Array(7), sums: new Uint32Array(6) };

  const triples = { pairs: new Uint32Array([3]), firstKeys: new Uint32Array([0x61]) };
  /** Two documents leave the number of parts even; a block of triples has two more. */
  const fileOfTriples = { places: new Float64Array(9), sums: new Uint32Array(8) };
  const withTriples = { ...plain, file: fileOfTriples, triples };

  it.each<[string, unknown, boolean]>([
    ['of blocks', plain, true],
    ['with triples', withTriples, true],
    ['with triples and their sum', { ...withTriples, sum: sumOfSegment(withTriples) }, true],
    [
      'with triples after an empty part',
      { ...withTriples, to: 5, file: { places: new Float64Array(11), sums: new Uint32Array(10) } },
      true,
    ],
    [
      'with triples and the sum of none',
      { ...withTriples, sum: sumOfSegment({ ...plain, file: fileOfTriples }) },
      false,
    ],
    ['with triples in a file without', { ...withTriples, file }, false],
    ['with triples without a file', { ...plain, triples }, false],
    ['without the triples of its file', { ...plain, file: fileOfTriples }, false],
    ['with triples that are none', { ...withTriples, triples: null }, false],
    ['with triples of other pairs', { ...withTriples, triples: { ...triples, pairs: [3] } }, false],
    ['with triples of other keys', { ...withTriples, triples: { ...triples, firstKeys: null } }, false],
    ['with its sum', { ...plain, sum: sumOfSegment(plain) }, true],
    ['of a file with its sum', { ...plain, file, sum: sumOfSegment({ ...plain, file }) }, true],
    ['of no documents', { ...plain, from: 4, docs: 0 }, true],
    ['with the sum of another', { ...plain, sum: sumOfSegment({ ...plain, id: 2 }) }, false],
    ['with the sum of a file', { ...plain, sum: sumOfSegment({ ...plain, file }) }, false],
    ['nothing', null, false],
    ['text', 'x', false],
    ['with a number below none', { ...plain, id: -1 }, false],
    ['with half a number', { ...plain, docs: 0.5 }, false],
    ['with text for a number', { ...plain, bytes: '8' }, false],
    ['that counts backwards', { ...plain, from: 5 }, false],
    ['with other keys', { ...plain, firstKeys: [7, 9] }, false],
    ['of a file', { ...plain, file }, true],
    ['of a file with a place too few', { ...plain, file: { ...file, places: new Float64Array(6) } }, false],
    ['of a file with a sum too few', { ...plain, file: { ...file, sums: new Uint32Array(5) } }, false],
    ['of a file with other places', { ...plain, file: { ...file, places: new Uint32Array(7) } }, false],
    ['of a file with other sums', { ...plain, file: { ...file, sums: new Float64Array(6) } }, false],
    ['of a file that is none', { ...plain, file: null }, false],
    ['of a file that is text', { ...plain, file: 'x' }, false],
  ])('a segment %s', (_, row, is) => {
    expect(isWholeSegment(row)).toBe(is);
  });

  it('has a sum of each of its numbers', () => {
    const others = [
      { ...plain, id: 9 },
      { ...plain, from: 9 },
      { ...plain, to: 9 },
      { ...plain, docs: 9 },
      { ...plain, bytes: 9 },
      { ...plain, firstKeys: new Uint32Array([7]) },
      { ...plain, file: { ...file, places: file.places.with(0, 1) } },
      { ...plain, file: { ...file, sums: file.sums.with(0, 1) } },
      { ...plain, file },
      withTriples,
      { ...withTriples, triples: { ...triples, pairs: new Uint32Array([4]) } },
      { ...withTriples, triples: { ...triples, firstKeys: new Uint32Array([4]) } },
    ];
    expect(new Set([plain, ...others].map(sumOfSegment)).size).toBe(13);
  });

  it('a block is whole with its bytes and their sum', () => {
    const bytes = new Uint8Array([1, 2]);
    const block = { segment: 1, block: 0, bytes };
    const rows = [
      block,
      { ...block, sum: checksumOfBytes(bytes) },
      { ...block, sum: 1 },
      { ...block, bytes: [1] },
      undefined,
    ];
    expect(rows.map((row) => isWholeBlock(row as typeof block))).toEqual([true, true, false, false, false]);
  });
});

describe('a fingerprint', () => {
  const letters = Array.from({ length: 120 }, (_, at) => String.fromCharCode(0x4e00 + at * 7)).join('');

  it('is what is stored of the same text', async () => {
    const found = await fingerprintOf(letters);
    expect([found?.bands.length, found?.minhash.length]).toEqual([16, 64]);
    expect(found?.bands.slice(0, 3)).toEqual(['0.yx13n1', '1.13n7gky', '2.3px68l']);
    expect(found?.minhash.slice(0, 3)).toEqual([8_079_068, 6_039_491, 20_545_894]);
    expect([found?.bands.at(-1), found?.minhash.at(-1)]).toEqual(['f.fv8bng', 42_073_642]);
  });

  it('is of letters and digits alone, folded', async () => {
    const folded = await fingerprintOf(`${letters}ab1`);
    expect(await fingerprintOf(` ${[...letters].join('，')}ＡＢ　１！`)).toEqual(folded);
  });

  it('is of no text below a hundred letters', async () => {
    expect(await fingerprintOf(letters.slice(0, 99))).toBeNull();
    expect(await fingerprintOf(letters.slice(0, 100))).not.toBeNull();
  });

  it('tells how much of two is the same', () => {
    const one = Array.from({ length: 64 }, (_, at) => at);
    expect([
      likeness(one, one),
      likeness(
        one,
        one.map((n) => (n < 16 ? n : -1)),
      ),
      likeness(one, []),
    ]).toEqual([1, 0.25, 0]);
  });
});

describe('a collection and its witness', () => {
  const counts = { essays: 2, captures: 2, bodies: 2, originals: 2 };
  const witness = { collection: 'c', counts, seenAt: '2026-03-01T00:00:00.000Z' };
  const noneSeen = { ...witness, counts: { ...counts, essays: 0 } };

  it.each<[string, Parameters<typeof standingOfWitness>, ReturnType<typeof standingOfWitness>]>([
    ['nobody saw it', ['c', counts, null], 'first'],
    ['it was seen empty', ['c', counts, noneSeen], 'same'],
    ['another was seen empty', ['d', counts, noneSeen], 'first'],
    ['it is', ['c', counts, witness], 'same'],
    ['it is, and was not counted', ['c', null, witness], 'same'],
    ['it has more', ['c', { ...counts, essays: 3 }, witness], 'same'],
    ['it lost an original', ['c', { ...counts, originals: 1 }, witness], 'thinner'],
    ['it is another', ['d', counts, witness], 'lost'],
    ['it has no id', [null, counts, witness], 'lost'],
  ])('%s', (_, given, standing) => {
    expect(standingOfWitness(...given)).toBe(standing);
  });

  it('was told lately for ten milliseconds an essay', () => {
    const seen = Date.parse(witness.seenAt);
    expect([seen - 1, seen, seen + 19, seen + 20].map((now) => isToldLately(witness, 'c', now))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([
      isToldLately(null, 'c', seen),
      isToldLately(witness, 'd', seen),
      isToldLately(witness, null, seen),
    ]).toEqual([false, false, false]);
  });
});

describe('values', () => {
  it('have a size, each counted once', () => {
    const shared = { a: '塘堤' };
    expect([
      sizeOfValue({ x: shared, y: shared }),
      sizeOfValue([null, true, 1]),
      sizeOfValue(new Uint16Array(3)),
    ]).toEqual([2, 12, 6]);
  });

  it('that are published are told by their digest, whatever their order', async () => {
    const digest = await digestOfFields({ b: 2, a: 1 });
    expect(digest).toBe(await digestOfFields({ a: 1, b: 2 }));
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(digest).not.toBe(await digestOfFields({ a: 1, b: 3 }));
    const wish = { shelf: '', notes: false, marks: false, wanted: [] };
    expect(Object.keys(publishedEssay({ ...wholeRows.essays, xkeptAt: 'x', keptAtx: 'x' }, wish)).toSorted()).toEqual([
      'captureId',
      'edited/title',
      'keptAt',
      'trashedAt',
    ]);
  });

  it('make the ids of tags', () => {
    expect([tagIdOf('塘'), tagIdOf('a'.repeat(300))]).toEqual(['tag 塘', `tag ${'a'.repeat(300)}`]);
    const [one, other] = [tagIdOf(`${'a'.repeat(300)}b`), tagIdOf(`${'a'.repeat(300)}c`)];
    expect(one).toMatch(/^tag a{300} [0-9a-z]+$/);
    expect(one).not.toBe(other);
  });
});

describe('what devices tell each other', () => {
  const device = 'abcd';

  it('begins before any time, the trash before that, and says nothing of notes that are empty', () => {
    const told = (table: 'essays' | 'highlights', fields: Record<string, unknown>) =>
      baseOperations(table, { key: 'k', fields } as never, device).map(({ field, stamp }) => [field, stamp]);
    const [base, trash] = [baseStamp(device), stampOf({ time: 0, count: 0 }, device)];
    expect(base).toBe(stampOf({ time: 0, count: 1 }, device));
    const of = (...given: Parameters<typeof told>) => Object.fromEntries(told(...given));
    expect(of('essays', { note: '', trashedAt: '', keptAt: 'x' })).toEqual({ trashedAt: base, keptAt: base });
    expect(of('essays', { note: '记', trashedAt: '2026' })).toEqual({ note: base, trashedAt: trash });
    expect(of('highlights', { note: '', trashedAt: 'x' })).toEqual({ note: base, trashedAt: base });
  });

  it('is read as far as it can be', () => {
    expect(
      readableFields('essays', {
        keptAt: 7,
        note: '记',
        x: 1,
        'tags/t1': true,
        'tags/t2': 1,
        'edited/title': '塘',
        'edited/x': '塘',
      }),
    ).toEqual({
      fields: { note: '记', 'tags/t1': true, 'edited/title': '塘' },
      bad: ['keptAt', 'x', 'tags/t2', 'edited/x'],
    });
    const good = { table: 'tags', key: 'k', stamp: baseStamp(device) };
    const write = { table: 'tags', stamp: good.stamp, before: {}, acts: [{ key: 'k', fields: {} }] };
    const read = (operations: unknown, written?: unknown) =>
      readableUnsent({ mark: 1, operations, write: written } as never) as unknown as Record<string, unknown>;
    expect(read([good, { ...good, table: 1 }, { ...good, key: 1 }, { ...good, stamp: 'x' }, null, 'x'])).toEqual({
      mark: 1,
      operations: [good],
    });
    expect(read('x', write)).toEqual({ mark: 1, operations: [], write });
    for (const wrong of [
      { table: 'x' },
      { stamp: 'x' },
      { before: null },
      { acts: 'x' },
      { acts: [null] },
      { acts: [{ key: 1, fields: {} }] },
      { acts: [{ key: 'k', fields: null }] },
    ])
      expect(read([], { ...write, ...wrong }), JSON.stringify(wrong)).toEqual({ mark: 1, operations: [] });
  });

  it('moves the clock on, to the latest that was heard', async () => {
    const collection = emptyCollection();
    await expect(nextStamp(collection)).rejects.toThrow('does not sync');
    expect(await readDeviceClock(collection)).toBeNull();
    await collection.sync.put({
      key: CLOCK,
      value: { device, time: 5, count: 0, isBased: false, waiting: 0, waitingParts: 0 },
    });
    await hearOperations(collection, []);
    expect(await readDeviceClock(collection)).toMatchObject({ time: 5, count: 0 });
    const later = Date.now() + 1e9;
    const heard = (time: number) => ({ stamp: stampOf({ time, count: 3 }, 'efgh') }) as Operation;
    await hearOperations(collection, [heard(7), heard(later), heard(8)]);
    expect((await readDeviceClock(collection))?.time).toBe(later);
    const stamp = await nextStamp(collection);
    expect(stamp > stampOf({ time: later, count: 3 }, 'efgh')).toBe(true);
    collection.close();
  });
});

describe('queues that have ended', () => {
  it('and of which the reader wants to be told, are seen once', async () => {
    const collection = emptyCollection();
    const row = wholeRows.jobs as never as { readonly id: string };
    const put = (id: string, state: string, notice: string, madeAt: string) =>
      collection.jobs.put({ ...row, id, state, notice, madeAt } as never);
    await put('a', 'done', 'told', '2026-03-01T00:00:00.000Z');
    await put('b', 'done', 'seen', '2026-03-02T00:00:00.000Z');
    await put('c', 'running', 'told', '2026-03-03T00:00:00.000Z');
    await put('d', 'done', 'told', '2026-03-04T00:00:00.000Z');
    const unseen = async () =>
      expectValue(await listJobs(collection))
        .filter(isUnseenEnd)
        .map((one) => one.row.id);
    expect(await unseen()).toEqual(['d', 'a']);
    expectValue(await seeEnds(collection, ['a', 'b', 'x']));
    expect(await unseen()).toEqual(['d']);
    expect((await collection.jobs.get('b'))?.notice).toBe('seen');
    collection.close();
  });
});
