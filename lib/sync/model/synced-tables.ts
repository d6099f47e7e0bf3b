/**
 * What is synced, and how. `fields`: each field of a row is a register of its own, and the row is made from them. `part`: written
 * once, or whole, and never changed by the reader: it is there or not, and goes with its essay.
 *
 * Not synced: what is worked out anew on each device (ledger, index, fingerprints, clusters) and what is of one device alone
 * (queues, findings of the check).
 */
export const syncedTables = {
  essays: 'fields',
  tags: 'fields',
  shelves: 'fields',
  highlights: 'fields',
  searches: 'fields',
  apart: 'fields',
  captures: 'part',
  bodies: 'part',
  originals: 'part',
  images: 'part',
} as const;

/** A table that is synced. */
export type SyncedTable = keyof typeof syncedTables;

/** True for a table that is synced. One that only a newer version knows is not. */
export const isSynced = (table: string): table is SyncedTable => Object.hasOwn(syncedTables, table);

/** True for a table of rows that are there or not. */
export const isPart = (table: string): boolean => isSynced(table) && syncedTables[table] === 'part';

/** The parts of the log: a reader may leave the later ones away. */
export const logStreams = ['acts', 'originals', 'images'] as const;

/** One part of the log. */
export type LogStream = (typeof logStreams)[number];

/** FieldValues of which two texts written at the same time both stay. */
export const isNote = (table: string, field: string): boolean =>
  field === 'note' && (table === 'essays' || table === 'highlights');

/** FieldValues of rows, and of sets within them up to the slash. A field of a newer version is none of these. */
const fields: Readonly<Record<SyncedTable, RegExp>> = {
  essays: /^(?:captureId|keptAt|trashedAt|note|checked|readState|givenCopy|(?:tags|shelves|edited|textEdits)\/.+)?$/s,
  tags: /^(?:name|folded)?$/,
  shelves: /^(?:name|parent|order)?$/,
  highlights: /^(?:essayId|colour|note|quote|position|madeAt)?$/,
  searches: /^(?:name|query|madeAt)?$/,
  apart: /^$/,
  captures: /^$/,
  bodies: /^$/,
  originals: /^$/,
  images: /^$/,
};

/** True for a field that this version knows. */
export const isKnownField = (table: SyncedTable, field: string): boolean => fields[table].test(field);
