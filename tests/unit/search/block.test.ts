import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockWriter, piecesOf, positionsOf } from '../../../lib/search/index/block.ts';
import { blocksOfKey } from '../../../lib/search/index/block-cache.ts';
import { countRuns } from '../../../lib/search/index/count-runs.ts';
import { pairsAt } from '../../../lib/search/index/tokens.ts';

/** Lists by key: documents with their places. */
const someLists = fc.uniqueArray(
  fc.tuple(
    fc.integer({ min: 1, max: 0xffffffff }).filter((key) => (key & 0xffff) !== 0),
    fc.uniqueArray(fc.tuple(fc.nat(100_000), fc.uniqueArray(fc.nat(10_000), { minLength: 1, maxLength: 40 })), {
      minLength: 1,
      maxLength: 60,
      selector: ([doc]) => doc,
    }),
  ),
  { maxLength: 60, selector: ([key]) => key, size: 'max' },
);

describe('blocks', () => {
  it('give back every list that was written, found by its key', () => {
    fc.assert(
      fc.property(someLists, (lists) => {
        const sorted = lists.toSorted(([a], [b]) => a - b);
        const writer = blockWriter();
        for (const [key, docs] of sorted) {
          writer.term(key);
          for (const [doc, places] of docs.toSorted(([a], [b]) => a - b)) {
            writer.doc(doc, Uint32Array.from(places.toSorted((a, b) => a - b)), 0, places.length);
          }
        }
        const blocks = writer.take(true);
        const firstKeys = Uint32Array.from(blocks, ({ firstKey }) => firstKey);
        for (const [key, docs] of sorted) {
          const pieces = blocksOfKey({ firstKeys }, key).flatMap((block) => {
            const { postings = new Uint8Array(), positions = new Uint8Array() } = blocks[block] ?? {};
            return [...piecesOf(postings, Uint32Array.of(key))].map((piece) => ({ piece, positions }));
          });
          const expected = docs.toSorted(([a], [b]) => a - b).map(([doc, p]) => [doc, p.toSorted((a, b) => a - b)]);
          const found = pieces.flatMap(({ piece, positions }) => {
            const places = [...positionsOf(piece, positions)];
            return [...piece.docs].map((doc, at) => [doc, places.splice(0, piece.counts[at])]);
          });
          expect(found).toEqual(expected);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('let a long list run on through several, and pass over documents that are not wanted', () => {
    const writer = blockWriter();
    writer.term(0x10001);
    for (let doc = 0; doc < 20_000; doc += 1) writer.doc(doc, Uint32Array.of(doc, doc + 5), 0, 2);
    writer.term(0x10002);
    writer.doc(7, Uint32Array.of(1), 0, 1);
    const blocks = writer.take(true);
    expect(blocks.length).toBeGreaterThan(2);
    const firstKeys = Uint32Array.from(blocks, ({ firstKey }) => firstKey);
    expect(blocksOfKey({ firstKeys }, 0x10001)).toEqual(blocks.map((_, at) => at));
    const pieces = blocks.flatMap(({ postings, positions }) =>
      [...piecesOf(postings, Uint32Array.of(0x10001))].map((piece) => ({ piece, bytes: positions })),
    );
    const docs = Uint32Array.of(3, 12_000, 19_999, 30_000);
    // Each document has the place of its number, and five behind it the next.
    const run = [0, 5].map((offset) => ({ offset, pieces }));
    expect([...countRuns(run, docs)]).toEqual([1, 1, 1, 0]);
    expect([...countRuns([{ offset: 4, pieces }], docs)]).toEqual([1, 2, 2, 0]);
    const last = [0].map((offset) => ({ offset, pieces: pieces.slice(-1) }));
    expect([...countRuns(last, docs)]).toEqual([0, 0, 2, 0]);
  });

  it('count runs of pairs far apart, whatever is passed over between', () => {
    // Steps of one byte to four, in documents of which few are wanted.
    const place = fc.oneof(fc.nat(300), fc.nat(40_000), fc.nat(9_000_000));
    const document = fc.record({
      shared: fc.array(place, { maxLength: 6 }),
      first: fc.array(place, { maxLength: 12 }),
      second: fc.array(place, { maxLength: 12 }),
      wanted: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(document, { minLength: 1, maxLength: 60 }), (documents) => {
        const sorted = (places: readonly number[]): number[] => [...new Set(places)].sort((a, b) => a - b);
        const lists = documents.map(({ shared, first, second }) => [
          sorted([...shared, ...first]),
          sorted([...shared, ...second].map((at) => at + 2)),
        ]);
        const runs = [0, 1].map((pair) => {
          const writer = blockWriter();
          writer.term(0x10001);
          for (const [doc, both] of lists.entries()) {
            const places = Uint32Array.from(both[pair] ?? []);
            if (places.length > 0) writer.doc(doc, places, 0, places.length);
          }
          const pieces = writer
            .take(true)
            .flatMap(({ postings, positions }) =>
              [...piecesOf(postings, null)].map((piece) => ({ piece, bytes: positions })),
            );
          return { offset: 2 * pair, pieces };
        });
        const docs = [...documents.keys()].filter((doc) => documents[doc]?.wanted);
        const wanted = docs.map((doc) => {
          const [first = [], second = []] = lists[doc] ?? [];
          return first.filter((at) => second.includes(at + 2)).length;
        });
        expect([...countRuns(runs, Uint32Array.from(docs))]).toEqual(wanted);
      }),
    );
  });

  it('count a run of pairs as a look through the texts does', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 200 });
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 40 }),
        fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 3, maxLength: 7 }),
        (texts, term) => {
          const writer = blockWriter();
          const at = (pair: string, whole: string): number[] =>
            [...whole].flatMap((_, place) => (whole.startsWith(pair, place) ? [place] : []));
          const keys = pairsAt(term);
          const sorted = [...new Map(keys.map(({ key, offset }) => [key, term.slice(offset, offset + 2)]))];
          for (const [key, pair] of sorted.toSorted(([a], [b]) => a - b)) {
            writer.term(key);
            for (const [doc, whole] of texts.entries()) {
              const places = Uint32Array.from(at(pair, whole));
              if (places.length > 0) writer.doc(doc, places, 0, places.length);
            }
          }
          const blocks = writer.take(true);
          const runs = keys.map(({ key, offset }) => ({
            offset,
            pieces: blocks.flatMap(({ postings, positions }) =>
              [...piecesOf(postings, Uint32Array.of(key))].map((piece) => ({ piece, bytes: positions })),
            ),
          }));
          const docs = [...texts.keys()].filter((doc) => doc % 3 !== 1);
          const wanted = docs.map((doc) => at(term, texts[doc] ?? '').length);
          expect([...countRuns(runs, Uint32Array.from(docs))]).toEqual(wanted);
        },
      ),
    );
  });
});
