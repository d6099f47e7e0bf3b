import { joinKept } from '../../../lib/collection/duplicates/join-kept.ts';
import type { Damage } from './damaged-collection.ts';
import { captureOf, each, essay, first, HARMED, idAt, none, ofCapture, one, put, untold } from './ways.ts';

/** Half of a pair of signs, which no text has, and a sign that no file name may have. */
const BROKEN = '\ud800破\u0000';

/** Bytes with others behind them. */
const withTail = (bytes: unknown): Uint8Array => Uint8Array.from([...(bytes as Uint8Array), 0x1f, 0x8b, 8, 0, 1, 2, 3]);

/** Damages of parts that hold together with others: signs that are no text, circles of rows, records of what is still to be done. */
export const moreDamages: readonly Damage[] = [
  essay('title of half a sign', { title: BROKEN }),
  essay('authors of half signs, thousands of them', { authors: Array.from({ length: 20_000 }, () => BROKEN) }),
  essay('publishedOn of the year 99999', { publishedOn: '99999-01-01' }),
  essay(
    'tags ten thousand times the same',
    { tags: Array.from({ length: 10_000 }, () => 'x'.repeat(20)) },
    ['tags'],
    'tags',
  ),
  essay('originalUrl of no address', { originalUrl: 'http://' }),
  essay('note of half a sign', { note: BROKEN }, [], ''),
  one(
    'body: text of half a sign',
    ofCapture('bodies', (row) => ({ ...row, text: BROKEN, html: `<p>${BROKEN}</p>` })),
  ),
  untold(
    'capture: cleaned from itself',
    ofCapture('captures', (row) => ({ ...row, cleanedFrom: row['id'] })),
  ),
  one('original: in the place of it that of another essay', async (victim) => {
    const other = await captureOf(victim, 3);
    await ofCapture('captures', (row) => ({ ...row, cleanedFrom: other }))(victim);
    await ofCapture('originals', () => null)(victim);
  }),
  one('original: in the place of it nothing, by a capture that is cleaned from itself', async (victim) => {
    await ofCapture('captures', (row) => ({ ...row, cleanedFrom: row['id'] }))(victim);
    await ofCapture('originals', () => null)(victim);
  }),
  one(
    'capture: of a charset and a form that nobody knows',
    ofCapture('captures', (row) => ({ ...row, charset: 'klingon', originalForm: 'woven' })),
  ),
  one(
    'original: bytes behind its end',
    ofCapture('originals', (row) => ({ ...row, gzip: withTail(row['gzip']) })),
  ),
  one(
    'original: numbers in the place of bytes',
    ofCapture('originals', (row) => ({ ...row, gzip: [...(row['gzip'] as Uint8Array)] })),
  ),
  one(
    'image: of a type that is a page',
    first('images', (row) => ({ ...row, type: 'text/html', problem: 7 })),
  ),
  one(
    'highlight: of no colour, its note a list',
    first('highlights', (row) => ({ ...row, colour: 'ultraviolet', note: ['x'] })),
  ),
  one(
    'fingerprint: ten thousand groups',
    first('fingerprints', (row) => ({ ...row, bands: Array.from({ length: 10_000 }, (_, at) => `b${at}`) })),
  ),
  none(
    'search: query a number',
    first('searches', (row) => ({ ...row, query: 7 })),
  ),
  untold(
    'tag: of half signs',
    first('tags', (row) => ({ ...row, folded: BROKEN, name: BROKEN })),
  ),
  none(
    'job: of a kind that nobody knows',
    first('jobs', (row) => ({ ...row, kind: 'raid', title: null, address: 5, rows: [] })),
  ),
  none(
    'job item: of another queue and its own at once',
    each('jobItems', (row) => ({ ...row, kind: 'poem', address: 'http://', key: null })),
  ),
  none(
    'ledger: columns of wider numbers',
    first('ledger', (row) => ({ ...row, texts: Float64Array.from(row['texts'] as Uint32Array) })),
  ),
  untold('meta: essays that wait for near-duplicates, garbled', async (victim) => {
    await put('meta', { key: 'to-join', value: [7, null, 'x', { id: idAt(victim, HARMED) }] })(victim);
    await joinKept(victim.collection);
  }),
  none('search: under a number', put('searches', { id: 7 })),
  none('tag: under a number', put('tags', { id: 7 })),
  none('job: under a list', put('jobs', { id: ['a', 7] })),
  {
    ...none('cluster: under a date', put('clusters', { id: new Date(0) })),
    told: 'clusters',
  },
  none('highlight: under a number', (victim) => put('highlights', { id: 7, essayId: idAt(victim, HARMED) })(victim)),
  untold('apart: of one essay, of three, of none', async (victim) => {
    for (const id of [idAt(victim, HARMED), 'a b c', '', 7]) await put('apart', { id })(victim);
  }),
  untold('outcome: of circles and lists', put('outcomes', { id: 'o2', by: [], title: {}, url: null, problem: 5 })),
];
