/** One immutable segment of the search index: the documents numbered `from` up to `to` (not included). The rows together are the index's manifest. */
export interface SegmentRow {
  readonly id: number;
  readonly from: number;
  readonly to: number;
  /** Documents in it that were not dead when it was made. */
  readonly docs: number;
  /** The first key of each block, in order: where to look for a term. */
  readonly firstKeys: Uint32Array<ArrayBuffer>;
  /** Bytes of its blocks, postings and positions together. */
  readonly bytes: number;
}

/** One block of a segment: of the table `postings` or of `positions`, with the same number in both. */
export interface BlockRow {
  readonly segment: number;
  readonly block: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
