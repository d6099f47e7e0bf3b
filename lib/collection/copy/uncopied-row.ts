/** Rows of one table that the second copy does not hold yet as they are now. */
export interface MarkedRows {
  readonly table: string;
  readonly keys: readonly IDBValidKey[];
}

/** Rows that were written or deleted at one time and that the second copy does not hold yet as they are now. */
export interface UncopiedRow extends MarkedRows {
  /** Grows with every change, so that of two copies of a row the later one is known. The database gives it. */
  readonly n?: number;
  /** Rows of other tables that were changed with them; left out where there are none. */
  readonly beside?: readonly MarkedRows[];
}
