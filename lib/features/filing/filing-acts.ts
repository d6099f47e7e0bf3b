import { i18n } from '#i18n';
import { editFields, unedit } from '../../collection/actions/edit-fields.ts';
import { editMany } from '../../collection/actions/edit-many.ts';
import { setNote } from '../../collection/actions/note.ts';
import { setReadState } from '../../collection/actions/read-state.ts';
import { createShelf, putOnShelf, takeOffShelf } from '../../collection/actions/shelves.ts';
import { type Tagging, tagEssays } from '../../collection/actions/tags.ts';
import type { Collection } from '../../collection/collection.ts';
import { getRows } from '../../collection/get-rows.ts';
import { type EssayRow, type ReadState, readStateOf } from '../../collection/rows.ts';
import { writingRows } from '../../collection/write-rows.ts';
import type { EssayFields, FieldName } from '../../essay/essay.ts';
import { essayName } from '../../ui/essays/essay-name.ts';
import { formatNumber } from '../../ui/format.ts';
import { fieldNamesOf, readStateName } from '../../ui/words.ts';
import { actAsOne } from './act-as-one.ts';
import type { UndoStack } from './undo-stack.svelte.ts';

/** Collections to put essays into, to take them out of, and to make for them by name. */
export interface Shelving {
  readonly put: readonly string[];
  readonly off: readonly string[];
  readonly made: readonly string[];
}

/** How essays are filed, in the library and while reading: each act is told, and can be undone. */
export function createFilingActs(collection: Collection, undoStack: UndoStack) {
  const markAs = (ids: readonly string[], state: ReadState) =>
    undoStack.perform(
      () => setReadState(collection, ids, state),
      (n) => i18n.t('readState.changed', n, [formatNumber(n), readStateName(state)]),
    );
  return {
    markAs,
    /** Marks essays as read; as unread again where all of them are. */
    toggleRead: async (ids: readonly string[]) => {
      const found = await getRows(collection, ids).catch(() => []);
      const allRead = found.every((row) => row === null || readStateOf(row) === 'read');
      return markAs(ids, allRead ? 'unread' : 'read');
    },
    tag: (ids: readonly string[], tagging: Tagging) =>
      undoStack.perform(
        () => tagEssays(collection, ids, tagging),
        (n) => i18n.t('library.tagged', n, [formatNumber(n)]),
      ),
    /** Puts essays into collections, those named newly too, and takes them out of others, as one act. */
    shelve: (ids: readonly string[], { put, off, made }: Shelving) => {
      const inNew = (name: string) => async () => {
        const shelf = await createShelf(collection, name);
        if (!shelf.ok) return shelf;
        return actAsOne([async () => shelf, () => putOnShelf(collection, ids, shelf.value.id)]);
      };
      const acts = [
        ...made.map(inNew),
        ...put.map((id) => () => putOnShelf(collection, ids, id)),
        ...off.map((id) => () => takeOffShelf(collection, ids, id)),
      ];
      return undoStack.perform(
        () => actAsOne(acts, (work) => writingRows(collection, [collection.shelves, collection.bodies], work)),
        (n) => i18n.t('library.shelved', n, [formatNumber(n)]),
      );
    },
    edit: (row: EssayRow, fields: Partial<EssayFields>) =>
      undoStack.perform(
        () => editFields(collection, row.id, fields, row),
        (_, { overwrote }) =>
          overwrote.length > 0
            ? i18n.t('edit.overwrote', [fieldNamesOf(overwrote)])
            : i18n.t('edit.savedOf', [essayName(row)]),
      ),
    editMany: (ids: readonly string[], fields: Partial<EssayFields>) =>
      undoStack.perform(
        () => editMany(collection, ids, fields),
        (n) => i18n.t('batch.done', n, [formatNumber(n)]),
      ),
    /** Gives a field back what was found. */
    unedit: (row: EssayRow, field: FieldName) =>
      undoStack.perform(
        () => unedit(collection, row.id, field),
        () => i18n.t('edit.savedOf', [essayName(row)]),
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
