import { shownReplay } from '../archive/raw-replay.ts';
import type { Essay } from '../essay/essay.ts';

/** The essay with the address of its archived copy that shows it to a reader; the record of the capture has the one of its bytes. */
export const withShownCopy = (essay: Essay): Essay =>
  essay.archivedCopy?.url
    ? { ...essay, archivedCopy: { ...essay.archivedCopy, url: shownReplay(essay.archivedCopy.url) } }
    : essay;
