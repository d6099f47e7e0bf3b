/** What wants a hand that the ledger does not know: it is looked for when it is asked for. */
export const lackings = ['lost-highlights', 'damaged'] as const;
export type Lacking = (typeof lackings)[number];
