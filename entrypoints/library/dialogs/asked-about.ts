import type { Collection } from '../../../lib/collection/collection.ts';
import { getRows } from '../../../lib/collection/get-rows.ts';
import type { EssayRow } from '../../../lib/collection/rows.ts';

/** What the library asks the reader for. */
export type AskedDialog =
  | { readonly kind: 'tag' | 'batch'; readonly rows: readonly EssayRow[] }
  | { readonly kind: 'alike'; readonly row: EssayRow }
  | { readonly kind: 'note' | 'edit'; readonly row: EssayRow }
  | { readonly kind: 'shelf'; readonly rows: readonly EssayRow[] }
  | { readonly kind: 'search'; readonly query: string; readonly suggested: string }
  | { readonly kind: 'tags' | 'shelves' };

/** The dialog that asks about essays by their ids: those chosen, or the row at hand; null where none of them can be read. */
export async function askedAbout(
  collection: Collection,
  kind: 'tag' | 'shelf' | 'note' | 'edit' | 'alike' | 'batch',
  ids: readonly string[],
): Promise<AskedDialog | null> {
  const found = await getRows(collection, ids).catch(() => []);
  const rows = found.flatMap((row) => row ?? []);
  const [row] = rows;
  if (row === undefined) return null;
  return kind === 'note' || kind === 'edit' || kind === 'alike' ? { kind, row } : { kind, rows };
}
