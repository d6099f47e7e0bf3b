import { describe, expect, it } from 'vitest';
import { withDigest } from '../../../lib/collection/checked/body-digest.ts';
import { withImageDigest } from '../../../lib/collection/checked/image-digest.ts';
import { judgeImages } from '../../../lib/collection/integrity/judge-images.ts';
import { type Judgement, judgeVersions } from '../../../lib/collection/integrity/judge-versions.ts';
import { essayParts, pageOf, type WholeVersion, wholeVersion } from '../../support/damage/parts-of-essay.ts';
import { wholeRows } from '../../support/whole-rows.ts';

const version = await wholeVersion();
const { capture, body, original } = version;
const page = await pageOf('次页');
const otherPage = { address: 'http://dx.example/2.htm', charset: 'gb18030', ...page };
const zeros = '0'.repeat(64);
const told = { essayId: 'e1', title: '论塘' };

/** What was found, in short; the rows themselves apart. */
const inShort = ({ changes, findings, trusted }: Judgement): string =>
  [
    ...changes.map(({ table, key, finding }) => `${table} ${String(key)} ${finding?.reason ?? 'silent'}`),
    ...findings.map(({ table, key, reason }) => `${table} ${key} ${reason}!`),
    `trusts ${[...trusted].join()}`,
  ].join(', ');
const judged = async (...given: Parameters<typeof essayParts>): Promise<string> =>
  inShort(await judgeVersions(essayParts(...given)));

describe('the versions of an essay', () => {
  it.each<[string, Partial<Record<keyof WholeVersion, unknown>>, string]>([
    ['that is whole', version, 'trusts c1'],
    ['with other pages', { ...version, original: { ...original, otherPages: [otherPage] } }, 'trusts c1'],
    ['whose text is another', { ...version, body: { ...body, text: '堤' } }, 'bodies c1 changed!, trusts '],
    ['whose text has no digest yet', { ...version, body: wholeRows.bodies }, 'bodies c1 silent, trusts c1'],
    ['whose text is lost', { capture, original }, 'bodies c1 missing!, trusts '],
    [
      'of whose text too little is left',
      { ...version, body: { captureId: 'c1', essayId: 'e1' } },
      'bodies c1 unreadable, trusts ',
    ],
    ['whose text is mended', { ...version, body: { ...body, authors: 7 } }, 'bodies c1 mended, trusts '],
    ['whose bytes are lost', { capture, body }, 'originals c1 missing!, trusts c1'],
    [
      'of whose bytes too little is left',
      { ...version, original: { captureId: 'c1', essayId: 'e1', gzip: 7 } },
      'originals c1 unreadable, trusts c1',
    ],
    [
      'whose bytes are mended',
      { ...version, original: { ...original, otherPages: 7 } },
      'originals c1 mended, trusts c1',
    ],
    [
      'whose bytes are others',
      { ...version, original: { ...original, gzip: page.gzip } },
      'originals c1 changed!, trusts c1',
    ],
    [
      'whose bytes cannot be unpacked',
      { ...version, original: { ...original, gzip: new Uint8Array([1]) } },
      'originals c1 changed!, trusts c1',
    ],
    [
      'whose second page has other bytes',
      { ...version, original: { ...original, otherPages: [{ ...otherPage, sha256: zeros }] } },
      'originals c1 changed!, trusts c1',
    ],
    ['whose record is lost', { body, original }, 'captures c1 rebuilt, trusts c1'],
    ['whose record is mended', { ...version, capture: { ...capture, pageUrl: 7 } }, 'captures c1 mended, trusts c1'],
    [
      'whose record is mended, and whose bytes nothing is known of',
      { ...version, capture: { ...capture, sha256: 7 }, original: { ...original, gzip: page.gzip } },
      'captures c1 mended, trusts c1',
    ],
    [
      'of whose record too little is left',
      { ...version, capture: { ...capture, essayId: 7 } },
      'captures c1 unreadable, captures c1 rebuilt, trusts c1',
    ],
  ])('one %s: %s', async (_, given, found) => {
    expect(await judged([given])).toBe(found);
  });

  it('are told of with their essay', async () => {
    const { findings } = await judgeVersions(essayParts([{ capture }]));
    const missing = { key: 'c1', reason: 'missing', parts: [], ...told };
    expect(findings).toEqual([
      { table: 'bodies', ...missing },
      { table: 'originals', ...missing },
    ]);
    const { changes } = await judgeVersions(essayParts([{ ...version, capture: { ...capture, pageUrl: 7 } }]));
    expect(changes[0]?.finding).toMatchObject({ reason: 'mended', parts: ['pageUrl'], ...told });
    const nameless = await judgeVersions(essayParts([{ capture, original }], { row: undefined }));
    expect(nameless.findings[0]?.title).toBe('');
  });

  it('that was cleaned from another has that one’s bytes', async () => {
    const other = await wholeVersion('c2');
    const cleaned = (from: string, id = 'c2') => ({ ...other.capture, id, cleanedFrom: from });
    const two = (from: string) => [version, { capture: cleaned(from), body: other.body }];
    expect(await judged(two('c1'))).toBe('trusts c1,c2');
    expect(await judged(two('c9'))).toBe('originals c2 missing!, trusts c1,c2');
    expect(await judged(two('c2'))).toBe('originals c2 missing!, trusts c1,c2');
    expect(await judged(two('c9'), { elsewhere: new Set(['c2']) })).toBe('trusts c1,c2');
    expect(await judged([{ capture, body }], { elsewhere: new Set(['c1']) })).toBe('trusts c1');
  });

  it('stay where they are when nobody can read them', async () => {
    const [text, bytes] = [
      { captureId: 'c1', essayId: 'e1' },
      { captureId: 'c1', essayId: 'e1', gzip: 7 },
    ];
    const { changes } = await judgeVersions(essayParts([{ capture, body: text, original: bytes }]));
    expect(changes.map(({ before, after }) => [before === after, after])).toEqual([
      [true, text],
      [true, bytes],
    ]);
  });

  it('have a digest of the text, where there was none', async () => {
    const plain = { ...wholeRows.bodies };
    const { changes } = await judgeVersions(essayParts([{ ...version, body: plain }]));
    const after = await withDigest(plain as never);
    expect(changes).toEqual([{ table: 'bodies', key: 'c1', before: plain, after, finding: null }]);
  });

  it('have a record made of what is left', async () => {
    const { changes } = await judgeVersions(essayParts([{ body, original }]));
    const after = {
      id: 'c1',
      essayId: 'e1',
      pageUrl: 'http://dx.example/1.htm',
      takenAt: '2026-03-01T09:30:00.000Z',
      charset: '',
      originalForm: 'serialised',
      rulesVersion: 0,
      sha256: capture.sha256,
      byteLength: 3,
    };
    const finding = { table: 'captures', key: 'c1', reason: 'rebuilt', parts: [], ...told };
    expect(changes).toEqual([{ table: 'captures', key: 'c1', before: undefined, after, finding }]);
    const alone = await judgeVersions(essayParts([{ body }], { row: undefined }));
    const none = await pageOf('');
    expect(alone.changes[0]?.after).toEqual({ ...after, takenAt: '', sha256: none.sha256, byteLength: 0 });
  });

  it('have the digest of the bytes at hand, where it was lost', async () => {
    const lost = { ...capture, sha256: 7, byteLength: 'a' };
    const fixity = async (...given: Parameters<typeof essayParts>) => {
      const { after } = (await judgeVersions(essayParts(...given))).changes[0] ?? {};
      const { sha256, byteLength } = after as { sha256: string; byteLength: number };
      return [sha256, byteLength];
    };
    expect(await fixity([{ ...version, capture: lost }])).toEqual([capture.sha256, 3]);
    const none = await pageOf('');
    expect(await fixity([{ body, capture: lost }])).toEqual([none.sha256, 0]);
    const broken = { ...original, gzip: new Uint8Array([1]) };
    expect(await fixity([{ body, capture: lost, original: broken }])).toEqual([none.sha256, 0]);
    const other = await wholeVersion('c2', '堤');
    const cleaned = { ...other.capture, sha256: 7, cleanedFrom: 'c1' };
    expect(await fixity([{ capture: cleaned, body: other.body }, version])).toEqual([capture.sha256, 3]);
    // Of a record that lost something else, the digest is what it was.
    const damaged = { ...capture, sha256: zeros, pageUrl: 7 };
    expect(await fixity([{ ...version, capture: damaged }])).toEqual([zeros, 3]);
  });
});

describe('the images of an essay', () => {
  const plain = wholeRows.images;
  it('are left, or told of, or have a digest from now on', async () => {
    const image = await withImageDigest(plain as { bytes: Uint8Array<ArrayBuffer>; digest?: string });
    const none = { ...plain, bytes: null, problem: 'http-404' };
    expect(await judgeImages([image, none])).toEqual([]);
    const key = ['e1', 'http://dx.example/1.gif'];
    expect(await judgeImages([plain])).toEqual([{ table: 'images', key, before: plain, after: image, finding: null }]);
    const other = { ...image, bytes: new Uint8Array([2]) };
    const finding = {
      table: 'images',
      key: 'e1 http://dx.example/1.gif',
      reason: 'changed',
      parts: [],
      essayId: 'e1',
      title: '',
      row: other,
    };
    expect(await judgeImages([other])).toEqual([{ table: 'images', key, before: other, after: other, finding }]);
    const gone = { ...image, bytes: null };
    expect((await judgeImages([gone])).map((change) => change.finding?.reason)).toEqual(['changed']);
    for (const damaged of [image, plain].map((row) => ({ ...row, type: 7 })))
      expect((await judgeImages([damaged])).map((change) => change.finding?.parts)).toEqual([['type']]);
  });
});
