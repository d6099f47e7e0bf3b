/** The forms that references are written in: ids of formats too. */
export const citeStyles = [
  'gbt7714',
  'gbt7714-author-date',
  'gbt7714-2025',
  'gbt7714-2025-author-date',
  'chicago',
  'apa',
  'mla',
  'bibtex',
  'ris',
  'csl',
] as const;
export type CiteStyle = (typeof citeStyles)[number];

/** Styles of the West, whose names and titles are romanised: they are loaded when they are asked for. */
export type LatinStyle = Extract<CiteStyle, 'chicago' | 'apa' | 'mla'>;
/** Styles that are at hand at once. */
export type PlainStyle = Exclude<CiteStyle, LatinStyle>;

/** True for a style that is loaded when it is asked for. */
export const isLatin = (style: CiteStyle): style is LatinStyle =>
  style === 'chicago' || style === 'apa' || style === 'mla';
