import type { Table } from 'dexie';
import * as v from 'valibot';
import type { Collection } from '../collection.ts';
import { essayFields, essayKind, essayShape, fieldText } from '../shapes.ts';
import type { Row } from './row-text.ts';

/*
 * What each table's rows must hold to be backed up and restored. Objects are loose: what a row holds besides, of a later
 * version, goes along.
 */

const key = v.pipe(v.string(), v.minLength(1), v.maxLength(2000));
const keys = v.array(key);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const bytes = v.instance(Uint8Array);
const longText = v.pipe(v.string(), v.maxLength(10_000_000));

const originalPage = v.looseObject({
  address: fieldText,
  charset: fieldText,
  sha256: digest,
  byteLength: count,
  gzip: bytes,
});

const shapes = {
  essays: v.looseObject({
    ...essayFields,
    id: key,
    kind: essayKind,
    originalUrl: fieldText,
    archivedCopy: essayShape.entries.archivedCopy,
    length: count,
    keptAt: fieldText,
    captureId: key,
    trashedAt: fieldText,
    tags: v.optional(keys),
    shelves: v.optional(keys),
    note: v.optional(longText),
    edited: v.optional(v.partial(v.strictObject(essayFields))),
    cluster: v.optional(v.string()),
  }),
  captures: v.looseObject({
    id: key,
    essayId: key,
    pageUrl: fieldText,
    takenAt: fieldText,
    charset: fieldText,
    originalForm: v.picklist(['served', 'serialised', 'file']),
    rulesVersion: count,
    sha256: digest,
    byteLength: count,
  }),
  bodies: v.looseObject({ ...essayShape.entries, captureId: key, essayId: key }),
  originals: v.looseObject({ captureId: key, essayId: key, gzip: bytes, otherPages: v.array(originalPage) }),
  images: v.looseObject({
    essayId: key,
    address: fieldText,
    type: fieldText,
    bytes: v.nullable(bytes),
    problem: fieldText,
    takenAt: fieldText,
  }),
  highlights: v.looseObject({
    id: key,
    essayId: key,
    colour: v.picklist(['yellow', 'green', 'blue', 'pink']),
    note: longText,
    quote: v.looseObject({ exact: longText, prefix: longText, suffix: longText }),
    position: v.looseObject({ start: count, end: count }),
    madeAt: fieldText,
  }),
  fingerprints: v.looseObject({ essayId: key, bands: v.array(fieldText), minhash: v.array(v.number()) }),
  tags: v.looseObject({ id: key, name: fieldText, folded: fieldText }),
  shelves: v.looseObject({ id: key, name: fieldText, parent: fieldText, order: v.number() }),
  searches: v.looseObject({ id: key, name: fieldText, query: fieldText, madeAt: fieldText }),
  clusters: v.looseObject({ id: key, mainId: key }),
  apart: v.looseObject({ id: key }),
} as const;

/** A table that a backup holds. All others are worked out anew from these. */
export type TableName = keyof typeof shapes;

/** Tables whose rows belong to one essay each; `by` is the index that finds them. */
export const essayTables = [
  'essays',
  'captures',
  'bodies',
  'originals',
  'images',
  'highlights',
  'fingerprints',
] as const;
/** Small tables of the whole collection. */
export const sharedTables = ['tags', 'shelves', 'searches', 'clusters', 'apart'] as const;
/** Every table of a backup. */
export const tableNames: readonly TableName[] = [...sharedTables, ...essayTables];

/** True when a row holds what rows of its table must. */
export const isRowOf = (table: TableName, row: unknown): boolean => v.is(shapes[table], row);

/** A table of the collection by name, its rows as plain records. */
export const tableOf = (collection: Collection, name: TableName): Table<Row, string> => collection.table(name);
