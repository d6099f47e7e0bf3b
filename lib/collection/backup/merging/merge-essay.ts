import { editsInOrder } from '../../../essay/text-edits/edits-in-order.ts';
import { joinNotes } from '../../../essay/text-edits/join-notes.ts';
import type { TextEdit } from '../../../essay/text-edits/text-edit.ts';
import type { EssayRow } from '../../rows.ts';

/** An essay's row with the time at which its current version was taken. */
export interface Dated {
  readonly row: EssayRow;
  readonly takenAt: string;
  /** How well that version proves whose it is: see `standingOf`. */
  readonly standing: number;
}

/** Milliseconds that clocks of two computers may go apart. */
const APART = 86_400_000;

/**
 * One row of an essay that is in the collection and in a backup. The newer version is the current one, unless it is worse proved,
 * or a clock put it into the future, as seen from `now`; what the reader did is
 * united: tags, shelves, both notes, doubts looked at, how far it was read, fields edited by hand (the collection's where both were). Kept in either, it is kept.
 */
export function mergeEssay(here: Dated, restored: Dated, now = Date.now()): EssayRow {
  const isNewer = restored.takenAt > here.takenAt && !(Date.parse(restored.takenAt) > now + APART);
  const newer = isNewer && restored.standing >= here.standing ? restored.row : here.row;
  const edited = { ...restored.row.edited, ...here.row.edited };
  const looked = [here.row.checked, restored.row.checked];
  const checked = looked.includes(newer.captureId) ? newer.captureId : (looked[0] ?? looked[1]);
  const readState = furthest(here.row, restored.row);
  const givenCopy = here.row.givenCopy ?? restored.row.givenCopy;
  const textEdits = unitedEdits(here.row, restored.row);
  return {
    ...newer,
    ...edited,
    edited,
    ...(textEdits.length > 0 && { textEdits }),
    ...(checked !== undefined && { checked }),
    ...(readState !== undefined && { readState }),
    ...(givenCopy !== undefined && { givenCopy }),
    id: here.row.id,
    doc: here.row.doc,
    keptAt: earlier(here.row.keptAt, restored.row.keptAt),
    trashedAt: restored.row.trashedAt === '' ? '' : here.row.trashedAt,
    tags: union(here.row.tags, restored.row.tags),
    shelves: union(here.row.shelves, restored.row.shelves),
    note: joinNotes(here.row.note, restored.row.note),
    // The reader may have set it apart here since the backup was made.
    cluster: here.row.cluster,
  };
}

/** Changes of the text in the order in which they were made, each once. */
function unitedEdits(...rows: readonly EssayRow[]): readonly TextEdit[] {
  const byId = new Map(rows.flatMap(({ textEdits = [] }) => textEdits).map((edit) => [edit.id, edit]));
  return editsInOrder([...byId.values()]);
}

/** An essay that was read on either computer is read. */
function furthest(one: EssayRow, other: EssayRow): EssayRow['readState'] {
  if (one.readState === 'read') return 'read';
  return other.readState ?? one.readState;
}

/** Moments are compared as text. */
function earlier(one: string, other: string): string {
  if (other < one) return other;
  return one;
}

const union = (one: readonly string[], other: readonly string[]): readonly string[] => [...new Set([...one, ...other])];
