import type { Snippet } from 'svelte';
import type { EssayRow } from '../../../../lib/collection/rows.ts';
import type { TableColumn } from '../../../../lib/settings/list-looks.ts';
import type { ListView } from '../../route.svelte.ts';
import type { Names } from '../../side/facet-names.ts';
import type { Results } from '../results.svelte.ts';

/** What a place of the list is given, whatever the list's shape. */
export interface RowProps {
  results: Results;
  place: number;
  view: ListView;
  names: Names;
  ontag: (id: string) => void;
  chosen: (id: string) => boolean;
  onpick: (row: EssayRow, range: boolean) => void;
  ondelete: (event: MouseEvent, row: EssayRow) => void;
  onrestore: (event: MouseEvent, row: EssayRow) => void;
  ondrag: (event: DragEvent, row: EssayRow) => void;
  /** Names of those that are subscribed to, by id. */
  others: ReadonlyMap<string, string>;
  /** Takes an essay of another's into one's own. */
  ontake: (row: EssayRow) => void;
  /** The columns of a table. */
  columns: readonly TableColumn[];
  /** More to tell of an essay. */
  more: Snippet<[EssayRow]>;
}
