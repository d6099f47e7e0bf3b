/** The folder of the reader's that is kept as the collection is. Of this computer alone: in no backup and no second copy. */
export interface FolderRow {
  readonly id: string;
  /** Null for one among the downloads, which can be written into alone. */
  readonly handle: FileSystemDirectoryHandle | null;
  /** Name of the folder; of one among the downloads its path within them. */
  readonly name: string;
  /** Of one among the downloads: whether newer versions of a file take the place of older ones, unseen. False unless told. */
  readonly replaces?: boolean;
  /** What stands in it: a query of the library's, `''` for everything that is kept. */
  readonly query: string;
  /** How files are named, and lines for their front matter; see `Template`. */
  readonly template: { readonly name: string; readonly lines: string };
  /** Whether the original pages stand beside the texts. */
  readonly originals: boolean;
  /** When it was last brought up to date: UTC, ISO 8601, `''` for never. */
  readonly syncedAt: string;
}

/** What was written of an essay into the living folder. */
export interface MirroredRow {
  readonly essayId: string;
  readonly path: string;
  /** See `Mirrored`. */
  readonly state: string;
  /** The path that its file was about to get when the window closed, '' for none: it may lie at both. */
  readonly moving: string;
  /** Of a folder among the downloads, which cannot be read: what was written, the digest of the text and the paths of the files beside it. */
  readonly saved?: { readonly text: string; readonly beside: readonly string[] };
}
