/** Essays that are printed at a time: more than fill a book, and as many as a browser lays out in seconds. */
export const MOST_PRINTED = 500;

/** Address of the page that prints some essays one after another; their ids stand behind the `#`. */
export const printAddress = (ids: readonly string[]): string => `/print.html#${ids.slice(0, MOST_PRINTED).join(',')}`;

/** Ids of the essays that such an address names. */
export const printedIds = (hash: string): readonly string[] =>
  [...new Set(hash.slice(1).split(','))].filter(Boolean).slice(0, MOST_PRINTED);
