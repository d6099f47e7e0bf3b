import type { ExportRecord } from './record.ts';

export type Records = AsyncIterable<ExportRecord> | Iterable<ExportRecord>;

/** The bytes of a file, piece by piece. */
export type Bytes = AsyncGenerator<Uint8Array<ArrayBuffer>>;

/** What a writer is told besides the essays. */
export interface WriteOptions {
  /** Title of a book; 文存 where there is none. */
  readonly title?: string;
  /** A document to read HTML with: the page's own where there is one, so that only Node gives it. */
  readonly document?: Document;
}

/** A kind of file that essays are written into. */
export interface FileForm {
  /** Without the dot. */
  readonly extension: string;
  readonly mime: string;
  /**
   * Writes the file as the records come: nothing is held but one record, or the references of a list in order. The same
   * records give the same bytes, whenever and wherever.
   */
  readonly write: (records: Records, options?: WriteOptions) => Bytes;
}

/** A format that holds any number of essays in one file. */
export interface Format extends FileForm {
  readonly id: string;
  readonly kind: 'reference' | 'text' | 'corpus';
  /** The file of a single essay, where that is no zip. */
  readonly single?: FileForm;
}

/** The file that a format makes of so many essays. */
export const formOf = (format: Format, count: number): FileForm => (count === 1 && format.single) || format;
