import type { OpenBytes } from '../../lib/import/open-source.ts';
import type { PageOpener } from '../open/open-page.ts';

/** Opens a page of an archive as the command line opens a page on disk. */
export const openBytesWith =
  (open: PageOpener): OpenBytes =>
  (bytes, address, charset) =>
    open(bytes, address, charset === null ? {} : { charset });
