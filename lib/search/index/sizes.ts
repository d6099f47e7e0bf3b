/** When segments are made and merged. */
export interface IndexSizes {
  /** Documents of the tail that are worth a segment. */
  readonly tail: number;
  /** Units of text that are inverted at a time, which bounds the memory: about 40 bytes a unit. */
  readonly run: number;
  /** Neighbours of one size that are merged: a segment grows by this factor at each step. */
  readonly fan: number;
  /** Documents below which segments at the end are made one when there is nothing else to do. */
  readonly small: number;
  /** Dead document numbers that are let be; where more are dead, and more than are alive, they are given back. */
  readonly dead: number;
  /** Chunks of the ledger that its file has not, or has as they were before, at which it is written anew: fewer are read as quickly. */
  readonly chunks: number;
  /** Documents from which on a segment has lists of triples: in fewer, places of common pairs are read as quickly. */
  readonly triples: number;
}

/** A query of 100,000 essays then reads about four segments, one of a million ten. */
export const usualSizes: IndexSizes = {
  tail: 500,
  run: 2_000_000,
  fan: 6,
  small: 20_000,
  dead: 8192,
  chunks: 8,
  triples: 4000,
};
