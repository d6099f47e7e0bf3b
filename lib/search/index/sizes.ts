/** When segments are made and merged. */
export interface IndexSizes {
  /** Documents of the tail that are worth a segment. */
  readonly tail: number;
  /** Units of text that are inverted at a time, which bounds the memory: about 40 bytes a unit. */
  readonly run: number;
  /** Neighbours of one size that are merged: a segment grows by this factor at each step. */
  readonly fan: number;
  /** Documents above which a segment is merged no more. */
  readonly largest: number;
}

/** A query of 100,000 essays then reads about four segments. */
export const usualSizes: IndexSizes = { tail: 500, run: 2_000_000, fan: 6, largest: 20_000 };
