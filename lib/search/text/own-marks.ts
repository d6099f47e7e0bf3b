import { readableRows } from '../../collection/checked/check-row.ts';
import type { Collection } from '../../collection/collection.ts';
import { observe } from '../../collection/observe.ts';
import type { HighlightRow } from '../../collection/rows.ts';
import { fold } from './fold.ts';

/** The folded words of an essay's highlights: passages and notes, a line each. By the essay's id. */
export type OwnMarks = ReadonlyMap<string, string>;

/**
 * Reads the highlights once and follows them, as long as the collection is open: a search asks for them with every letter. After
 * the collection was closed, the next search reads them anew.
 */
export function ownMarks(collection: Collection): { read(): Promise<OwnMarks> } {
  const held: { marks: Promise<OwnMarks> | null } = { marks: null };
  const readAll = async (): Promise<readonly HighlightRow[]> =>
    readableRows('highlights', await collection.highlights.toArray());
  const follow = (): void => {
    const stop = observe(
      () => readAll(),
      (rows) => {
        held.marks = Promise.resolve(marksOf(rows));
      },
    );
    const end = (): void => {
      stop();
      held.marks = null;
      collection.on('close').unsubscribe(end);
    };
    collection.on('close', end);
  };
  return {
    read() {
      if (held.marks !== null) return held.marks;
      held.marks = readAll().then(marksOf);
      follow();
      return held.marks;
    },
  };
}

function marksOf(rows: readonly HighlightRow[]): OwnMarks {
  const lines = new Map<string, string[]>();
  for (const { essayId, quote, note } of rows)
    lines.set(essayId, [...(lines.get(essayId) ?? []), quote.exact.replaceAll('\n', ' '), note]);
  return new Map([...lines].map(([id, texts]) => [id, fold(texts.join('\n'))]));
}
