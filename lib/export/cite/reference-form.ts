import type { CslItem } from './csl.ts';

/** The place of a reference in its list, from 0; null for one that stands alone, which needs no number. */
export type ReferencePlace = number | null;

/** How a list of references is written: each by its place (from 0; null for one that stands alone), between what stands before and after them all. */
export interface ReferenceForm {
  readonly one: (item: CslItem, n: ReferencePlace) => string;
  readonly before?: string;
  readonly after?: string;
  /** A reference as HTML; forms for programs have none. */
  readonly html?: (item: CslItem, n: ReferencePlace) => string;
  /** Puts the list in the order that the form asks for; without it the order given stands. */
  readonly order?: (items: Iterable<CslItem>) => readonly CslItem[];
}
