import { mhtmlWraps, type Wrap, wraps } from '../wrap/index.ts';

/** The page as it was served, under its own address. */
const none: Wrap = (html, { originalUrl }) => ({
  page: html,
  url: originalUrl,
  expected: { archive: '', originalUrl, capturedAt: null },
});

/** A way in which a page comes to us. */
export interface Wrapper {
  readonly id: string;
  readonly wrap: Wrap;
  /** What the form does to the page's encoding. */
  readonly encoding: 'kept' | 'utf-8' | 'own';
  /** What it does to the addresses of images: left so that the original can be had, given a new one, or pointed at a file beside. */
  readonly images: 'original' | 'archive' | 'file';
}

const kept = (id: string, wrap: Wrap): Wrapper => ({ id, wrap, encoding: 'kept', images: 'original' });
const rewritten = (id: string, wrap: Wrap): Wrapper => ({ id, wrap, encoding: 'utf-8', images: 'original' });
const mhtml = (id: string, wrap: Wrap): Wrapper => ({ id, wrap, encoding: 'own', images: 'original' });

/** The wrappers of the covering design. */
export const wrappers: readonly Wrapper[] = [
  kept('none', none),
  kept('wayback', wraps.waybackCurrent),
  rewritten('wayback-saved', wraps.waybackSavedAs),
  kept('wayback-raw', wraps.waybackRaw),
  kept('wayback-2012', wraps.wayback2012),
  kept('wayback-comment', wraps.waybackComment),
  kept('openwayback', wraps.openWayback),
  kept('pywb', wraps.pywb),
  { ...rewritten('archive-today', wraps.archiveToday), images: 'archive' },
  { ...kept('saved-from', wraps.savedPage), images: 'file' },
  { ...rewritten('saved-from-before', wraps.savedPageBefore), images: 'file' },
  rewritten('singlefile', wraps.singleFile),
  rewritten('webscrapbook', wraps.webScrapBook),
  mhtml('mhtml-chrome', mhtmlWraps.mhtmlChrome),
  mhtml('mhtml-ie', mhtmlWraps.mhtmlExplorer),
];

/** Wrappers in wrappers and rarer forms: each stands on a page or two beside the design. */
export const rareWrappers: readonly Wrapper[] = [
  kept('wayback-frame', wraps.waybackFrame),
  rewritten('singlefile-legacy', wraps.singleFileLegacy),
  rewritten('wayback-in-saved-page', wraps.waybackInSavedPage),
  rewritten('wayback-in-singlefile', wraps.waybackInSingleFile),
  rewritten('wayback-in-webscrapbook', wraps.waybackInWebScrapBook),
  { ...rewritten('archive-today-in-singlefile', wraps.archiveTodayInSingleFile), images: 'archive' },
  mhtml('mhtml-ie-quoted', mhtmlWraps.mhtmlExplorerQuoted),
  mhtml('wayback-in-mhtml', mhtmlWraps.waybackInMhtml),
];
