import { type FindCopies, findCopiesIn } from '../collection/copy/find-copies.ts';
import { openSparedFolder } from '../collection/files/spared-folder.ts';
import { browserSpares } from './spare-bucket.ts';

/** The second copy of this browser's collection, for one check; where there is none, it gives nothing. */
export const browserCopies = (): FindCopies => findCopiesIn(openSparedFolder(['copy'], browserSpares()));
