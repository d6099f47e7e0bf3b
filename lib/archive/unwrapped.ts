import type { ArchivedCopy } from '../essay/essay.ts';

/** A page as every stage takes it: a parsed document and the address that it was read under. */
export interface Page {
  readonly document: Document;
  /** Address in the address bar, or the file's own address; may be that of an archive. */
  readonly url: string;
  /** Encoding that the page was decoded with, where it is not the document's own `characterSet`. */
  readonly charset?: string;
  /** True for a file that is read under the address that somebody noted: it is on the reader's disk all the same. */
  readonly fromDisk?: boolean;
  /** True for a page that was not parsed, since it holds more than any essay's does: the document is empty. See `isBeyondReading`. */
  readonly tooLarge?: boolean;
}

/** A page with its archive's wrapper set apart. The document itself is untouched. */
export interface Unwrapped {
  readonly document: Document;
  /** The address before archiving, as the page tells it; its own address when there is no wrapper. */
  readonly originalUrl: string;
  readonly archivedCopy: ArchivedCopy | null;
  /** What the page's relative addresses are resolved against, original, where it is not the page's own address. */
  readonly base?: string;
  /** Encoding of the page, in which its addresses write their queries. */
  readonly charset?: string;
  /** Elements that the archive added: to be skipped when reading, removed when cleaning. */
  readonly archiveElements: readonly Element[];
  /** Where nothing proves `originalUrl` and `archivedCopy`: the address that the page was seen under. See `originOf`. */
  readonly seenAt?: string;
}
