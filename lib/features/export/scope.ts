/** Which essays are to be exported: one, those chosen, what a search found, or all. */
export interface Scope {
  readonly is: 'one' | 'chosen' | 'found' | 'all';
  readonly count: number;
  /** Their ids in the order shown. Rejects when they cannot be obtained. */
  readonly ids: () => Promise<readonly string[]>;
}
