import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockWriter, piecesOf, positionsOf } from '../../../lib/search/index/block.ts';
import { pairKey, pairsAt, unitKey } from '../../../lib/search/index/tokens.ts';
import { coverOf } from '../../../lib/search/index/triples/cover.ts';
import { notingWriter } from '../../../lib/search/index/triples/frequent-pairs.ts';
import { partsOfTerm } from '../../../lib/search/index/triples/term-parts.ts';
import { tripleKey } from '../../../lib/search/index/triples/triple-keys.ts';
import { writeTriples } from '../../../lib/search/index/triples/write-triples.ts';
import { utf16Bytes } from '../../../lib/text/utf16.ts';

const pairOf = (pair: string): number => pairKey(pair.charCodeAt(0), pair.charCodeAt(1));
const keysOf = (...pairs: string[]): Uint32Array<ArrayBuffer> => Uint32Array.from(pairs, pairOf).sort();
const noRest = async (): Promise<void> => undefined;

describe('parts of a term', () => {
  it('are its pairs where a segment has no triples', () => {
    expect(partsOfTerm('学', undefined)).toEqual([{ key: unitKey(0x5b66), offset: 0, length: 1, of: 'pairs' }]);
    expect(partsOfTerm('abcd', undefined)).toEqual(
      pairsAt('abcd').map((pair) => ({ ...pair, length: 2, of: 'pairs' })),
    );
  });

  it('are triples where both pairs are frequent, and the pairs that are in none', () => {
    const triples = { pairs: keysOf('ab', 'bc', 'cd'), firstKeys: new Uint32Array() };
    const parts = (term: string) => partsOfTerm(term, triples).map(({ offset, length, of }) => [offset, length, of]);
    expect(parts('ab')).toEqual([[0, 2, 'pairs']]);
    expect(parts('abc')).toEqual([[0, 3, 'triples']]);
    expect(parts('abcdx')).toEqual([
      [0, 3, 'triples'],
      [1, 3, 'triples'],
      [3, 2, 'pairs'],
    ]);
    expect(parts('bax')).toEqual([
      [0, 2, 'pairs'],
      [1, 2, 'pairs'],
    ]);
    expect(partsOfTerm('bcd', triples)[0]?.key).toBe(tripleKey(1, 0x64));
  });

  it('of which places are read cover the term end to end, and no others cover it with fewer places', () => {
    const term = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 3, maxLength: 7 });
    const frequent = fc.subarray(['aa', 'ab', 'ac', 'ba', 'bb', 'bc', 'ca', 'cb', 'cc']);
    fc.assert(
      fc.property(term, frequent, fc.array(fc.nat(1000), { minLength: 7, maxLength: 7 }), (wanted, pairs, places) => {
        const parts = partsOfTerm(wanted, { pairs: keysOf(...pairs), firstKeys: new Uint32Array() });
        const counted = parts.map((part, at) => ({ ...part, places: places[at] ?? 0 }));
        const covers = (some: typeof counted): boolean =>
          new Set(some.flatMap(({ offset, length }) => Array.from({ length }, (_, at) => offset + at))).size ===
          wanted.length;
        const cost = (some: typeof counted): number => {
          const all = some.map((part) => part.places);
          const least = Math.min(...all);
          return least + (all.reduce((sum, one) => sum + one, 0) - least) * 0.6;
        };
        const cover = [...coverOf(counted, wanted.length)];
        expect(covers(cover)).toBe(true);
        const subsets = Array.from({ length: 2 ** counted.length }, (_, bits) =>
          counted.filter((_part, at) => (bits >> at) & 1),
        );
        const sum = (some: typeof counted): number => some.reduce((all, part) => all + part.places, 0);
        const fewest = Math.min(...subsets.filter(covers).map(sum));
        const least = cost(subsets.filter(covers).find((some) => sum(some) === fewest) ?? []);
        expect(cost(cover)).toBeLessThanOrEqual(least + 1e-9);
      }),
    );
  });
});

describe('lists of triples', () => {
  it('have every place of every triple, however few are made at a time', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'Ｂ', '\n'), maxLength: 80 });
    const frequent = fc.subarray(['aa', 'ab', 'bc', 'ba', 'cb'], { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { maxLength: 12 }),
        frequent,
        fc.integer({ min: 1, max: 60 }),
        async (all, pairs, room) => {
          const keys = keysOf(...pairs);
          const writer = blockWriter();
          const texts = async function* () {
            for (const one of all) yield utf16Bytes(one);
          };
          await writeTriples({ pairs: keys, from: 3, texts, room }, writer, noRest);
          const found = writer.take(true).flatMap(({ postings, positions }) =>
            [...piecesOf(postings, null)].flatMap((piece) => {
              const places = [...positionsOf(piece, positions)];
              return [...piece.docs].flatMap((doc, at) =>
                places.splice(0, piece.counts[at]).map((place) => [piece.key, doc, place]),
              );
            }),
          );
          const wanted = all.flatMap((one, at) => {
            const folded = one.replaceAll('Ｂ', 'b');
            return [...folded].flatMap((_, place) => {
              const [first, second] = [
                keys.indexOf(pairOf(`${folded.slice(place, place + 2)}\n\n`)),
                folded.slice(place + 1, place + 3),
              ];
              const is = first >= 0 && second.length === 2 && keys.includes(pairOf(second));
              return is ? [[tripleKey(first, folded.charCodeAt(place + 2)), at + 3, place]] : [];
            });
          });
          const inOrder = (one: number[], other: number[]): number =>
            (one[0] ?? 0) - (other[0] ?? 0) || (one[1] ?? 0) - (other[1] ?? 0) || (one[2] ?? 0) - (other[2] ?? 0);
          expect(found).toEqual(wanted.toSorted(inOrder));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('are of pairs that a quarter of the documents have, the most frequent first, up to half of all places', () => {
    const frequent = (lists: readonly (readonly [pair: string, docs: number, places: number])[], documents: number) => {
      const writer = notingWriter(blockWriter(), documents);
      for (const [pair, docs, places] of lists) {
        writer.term(pairOf(pair));
        for (let doc = 0; doc < docs; doc += 1) writer.doc(doc, new Uint32Array(places), 0, places);
      }
      return writer.frequent();
    };
    expect(
      frequent(
        [
          ['ab', 2, 1],
          ['ac', 1, 1],
          ['zz', 8, 9],
        ],
        8,
      ),
    ).toEqual(keysOf('ab'));
    expect(
      frequent(
        [
          ['ab', 2, 1],
          ['ac', 2, 2],
          ['zz', 1, 5],
        ],
        8,
      ),
    ).toEqual(keysOf('ac'));
    const writer = notingWriter(blockWriter(), 1);
    writer.term(unitKey(0x61));
    writer.doc(0, new Uint32Array(), 0, 0);
    expect(writer.frequent()).toEqual(new Uint32Array());
  });
});
