import * as v from 'valibot';
import type { Provenance } from '../../essay/essay.ts';
import { politely } from '../../queue-plan/answer.ts';
import { foldName } from '../actions/fold-name.ts';
import { NO_DOC } from '../rows.ts';
import { essayFields, essayShape, textEditShape } from '../shapes.ts';
import type { CheckedTable } from './row-shapes.ts';

/** What stands in the place of a part that cannot be read: made of what is left of it, or of the row; undefined for nothing. */
type Mend = (value: unknown, row: Readonly<Record<string, unknown>>) => unknown;

/** A capture that no essay has: where a row does not tell its current one. */
export const NO_CAPTURE = 'none';

/** Reason of an item of a queue whose row was damaged. */
export const DAMAGED_ITEM = 'damaged';

const blank =
  (value: unknown): Mend =>
  () =>
    value;

/** The texts of a list that are texts. */
const texts: Mend = (value) =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string' && one !== '') : [];

/** A text that was stored as a number is still told. */
const asText: Mend = (value) => (typeof value === 'number' ? String(value) : '');

/** The fields set by hand that can be read. */
const editedFields: Mend = (value) =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).filter(
          ([name, field]) =>
            Object.hasOwn(essayFields, name) && v.is(essayFields[name as keyof typeof essayFields], field),
        ),
      )
    : {};

const fields: Readonly<Record<keyof typeof essayFields, Mend>> = {
  title: asText,
  authors: texts,
  publishedOn: blank(null),
  unit: blank(null),
  source: blank(null),
  issue: blank(null),
  column: texts,
  institution: blank(null),
  hits: blank(null),
  editor: blank(null),
  keywords: texts,
  abstract: blank(null),
};

/** The provenance of a text of which nothing is known. */
export const noProvenance: Provenance = {
  fields: {},
  removals: [],
  recognition: { portal: false, kind: null, score: 0, evidence: [], family: null },
  extractor: 'unknown',
  missingPages: [],
};

/** Each part of a provenance that can be read, and nothing in the place of the others. */
const provenance: Mend = (value) => {
  const { entries } = essayShape.entries.provenance;
  const parts = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const whole = parts.filter(
    ([name, part]) => Object.hasOwn(entries, name) && v.is(entries[name as keyof typeof entries], part),
  );
  return { ...noProvenance, ...Object.fromEntries(whole) };
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The text as paragraphs, where the markup is lost. */
const htmlOfText: Mend = (_, { text }) =>
  typeof text === 'string' && text !== ''
    ? text
        .split('\n')
        .map((line) => `<p>${escaped(line)}</p>`)
        .join('')
    : undefined;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

/** The words between the tags, a block a line, where the text is lost: the markup is our own writer's. */
const textOfHtml: Mend = (_, { html }) =>
  typeof html === 'string' && html !== ''
    ? html
        .replace(/<\/(?:p|h\d|li|tr|blockquote|pre|div|figcaption)>|<br\s*\/?>/gi, '\n')
        .replace(/<[^>]*>/g, '')
        .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join('\n')
    : undefined;

/** How each part of each table's rows is mended; a row whose other parts are damaged cannot be read. */
export const mends: Readonly<Record<CheckedTable, Readonly<Record<string, Mend>>>> = {
  essays: {
    ...fields,
    kind: blank('essay'),
    originalUrl: blank(''),
    archivedCopy: blank(null),
    length: blank(0),
    keptAt: blank(''),
    captureId: blank(NO_CAPTURE),
    trashedAt: blank(''),
    doc: blank(NO_DOC),
    tags: texts,
    shelves: texts,
    note: asText,
    edited: editedFields,
    cluster: blank(''),
    textEdits: (value) => (Array.isArray(value) ? value.filter((one) => v.is(textEditShape, one)) : undefined),
    lacks: blank(undefined),
    doubts: blank(undefined),
    checked: blank(undefined),
    readState: blank(undefined),
    givenCopy: blank(undefined),
  },
  captures: {
    pageUrl: blank(''),
    takenAt: blank(''),
    charset: blank('utf-8'),
    originalForm: blank('serialised'),
    rulesVersion: blank(0),
    // Of no bytes: whatever is stored under it is not what was taken.
    sha256: blank('0'.repeat(64)),
    byteLength: blank(0),
    cleanedFrom: blank(undefined),
    tried: blank(undefined),
  },
  bodies: {
    ...fields,
    kind: blank('essay'),
    originalUrl: blank('http://unknown.invalid/'),
    archivedCopy: blank(null),
    html: htmlOfText,
    text: textOfHtml,
    provenance,
    digest: blank(undefined),
  },
  originals: { otherPages: blank([]) },
  images: {
    type: blank(''),
    bytes: blank(null),
    problem: blank('unreachable'),
    takenAt: blank(''),
    digest: blank(undefined),
  },
  highlights: { colour: blank('yellow'), note: asText, madeAt: blank('') },
  // The item in Zotero is found again by its mark.
  sent: {},
  fingerprints: {},
  tags: {
    name: (_, { folded }) => (typeof folded === 'string' && folded !== '' ? folded : undefined),
    folded: (_, { name }) => (typeof name === 'string' && name !== '' ? foldName(name) : undefined),
  },
  shelves: { parent: blank(''), order: blank(0) },
  searches: { name: blank(''), madeAt: blank('') },
  clusters: { mainId: blank(NO_CAPTURE) },
  apart: {},
  jobs: {
    state: blank('paused'),
    hosts: blank({}),
    kind: blank('addresses'),
    title: blank(''),
    address: blank(''),
    madeAt: blank(''),
    rows: blank(''),
    manners: blank(politely),
    counts: blank({ waiting: 0, asked: 0, kept: 0, already: 0, failed: 0, unchosen: 0 }),
    choosing: blank(undefined),
    years: blank(undefined),
    into: blank(undefined),
    notice: blank(undefined),
  },
  jobItems: {
    kind: blank('essay'),
    address: blank(''),
    key: (_, { number }) => `${DAMAGED_ITEM} ${number}`,
    title: blank(''),
    date: blank(null),
    state: blank('failed'),
    tries: blank(0),
    reason: blank(DAMAGED_ITEM),
    column: blank(undefined),
    others: blank(undefined),
    digests: blank(undefined),
    tried: blank(undefined),
  },
};
