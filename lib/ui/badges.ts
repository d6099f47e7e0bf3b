/** What stands on the toolbar button over a tab. */
export const BADGES = {
  essay: { text: '文', color: '#8c2f27' },
  working: { text: '…', color: '#5c5750' },
  kept: { text: '✓', color: '#2f6b4a' },
  aside: { text: '…', color: '#8a5a00' },
  /** Over all tabs: a queue has ended that the reader wanted to be told of. */
  ended: { text: '✓', color: '#2b5a8a' },
  failed: { text: '!', color: '#8a5a00' },
} as const;
