import { archiveToday } from './archive-today.ts';
import { openWayback, pywb, pywbOuter } from './library-replays.ts';
import { mhtmlChrome, mhtmlExplorer, replayInMhtml } from './mhtml.ts';
import {
  replayInSavedPage,
  replayInSingleFile,
  replayInWebScrapBook,
  savedPage,
  savedPageBefore,
  singleFile,
  singleFileLegacy,
  webScrapBook,
} from './saved-page.ts';
import { wayback2012, waybackComment, waybackCurrent, waybackFrame, waybackRaw, waybackSavedAs } from './wayback.ts';
import type { Wrap } from './wrap.ts';

export type { Wrap } from './wrap.ts';

/** Every wrapper that shows the page itself as HTML. */
export const wraps = {
  waybackCurrent,
  waybackSavedAs,
  waybackRaw,
  waybackFrame,
  wayback2012,
  waybackComment,
  openWayback,
  pywb,
  archiveToday,
  savedPage,
  savedPageBefore,
  singleFile,
  singleFileLegacy,
  webScrapBook,
  waybackInSavedPage: replayInSavedPage(waybackCurrent),
  waybackInSingleFile: replayInSingleFile(waybackCurrent),
  waybackInWebScrapBook: replayInWebScrapBook(waybackCurrent),
  archiveTodayInSingleFile: replayInSingleFile(archiveToday),
} as const satisfies Record<string, Wrap>;

/** Every wrapper that is an MHTML file: `page` is bytes, to be read by `readMhtml` first. */
export const mhtmlWraps = {
  mhtmlChrome,
  mhtmlExplorer: mhtmlExplorer('base64'),
  mhtmlExplorerQuoted: mhtmlExplorer('quoted-printable'),
  waybackInMhtml: replayInMhtml(waybackCurrent),
} as const satisfies Record<string, Wrap>;

/** Shows the page in a frame: the document itself has no essay. */
export const outerWraps = { pywbOuter } as const satisfies Record<string, Wrap>;
