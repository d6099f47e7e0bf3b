import type { EssayRow } from './rows.ts';

/** Tells whether a row holds the words that the reader typed. */
export interface Matcher {
  /** True when no words were given. */
  readonly everything: boolean;
  row(row: EssayRow): boolean;
}

/** A matcher of title and authors: every word, parted by white space, as a substring; width and case do not matter. */
export function matcherOf(words: string): Matcher {
  const wanted = fold(words).split(/\s+/u).filter(Boolean);
  return {
    everything: wanted.length === 0,
    row(row) {
      if (wanted.length === 0) return true;
      const text = fold(`${row.title}\n${row.authors.join('\n')}`);
      return wanted.every((word) => text.includes(word));
    },
  };
}

/** NFKC folds full-width letters and digits to half-width. */
const fold = (text: string): string => text.normalize('NFKC').toLowerCase();
