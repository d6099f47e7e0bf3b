import { readableRows } from '../../collection/checked/check-row.ts';
import type { Collection } from '../../collection/collection.ts';
import { searchedFields, searchedText } from '../../collection/ledger/searched-fields.ts';
import type { ReadTransaction } from '../../collection/read-at-once.ts';
import type { EssayRow, HighlightRow } from '../../collection/rows.ts';
import type { FoundIn } from '../contract.ts';

/** What the reader put on some essays: names of tags and collections by their ids, highlights by essay. */
interface OwnWords {
  readonly names: ReadonlyMap<string, string>;
  readonly marks: ReadonlyMap<string, readonly HighlightRow[]>;
}

/** Of no essay. */
export const noOwnWords: OwnWords = { names: new Map(), marks: new Map() };

/**
 * Reads what the reader put on these essays, in a transaction over tags, shelves and highlights; `marked` tells which have highlights:
 * asking for those of each essay would cost more than all else of a snippet.
 */
export async function ownWordsOf(
  reading: ReadTransaction,
  { tags, shelves, highlights }: Collection,
  rows: readonly EssayRow[],
  marked: ReadonlySet<string>,
): Promise<OwnWords> {
  const each = (ids: readonly string[]): string[] => [...new Set(ids)];
  const [tagRows, shelfRows, markRows] = await Promise.all([
    Promise.all(each(rows.flatMap((row) => row.tags)).map((id) => reading.get(tags, id))),
    Promise.all(each(rows.flatMap((row) => row.shelves)).map((id) => reading.get(shelves, id))),
    Promise.all(rows.flatMap(({ id }) => (marked.has(id) ? [reading.having(highlights, 'essayId', id)] : []))),
  ]);
  const named = [...readableRows('tags', tagRows), ...readableRows('shelves', shelfRows)].map(
    ({ id, name }) => [id, name] as const,
  );
  const marks = new Map<string, HighlightRow[]>();
  for (const mark of readableRows('highlights', markRows.flat()))
    marks.set(mark.essayId, [...(marks.get(mark.essayId) ?? []), mark]);
  return { names: new Map(named), marks };
}

/** What an essay is found by besides title and body, each text by itself. */
export function seenWordsOf(
  row: EssayRow,
  { names, marks }: OwnWords,
): readonly { readonly in: FoundIn; readonly text: string }[] {
  const nameOf = (id: string): string => names.get(id) ?? '';
  return [
    ...searchedFields.flatMap((field) =>
      field === 'title'
        ? []
        : searchedText(row, field)
            .split('\n')
            .map((text) => ({ in: field, text })),
    ),
    { in: 'institution', text: row.institution ?? '' },
    { in: 'column', text: row.column.join(' › ') },
    ...row.tags.map((id) => ({ in: 'tag' as const, text: nameOf(id) })),
    ...row.shelves.map((id) => ({ in: 'shelf' as const, text: nameOf(id) })),
    ...(marks.get(row.id) ?? []).map(({ note }) => ({ in: 'mark' as const, text: note })),
  ];
}
