import type { Outcome } from '../../essay/outcome.ts';
import { readableRows } from '../checked/check-row.ts';
import type { Collection } from '../collection.ts';
import { getRows } from '../get-rows.ts';
import type { EssayRow, HighlightColour } from '../rows.ts';
import { attempt, type StorageProblem } from '../storage.ts';

/** What the reader marked or wrote, in its essay. */
export interface NotebookEntry {
  /** The highlight's; the essay's for a note on it as a whole. */
  readonly id: string;
  readonly essay: EssayRow;
  /** The passage, '' for a note on the essay as a whole. */
  readonly words: string;
  readonly note: string;
  /** Null for a note on the essay as a whole. */
  readonly colour: HighlightColour | null;
  /** Where it stands in the text. */
  readonly at: number;
  /** UTC, ISO 8601; '' for a note on the essay as a whole, of which it is not known. */
  readonly madeAt: string;
}

/** Essays read at a time. */
const AT_A_TIME = 500;

/** All highlights of kept essays, with their notes. Those in the trash are left out. */
export function listMarks(collection: Collection): Promise<Outcome<readonly NotebookEntry[], StorageProblem>> {
  return attempt(async () => {
    const marks = readableRows('highlights', await collection.highlights.toArray());
    const ids = [...new Set(marks.map(({ essayId }) => essayId))];
    const essays = new Map<string, EssayRow>();
    for (let from = 0; from < ids.length; from += AT_A_TIME)
      for (const row of await getRows(collection, ids.slice(from, from + AT_A_TIME)))
        if (row?.trashedAt === '') essays.set(row.id, row);
    return marks.flatMap(({ id, essayId, quote, note, colour, position, madeAt }) => {
      const essay = essays.get(essayId);
      return essay ? [{ id, essay, words: quote.exact, note, colour, at: position.start, madeAt }] : [];
    });
  });
}

/** The notes on kept essays as a whole. Every essay is looked at: ask once, not with every change. */
export function listNotes(collection: Collection): Promise<Outcome<readonly NotebookEntry[], StorageProblem>> {
  return attempt(async () => {
    const noted = await collection.essays.filter(({ note, trashedAt }) => Boolean(note) && trashedAt === '').toArray();
    return readableRows('essays', noted).map((essay) => ({
      id: essay.id,
      essay,
      words: '',
      note: essay.note,
      colour: null,
      at: -1,
      madeAt: '',
    }));
  });
}
