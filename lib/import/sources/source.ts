import type { Problem } from '../../essay/outcome.ts';
import type { PartialMoment } from '../../essay/partial-date.ts';
import type { ArchiveName } from '../../essay/record-words.ts';
import type { FindBeside, ImageLookup } from './image-lookup.ts';

/** A file as it was dropped, chosen or named: a page, or an archive of pages. */
export interface SourceFile {
  readonly name: string;
  readonly blob: Blob;
  /** Files beside it, where it came with its folder. */
  readonly beside?: FindBeside;
  /** Why it is not opened, asked for once all others are read; absent for one that is. */
  readonly passed?: () => PassedOver;
}

/** A page out of a file. */
export interface SourcePage {
  /** What the reader knows it by: the file, and in an archive the entry or address (`crawl.warc.gz › http://…`). */
  readonly name: string;
  /** Address that it was taken from, where the file tells. */
  readonly address: string | null;
  readonly capturedAt: PartialMoment | null;
  /** Encoding as HTTP or MIME headers name it. */
  readonly charset: string | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What held the page and tells address and moment, as in `ArchivedCopy.archive`; null for a plain HTML file. */
  readonly container: ArchiveName | null;
  /** True where its end is missing: it was cut when it was taken, or packed. */
  readonly cut?: boolean;
  /** The pages in its frames, where they came with it. */
  readonly frames?: readonly SourcePage[];
  /** Its images, where they came with it. */
  readonly images?: ImageLookup;
}

/**
 * Why something in a folder or an archive is not looked into for a page. `companion`: it belongs to a page, as its styles and pictures
 * do, or to the system. `other-kind`: a picture, a document or anything else that holds no page. `error-page`: the server answered
 * with an error, or led elsewhere. `revisit`: a crawl's word that a page was as before. `not-given`: the disk does not give it.
 * `collection-file`: a backup or a file that somebody handed over, which is opened by itself.
 */
export type PassedOver = 'companion' | 'other-kind' | 'error-page' | 'revisit' | 'not-given' | 'collection-file';

/**
 * Why nothing was read of a file, an entry or a record. `bomb`: it unpacks to out of all proportion. `nested`: an archive in
 * an archive. `locked`: encrypted, or compressed by a method that is not known. `nothing-inside`: an archive without a page.
 */
export type SourceProblemCode =
  | 'empty'
  | 'too-large'
  | 'too-many'
  | 'binary'
  | 'damaged'
  | 'bomb'
  | 'nested'
  | 'locked'
  | 'nothing-inside';

/** A part of a file that could not be read. */
export interface SourceProblem {
  readonly name: string;
  readonly problem: Problem<SourceProblemCode>;
}

export type SourceItem = SourcePage | SourceProblem;

/** How reading a file is watched. */
export interface SourceOptions {
  /** Told as the file is read: how many of its bytes more. */
  readonly onBytes?: ((count: number) => void) | undefined;
  /** Told of the images of a crawl as they come; without it they are passed over. */
  readonly onImage?: ((address: string, bytes: Uint8Array<ArrayBuffer>) => void) | undefined;
  /** Told of what is not looked into, by the name that a page in its place would have. */
  readonly onPassed?: ((name: string, why: PassedOver) => void) | undefined;
}

/** Names an entry of an archive. */
export const nameWithin = (archive: string, entry: string): string => `${archive} › ${entry}`;
