import type { SourceFile } from '../../../lib/import/sources/source.ts';

/** The files of the imports of this window, by the ids of their reports: while they are at hand, what was not kept can be tried again. */
export type FilesAtHand = Map<string, readonly SourceFile[]>;
