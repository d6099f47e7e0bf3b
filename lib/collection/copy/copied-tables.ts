/** Rows that are written once, and deleted whole: the text, bytes and records of what was captured. */
export const dataTables = ['captures', 'bodies', 'originals', 'images'] as const;
/** Rows that change: who changed what last, what lists show, what the reader made, and the queues. */
export const actTables = [
  // Before the rows that they tell of: whoever turns sync on meanwhile finds them.
  'stamps',
  'essays',
  'tags',
  'shelves',
  'highlights',
  'sent',
  'searches',
  'clusters',
  'apart',
  'jobs',
  'jobItems',
] as const;
/** Every table of the second copy. The ledger, the search index and the fingerprints are worked out anew from these. */
export const copiedTables = [...actTables, ...dataTables] as const;

/** A table of the second copy. */
export type CopiedTable = (typeof copiedTables)[number];

/** True for a table that the second copy holds. */
export const isCopied = (name: string): name is CopiedTable => (copiedTables as readonly string[]).includes(name);

/** The stream of segments that a table's rows are folded into: they change at different speeds. */
export type Stream = 'acts' | 'data';
export const streamOf = (table: CopiedTable): Stream =>
  (dataTables as readonly string[]).includes(table) ? 'data' : 'acts';
