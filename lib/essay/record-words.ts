/*
 * The machine words that stand in an essay's record. Each list is the whole vocabulary of this version: lib/ui/words.ts has a
 * sentence for every one, and does not compile without it. Records of another version may hold other words.
 */

/** Where a field's value stood on the page. */
export const placeKinds = [
  'credit-line',
  'title-element',
  'title-line',
  'breadcrumb',
  'byline',
  'signature',
  'body',
  'footer',
  'logo',
  'url',
  'tail',
  'host',
  'comment',
  'banner',
  'edge',
  'author-link',
  'family',
  // Of a list page that names the essay, where its own page does not tell.
  'list',
] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** A place, for metas, comments and families with the name of the one that told it: `meta:PubDate`, `comment:hanweb`. */
export type FieldPlace = PlaceKind | `meta:${string}` | `comment:${string}` | `family:${string}`;

/** What limits a value: it is the date of an update, the day of filing in the address, counted back from the capture, or the page cut it short. */
export const qualifiers = ['updated', 'filed', 'derived', 'truncated'] as const;
export type Qualifier = (typeof qualifiers)[number];

/** Why a block is not in the essay: the cleaning rule that took it, or what it is. */
export const removalRules = [
  'before',
  'title',
  'credit',
  'pager',
  'tail',
  'box',
  'advert',
  'footer',
  'tools',
  'editor',
  'links',
  'repeat',
  'stray',
  'outside',
  'image',
  'hidden',
  'control',
  'archive',
] as const;
export type RemovalRule = (typeof removalRules)[number];

/** The archive, search engine, program or file that a copy of a page came by. */
export const archiveNames = [
  'wayback',
  'openwayback',
  'pywb',
  'archive-today',
  'google-cache',
  'baidu-cache',
  'search-cache',
  'saved-page',
  'singlefile',
  'webscrapbook',
  'save-page-we',
  'httrack',
  'maff',
  'mhtml',
  'warc',
] as const;
export type ArchiveName = (typeof archiveNames)[number];

/** How the body of an essay was found: by lines, by Readability, or by the marker of a CMS family; `unknown` in a mended record. */
export type Extractor = 'lines' | 'readability' | 'unknown' | `family:${string}`;
