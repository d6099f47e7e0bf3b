import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { type Archive, archiveOfReplay, wayback } from '../../../lib/harvest/archives.ts';
import { digestGroups, mayHoldPage } from '../../../lib/harvest/page-captures.ts';
import { payloadDigest } from '../../../lib/harvest/payload-digest.ts';
import { createArchiveGate } from '../../../lib/queue/archive-gate.ts';
import { askForCaptures } from '../../../lib/queue/ask-captures.ts';
import { archiveLimits } from '../../../lib/queue-plan/pace.ts';
import { createStandInArchive } from '../../corpus/archive/archive.ts';
import type { Capture } from '../../corpus/archive/capture.ts';
import { fetchFrom } from '../../corpus/archive/fetch-from.ts';
import type { ArchiveSettings } from '../../corpus/archive/settings.ts';
import { expectValue } from '../../support/collections.ts';

const page = 'http://www.a.example/show.asp?id=1';
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const capture = (year: number, text: string, more: Partial<Capture> = {}): Capture => ({
  original: page,
  timestamp: `${year}0102030405`,
  status: 200,
  type: 'text/html',
  body: () => bytesOf(text),
  ...more,
});
const captures = [
  capture(2003, '一'),
  capture(2004, '二'),
  capture(2005, '一', { original: 'http://a.example:80/show.asp?id=1', revisit: true }),
  capture(2006, '', { status: 404 }),
  capture(2007, '', { status: 302, location: 'http://www.a.example/' }),
];

function newArchive(given: Partial<ArchiveSettings> = {}) {
  const archive = createStandInArchive(captures, given);
  const { signal } = new AbortController();
  return { archive, asking: { fetch: fetchFrom(archive), online: () => true, signal } };
}

describe('all captures of a page', () => {
  it('come from the index, with what differs in bytes and what is no page', async () => {
    const { archive, asking } = newArchive();
    const { captures: found, isAll } = expectValue(await askForCaptures(wayback, page, asking));
    expect(found.map(({ timestamp, status }) => [timestamp.slice(0, 4), status])).toEqual([
      ['2003', 200],
      ['2004', 200],
      ['2005', null],
      ['2006', 404],
      ['2007', 302],
    ]);
    expect(found[0]?.url).toBe('https://web.archive.org/web/20030102030405id_/http://www.a.example/show.asp?id=1');
    expect(found.map(mayHoldPage)).toEqual([true, true, true, false, false]);
    expect(isAll).toBe(true);
    expect(archive.log).toHaveLength(1);
    const same = await payloadDigest(bytesOf('一'));
    expect(digestGroups(found).get(same)).toBe(0);
    expect([found[0]?.digest, found[2]?.digest]).toEqual([same, same]);
    expect(digestGroups(found).has(found[1]?.digest ?? '')).toBe(false);
  });

  it('come from the TimeMap of a server that has no such index', async () => {
    const { asking } = newArchive({ software: 'pywb', collection: 'portals', base: 'https://library.example' });
    const archive = archiveOfReplay('https://library.example/portals/20030102030405/http://a.example/') as Archive;
    const fetch: typeof globalThis.fetch = (input, init) =>
      String(input).includes('/cdx?')
        ? Promise.resolve(new Response('<html><title>404</title></html>', { status: 404 }))
        : asking.fetch(input, init);
    const { captures: found } = expectValue(await askForCaptures(archive, page, { ...asking, fetch }));
    expect(found.map(({ url }) => url)).toEqual(
      captures.map(({ timestamp, original }) => `https://library.example/portals/${timestamp}id_/${original}`),
    );
  });

  it('are none of an address that nobody captured, in either software', async () => {
    const { asking } = newArchive();
    expect(expectValue(await askForCaptures(wayback, 'http://b.example/', asking)).captures).toEqual([]);
    const pywb = newArchive({ software: 'pywb', collection: 'portals', base: 'https://library.example' });
    const archive = archiveOfReplay('https://library.example/portals/20030102030405/http://a.example/') as Archive;
    expect(expectValue(await askForCaptures(archive, 'http://b.example/', pywb.asking)).captures).toEqual([]);
  });

  it('are told to be left out where the site asked for that', async () => {
    const { asking } = newArchive({ excluded: ['www.a.example'] });
    expect(await askForCaptures(wayback, page, asking)).toMatchObject({ problem: { code: 'excluded' } });
  });

  it('end by name: refused, offline, stopped, led elsewhere, and at rest till when', async () => {
    const { asking } = newArchive();
    const withFetch = (fetch: typeof globalThis.fetch, more = {}) =>
      askForCaptures(wayback, page, { ...asking, fetch, ...more });
    const cut = () => Promise.reject(new TypeError('fetch failed'));
    expect(await withFetch(async () => new Response('', { status: 503 }))).toMatchObject({
      problem: { code: 'http-503' },
    });
    expect(await withFetch(cut)).toMatchObject({ problem: { code: 'unreachable' } });
    expect(await withFetch(cut, { online: () => false })).toMatchObject({ problem: { code: 'offline' } });
    const stop = new AbortController();
    stop.abort();
    expect(await withFetch(cut, { signal: stop.signal })).toMatchObject({ problem: { code: 'stopped' } });
    const elsewhere = new Response('{}');
    Object.defineProperty(elsewhere, 'url', { value: 'http://127.0.0.1/secret' });
    expect(await withFetch(async () => elsewhere)).toMatchObject({ problem: { code: 'redirected' } });
    const until = Date.now() + 3_600_000;
    const gate = createArchiveGate({
      fetch: asking.fetch,
      now: () => Date.now(),
      online: () => true,
      rest: async () => undefined,
      read: async () => ({ 'web.archive.org': { notBefore: until, failures: 1 } }),
      write: async () => undefined,
    });
    expect(await withFetch(gate.fetchWithin(archiveLimits))).toMatchObject({
      problem: { code: 'archive-rests', detail: new Date(until).toISOString() },
    });
  });
});

describe('the archive of a capture', () => {
  it('is told by its address', () => {
    expect(archiveOfReplay('https://web.archive.org/web/2003/http://a.example/')).toBe(wayback);
    expect(archiveOfReplay('http://library.example/portals/20030102030405mp_/http://a.example/')).toMatchObject({
      id: 'http://library.example/portals',
      index: 'http://library.example/portals/cdx',
    });
    expect(archiveOfReplay('https://archive.ph/20030102/http://a.example/')).toBeNull();
    expect(archiveOfReplay('http://a.example/')).toBeNull();
  });
});
