/** A change of the reader's own to the text of an essay. It stands beside what was found, which stays as it is. */
export interface TextEdit {
  readonly id: string;
  /** UTC, ISO 8601. */
  readonly madeAt: string;
  /** A removed block put back, a block of the essay taken out, or a block with other words. */
  readonly kind: 'put-back' | 'taken-out' | 'corrected';
  /** The words of the block as it was found, a line each. */
  readonly found: string;
  /** Its words as they shall be; '' for one that was taken out. */
  readonly text: string;
  /** For one put back: the last words of what stands before it, '' for the essay's start, null where that is not known. */
  readonly after: string | null;
}
