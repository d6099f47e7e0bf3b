import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockWriter, piecesOf, placesOf, positionsOf } from '../../../lib/search/index/block.ts';
import { blocksOfKey } from '../../../lib/search/index/block-cache.ts';

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
            return [...piecesOf(postings, new Set([key]))].map((piece) => ({ piece, positions }));
          });
          const expected = docs.toSorted(([a], [b]) => a - b).map(([doc, p]) => [doc, p.toSorted((a, b) => a - b)]);
          const found = pieces.flatMap(({ piece, positions }) => {
            const all = positionsOf(piece, positions);
            const { starts, places } = placesOf([{ piece }], piece.docs, () => positions);
            expect(places).toEqual(all);
            return [...piece.docs].map((doc, at) => [doc, [...places.slice(starts[at], starts[at + 1])]]);
          });
          expect(found).toEqual(expected);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('let a long list run on through several, and skip documents that are not wanted', () => {
    const writer = blockWriter();
    writer.term(0x10001);
    for (let doc = 0; doc < 20_000; doc += 1) writer.doc(doc, Uint32Array.of(doc, doc + 5), 0, 2);
    writer.term(0x10002);
    writer.doc(7, Uint32Array.of(1), 0, 1);
    const blocks = writer.take(true);
    expect(blocks.length).toBeGreaterThan(2);
    const firstKeys = Uint32Array.from(blocks, ({ firstKey }) => firstKey);
    expect(blocksOfKey({ firstKeys }, 0x10001)).toEqual(blocks.map((_, at) => at));
    const last = blocks.at(-1);
    const pieces = [...piecesOf(last?.postings ?? new Uint8Array(), new Set([0x10001]))].map((piece) => ({ piece }));
    const wanted = Uint32Array.of(19_999, 30_000);
    const { starts, places } = placesOf(pieces, wanted, () => last?.positions ?? new Uint8Array());
    expect([...places]).toEqual([19_999, 20_004]);
    expect([...starts]).toEqual([0, 2, 2]);
  });
});
