import { readCopiesOf } from '../copy/read-copy.ts';
import { openFolder } from '../files/folder.ts';
import type { ReadCopies } from './from-copies.ts';

/** The second copy of this browser's collection; where there is none, it gives nothing. */
export const browserCopies: ReadCopies = (table, keys) => readCopiesOf(openFolder(['copy']), table, keys);
