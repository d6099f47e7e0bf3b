import { openFolder } from '../files/folder.ts';
import { type FindCopies, findCopiesIn } from './find-copies.ts';

/** The second copy of this browser's collection, for one check; where there is none, it gives nothing. */
export const browserCopies = (): FindCopies => findCopiesIn(openFolder(['copy']));
