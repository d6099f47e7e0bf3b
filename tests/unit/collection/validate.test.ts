import { is } from 'valibot';
import { describe, expect, it } from 'vitest';
import { frameSurvey, pageSummary, validClip, validRecognition } from '../../../lib/messages/valid-clip.ts';
import { sampleEssay } from '../../support/keepings.ts';

const TAKEN = '2026-03-01T08:00:00.000Z';

const otherPage = { address: 'http://a.cn/1_2.htm', charset: 'gb18030', bytes: btoa('<p>y</p>') };

/** A clip as a content script sends it, through JSON as the browser does. */
function sentClip(): { essay: Record<string, unknown>; capture: Record<string, unknown>; otherPages: object[] } {
  const pageUrl = 'http://www.example-school.cn/article/show.asp?id=12&page=2';
  const capture = { pageUrl, charset: 'gb18030', originalForm: 'served', rulesVersion: 1 };
  return JSON.parse(
    JSON.stringify({ essay: sampleEssay(), capture, original: btoa('<p>x</p>'), otherPages: [otherPage] }),
  );
}

describe('a clip', () => {
  it('may tell of the second reader, or be of before it was asked', () => {
    const sent = sentClip();
    const provenance = sent.essay['provenance'] as { removals: object[] };
    const told = (secondReader: unknown, doubted: unknown) => {
      const removals = [{ ...provenance.removals[0], doubted }];
      const essay = { ...sent.essay, provenance: { ...provenance, removals, secondReader } };
      return validClip({ ok: true, value: { ...sent, essay } }, TAKEN).ok;
    };
    expect(told({ agreement: 0.97 }, true)).toBe(true);
    expect(told({ agreement: null }, true)).toBe(true);
    expect(told({ agreement: 1.2 }, true)).toBe(false);
    expect(told({ agreement: 0.97 }, 'yes')).toBe(false);
  });

  it('that is whole is made ready to keep', () => {
    const sent = sentClip();
    const outcome = validClip({ ok: true, value: sent }, TAKEN);
    expect(outcome).toEqual({
      ok: true,
      value: {
        essay: sampleEssay(),
        capture: { ...sent.capture, takenAt: TAKEN },
        original: new TextEncoder().encode('<p>x</p>'),
        otherPages: [{ ...otherPage, bytes: new TextEncoder().encode('<p>y</p>') }],
      },
    });
  });

  it.each<[string, (clip: ReturnType<typeof sentClip>) => void, string]>([
    ['a missing field', ({ essay }) => delete essay['authors'], 'essay.authors'],
    ['a field of another type', ({ essay }) => Object.assign(essay, { title: 7 }), 'essay.title'],
    ['a field that nobody knows', ({ essay }) => Object.assign(essay, { owner: 'x' }), 'essay.owner'],
    ['a title longer than a book', ({ essay }) => Object.assign(essay, { title: '题'.repeat(100_001) }), 'essay.title'],
    [
      'a list without end',
      ({ essay }) => Object.assign(essay, { keywords: Array(50_001).fill('x') }),
      'essay.keywords',
    ],
    ['a date that is none', ({ essay }) => Object.assign(essay, { publishedOn: '去年' }), 'essay.publishedOn'],
    [
      'a script for an address',
      ({ essay }) => Object.assign(essay, { originalUrl: 'javascript:alert(1)' }),
      'essay.originalUrl',
    ],
    ['no address', ({ capture }) => Object.assign(capture, { pageUrl: '' }), 'capture.pageUrl'],
    [
      'a form that nobody knows',
      ({ capture }) => Object.assign(capture, { originalForm: 'faked' }),
      'capture.originalForm',
    ],
    [
      'a script for a page',
      ({ otherPages: [page = {}] }) => Object.assign(page, { address: 'javascript:alert(1)' }),
      'otherPages.0.address',
    ],
    ['a page that is not base64', ({ otherPages: [page = {}] }) => Object.assign(page, { bytes: '甲' }), 'otherPages'],
    [
      'more pages than are ever joined',
      (clip) => Object.assign(clip, { otherPages: Array(51).fill(otherPage) }),
      'otherPages',
    ],
    ['an original that is not base64', (clip) => Object.assign(clip, { original: '甲' }), 'original'],
    [
      'an original larger than allowed',
      (clip) => Object.assign(clip, { original: 'A'.repeat(28_000_004) }),
      'original',
    ],
  ])('with %s is refused, and the part is named', (_, spoil, detail) => {
    const sent = sentClip();
    spoil(sent);
    expect(validClip({ ok: true, value: sent }, TAKEN)).toEqual({
      ok: false,
      problem: { code: 'invalid', detail: `value.${detail}` },
    });
  });

  it.each([null, undefined, 'text', 7, [], {}])('that is %j is refused', (sent) => {
    expect(validClip(sent, TAKEN).ok).toBe(false);
    expect(validClip({ ok: true, value: sent }, TAKEN).ok).toBe(false);
  });

  it.each([
    ['nothing-to-keep', 'not-an-essay', { code: 'nothing-to-keep', detail: 'not-an-essay' }],
    ['too-large', undefined, { code: 'invalid', detail: 'too-large' }],
    ['failed', 'Error: x', { code: 'invalid', detail: 'Error: x' }],
  ])('that could not be taken (%s: %s) says why', (code, detail, problem) => {
    const sent = { ok: false, problem: detail === undefined ? { code } : { code, detail } };
    expect(validClip(sent, TAKEN)).toEqual({ ok: false, problem });
  });
});

describe('what else a content script sends', () => {
  const { recognition } = sampleEssay().provenance;

  it('is a recognition, or nothing', () => {
    expect(validRecognition(recognition)).toEqual(recognition);
    expect(validRecognition({ ...recognition, kind: 'advertisement' })).toBeNull();
    expect(validRecognition({ ...recognition, score: Number.NaN })).toBeNull();
    expect(validRecognition(null)).toBeNull();
  });

  it('is a survey of a frame', () => {
    const survey = { contentType: 'text/html', length: 9, originalUrl: 'http://a.cn/', recognition, path: [1, 0] };
    expect(is(frameSurvey, survey)).toBe(true);
    expect(is(frameSurvey, { ...survey, length: -1 })).toBe(false);
  });

  it('is a summary for the popup', () => {
    const { html: _html, text: _text, provenance: _provenance, archivedCopy: _copy, ...facts } = sampleEssay();
    const summary = { ...facts, archive: { name: 'wayback', capturedAt: '2007' }, claim: null, doubts: 0, length: 20 };
    expect(is(pageSummary, summary)).toBe(true);
    expect(is(pageSummary, { ...summary, html: '<p>' })).toBe(false);
  });
});
