import { i18n } from '#i18n';
import { editFields, unedit } from '../../../lib/collection/actions/edit-fields.ts';
import { setNote } from '../../../lib/collection/actions/note.ts';
import { setReadState } from '../../../lib/collection/actions/read-state.ts';
import { removeSearch, saveSearch } from '../../../lib/collection/actions/saved-searches.ts';
import {
  createShelf,
  deleteShelf,
  moveShelf,
  putOnShelf,
  renameShelf,
  takeOffShelf,
} from '../../../lib/collection/actions/shelves.ts';
import { deleteTag, renameTag, type Tagging, tagEssays } from '../../../lib/collection/actions/tags.ts';
import { emptyTrash, moveToTrash, restoreFromTrash } from '../../../lib/collection/actions/trash.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { setApart, setMain } from '../../../lib/collection/duplicates/clusters.ts';
import type { EssayRow, ReadState, SearchRow, TagRow } from '../../../lib/collection/rows.ts';
import type { EssayFields, FieldName } from '../../../lib/essay/essay.ts';
import { formatNumber } from '../../../lib/ui/format.ts';
import { fieldNamesOf, readStateName } from '../../../lib/ui/words.ts';
import { essayName } from '../list/essay-name.ts';
import type { Selection } from '../list/selection.svelte.ts';
import type { PlacedShelf, ShelfMove } from '../side/placed-shelf.ts';
import { actAsOne } from './act-as-one.ts';
import type { UndoStack } from './undo-stack.svelte.ts';

/** Collections to put essays into, to take them out of, and to make for them by name. */
export interface Shelving {
  readonly put: readonly string[];
  readonly off: readonly string[];
  readonly made: readonly string[];
}

/** What the reader can do in the library: each act is told, and can be undone. */
export function createActions(collection: Collection, undoStack: UndoStack, selection: Selection) {
  return {
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
    markAs: (ids: readonly string[], state: ReadState) =>
      undoStack.perform(
        () => setReadState(collection, ids, state),
        (n) => i18n.t('readState.changed', n, [formatNumber(n), readStateName(state)]),
      ),
    tag: (ids: readonly string[], tagging: Tagging) =>
      undoStack.perform(
        () => tagEssays(collection, ids, tagging),
        (n) => i18n.t('library.tagged', n, [formatNumber(n)]),
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
    /** Puts essays into collections, those named newly too, and takes them out of others, as one act. */
    shelve: (ids: readonly string[], { put, off, made }: Shelving) => {
      const inNew = (name: string) => async () => {
        const shelf = await createShelf(collection, name);
        if (!shelf.ok) return shelf;
        return actAsOne([async () => shelf, () => putOnShelf(collection, ids, shelf.value.id)]);
      };
      return undoStack.perform(
        () =>
          actAsOne([
            ...made.map(inNew),
            ...put.map((id) => () => putOnShelf(collection, ids, id)),
            ...off.map((id) => () => takeOffShelf(collection, ids, id)),
          ]),
        (n) => i18n.t('library.shelved', n, [formatNumber(n)]),
      );
    },
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
    removeSearch: (search: SearchRow) =>
      undoStack.perform(
        () => removeSearch(collection, search.id),
        () => i18n.t('library.searchRemoved', [search.name]),
      ),
    edit: (row: EssayRow, fields: Partial<EssayFields>) =>
      undoStack.perform(
        () => editFields(collection, row.id, fields, row),
        (_, { overwrote }) =>
          overwrote.length > 0
            ? i18n.t('edit.overwrote', [fieldNamesOf(overwrote)])
            : i18n.t('edit.savedOf', [essayName(row)]),
      ),
    /** Gives a field back what was found. */
    unedit: (row: EssayRow, field: FieldName) =>
      undoStack.perform(
        () => unedit(collection, row.id, field),
        () => i18n.t('edit.savedOf', [essayName(row)]),
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
    /** Where another window had written meanwhile, both texts are kept, and `onjoined` is given them to show. */
    note: (row: EssayRow, text: string, onjoined: (note: string) => void = () => undefined) =>
      undoStack.perform(
        () => setNote(collection, row.id, text, row.note),
        (_, { joined, note }) => {
          if (joined) onjoined(note);
          return i18n.t(joined ? 'library.noteJoined' : 'library.noted', [essayName(row)]);
        },
      ),
  };
}

export type Actions = ReturnType<typeof createActions>;
