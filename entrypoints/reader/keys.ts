import { i18n } from '#i18n';
import type { Shortcut } from '../../lib/ui/keys/shortcuts.ts';

/** What the reader's keys do with an essay, whoever's it is; each gives false where there is nothing to do it to. */
export interface ReadingActions {
  find(): boolean;
  /** Copies the words that are selected with their citation. */
  quote(): boolean;
  cite(): boolean;
  /** Goes to the essay before (-1) or after (1) this one in the list that led here. */
  go(by: 1 | -1): boolean;
  /** Goes back to the list, at the row of this essay. */
  back(): void;
  closePanel(): boolean;
}

/** What they do besides with an essay of one's own. */
export interface OwnActions {
  /** Marks the words that are selected with the colour of this place in the list of colours, from 0. */
  mark(colour: number): boolean;
  /** Marks the words that are selected and opens the note of the mark. */
  noteWords(): boolean;
  file(as: 'tag' | 'shelf' | 'note' | 'edit'): boolean;
  read(): boolean;
  export(): boolean;
  zotero(): boolean;
}

/** The reader's keys; `own` is null for an essay of another's. Where words are selected, `n` is about them, else about the essay. */
export function readerKeys(act: ReadingActions, own: OwnActions | null): readonly Shortcut[] {
  return [
    { keys: ['/'], name: i18n.t('reader.find'), run: act.find },
    { keys: ['y'], name: i18n.t('quoting.quote'), run: act.quote },
    ...(own === null ? [] : ownKeys(own)),
    { keys: ['r'], name: i18n.t('cite.open'), run: act.cite },
    { keys: ['['], name: i18n.t('reader.previousEssay'), run: () => act.go(-1) },
    { keys: [']'], name: i18n.t('reader.nextEssay'), run: () => act.go(1) },
    {
      keys: ['b'],
      name: i18n.t('keys.back'),
      run: () => {
        act.back();
        return true;
      },
    },
    { keys: ['Escape'], name: i18n.t('keys.closePanel'), typing: true, run: act.closePanel },
  ];
}

const ownKeys = (own: OwnActions): readonly Shortcut[] => [
  { keys: ['1', '2', '3', '4'], name: i18n.t('keys.mark'), run: ({ key }) => own.mark(Number(key) - 1) },
  { keys: ['n'], name: i18n.t('library.note'), run: () => own.noteWords() || own.file('note') },
  { keys: ['t'], name: i18n.t('library.tags'), run: () => own.file('tag') },
  { keys: ['c'], name: i18n.t('library.shelves'), run: () => own.file('shelf') },
  { keys: ['e'], name: i18n.t('edit.title'), run: () => own.file('edit') },
  { keys: ['m'], name: i18n.t('keys.markRead'), run: own.read },
  { keys: ['o'], name: i18n.t('exporting.open'), run: own.export },
  { keys: ['z'], name: i18n.t('zotero.send'), run: own.zotero },
];
