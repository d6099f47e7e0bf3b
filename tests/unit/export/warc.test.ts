import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { WARCParser, type WARCRecord } from 'warcio';
import type { ExportOriginal, ExportRecord } from '../../../lib/export/record.ts';
import { encodeAs } from '../../corpus/encode.ts';
import { written } from './reading.ts';
import { sampleRecord } from './sample-record.ts';

const url = 'http://www.example-school.cn/article/show.asp?id=12';
const replay = `https://web.archive.org/web/20070702205327/${url}`;
const page = encodeAs('<meta charset=gb2312><p>县域是城乡之间的纽带。</p>', 'gb18030') as Uint8Array<ArrayBuffer>;
const facts = sampleRecord().capture;

function withOriginal(
  original: Partial<ExportOriginal>,
  images: ExportRecord['images'] = async () => [],
): ExportRecord {
  const record = sampleRecord({ archivedCopy: original.archivedCopy ?? null });
  if (facts === null) throw new Error('the sample has a capture');
  const whole: ExportOriginal = {
    capture: facts,
    originalUrl: url,
    archivedCopy: null,
    bytes: page,
    otherPages: [],
    ...original,
  };
  return {
    ...record,
    originals: async function* () {
      yield whole;
    },
    images,
  };
}

interface Read {
  readonly record: WARCRecord;
  readonly payload: Uint8Array;
}

async function readBack(records: readonly ExportRecord[]): Promise<Read[]> {
  const bytes = await written('warc', records);
  const read: Read[] = [];
  for await (const record of WARCParser.iterRecords([bytes])) read.push({ record, payload: await record.readFully() });
  return read;
}

const base32 = (bytes: Uint8Array): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits.replace(/.{5}/g, (five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five, 2)] ?? '');
};

describe('WARC', () => {
  it('has what a server sent as a response, byte for byte, with its charset and digests', async () => {
    const [info, response, about, ...others] = await readBack([withOriginal({})]);
    expect(others).toEqual([]);
    expect(info?.record.warcType).toBe('warcinfo');
    expect(response?.record).toMatchObject({
      warcType: 'response',
      warcTargetURI: url,
      warcDate: '2026-11-24T08:00:00.000Z',
      warcContentType: 'application/http; msgtype=response',
    });
    expect(response?.record.httpHeaders?.headers.get('Content-Type')).toBe('text/html; charset=gb18030');
    expect(response?.payload).toEqual(new Uint8Array(page));
    const sha1 = createHash('sha1').update(page).digest();
    expect(response?.record.warcPayloadDigest).toBe(`sha1:${base32(sha1)}`);
    expect(about?.record.warcType).toBe('metadata');
    expect(about?.record.warcHeader('WARC-Refers-To')).toBe(response?.record.warcHeader('WARC-Record-ID'));
    expect(new TextDecoder().decode(about?.payload)).toContain('wencun-title: 论县域经济的转型\r\n');
  });

  it('has a replay under the address and date of the original, and says where it was got', async () => {
    const archivedCopy = { archive: 'wayback' as const, url: replay, capturedAt: '2007-07-02T20:53:27Z' };
    const other = { charset: 'gb18030', sha256: '', byteLength: 1, bytes: page };
    const [, resource, , second] = await readBack([
      withOriginal({
        archivedCopy,
        capture: { ...(facts as NonNullable<typeof facts>), pageUrl: replay },
        otherPages: [{ ...other, address: `https://web.archive.org/web/20070703000000/${url}&page=2` }],
      }),
    ]);
    expect(resource?.record).toMatchObject({
      warcType: 'resource',
      warcTargetURI: url,
      warcDate: '2007-07-02T20:53:27Z',
      warcContentType: 'text/html; charset=gb18030',
    });
    expect(resource?.record.warcHeader('WARC-Source-URI')).toBe(replay);
    expect(second?.record).toMatchObject({ warcTargetURI: `${url}&page=2`, warcDate: '2007-07-03T00:00:00Z' });
  });

  it('has what the live document gave as a resource, and images', async () => {
    const image = { address: 'http://a.example/1.gif', type: 'image/gif', takenAt: '2026-11-24T08:00:02.000Z' };
    const [, resource, , picture] = await readBack([
      withOriginal({ capture: { ...(facts as NonNullable<typeof facts>), originalForm: 'serialised' } }, async () => [
        { ...image, bytes: new Uint8Array([71, 73, 70]) },
      ]),
    ]);
    expect(resource?.record.warcType).toBe('resource');
    expect(picture?.record).toMatchObject({
      warcType: 'response',
      warcTargetURI: image.address,
      warcDate: image.takenAt,
    });
    expect(picture?.payload).toEqual(new Uint8Array([71, 73, 70]));
  });

  it('has one gzip member a record, ids of their own, and is a WARC even of nothing', async () => {
    const bytes = await written('warc', [withOriginal({}), withOriginal({})]);
    const members = bytes.reduce(
      (count, byte, at) => (byte === 0x1f && bytes[at + 1] === 0x8b && bytes[at + 2] === 8 ? count + 1 : count),
      0,
    );
    expect(members).toBe(3);
    const ids = (await readBack([withOriginal({}), withOriginal({ originalUrl: 'x' })])).map(({ record }) =>
      record.warcHeader('WARC-Record-ID'),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect((await readBack([sampleRecord()])).map(({ record }) => record.warcType)).toEqual(['warcinfo']);
  });
});
