import { essayMaker, randomOf } from './made-essays.ts';

/** The seed of the bench's collection. */
export const SEED = 20_070_702;

/**
 * Mixed queries over the first `essays` texts of the collection: words of one to four characters (a half), two words (a
 * quarter), phrases of six characters, a word without another.
 */
export function makeQueries(count: number, essays: number): string[] {
  const random = randomOf(7);
  const make = essayMaker(SEED);
  const piece = (length: number): string => {
    for (;;) {
      const { text } = make(Math.floor(random() * essays)).body;
      const at = Math.floor(random() * (text.length - length));
      const found = text.slice(at, at + length);
      if (/^[\u4e00-\u9fff\d]+$/u.test(found)) return found;
    }
  };
  return Array.from({ length: count }, (_, at) => {
    if (at % 8 < 4) return piece((at % 4) + 1);
    if (at % 8 < 6) return `${piece(2)} ${piece(2)}`;
    return at % 8 === 6 ? `"${piece(6)}"` : `${piece(2)} -${piece(2)}`;
  });
}
