import { CHUNK } from '../../../lib/collection/ledger/chunk.ts';
import { STATE_KEY } from '../../../lib/collection/ledger/ledger-state.ts';
import type { Damage } from './damaged-collection.ts';
import {
  captureOf,
  each,
  essay,
  first,
  flipped,
  HARMED,
  idAt,
  inEssay,
  inState,
  noise,
  none,
  ofCapture,
  one,
  own,
  rewrite,
  table,
} from './ways.ts';

/** Fifty-five kinds of damage and some more, each done to a collection of its own. */
export const damages: readonly Damage[] = [
  essay('authors null', { authors: null }),
  essay('authors holding a number', { authors: ['王', 5] }),
  essay('tags null', { tags: null }, ['tags']),
  essay('shelves missing', { shelves: undefined }, ['shelves']),
  essay('cluster missing', { cluster: undefined }),
  essay('title a number', { title: 7 }),
  essay('title missing', { title: undefined }),
  essay('publishedOn odd', { publishedOn: '最近' }),
  essay('issue a text', { issue: '三期' }),
  essay('trashedAt null', { trashedAt: null }),
  essay('keptAt null', { keptAt: null }),
  essay('keptAt no moment', { keptAt: 'gestern' }),
  essay('column null', { column: null }),
  essay('kind unknown', { kind: 'poem' }),
  essay('hits a text', { hits: '很多' }),
  essay('keywords an object', { keywords: {} }),
  essay('length missing', { length: undefined }),
  essay('note null', { note: null }),
  essay('edited a text', { edited: 'title' }),
  essay('edited with an odd field', { edited: { title: '改', authors: 3 } }, ['edited', 'title']),
  essay('archivedCopy a text', { archivedCopy: 'wayback' }),
  essay('captureId of nothing', { captureId: 'nowhere' }),
  essay('captureId missing', { captureId: undefined }),
  essay('captureId null', { captureId: null }),
  essay('doc missing', { doc: undefined }, [], 'ledger'),
  essay('doc beyond', { doc: 99_999 }, [], 'ledger'),
  {
    ...one('essay: doc of another', async (victim) => {
      const other = await table(victim, 'essays').get(idAt(victim, 3));
      await inEssay({ doc: other?.['doc'] })(victim);
    }),
    told: 'ledger',
  },
  one('essay: the id alone', (victim) => rewrite(victim, 'essays', idAt(victim, HARMED), ({ id }) => ({ id })), own),
  one('essay: row missing', (victim) => rewrite(victim, 'essays', idAt(victim, HARMED), () => null), own),
  none('essay: a row under no id of ours', async (victim) => {
    await table(victim, 'essays').put({ id: 'x' });
  }),
  none(
    'ledger: chunk missing',
    first('ledger', () => null),
  ),
  none(
    'ledger: states random',
    first('ledger', (row) => ({ ...row, states: noise(Number(row['count'])) })),
  ),
  none(
    'ledger: all states dead',
    first('ledger', (row) => ({ ...row, states: new Uint8Array(Number(row['count'])).fill(2) })),
  ),
  none(
    'ledger: ids random',
    first('ledger', (row) => ({ ...row, ids: noise(Number(row['count']) * 12) })),
  ),
  none(
    'ledger: chunk garbled',
    first('ledger', ({ chunk }) => ({ chunk, count: 'x' })),
  ),
  none(
    'ledger: column cut short',
    first('ledger', (row) => ({ ...row, texts: new Uint32Array(3) })),
  ),
  none('ledger: state missing', (victim) => rewrite(victim, 'meta', STATE_KEY, () => null)),
  none(
    'ledger: state garbled',
    inState(() => 'x'),
  ),
  none(
    'ledger: next too small',
    inState((state) => ({ ...state, next: 3 })),
  ),
  none(
    'ledger: next too large',
    inState((state) => ({ ...state, next: Number(state['next']) + CHUNK })),
  ),
  none(
    'ledger: kept wrong',
    inState((state) => ({ ...state, kept: 5000 })),
  ),
  none(
    'index: posting blocks garbled',
    each('postings', (row) => ({ ...row, bytes: noise(400) })),
  ),
  none(
    'index: one bit of each posting block',
    each('postings', (row) => ({ ...row, bytes: flipped(row['bytes']) })),
  ),
  none(
    'index: position blocks garbled',
    each('positions', (row) => ({ ...row, bytes: noise(400) })),
  ),
  none(
    'index: blocks no bytes',
    each('postings', (row) => ({ ...row, bytes: 'x' })),
  ),
  none(
    'index: blocks gone',
    each('postings', () => null),
  ),
  none(
    'index: segment garbled',
    each('segments', ({ id }) => ({ id, from: 'x' })),
  ),
  none(
    'index: segment with other keys',
    each('segments', (row) => ({ ...row, firstKeys: new Uint32Array([1, 2, 3]) })),
  ),
  none(
    'index: segment that claims too much',
    each('segments', (row) => ({ ...row, to: 4000 })),
  ),
  one(
    'body: missing',
    ofCapture('bodies', () => null),
  ),
  one(
    'body: text cut off',
    ofCapture('bodies', (row) => ({ ...row, text: String(row['text']).slice(0, 30) })),
  ),
  one(
    'body: html changed',
    ofCapture('bodies', (row) => ({ ...row, html: '<p>另一篇</p>' })),
  ),
  one(
    'body: text null',
    ofCapture('bodies', (row) => ({ ...row, text: null })),
  ),
  one(
    'body: without provenance',
    ofCapture('bodies', ({ provenance: _, ...row }) => row),
  ),
  one(
    'body: provenance of odd parts',
    ofCapture('bodies', (row) => ({ ...row, provenance: { fields: 3, removals: {} } })),
  ),
  one(
    'body: keys alone',
    ofCapture('bodies', ({ captureId, essayId }) => ({ captureId, essayId })),
  ),
  one('body: of another essay', async (victim) => {
    const other = await table(victim, 'bodies').get(await captureOf(victim, 3));
    await ofCapture('bodies', (row) => ({ ...other, captureId: row['captureId'] }))(victim);
  }),
  one(
    'capture: missing',
    ofCapture('captures', () => null),
  ),
  one(
    'capture: keys alone',
    ofCapture('captures', ({ id, essayId, takenAt }) => ({ id, essayId, takenAt })),
  ),
  one(
    'capture: takenAt null',
    ofCapture('captures', (row) => ({ ...row, takenAt: null })),
  ),
  one(
    'original: missing',
    ofCapture('originals', () => null),
  ),
  one(
    'original: one bit',
    ofCapture('originals', (row) => ({ ...row, gzip: flipped(row['gzip']) })),
  ),
  one('original: other bytes', async (victim) => {
    const other = await table(victim, 'originals').get(await captureOf(victim, 3));
    await ofCapture('originals', (row) => ({ ...row, gzip: other?.['gzip'] }))(victim);
  }),
  one(
    'original: no bytes',
    ofCapture('originals', (row) => ({ ...row, gzip: null, otherPages: null })),
  ),
  one(
    'highlight: keys alone',
    first('highlights', ({ id, essayId }) => ({ id, essayId })),
  ),
  one(
    'highlight: quote null',
    first('highlights', (row) => ({ ...row, quote: null, position: null })),
  ),
  one(
    'image: keys alone',
    first('images', ({ essayId, address }) => ({ essayId, address })),
  ),
  one(
    'image: bytes a text',
    first('images', (row) => ({ ...row, bytes: 'x' })),
  ),
  one(
    'image: one bit',
    first('images', (row) => ({ ...row, bytes: flipped(row['bytes']) })),
  ),
  one(
    'image: bytes of length 0',
    first('images', (row) => ({ ...row, bytes: new Uint8Array() })),
  ),
  one(
    'image: digest null',
    first('images', (row) => ({ ...row, digest: null })),
  ),
  one(
    'fingerprint: garbled',
    first('fingerprints', ({ essayId }) => ({ essayId, bands: 3, minhash: 'x' })),
  ),
  none(
    'tag: name null',
    first('tags', (row) => ({ ...row, name: null })),
  ),
  none(
    'tag: folded null',
    first('tags', (row) => ({ ...row, folded: null })),
  ),
  none(
    'shelf: name null',
    first('shelves', (row) => ({ ...row, name: null })),
  ),
  none(
    'shelf: order and parent odd',
    first('shelves', (row) => ({ ...row, order: 'x', parent: null })),
  ),
  none(
    'search: name null',
    first('searches', (row) => ({ ...row, name: null, madeAt: 3 })),
  ),
  none(
    'job: keys alone',
    first('jobs', ({ id }) => ({ id })),
  ),
  none(
    'job: hosts null',
    first('jobs', (row) => ({ ...row, hosts: null, counts: null, manners: null })),
  ),
  none(
    'job item: keys alone',
    first('jobItems', ({ job, number }) => ({ job, number })),
  ),
  none(
    'job item: missing',
    first('jobItems', () => null),
  ),
];
