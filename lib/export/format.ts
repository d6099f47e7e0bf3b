import { essayReader, type ReadEssayHtml } from '../dom/sanitise.ts';
import type { ZipFile } from '../zip/create-zip.ts';
import type { ExportRecord } from './record.ts';

export type Records = AsyncIterable<ExportRecord> | Iterable<ExportRecord>;

/** The bytes of a file, piece by piece. */
export type Bytes = AsyncGenerator<Uint8Array<ArrayBuffer>>;

/** What a writer is told besides the essays. */
export interface FormatOptions {
  /** Title of a book or a library; 文存 where there is none. */
  readonly title?: string;
  /** True hands the reader's own notes, passages and tags over with a library; all other formats have them anyway. */
  readonly own?: boolean;
  /** A document to read HTML with: the page's own where there is one, so that only Node gives it. */
  readonly document?: Document;
  /** Reads the HTML of essays; made with `document` where it is not given. */
  readonly readHtml?: ReadEssayHtml;
}

/** What reads the HTML of essays: hand it on where many are written. */
export const readerOf = ({ document = globalThis.document, readHtml }: FormatOptions): ReadEssayHtml =>
  readHtml ?? essayReader(document);

/** A kind of file that essays are written into. */
export interface FileForm {
  /** Without the dot. */
  readonly extension: string;
  readonly mime: string;
  /**
   * Writes the file as the records come: nothing is held but one record, or the references of a list in order. The same
   * records give the same bytes, whenever and wherever.
   */
  readonly write: (records: Records, options?: FormatOptions) => Bytes;
}

/** The text of an essay as a file of its own, and the files that stand beside it, under names within the folder. */
export interface WrittenText {
  readonly text: string;
  readonly files?: readonly ZipFile[];
}

/** How each essay is written into a file of its own. `alone`: nothing can stand beside it. */
export interface EachFile extends Omit<FileForm, 'write'> {
  readonly write: (record: ExportRecord, options: FormatOptions, alone: boolean) => WrittenText | Promise<WrittenText>;
}

/** A format that holds any number of essays in one file: a zip where each has its own. */
export interface Format extends FileForm {
  readonly id: string;
  readonly kind: 'reference' | 'text' | 'hand-over' | 'corpus' | 'archive';
  readonly each?: EachFile;
}

/** The file that a format makes of so many essays: a single one needs no zip. */
export function formOf(format: Format, count: number): FileForm {
  const { each } = format;
  if (count !== 1 || each === undefined) return format;
  return {
    extension: each.extension,
    mime: each.mime,
    write: async function* (records, options = {}) {
      for await (const record of records)
        yield new TextEncoder().encode((await each.write(record, options, true)).text);
    },
  };
}
