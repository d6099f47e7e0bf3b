import { describe, expect, it } from 'vitest';
import { createStandInArchive, type StandInArchive } from '../../corpus/archive/archive.ts';
import type { Capture } from '../../corpus/archive/capture.ts';
import { largePortal, makePortalCaptures } from '../../corpus/archive/scaled/portal-captures.ts';
import { serveArchive } from '../../corpus/archive/serve-archive.ts';
import { encodeGb2312 } from '../../corpus/portal/gb2312.ts';

const body = encodeGb2312('<html><body>党校的一页</body></html>');
const capture = (original: string, timestamp: string, more: Partial<Capture> = {}): Capture => ({
  original,
  timestamp,
  status: 200,
  type: 'text/html; charset=gb2312',
  body: () => body,
  ...more,
});
const captures = [
  capture('http://www.nbdx.cn:80/show.asp?id=1', '20070702205327'),
  capture('http://nbdx.cn/Show.asp?ID=1', '20090101000000', { revisit: true }),
  capture('http://nbdx.cn/show.asp?id=2', '20080101000000', { status: 404 }),
  capture('http://nbdx.cn/show.asp?id=3', '20080101000000', { status: 302, location: '/index.asp' }),
  capture('http://oa.nbdx.cn/', '20080101000000'),
];
const ask = (
  archive: StandInArchive,
  path: string,
  more: { method?: string; headers?: Record<string, string>; body?: string } = {},
) => {
  const answer = archive.answer({ method: 'GET', headers: {}, body: '', ...more, path });
  if (answer === 'blocked')
    return { status: 0, text: '', headers: {} as Record<string, string>, bytes: new Uint8Array(0) };
  return {
    status: answer.status,
    text: new TextDecoder().decode(answer.body),
    headers: answer.headers as Record<string, string>,
    bytes: answer.body,
  };
};

describe('the index of the stand-in', () => {
  const archive = createStandInArchive(captures, { indexPerMinute: null });
  const rows = (query: string): string[][] => JSON.parse(ask(archive, `/cdx/search/cdx?output=json&${query}`).text);

  it('sorts forms of an address under one key, and knows hosts and domains', () => {
    expect(rows('url=nbdx.cn&matchType=host&fl=urlkey,timestamp,statuscode').slice(1)).toEqual([
      ['cn,nbdx)/show.asp?id=1', '20070702205327', '200'],
      ['cn,nbdx)/show.asp?id=1', '20090101000000', '-'],
      ['cn,nbdx)/show.asp?id=2', '20080101000000', '404'],
      ['cn,nbdx)/show.asp?id=3', '20080101000000', '302'],
    ]);
    expect(rows('url=*.nbdx.cn')).toHaveLength(6);
    expect(rows('url=http://nbdx.cn/show.asp%3Fid=1')).toHaveLength(3);
    expect(rows('url=nowhere.cn/*')).toEqual([]);
  });

  it('filters by a pattern of the whole field, bounds times and collapses', () => {
    expect(rows('url=nbdx.cn/*&filter=statuscode:20')).toEqual([]);
    expect(rows('url=nbdx.cn/*&filter=!statuscode:[345]..')).toHaveLength(3);
    expect(rows('url=nbdx.cn/*&from=2008&to=20081231')).toHaveLength(3);
    expect(rows('url=nbdx.cn/*&collapse=urlkey')).toHaveLength(4);
  });

  it('gives a key to go on by', () => {
    const first = rows('url=nbdx.cn/*&limit=2&showResumeKey=true');
    expect(first.at(-2)).toEqual([]);
    const rest = rows(`url=nbdx.cn/*&limit=2&showResumeKey=true&resumeKey=${first.at(-1)?.[0]}`);
    expect(rest.slice(1).map((one) => one[0])).toEqual(['cn,nbdx)/show.asp?id=2', 'cn,nbdx)/show.asp?id=3']);
  });

  it('tells of pages, unless it has none', () => {
    expect(ask(archive, '/cdx/search/cdx?url=nbdx.cn/*&showNumPages=true').text).toBe('1\n');
    expect(ask(createStandInArchive(captures, { paging: false }), '/cdx/search/cdx?url=nbdx.cn/*&page=0').status).toBe(
      400,
    );
    expect(
      ask(createStandInArchive(captures, { excluded: ['nbdx.cn'] }), '/cdx/search/cdx?url=nbdx.cn/*').text,
    ).toContain('RobotAccessControlException');
  });
});

describe('its replays', () => {
  const archive = createStandInArchive(captures);

  it('give the bytes as crawled, with what the server said', () => {
    const { status, bytes, headers } = ask(archive, '/web/20070702205327id_/http://www.nbdx.cn/show.asp?id=1');
    expect([status, bytes]).toEqual([200, body]);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=gb2312',
      'memento-datetime': 'Mon, 02 Jul 2007 20:53:27 GMT',
    });
    expect(headers['link']).toContain('rel="first memento"');
  });

  it('lead to the nearest capture, on from a redirect, and answer as the page did', () => {
    expect(ask(archive, '/web/2008id_/http://nbdx.cn/show.asp?id=1').headers['location']).toBe(
      'https://web.archive.org/web/20070702205327id_/http://www.nbdx.cn:80/show.asp?id=1',
    );
    expect(ask(archive, '/web/20080101000000id_/http://nbdx.cn/show.asp?id=3').headers['location']).toBe(
      'https://web.archive.org/web/20080101000000id_/http://nbdx.cn/index.asp',
    );
    expect(ask(archive, '/web/20080101000000id_/http://nbdx.cn/show.asp?id=2').status).toBe(404);
    expect(ask(archive, '/web/20080101000000id_/http://nbdx.cn/show.asp?id=9').status).toBe(404);
    expect(
      ask(archive, '/web/http://nbdx.cn/show.asp?id=1', {
        headers: { 'accept-datetime': 'Thu, 01 Jan 2009 00:00:00 GMT' },
      }).headers['location'],
    ).toContain('/20090101000000/');
  });

  it('are listed in a TimeMap', () => {
    expect(
      ask(archive, '/web/timemap/link/http://nbdx.cn/show.asp?id=1').text.match(/memento"; datetime=/g),
    ).toHaveLength(2);
    expect(JSON.parse(ask(archive, '/web/timemap/json/http://nbdx.cn/show.asp?id=1').text)).toHaveLength(3);
  });
});

describe('its limits', () => {
  it('refuse what comes too fast, and shut out whoever does not mind', () => {
    const clock = { now: 1_000_000_000 };
    const archive = createStandInArchive(captures, { indexPerMinute: 2, patience: 60_000 }, () => clock.now);
    const index = () => ask(archive, '/cdx/search/cdx?url=nbdx.cn/*');
    expect([index(), index(), index()].map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(index().headers['retry-after']).toBe('60');
    for (let n = 0; n < 8; n += 1) {
      clock.now += 10_000;
      index();
    }
    expect(index().status).toBe(0);
    clock.now += 3_600_001;
    expect(index().status).toBe(200);
  });
});

describe('Save Page Now', () => {
  const live = (address: string) => (address.includes('gone') ? null : { status: 200, type: 'text/html', body });
  const settings = {
    live,
    savesPerMinute: null,
    savesPerMinuteWithKeys: null,
    saveError: (address: string) => (address.includes('blocked') ? 'error:blocked-url' : null),
  };

  it('leads to the capture, without keys', () => {
    const archive = createStandInArchive(captures, settings, () => Date.parse('2026-11-26T08:00:00Z'));
    const { status, headers } = ask(archive, '/save/http://nbdx.cn/new.asp?id=1');
    expect([status, headers['location']]).toEqual([
      302,
      'https://web.archive.org/web/20261126080000/http://nbdx.cn/new.asp?id=1',
    ]);
    expect(ask(archive, '/web/20261126080000id_/http://nbdx.cn/new.asp?id=1').status).toBe(200);
    expect(ask(archive, '/save/http://nbdx.cn/gone').status).toBe(520);
  });

  it('has jobs for whoever has keys', () => {
    const archive = createStandInArchive(captures, settings, () => Date.parse('2026-11-26T08:00:00Z'));
    const headers = { authorization: 'LOW abc:def' };
    const save = (url: string) =>
      JSON.parse(ask(archive, '/save', { method: 'POST', headers, body: `url=${encodeURIComponent(url)}` }).text)[
        'job_id'
      ];
    const status = (job: string) => JSON.parse(ask(archive, `/save/status/${job}`).text);
    const job = save('http://nbdx.cn/a');
    expect([status(job), status(job), status(job)]).toMatchObject([
      { status: 'pending' },
      { status: 'pending' },
      { status: 'success', timestamp: '20261126080000' },
    ]);
    const blocked = save('http://blocked.cn/a');
    for (const answer of [status(blocked), status(blocked)]) expect(answer.status).toBe('pending');
    expect(status(blocked)).toMatchObject({ status: 'error', status_ext: 'error:blocked-url' });
    expect(ask(archive, '/save', { method: 'POST', body: 'url=http://a.cn/' }).status).toBe(401);
  });
});

describe('a portal of any size', () => {
  const plan = { ...largePortal, seed: 3, addresses: 300, captures: 1000 };

  it('is the same for the same seed', () => {
    const [one, other] = [makePortalCaptures(plan), makePortalCaptures(plan)];
    expect(one.captures.length).toBeGreaterThan(800);
    expect(one.captures.map(({ original, timestamp }) => original + timestamp)).toEqual(
      other.captures.map(({ original, timestamp }) => original + timestamp),
    );
    expect(one.essays.filter(({ captured }) => !captured).length).toBeGreaterThan(0);
  });

  it('is served on a port', async () => {
    const archive = await serveArchive(makePortalCaptures({ ...plan, addresses: 60, captures: 100 }).captures);
    const response = await fetch(`${archive.base}/cdx/search/cdx?url=www.nbdx.cn/*&output=json`);
    expect((await response.json()).length).toBeGreaterThan(50);
    await archive.close();
  });
});
