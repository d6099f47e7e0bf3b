import type { PartialMoment } from '../essay/partial-date.ts';
import type { ArchiveName } from '../essay/record-words.ts';

/** What one archive or saved form tells of a page; null for what it does not tell. */
export interface Finding {
  /** As in `ArchivedCopy.archive`. */
  readonly archive: ArchiveName;
  readonly originalUrl: string | null;
  /** The archive's own address of the copy. */
  readonly url: string | null;
  readonly capturedAt: PartialMoment | null;
  /** Elements that it added to the page. */
  readonly archiveElements: readonly Element[];
}
