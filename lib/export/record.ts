import { withoutFolders } from '../collection/backup/handed/without-folders.ts';
import type { BodyRow, CaptureRow, EssayRow, HighlightRow, ImageRow, OriginalPage } from '../collection/rows.ts';
import type { Essay } from '../essay/essay.ts';
import { applyEdits } from '../essay/text-edits/apply-edits.ts';
import type { TextEdit } from '../essay/text-edits/text-edit.ts';

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
  /** The reader's changes to the text, which `essay` has; what was found stands in them. */
  readonly textEdits?: readonly TextEdit[];
  /** What was taken of it as bytes, the oldest first, read one by one when it is asked for. */
  readonly originals: () => AsyncIterable<ExportOriginal>;
  /** The images kept with it, in the order of their addresses, read when they are asked for. */
  readonly images: () => Promise<readonly ExportImage[]>;
  /** What the reader marked in it, in the order of the text, read when it is asked for. */
  readonly highlights: () => Promise<readonly ExportHighlight[]>;
}

/** The bytes of one capture of an essay: what its clean text was read from. */
export interface ExportOriginal extends Pick<Essay, 'originalUrl' | 'archivedCopy'> {
  readonly capture: CaptureFacts;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The other pages of a paginated essay, in order, under the addresses that they were fetched from. */
  readonly otherPages: readonly ExportPage[];
}

/** The bytes of a further page of an essay. */
export interface ExportPage extends Omit<OriginalPage, 'gzip'> {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** An image of an essay that was obtained. `address` is that of the essay's HTML. */
export interface ExportImage extends Pick<ImageRow, 'address' | 'type' | 'takenAt'> {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A passage that the reader marked, with its note, '' for none. */
export interface ExportHighlight extends Pick<HighlightRow, 'colour' | 'note'> {
  readonly words: string;
}

/** What an export tells of the taking of the page. */
export type CaptureFacts = Omit<CaptureRow, 'id' | 'essayId' | 'cleanedFrom'>;

/** What stands in no row of an essay's own and is read later, if at all. */
export type LazyParts = Pick<ExportRecord, 'originals' | 'images' | 'highlights'>;

/** Of an essay that nothing is kept with. */
export const noParts: LazyParts = {
  originals: async function* () {},
  images: async () => [],
  highlights: async () => [],
};

/** The record of a kept essay; `body` and `capture` are those of the row's current capture, `tags` the names of its tags. */
export function recordOfRows(
  row: EssayRow,
  body: BodyRow,
  capture: CaptureRow,
  tags: readonly string[],
  parts: LazyParts = noParts,
): ExportRecord {
  const { captureId: _capture, essayId: _essay, digest: _digest, ...essay } = withoutFolders(body);
  return {
    id: row.id,
    essay: {
      ...essay,
      ...textOf(essay, row),
      ...row.edited,
      archivedCopy: essay.archivedCopy ?? row.givenCopy ?? null,
    },
    ...(row.textEdits && { textEdits: row.textEdits }),
    capture: captureFacts(capture),
    keptAt: row.keptAt,
    tags,
    note: row.note,
    ...parts,
  };
}

/** The text with the reader's changes. */
function textOf(essay: Essay, { textEdits }: EssayRow): Pick<Essay, 'html' | 'text'> {
  const { html, text } = applyEdits(essay, textEdits);
  return { html, text };
}

/** What an export tells of a capture: all but the keys of the database, and the folders of the reader's disk. */
export function captureFacts({ id: _id, essayId: _of, cleanedFrom: _from, ...facts }: CaptureRow): CaptureFacts {
  return withoutFolders(facts);
}

/** The record of an essay that was read and not kept. */
export const recordOfEssay = (id: string, essay: Essay, parts: LazyParts = noParts): ExportRecord => ({
  id,
  essay,
  capture: null,
  keptAt: null,
  tags: [],
  note: '',
  ...parts,
});
