import { CHUNK } from '../../../lib/collection/ledger/chunk.ts';
import type { Damage } from './damaged-collection.ts';
import {
  captureOf,
  each,
  essay,
  first,
  HARMED,
  idAt,
  inEssay,
  inState,
  none,
  ofCapture,
  one,
  put,
  table,
  untold,
} from './ways.ts';

/** What is not of the essay that it is stored under. */
const halfOf = (bytes: unknown): Uint8Array => (bytes as Uint8Array).slice(0, (bytes as Uint8Array).length >> 1);

/** What holds itself. */
function circle(): object {
  const self: Record<string, unknown> = { a: 1 };
  self['self'] = self;
  return self;
}

/** Damages of rarer kinds: parts of parts, numbers that are none, moments of the future, rows that belong nowhere, keys of wrong types. */
export const rarerDamages: readonly Damage[] = [
  essay('archivedCopy with an address that is a number', {
    archivedCopy: { archive: 'wayback', url: 5, capturedAt: 3 },
  }),
  essay('issue with parts of wrong types', { issue: { title: [], year: 'x', issue: 3, date: {}, page: 1 } }),
  essay('issue and hits infinite', {
    hits: Number.NaN,
    issue: { title: '', year: Number.NaN, issue: null, date: null, page: null },
  }),
  essay('length negative', { length: -5 }),
  essay('doubts no number', { doubts: Number.NaN, checked: 7 }),
  essay('doc no number', { doc: Number.NaN }, [], 'ledger'),
  essay('doc negative', { doc: -3 }, [], 'ledger'),
  essay('doc beyond all numbers', { doc: 2 ** 60 }, [], 'ledger'),
  essay('tags lists in lists', { tags: [['x'], null, 5] }, ['tags']),
  essay('edited in edited', { edited: { edited: { title: '改' } } }, ['edited']),
  essay('textEdits of wrong parts', { textEdits: [null, 5, { id: 'x', kind: 'burnt' }] }, ['textEdits']),
  essay('trashedAt of the 40th of a month', { trashedAt: '2026-13-40T00:00:00Z' }),
  essay('keptAt a date object', { keptAt: new Date(0) }),
  essay('title of five megabytes', { title: '长'.repeat(2_500_000) }),
  essay('originalUrl a script', { originalUrl: { href: 'javascript:alert(1)' } }),
  essay('readState unknown', { readState: 'forgotten', givenCopy: 'x' }),
  {
    ...one('essay: captureId of another essay', async (victim) => {
      await inEssay({ captureId: await captureOf(victim, 3) })(victim);
    }),
  },
  none('essay: a row under an upper-case digest', (victim) =>
    put('essays', { id: idAt(victim, 3).toUpperCase() })(victim),
  ),
  none('essay: a whole row under a longer digest', async (victim) => {
    const row = await table(victim, 'essays').get(idAt(victim, 3));
    await table(victim, 'essays').put({ ...row, id: `${idAt(victim, 3)}00` });
  }),
  none('essay: a row under a number', put('essays', { id: 7, title: '七' })),
  none('essay: a row under a date', put('essays', { id: new Date(0) })),
  none('essay: a row under a list', put('essays', { id: ['a', 'b'] })),
  {
    ...one(
      'capture: digest of other bytes',
      ofCapture('captures', (row) => ({ ...row, sha256: 'ab'.repeat(32) })),
    ),
    told: 'originals',
  },
  one(
    'capture: negative numbers',
    ofCapture('captures', (row) => ({ ...row, byteLength: -1, rulesVersion: Number.NaN })),
  ),
  one(
    'capture: taken on no day',
    ofCapture('captures', (row) => ({ ...row, takenAt: '2026-13-45' })),
  ),
  {
    ...one('capture: of another essay', async (victim) =>
      ofCapture('captures', (row) => ({ ...row, essayId: idAt(victim, 3) }))(victim),
    ),
    // The text of a capture that it does not have is missing of the other.
    told: 'bodies',
  },
  one(
    'body: digest of another',
    ofCapture('bodies', (row) => ({ ...row, digest: 'cd'.repeat(32) })),
  ),
  one(
    'body: digest a number',
    ofCapture('bodies', (row) => ({ ...row, digest: 5 })),
  ),
  one(
    'body: provenance with a removal that is none',
    ofCapture('bodies', (row) => ({
      ...row,
      provenance: { ...(row['provenance'] as object), removals: [null, { rule: 3 }] },
    })),
  ),
  one('body: essayId of another', async (victim) =>
    ofCapture('bodies', (row) => ({ ...row, essayId: idAt(victim, 3) }))(victim),
  ),
  one(
    'original: no bytes at all',
    ofCapture('originals', (row) => ({ ...row, gzip: new Uint8Array() })),
  ),
  one(
    'original: half of it',
    ofCapture('originals', (row) => ({ ...row, gzip: halfOf(row['gzip']) })),
  ),
  one(
    'original: other pages of nothing',
    ofCapture('originals', (row) => ({ ...row, otherPages: [null, { gzip: null }] })),
  ),
  one(
    'image: digest of other bytes',
    first('images', (row) => ({ ...row, digest: 'ef'.repeat(32) })),
  ),
  none('ledger: a chunk of the future', put('ledger', { chunk: 9999, count: 3 })),
  none('ledger: a chunk before the first', put('ledger', { chunk: -1, count: 3 })),
  none('ledger: a chunk under a text', put('ledger', { chunk: 'x' })),
  none(
    'ledger: the same essay in two slots',
    first('ledger', (row) => ({ ...row, ids: Uint8Array.from(row['ids'] as Uint8Array).copyWithin(12, 0, 12) })),
  ),
  none(
    'ledger: next negative',
    inState((state) => ({ ...state, next: -4, sum: undefined })),
  ),
  none(
    'ledger: next without end',
    inState((state) => ({ ...state, next: Number.POSITIVE_INFINITY, sum: undefined })),
  ),
  none(
    'ledger: a version that no ledger had',
    inState((state) => ({ ...state, version: Number.NaN })),
  ),
  none(
    'ledger: chunks cut off',
    inState((state) => ({ ...state, chunks: [], next: CHUNK * 3 })),
  ),
  none(
    'index: blocks cut in half',
    each('postings', (row) => ({ ...row, bytes: halfOf(row['bytes']) })),
  ),
  none(
    'index: blocks of no length',
    each('positions', (row) => ({ ...row, bytes: new Uint8Array() })),
  ),
  none(
    'index: a segment of negative numbers',
    each('segments', (row) => ({ ...row, from: -9, to: -1 })),
  ),
  none(
    'index: a segment of the future',
    each('segments', (row) => ({ ...row, from: 1_000_000, to: 1_000_400 })),
  ),
  untold('index: blocks of a segment that is none', put('postings', { segment: 77, block: 0, bytes: 'x' })),
  one(
    'highlight: position of negative numbers',
    first('highlights', (row) => ({ ...row, position: { start: -2, end: Number.NaN } })),
  ),
  untold('highlight: of an essay that is not there', put('highlights', { id: 'hx', essayId: 'f'.repeat(24) })),
  none('tag: a row under the id of an essay', (victim) =>
    put('tags', { id: idAt(victim, 2), name: 5, folded: 'x' })(victim),
  ),
  none(
    'tag: missing',
    first('tags', () => null),
  ),
  none(
    'shelf: missing',
    first('shelves', () => null),
  ),
  untold(
    'shelf: in itself',
    first('shelves', (row) => ({ ...row, parent: row['id'] })),
  ),
  untold('shelf: in a circle', async (victim) => {
    await put('shelves', { id: 'r1', name: '甲', parent: 'r2', order: Number.POSITIVE_INFINITY })(victim);
    await put('shelves', { id: 'r2', name: '乙', parent: 'r1', order: -1 })(victim);
  }),
  {
    ...none('cluster: of parts that are none', put('clusters', { id: 'cx', mainId: 4 })),
    told: 'clusters',
  },
  untold('cluster: of essays that are not there', put('clusters', { id: 'cy', mainId: 'f'.repeat(24) })),
  one(
    'fingerprint: numbers that are none',
    first('fingerprints', (row) => ({ ...row, minhash: [Number.NaN, 'x'] })),
  ),
  {
    ...none('sent: keys alone', (victim) => put('sent', { id: 'x y', essayId: idAt(victim, HARMED) })(victim)),
    told: 'sent',
  },
  none(
    'job: rests without end',
    first('jobs', (row) => ({
      ...row,
      manners: { rest: [-5, Number.POSITIVE_INFINITY], backOff: -1, longestBackOff: -1, tries: -2 },
    })),
  ),
  none(
    'job: hosts of the future and of nothing',
    first('jobs', (row) => ({ ...row, hosts: { 'a.example': null, x: { notBefore: Number.NaN, failures: 'x' } } })),
  ),
  none(
    'job: counts negative',
    first('jobs', (row) => ({ ...row, counts: { waiting: -1, asked: 0, kept: 0, already: 0, failed: Number.NaN } })),
  ),
  none(
    'job item: tries no number',
    first('jobItems', (row) => ({ ...row, tries: Number.NaN, others: [5] })),
  ),
  none('job item: a number beyond', put('jobItems', { job: 'j1', number: 2 ** 40 })),
  untold('meta: newest rows of nothing', put('meta', { key: 'newest-rows', value: [null, 5, { id: 7 }] })),
  untold('meta: newest rows a text', put('meta', { key: 'newest-rows', value: 'x' })),
  untold(
    'meta: how far the checks are, garbled',
    put('meta', { key: 'integrity', value: { through: 5, block: [Number.NaN], chunk: -4, roundOf: 'x' } }),
  ),
  untold(
    'meta: how far the copy is, garbled',
    put('meta', { key: 'copy', value: { filled: 'x', after: {}, deleted: Number.NaN, actsBytes: 'y' } }),
  ),
  untold(
    'meta: how far the copy is, of keys that are none',
    put('meta', { key: 'copy', value: { filled: [], after: [null] } }),
  ),
  untold('meta: loss, identity and backups garbled', async (victim) => {
    for (const key of ['loss', 'identity', 'backup-files'])
      await put('meta', { key, value: [null, { at: 5 }] })(victim);
  }),
  untold('uncopied: marks of nothing', async (victim) => {
    for (const keys of [null, 'x', [null], [{}], [Number.NaN]])
      await put('uncopied', { table: 'essays', keys })(victim);
    await put('uncopied', { table: 5, keys: ['x'] })(victim);
    await put('uncopied', {})(victim);
  }),
  untold('wanted: tries no number', async (victim) => {
    await put('wanted', { essayId: idAt(victim, HARMED), tries: 'x', since: 5 })(victim);
    await put('wanted', { essayId: 7 })(victim);
  }),
  untold('outcome: the id alone', put('outcomes', { id: 'o1' })),
  untold('quarantine: the id alone', put('quarantine', { id: 'x' })),
  untold('sync: the clock is nothing', put('sync', { key: 'clock', value: null })),
  untold(
    'sync: the clock is of the future and of no device',
    put('sync', { key: 'clock', value: { time: Number.NaN, count: 'x', device: 5 } }),
  ),
  untold('sync: what is unsent is garbled', async (victim) => {
    for (const stream of ['acts', 'writes', 'images', 5]) await put('unsent', { stream, operations: null })(victim);
  }),
  untold('sync: stamps garbled', put('stamps', { id: 'essays\nx', owner: 5 })),
  untold('folder: garbled', async (victim) => {
    await put('folders', { id: 'x', handle: 'y' })(victim);
    await put('mirrored', { essayId: idAt(victim, HARMED), files: null })(victim);
  }),
  // A database stores what JSON has no form for: texts that are made of rows are made of these too.
  essay('hits of thirty digits', { hits: 10n ** 30n }),
  essay('a circle for an editor, and beside all that it knows', { editor: circle(), later: circle() }),
  one(
    'body: authors in a circle',
    ofCapture('bodies', (row) => ({ ...row, authors: ['甲', circle()] })),
  ),
  one(
    'image: taken at a circle',
    first('images', (row) => ({ ...row, takenAt: circle() })),
  ),
  none(
    'highlight: quote a circle',
    each('highlights', (row) => ({ ...row, quote: { exact: circle(), prefix: 1n, suffix: '' } })),
  ),
  none(
    'tag: name of thirty digits',
    each('tags', (row) => ({ ...row, name: 10n ** 30n })),
  ),
  none(
    'shelf: name a list, in a circle, of essays',
    each('shelves', (row) => ({ ...row, name: [null, [Number.NaN]], parent: circle() })),
  ),
  none(
    'job: state a circle',
    each('jobs', (row) => ({ ...row, state: circle() })),
  ),
];
