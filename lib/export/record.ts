import type { BodyRow, CaptureRow, EssayRow } from '../collection/rows.ts';
import type { Essay } from '../essay/essay.ts';

/** One essay as every export reads it: shown fields, text, provenance, facts of its capture, and the reader's own work. */
export interface ExportRecord {
  readonly id: string;
  /** The essay with the fields as shown: those set by hand prevail. */
  readonly essay: Essay;
  /** Of a page read from a file by the command line there is none: nobody took it in a browser. */
  readonly capture: CaptureFacts | null;
  /** When it was first kept, UTC, or null. */
  readonly keptAt: string | null;
  /** Names of its tags. */
  readonly tags: readonly string[];
  /** The reader's note, '' for none. */
  readonly note: string;
}

/** What an export tells of the taking of the page. */
export type CaptureFacts = Omit<CaptureRow, 'id' | 'essayId'>;

/** The record of a kept essay; `body` and `capture` are those of the row's current capture, `tags` the names of its tags. */
export function recordOfRows(row: EssayRow, body: BodyRow, capture: CaptureRow, tags: readonly string[]): ExportRecord {
  const { captureId: _capture, essayId: _essay, ...essay } = body;
  const { id: _id, essayId: _of, ...facts } = capture;
  return { id: row.id, essay: { ...essay, ...row.edited }, capture: facts, keptAt: row.keptAt, tags, note: row.note };
}

/** The record of an essay that was read and not kept. */
export const recordOfEssay = (id: string, essay: Essay): ExportRecord => ({
  id,
  essay,
  capture: null,
  keptAt: null,
  tags: [],
  note: '',
});
