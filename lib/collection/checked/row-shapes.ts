import * as v from 'valibot';
import { isBytes } from '../../essay/typed-array.ts';
import { essayFields, essayKind, essayShape, fieldText, textEditShape } from '../shapes.ts';

/*
 * What each table's rows must hold to be read, backed up and restored. Objects are loose: what a row holds besides, of a later
 * version, goes along.
 */

const key = v.pipe(v.string(), v.minLength(1), v.maxLength(2000));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const bytes = v.custom<Uint8Array<ArrayBuffer>>(isBytes);
const longText = v.pipe(v.string(), v.maxLength(10_000_000));

/** A moment that a clock can read, or '' for none. */
const moment = v.pipe(
  fieldText,
  v.check((text) => text === '' || !Number.isNaN(Date.parse(text))),
);

const originalPage = v.looseObject({
  address: fieldText,
  charset: fieldText,
  sha256: digest,
  byteLength: count,
  gzip: bytes,
});

/** Parts of a fingerprint, of which none has more than 64: each is looked up in an index. */
const fingerprintParts = <Part extends v.GenericSchema>(part: Part) => v.pipe(v.array(part), v.maxLength(64));

const tried = v.optional(v.array(v.looseObject({ address: fieldText, reason: fieldText })));

/** Milliseconds that a queue may wait: a day at the most. */
const rest = v.pipe(v.number(), v.minValue(0), v.maxValue(86_400_000));
const manners = v.looseObject({
  rest: v.tuple([rest, rest]),
  backOff: rest,
  longestBackOff: rest,
  tries: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
});

/** The shape of each table's rows. */
export const rowShapes = {
  essays: v.looseObject({
    ...essayFields,
    id: key,
    kind: essayKind,
    originalUrl: fieldText,
    archivedCopy: essayShape.entries.archivedCopy,
    length: count,
    keptAt: moment,
    captureId: key,
    trashedAt: moment,
    // A backup has none.
    doc: v.optional(count),
    tags: v.array(key),
    shelves: v.array(key),
    note: longText,
    edited: v.partial(v.strictObject(essayFields)),
    cluster: v.string(),
    textEdits: v.optional(v.array(textEditShape)),
    lacks: v.optional(v.array(fieldText)),
    doubts: v.optional(count),
    checked: v.optional(key),
    readState: v.optional(v.picklist(['reading', 'read'])),
    givenCopy: v.optional(v.nonNullable(essayShape.entries.archivedCopy)),
  }),
  captures: v.looseObject({
    id: key,
    essayId: key,
    pageUrl: fieldText,
    takenAt: moment,
    charset: fieldText,
    originalForm: v.picklist(['served', 'serialised', 'file']),
    rulesVersion: count,
    sha256: digest,
    byteLength: count,
    cleanedFrom: v.optional(key),
    tried,
    takenFrom: v.optional(v.looseObject({ name: fieldText, host: fieldText, at: fieldText })),
  }),
  bodies: v.looseObject({ ...essayShape.entries, captureId: key, essayId: key, digest: v.optional(digest) }),
  originals: v.looseObject({ captureId: key, essayId: key, gzip: bytes, otherPages: v.array(originalPage) }),
  images: v.looseObject({
    essayId: key,
    address: fieldText,
    type: fieldText,
    bytes: v.nullable(bytes),
    problem: fieldText,
    takenAt: fieldText,
    digest: v.optional(digest),
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
  sent: v.looseObject({
    id: key,
    essayId: key,
    library: key,
    sentAt: moment,
    key: fieldText,
    fields: longText,
    parts: v.array(v.looseObject({ is: fieldText, key: fieldText, md5: fieldText, stored: fieldText })),
  }),
  fingerprints: v.looseObject({
    essayId: key,
    bands: fingerprintParts(fieldText),
    minhash: fingerprintParts(v.number()),
  }),
  tags: v.looseObject({ id: key, name: fieldText, folded: fieldText }),
  shelves: v.looseObject({ id: key, name: fieldText, parent: fieldText, order: v.number() }),
  searches: v.looseObject({ id: key, name: fieldText, query: fieldText, madeAt: fieldText }),
  clusters: v.looseObject({ id: key, mainId: key }),
  apart: v.looseObject({ id: key }),
  jobs: v.looseObject({
    id: key,
    state: v.picklist(['running', 'paused', 'stopped', 'done']),
    hosts: v.record(v.string(), v.looseObject({ notBefore: v.number(), failures: v.number() })),
    kind: v.picklist(['column', 'tabs', 'addresses', 'harvest']),
    title: fieldText,
    address: fieldText,
    madeAt: fieldText,
    rows: fieldText,
    manners,
    counts: v.looseObject({
      waiting: count,
      asked: count,
      kept: count,
      already: count,
      failed: count,
      unchosen: v.optional(count),
    }),
    choosing: v.optional(v.literal(true)),
    years: v.optional(v.looseObject({ from: v.number(), to: v.number(), undated: v.boolean() })),
    into: v.optional(v.looseObject({ shelf: fieldText, tags: v.array(fieldText) })),
    notice: v.optional(v.picklist(['wanted', 'told', 'seen'])),
  }),
  jobItems: v.looseObject({
    job: key,
    number: count,
    kind: v.picklist(['list', 'essay']),
    address: fieldText,
    key: fieldText,
    title: fieldText,
    date: v.nullable(fieldText),
    state: v.picklist(['waiting', 'asked', 'kept', 'already', 'failed', 'unchosen']),
    tries: v.pipe(v.number(), v.integer(), v.minValue(0)),
    reason: fieldText,
    column: v.optional(fieldText),
    others: v.optional(v.array(fieldText)),
    digests: v.optional(v.record(v.string(), v.string())),
    tried,
  }),
} as const;

/** A table whose rows are checked when they are read. */
export type CheckedTable = keyof typeof rowShapes;
