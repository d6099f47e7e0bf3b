import type { NotebookEntry } from '../../../lib/collection/actions/list-notebook.ts';
import type { HighlightColour } from '../../../lib/collection/rows.ts';
import { fold } from '../../../lib/search/text/fold.ts';

/** What of the notebook is shown; '' chooses nothing. */
export interface NotebookFilter {
  /** Words parted by white space, all of them in passage, note or title. */
  readonly words: string;
  readonly colour: HighlightColour | 'note' | '';
  /** Ids of a tag, a collection, an essay. */
  readonly tag: string;
  readonly shelf: string;
  readonly essay: string;
}

/** Nothing chosen. */
export const wholeNotebook: NotebookFilter = { words: '', colour: '', tag: '', shelf: '', essay: '' };

/** The entries that a filter lets through: essay by essay, the one marked last first, and in the order of the text. */
export function filterNotebook(entries: readonly NotebookEntry[], filter: NotebookFilter): readonly NotebookEntry[] {
  const words = fold(filter.words).split(/\s+/u).filter(Boolean);
  const fits = ({ essay, words: passage, note, colour }: NotebookEntry): boolean => {
    const text = words.length === 0 ? '' : fold([passage, note, essay.title, ...essay.authors].join('\n'));
    return (
      words.every((word) => text.includes(word)) &&
      (filter.colour === '' || (colour ?? 'note') === filter.colour) &&
      (filter.tag === '' || essay.tags.includes(filter.tag)) &&
      (filter.shelf === '' || essay.shelves.includes(filter.shelf)) &&
      (filter.essay === '' || essay.id === filter.essay)
    );
  };
  const found = entries.filter(fits);
  const latest = new Map<string, string>();
  for (const { essay, madeAt } of found) {
    const moment = madeAt || essay.keptAt;
    if (moment > (latest.get(essay.id) ?? '')) latest.set(essay.id, moment);
  }
  const ofEssay = ({ essay }: NotebookEntry): string => latest.get(essay.id) ?? '';
  return found.toSorted((a, b) => {
    if (a.essay.id === b.essay.id) return a.at - b.at;
    if (ofEssay(a) !== ofEssay(b)) return ofEssay(a) < ofEssay(b) ? 1 : -1;
    return a.essay.id < b.essay.id ? -1 : 1;
  });
}

/** Where an entry opens: at its passage. The reader's way back leads to the notebook. */
export const entryAddress = ({ id, essay, colour }: NotebookEntry): string =>
  `/reader.html?id=${essay.id}&list=notebook${colour === null ? '' : `#mark-${id}`}`;
