import { isNoteField, stampedId, textsOf } from '../../../lib/sync/model/stamped-row.ts';
import type { SeenDevice } from './seen-device.ts';

/**
 * What must not be lost, told by the acts alone and by what each device showed when they were done: a text, a capture, its original or a mark is
 * let go only where a device that showed it replaced it, or deleted its essay for good.
 */
export interface Ledger {
  /** Something new stands in an essay on a device. */
  readonly made: (replica: SeenDevice, essayId: string, what: string) => void;
  /** The note that a device shows of an essay is about to be replaced. */
  readonly replaced: (replica: SeenDevice, essayId: string) => void;
  readonly unmarked: (replica: SeenDevice, essayId: string, mark: string) => void;
  /** An essay that a device shows is about to be deleted for good, with all that the device shows of it. */
  readonly deleted: (replica: SeenDevice, essayId: string) => void;
  /** What a device that runs a newer version wrote. */
  readonly newer: Set<string>;
  /** Essays with what must still be in them. */
  readonly standing: () => ReadonlyMap<string, ReadonlySet<string>>;
}

export function newLedger(): Ledger {
  const standing = new Map<string, Set<string>>();
  const of = (essayId: string): Set<string> => {
    const known = standing.get(essayId) ?? new Set();
    standing.set(essayId, known);
    return known;
  };
  return {
    newer: new Set(),
    standing: () => standing,
    made: (_, essayId, what) => void of(essayId).add(what),
    replaced: (replica, essayId) => {
      // What was written at the same time elsewhere stands in the note that is shown, and is replaced with it.
      for (const text of notesOf(replica, essayId)) of(essayId).delete(`note ${text}`);
    },
    unmarked: (_, essayId, mark) => void of(essayId).delete(`mark ${mark}`),
    deleted: (replica, essayId) => {
      for (const what of shownIn(replica, essayId)) {
        of(essayId).delete(what);
        // It goes with its text, also where a device wants no originals and has none.
        of(essayId).delete(what.replace('capture ', 'original '));
      }
    },
  };
}

/** The texts of an essay's note on a device; a restored backup writes what it and the device had as one. */
export function notesOf(replica: SeenDevice, essayId: string): readonly string[] {
  const field = replica.stamps.get(stampedId('essays', essayId))?.fields['note'];
  if (field === undefined || !isNoteField(field)) return [];
  return textsOf(field).flatMap(({ v }) => String(v).split('\n\n'));
}

/** What a device shows of an essay, of the things that the ledger names. */
export function shownIn(replica: SeenDevice, essayId: string): ReadonlySet<string> {
  const of = (table: 'bodies' | 'originals' | 'highlights') =>
    [...replica.rows(table)].flatMap(([key, row]) => (row['essayId'] === essayId ? [key] : []));
  return new Set([
    ...of('bodies').map((id) => `capture ${id}`),
    ...of('originals').map((id) => `original ${id}`),
    ...of('highlights').map((id) => `mark ${id}`),
    ...notesOf(replica, essayId).map((text) => `note ${text}`),
  ]);
}
