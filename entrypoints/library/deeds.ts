import { i18n } from '#i18n';
import type { Collection } from '../../lib/collection/collection.ts';
import { setApart, setMain } from '../../lib/collection/duplicates/clusters.ts';
import { editFields, unedit } from '../../lib/collection/edit-fields.ts';
import { setNote } from '../../lib/collection/note.ts';
import type { EssayRow, SearchRow, TagRow } from '../../lib/collection/rows.ts';
import { removeSearch, saveSearch } from '../../lib/collection/saved-searches.ts';
import {
  createShelf,
  deleteShelf,
  moveShelf,
  putOnShelf,
  renameShelf,
  takeOffShelf,
} from '../../lib/collection/shelves.ts';
import { deleteTag, renameTag, type Tagging, tagEssays } from '../../lib/collection/tags.ts';
import { emptyTrash, moveToTrash, restoreFromTrash } from '../../lib/collection/trash.ts';
import type { EssayFields, FieldName } from '../../lib/essay/essay.ts';
import { formatNumber } from '../../lib/ui/format.ts';
import type { Acts } from './acts.svelte.ts';
import { nameOf } from './name-of.ts';
import type { PlacedShelf, ShelfMove } from './placed-shelf.ts';
import type { Selection } from './selection.svelte.ts';
import { together } from './together.ts';

/** Collections to put essays into, to take them out of, and to make for them by name. */
export interface Shelving {
  readonly put: readonly string[];
  readonly off: readonly string[];
  readonly made: readonly string[];
}

/** What the reader can do in the library: each act is told, and can be undone. */
export function createDeeds(collection: Collection, acts: Acts, selection: Selection) {
  return {
    /** Moves essays to the trash; `row` is given where it is one, to be called by its name. */
    async remove(ids: readonly string[], row: EssayRow | null = null): Promise<void> {
      const done = await acts.perform(
        () => moveToTrash(collection, ids),
        (n) => (row ? i18n.t('library.deleted', [nameOf(row)]) : i18n.t('library.deletedMany', n, [formatNumber(n)])),
      );
      if (done) selection.drop(ids);
    },
    /** Takes essays out of the trash. */
    async restore(ids: readonly string[], row: EssayRow | null = null): Promise<void> {
      const done = await acts.perform(
        () => restoreFromTrash(collection, ids),
        (n) => (row ? i18n.t('library.restored', [nameOf(row)]) : i18n.t('library.restoredMany', n, [formatNumber(n)])),
      );
      if (done) selection.drop(ids);
    },
    /** Empties the trash, which cannot be undone. */
    async empty(): Promise<void> {
      const emptied = await emptyTrash(collection);
      if (emptied.ok) acts.forget();
      acts.say(i18n.t(emptied.ok ? 'library.emptied' : 'library.actionFailed'));
    },
    tag: (ids: readonly string[], tagging: Tagging) =>
      acts.perform(
        () => tagEssays(collection, ids, tagging),
        (n) => i18n.t('library.tagged', n, [formatNumber(n)]),
      ),
    renameTag: (tag: TagRow, name: string) =>
      acts.perform(
        () => renameTag(collection, tag.id, name),
        () => i18n.t('library.tagRenamed', [tag.name, name]),
      ),
    deleteTag: (tag: TagRow) =>
      acts.perform(
        () => deleteTag(collection, tag.id),
        () => i18n.t('library.tagDeleted', [tag.name]),
      ),
    /** Puts essays into collections, those named newly too, and takes them out of others, as one act. */
    shelve: (ids: readonly string[], { put, off, made }: Shelving) => {
      const inNew = (name: string) => async () => {
        const shelf = await createShelf(collection, name);
        if (!shelf.ok) return shelf;
        return together([async () => shelf, () => putOnShelf(collection, ids, shelf.value.id)]);
      };
      return acts.perform(
        () =>
          together([
            ...made.map(inNew),
            ...put.map((id) => () => putOnShelf(collection, ids, id)),
            ...off.map((id) => () => takeOffShelf(collection, ids, id)),
          ]),
        (n) => i18n.t('library.shelved', n, [formatNumber(n)]),
      );
    },
    makeShelf: (name: string) =>
      acts.perform(
        () => createShelf(collection, name),
        () => i18n.t('library.shelfMade', [name]),
      ),
    renameShelf: (shelf: PlacedShelf, name: string) =>
      acts.perform(
        () => renameShelf(collection, shelf.id, name),
        () => i18n.t('library.shelfRenamed', [shelf.name, name]),
      ),
    moveShelf: (shelf: PlacedShelf, { parent, place }: ShelfMove) =>
      acts.perform(
        () => moveShelf(collection, shelf.id, parent, place),
        () => i18n.t('library.shelfMoved', [shelf.name]),
      ),
    deleteShelf: (shelf: PlacedShelf) =>
      acts.perform(
        () => deleteShelf(collection, shelf.id),
        () => i18n.t('library.shelfDeleted', [shelf.name]),
      ),
    saveSearch: (name: string, query: string) =>
      acts.perform(
        () => saveSearch(collection, name, query),
        () => i18n.t('library.searchSaved', [name]),
      ),
    removeSearch: (search: SearchRow) =>
      acts.perform(
        () => removeSearch(collection, search.id),
        () => i18n.t('library.searchRemoved', [search.name]),
      ),
    edit: (row: EssayRow, fields: Partial<EssayFields>) =>
      acts.perform(
        () => editFields(collection, row.id, fields),
        () => i18n.t('edit.savedOf', [nameOf(row)]),
      ),
    /** Gives a field back what was found. */
    unedit: (row: EssayRow, field: FieldName) =>
      acts.perform(
        () => unedit(collection, row.id, field),
        () => i18n.t('edit.savedOf', [nameOf(row)]),
      ),
    setMain: (row: EssayRow) =>
      acts.perform(
        () => setMain(collection, row.id),
        () => i18n.t('alike.mainChosen'),
      ),
    setApart: (row: EssayRow) =>
      acts.perform(
        () => setApart(collection, row.id),
        () => i18n.t('alike.wentApart'),
      ),
    note: (row: EssayRow, text: string) =>
      acts.perform(
        () => setNote(collection, row.id, text),
        () => i18n.t('library.noted', [nameOf(row)]),
      ),
  };
}

export type Deeds = ReturnType<typeof createDeeds>;
