/** The forms that references are written in: ids of formats too. */
export const citeStyles = [
  'gbt7714',
  'gbt7714-author-date',
  'gbt7714-2025',
  'gbt7714-2025-author-date',
  'bibtex',
  'ris',
  'csl',
] as const;
export type CiteStyle = (typeof citeStyles)[number];
