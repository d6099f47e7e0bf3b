/** A row of a list to choose from. */
export interface PickRow<Key> {
  readonly key: Key;
  readonly title: string;
  /** What is told beside it: date, column, address. */
  readonly details: readonly string[];
  /** What it is, for tests and colours, and in words; '' for nothing that is to be told. */
  readonly state: string;
  readonly words: string;
  /** It is not to be chosen: kept already, or no page. */
  readonly closed: boolean;
}
