/** A CMS that portals ran on, as data: what only its server writes, and where it puts the body. */
export interface CmsFamily {
  readonly id: string;
  /** Selectors of things that the product's server writes; themes leave them alone. One match is enough. */
  readonly selectors: readonly string[];
  /** Comments that the product writes into its pages. */
  readonly comments?: RegExp;
  /** Shape of its article addresses. Supports a mark, proves nothing alone. */
  readonly address: RegExp;
  /** Selectors of the element that holds the body and nothing but the body, best first. */
  readonly bodies: readonly string[];
  /** Selectors of the box that holds the abstract, apart from the body. */
  readonly abstracts?: readonly string[];
  /** True when its templates write the article's own key words into `<meta name=keywords>`, not the portal's. */
  readonly ownKeywords?: true;
}
