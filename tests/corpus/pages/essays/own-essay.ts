/** One of our own essays, from which test pages are composed: invented texts by invented authors. */
export interface OwnEssay {
  readonly key: string;
  readonly title: string;
  readonly authors: readonly string[];
  /** Department that posted it. */
  readonly unit: string;
  /** Last crumb of its column path. */
  readonly leaf: string;
  readonly keywords: readonly string[];
  readonly abstract: string;
  /** Short headings for forms that have them. */
  readonly heads: readonly [string, string, string];
  /** Words of two footnotes. */
  readonly notes: readonly [string, string];
  readonly paragraphs: readonly string[];
}
