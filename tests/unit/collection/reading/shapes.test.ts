import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { isWhole } from '../../../../lib/collection/checked/check-row.ts';
import type { CheckedTable } from '../../../../lib/collection/checked/row-shapes.ts';
import { isEssayImage } from '../../../../lib/collection/images/image-shape.ts';
import {
  essayShape,
  pageAddress,
  partialDateShape,
  partialMoment,
  textEditShape,
} from '../../../../lib/collection/shapes.ts';
import { imageLimits } from '../../../../lib/essay/image.ts';
import { sampleEssay } from '../../../support/keepings.ts';
import { wholeRows } from '../../../support/whole-rows.ts';

it.each([
  ['2005', true, true],
  ['2005-07', true, true],
  ['2005-07-14', true, true],
  ['2005-07-14T08:00Z', false, true],
  ['2005-07-14T08:00:01Z', false, true],
  ['2005-07-14T08:00:01.5Z', false, true],
  ['2005-07-14T08:00:01.512Z', false, true],
  ['2005-07-14T08:00:01', false, false],
  ['2005-07-14T08Z', false, false],
  ['2005-07-14T8:00Z', false, false],
  ['2005-07-14T08:0Z', false, false],
  ['2005-07-14T08:00:1Z', false, false],
  ['2005-07-14T08:00:01.Z', false, false],
  ['2005-07-14T', false, false],
  ['2005-7', false, false],
  ['2005-07-4', false, false],
  ['205', false, false],
  ['20055', false, false],
  ['x2005', false, false],
  ['2005x', false, false],
  ['', false, false],
])('%j is a date: %s, a moment: %s', (text, isDate, isMoment) => {
  expect([v.is(partialDateShape, text), v.is(partialMoment, text)]).toEqual([isDate, isMoment]);
});

it.each([
  ['http://a.cn/', true],
  ['https://a.cn/', true],
  ['ftp://a.cn/', true],
  ['file:///a', true],
  ['javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['xhttp://a.cn/', false],
  ['a.cn', false],
  ['', false],
  [`http://a.cn/${'x'.repeat(99_988)}`, true],
  [`http://a.cn/${'x'.repeat(99_989)}`, false],
])('a link may be made of %.30j: %s', (address, may) => {
  expect(v.is(pageAddress, address)).toBe(may);
});

describe('an essay', () => {
  const essay = sampleEssay();
  const { provenance } = essay;
  const told = (parts: object) => ({ provenance: { ...provenance, ...parts } });

  it.each<[string, object, boolean]>([
    ['as it is read', {}, true],
    ['of another kind', { kind: 'poem' }, false],
    ['with an archived copy', { archivedCopy: { archive: 'wayback', url: 'http://a.cn/', capturedAt: '2007' } }, true],
    ['with a copy of which little is known', { archivedCopy: { archive: 'new', url: null, capturedAt: null } }, true],
    ['with a copy that is none', { archivedCopy: { archive: 7, url: null, capturedAt: null } }, false],
    ['with a copy at no address', { archivedCopy: { archive: 'wayback', url: 'x', capturedAt: null } }, false],
    ['of an issue of no date', { issue: { title: '求是', year: null, issue: null, date: null, page: null } }, true],
    ['of an issue of no title', { issue: { title: null, year: 1, issue: null, date: null, page: null } }, false],
    ['of an issue with more', { issue: { title: 'a', year: 1, issue: null, date: null, page: null, x: 1 } }, false],
    ['with 50,000 keywords', { keywords: Array(50_000).fill('a') }, true],
    ['with one more', { keywords: Array(50_001).fill('a') }, false],
    ['with a title of 100,000 signs', { title: '题'.repeat(100_000) }, true],
    ['with more hits than a number', { hits: '7' }, false],
    ['with a claim', told({ claim: { originalUrl: 'http://a.cn/', archive: 'wayback', capturedAt: null } }), true],
    ['with a claim of no address', told({ claim: { originalUrl: 'x', archive: 'wayback', capturedAt: null } }), false],
    ['with a claim of undefined', told({ claim: undefined }), false],
    ['by another extractor', told({ extractor: 'one of later' }), true],
    ['by no extractor', told({ extractor: 7 }), false],
    ['by an extractor without end', told({ extractor: 'x'.repeat(100_001) }), false],
    ['with missing pages', told({ missingPages: ['http://a.cn/2'] }), true],
    ['with missing pages nowhere', told({ missingPages: ['2'] }), false],
    ['with half a second reading', told({ secondReader: { agreement: 0.5 } }), true],
    ['with a second reading of less than nothing', told({ secondReader: { agreement: -0.1 } }), false],
    ['with a removal', told({ removals: [{ rule: 'x', text: 'y', doubted: true, after: 'z' }] }), true],
    ['with a removal of no doubt', told({ removals: [{ rule: 'x', text: 'y', doubted: false }] }), false],
    ['with a removal of nothing', told({ removals: [{ rule: 'x' }] }), false],
    ['with a field of its record', told({ fields: { hits: { value: 1, raw: '1', place: 'x' } } }), true],
    ['with a field of another type', told({ fields: { hits: { value: 'a', raw: '1', place: 'x' } } }), false],
    ['with a field from nowhere', told({ fields: { hits: { value: 1, raw: '1' } } }), false],
    ['with a field that is none', told({ fields: { owner: { value: 1, raw: '1', place: 'x' } } }), false],
    ['with a recognition of no family', told({ recognition: { ...provenance.recognition, family: null } }), true],
    ['with a recognition of no score', told({ recognition: { ...provenance.recognition, score: null } }), false],
    ['with strange evidence', told({ recognition: { ...provenance.recognition, evidence: [{ id: 'x' }] } }), false],
  ])('%s: %s %s', (_, change, isOne) => {
    expect(v.is(essayShape, { ...essay, ...change })).toBe(isOne);
  });
});

describe('a change of the reader’s', () => {
  const edit = { id: 'x', madeAt: '2026-03-01T00:00:00Z', kind: 'corrected', found: '塘', text: '堤', after: null };
  it.each<[object, boolean]>([
    [{}, true],
    [{ kind: 'put-back' }, true],
    [{ kind: 'taken-out' }, true],
    [{ kind: 'moved' }, false],
    [{ id: '' }, false],
    [{ id: 'x'.repeat(100) }, true],
    [{ id: 'x'.repeat(101) }, false],
    [{ madeAt: '昨天' }, false],
    [{ found: null }, false],
    [{ after: '水' }, true],
    [{ more: 1 }, false],
  ])('with %.60j: %s', (change, isOne) => {
    expect(v.is(textEditShape, { ...edit, ...change })).toBe(isOne);
  });
});

describe('an image', () => {
  const gif = new Uint8Array([71, 73, 70, 56, 57, 97]);
  const image = { address: 'http://a.cn/1.gif', type: 'image/gif', bytes: gif, problem: '', takenAt: '2026-03-01' };
  const none = { ...image, type: '', bytes: null, problem: 'unreachable' };
  const large = new Uint8Array(imageLimits.bytes + 1);
  large.set(gif);

  it.each<[string, object, boolean]>([
    ['is what its bytes say', image, true],
    ['is not what it says alone', { ...image, type: 'image/png' }, false],
    ['has an address of the web', { ...image, address: 'file:///1.gif' }, false],
    ['has bytes or a problem', { ...image, problem: 'unreachable' }, false],
    ['has a moment', { ...image, takenAt: '昨天' }, false],
    ['has nothing more', { ...image, more: 1 }, false],
    ['is as large as one may be', { ...image, bytes: large.subarray(0, -1) }, true],
    ['is not larger', { ...image, bytes: large }, false],
    ['that could not be had says why', none, true],
    ['that could not be had has no type', { ...none, type: 'image/gif' }, false],
    ['that could not be had has a known problem', { ...none, problem: 'x' }, false],
    ['that could not be had has an address of the web', { ...none, address: 'ftp://a.cn/' }, false],
    ['that could not be had has a moment', { ...none, takenAt: '' }, false],
  ])('%s', (_, value, isOne) => {
    expect(isEssayImage(value)).toBe(isOne);
  });
});

describe('a row that is read, backed up and restored', () => {
  it.each<[CheckedTable, object, boolean]>([
    ['essays', { id: '' }, false],
    ['essays', { id: 'x'.repeat(2000) }, true],
    ['essays', { id: 'x'.repeat(2001) }, false],
    ['essays', { length: 1.5 }, false],
    ['essays', { length: 0 }, true],
    ['essays', { length: -1 }, false],
    ['essays', { keptAt: '' }, true],
    ['essays', { keptAt: '昨天' }, false],
    ['essays', { doc: undefined }, true],
    ['essays', { note: '记'.repeat(10_000_000) }, true],
    ['essays', { note: '记'.repeat(10_000_001) }, false],
    ['essays', { edited: { owner: 'x' } }, false],
    ['essays', { givenCopy: null }, false],
    ['essays', { readState: 'unread' }, false],
    ['essays', { readState: 'read' }, true],
    ['captures', { sha256: 'a'.repeat(63) }, false],
    ['captures', { sha256: 'A'.repeat(64) }, false],
    ['captures', { sha256: `${'a'.repeat(64)}b` }, false],
    ['captures', { tried: [{ address: 'a', reason: 'b' }] }, true],
    ['captures', { tried: [{ address: 'a' }] }, false],
    ['captures', { takenFrom: { name: 'a', host: 'b' } }, false],
    ['captures', { takenFrom: { name: 'a', host: 'b', at: 'c' } }, true],
    ['originals', { otherPages: [{ address: 'a', charset: 'b', sha256: 'a'.repeat(64), byteLength: 1 }] }, false],
    ['images', { bytes: null }, true],
    ['images', { bytes: [1] }, false],
    ['highlights', { colour: 'pink' }, true],
    ['highlights', { quote: { exact: 'a', prefix: '' } }, false],
    ['highlights', { position: { start: 1 } }, false],
    ['sent', { parts: [{ is: 'a', key: 'b', md5: 'c' }] }, false],
    ['fingerprints', { bands: Array(64).fill('a') }, true],
    ['fingerprints', { bands: Array(65).fill('a') }, false],
    ['fingerprints', { minhash: Array(65).fill(1) }, false],
    ['jobs', { manners: { rest: [0, 86_400_000], backOff: 0, longestBackOff: 0, tries: 1 } }, true],
    ['jobs', { manners: { rest: [0, 86_400_001], backOff: 0, longestBackOff: 0, tries: 1 } }, false],
    ['jobs', { manners: { rest: [-1, 0], backOff: 0, longestBackOff: 0, tries: 1 } }, false],
    ['jobs', { manners: { rest: [0, 0], backOff: 0, longestBackOff: 0, tries: 0 } }, false],
    ['jobs', { manners: { rest: [0, 0], backOff: 0, longestBackOff: 0, tries: 100 } }, true],
    ['jobs', { manners: { rest: [0, 0], backOff: 0, longestBackOff: 0, tries: 101 } }, false],
    ['jobs', { manners: { rest: [0, 0], backOff: 0, longestBackOff: 0, tries: 1.5 } }, false],
    ['jobs', { hosts: { a: { notBefore: 1 } } }, false],
    ['jobs', { years: { from: 1, to: 2 } }, false],
    ['jobs', { into: { shelf: 'a' } }, false],
    ['jobs', { counts: { waiting: 1 } }, false],
    ['jobs', { choosing: false }, false],
    ['jobs', { notice: 'seen' }, true],
    ['jobs', { notice: 'x' }, false],
    ['jobItems', { tries: -1 }, false],
    ['jobItems', { tries: 1.5 }, false],
    ['jobItems', { state: 'unchosen' }, true],
    ['jobItems', { digests: { a: 1 } }, false],
    ['jobItems', { others: [1] }, false],
  ])('of %s with %.60j: %s', (table, change, whole) => {
    expect(isWhole(table, { ...wholeRows[table], ...change })).toBe(whole);
    expect(isWhole(table, { ...wholeRows[table], more: 1 })).toBe(true);
  });
});
