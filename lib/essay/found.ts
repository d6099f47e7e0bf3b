import type { FieldPlace, Qualifier, RemovalRule } from './record-words.ts';

/**
 * A value read from a page, with the words it was read from.
 * Provenance is shown to the reader, so `raw` is the page's own text, unnormalised but for white space.
 */
export interface FoundField<T> {
  readonly value: T;
  /** The text that the value was read from, e.g. `发布日期：2005/07/14`. */
  readonly raw: string;
  /** Where it stood: a short machine word such as `credit-line`, `title-element`, `meta:PubDate`, `url`. */
  readonly place: FieldPlace;
  /** What limits the value, e.g. `updated` when only 更新时间 was there. */
  readonly qualifier?: Qualifier;
}

/** A block that cleaning took out of the essay. */
export interface Removal {
  /** Which rule took it: its name stands for the reason, and the locales have a sentence for it. */
  readonly rule: RemovalRule;
  /** The text that went, a line of the page a line. */
  readonly text: string;
  /** Set where the second reader would have kept it: a person should look. */
  readonly doubted?: true;
  /** The last words of the essay before it, '' for none; absent in records of before that was told. */
  readonly after?: string;
}
