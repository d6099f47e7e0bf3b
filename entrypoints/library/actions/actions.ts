import { i18n } from '#i18n';
import type { Done } from '../../../lib/collection/actions/change-rows.ts';
import { removeSearch, renameSearch, saveSearch } from '../../../lib/collection/actions/saved-searches.ts';
import { createShelf, deleteShelf, moveShelf, renameShelf } from '../../../lib/collection/actions/shelves.ts';
import { deleteTag, renameTag } from '../../../lib/collection/actions/tags.ts';
import { emptyTrash, moveToTrash, restoreFromTrash } from '../../../lib/collection/actions/trash.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { setApart, setMain } from '../../../lib/collection/duplicates/clusters.ts';
import type { EssayRow, SearchRow, TagRow } from '../../../lib/collection/rows.ts';
import { succeed } from '../../../lib/essay/outcome.ts';
import { createFilingActs } from '../../../lib/features/filing/filing-acts.ts';
import type { PlacedShelf, ShelfMove } from '../../../lib/features/filing/placed-shelf.ts';
import type { UndoStack } from '../../../lib/features/filing/undo-stack.svelte.ts';
import { essayName } from '../../../lib/ui/essays/essay-name.ts';
import { formatNumber } from '../../../lib/ui/format.ts';
import type { Selection } from '../list/selection.svelte.ts';

/** What the reader can do in the library: each act is told, and can be undone. */
export function createActions(collection: Collection, undoStack: UndoStack, selection: Selection) {
  return {
    ...createFilingActs(collection, undoStack),
    /** Moves essays to the trash; `row` is given where it is one, to be called by its name. */
    async remove(ids: readonly string[], row: EssayRow | null = null): Promise<void> {
      const done = await undoStack.perform(
        () => moveToTrash(collection, ids),
        (n) =>
          row ? i18n.t('library.deleted', [essayName(row)]) : i18n.t('library.deletedMany', n, [formatNumber(n)]),
      );
      if (done) selection.drop(ids);
    },
    /** Takes essays out of the trash. */
    async restore(ids: readonly string[], row: EssayRow | null = null): Promise<void> {
      const done = await undoStack.perform(
        () => restoreFromTrash(collection, ids),
        (n) =>
          row ? i18n.t('library.restored', [essayName(row)]) : i18n.t('library.restoredMany', n, [formatNumber(n)]),
      );
      if (done) selection.drop(ids);
    },
    /** Empties the trash, which cannot be undone. */
    async empty(): Promise<void> {
      const emptied = await emptyTrash(collection);
      if (emptied.ok) undoStack.forget();
      undoStack.say(i18n.t(emptied.ok ? 'library.emptied' : 'library.actionFailed'));
    },
    /** Tells a cleaning that was done in a dialog, which is closed now, with the way back. */
    cleaned: (done: Done) =>
      undoStack.perform(
        async () => succeed(done),
        (n) => i18n.t('cleanAgain.done', n, [formatNumber(n)]),
      ),
    renameTag: (tag: TagRow, name: string) =>
      undoStack.perform(
        () => renameTag(collection, tag.id, name),
        () => i18n.t('library.tagRenamed', [tag.name, name]),
      ),
    deleteTag: (tag: TagRow) =>
      undoStack.perform(
        () => deleteTag(collection, tag.id),
        () => i18n.t('library.tagDeleted', [tag.name]),
      ),
    makeShelf: (name: string) =>
      undoStack.perform(
        () => createShelf(collection, name),
        () => i18n.t('library.shelfMade', [name]),
      ),
    renameShelf: (shelf: PlacedShelf, name: string) =>
      undoStack.perform(
        () => renameShelf(collection, shelf.id, name),
        () => i18n.t('library.shelfRenamed', [shelf.name, name]),
      ),
    moveShelf: (shelf: PlacedShelf, { parent, place }: ShelfMove) =>
      undoStack.perform(
        () => moveShelf(collection, shelf.id, parent, place),
        () => i18n.t('library.shelfMoved', [shelf.name]),
      ),
    deleteShelf: (shelf: PlacedShelf) =>
      undoStack.perform(
        () => deleteShelf(collection, shelf.id),
        () => i18n.t('library.shelfDeleted', [shelf.name]),
      ),
    saveSearch: (name: string, query: string) =>
      undoStack.perform(
        () => saveSearch(collection, name, query),
        () => i18n.t('library.searchSaved', [name]),
      ),
    renameSearch: (search: SearchRow, name: string) =>
      undoStack.perform(
        () => renameSearch(collection, search.id, name),
        () => i18n.t('library.searchRenamed', [name]),
      ),
    removeSearch: (search: SearchRow) =>
      undoStack.perform(
        () => removeSearch(collection, search.id),
        () => i18n.t('library.searchRemoved', [search.name]),
      ),
    setMain: (row: EssayRow) =>
      undoStack.perform(
        () => setMain(collection, row.id),
        () => i18n.t('alike.mainChosen'),
      ),
    setApart: (row: EssayRow) =>
      undoStack.perform(
        () => setApart(collection, row.id),
        () => i18n.t('alike.wentApart'),
      ),
  };
}

export type Actions = ReturnType<typeof createActions>;
