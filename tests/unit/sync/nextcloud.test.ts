import { describe, expect, it } from 'vitest';
import { findLog } from '../../../lib/sync/read/find-log.ts';
import { readingStorage } from '../../../lib/sync/read/reading-storage.ts';
import { sharePlaces } from '../../../lib/sync/read/share-places.ts';
import { refusalOf } from '../../../lib/sync/server/answers.ts';
import type { DavAnswer } from '../../support/sync/dav-answers.ts';
import { ids, keepSome, meet, troubledWorld } from '../../support/sync/troubled-world.ts';

/* What Nextcloud 32.0.1 and 31.0.6 were seen to answer, word for word but for the names in it. */

const fault = (status: number, exception: string, message = ''): DavAnswer => ({
  status,
  headers: { 'content-type': 'application/xml; charset=utf-8' },
  body: `<?xml version="1.0" encoding="utf-8"?>\n<d:error xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns">\n  <s:exception>${exception}</s:exception>\n  <s:message>${message}</s:message>\n</d:error>\n`,
});
const maintained = fault(503, 'OCA\\DAV\\Exception\\ServerMaintenanceMode', 'System is in maintenance mode.');
const withdrawn = fault(503, 'Sabre\\DAV\\Exception\\ServiceUnavailable', 'Sabre\\DAV\\Exception\\NotFound: ');
const blocked = fault(500, 'OCP\\Security\\Bruteforce\\MaxDelayReached', 'Reached maximum delay');
const blockedIn31 = fault(
  503,
  'Sabre\\DAV\\Exception\\ServiceUnavailable',
  'OCP\\Security\\Bruteforce\\MaxDelayReached: Reached maximum delay',
);
const unknown = fault(401, 'Sabre\\DAV\\Exception\\NotAuthenticated', 'Username or password was incorrect');
const lockedFile = fault(423, 'OCA\\DAV\\Connector\\Sabre\\Exception\\FileLocked', '"/wencun/x.seg" is locked');
const free = { spend: async () => undefined, rest: async () => undefined };

const responseOf = ({ status, headers = {}, body = '' }: DavAnswer): Response =>
  new Response(String(body), { status, headers: { ...headers } });

describe('a Nextcloud that cannot answer now', () => {
  it('is told as maintained, and is asked again a minute later', async () => {
    const made = troubledWorld();
    keepSome(made.one, 'a');
    made.held.meddle = () => maintained;
    expect(await made.told(made.one)).toBe('out-of-service');
    made.held.meddle = null;
    await meet(made);
  });

  it('asks to wait after too many wrong passwords, also where its status says that it has a fault', async () => {
    const now = Date.UTC(2026, 10, 28);
    for (const answer of [blocked, blockedIn31]) {
      const refusal = await refusalOf(responseOf(answer), now);
      expect([refusal.code, Number(refusal.detail) - now]).toEqual(['later', 1_800_000]);
    }
  });

  it('has a fault of its own where it names none that is known, and where a fault has no end', async () => {
    expect((await refusalOf(responseOf(fault(500, 'OCP\\DB\\Exception')))).code).toBe('broken');
    const endless = new ReadableStream({ pull: (to) => to.enqueue(new TextEncoder().encode('x'.repeat(1000))) });
    const headers = { 'content-type': 'text/xml' };
    expect((await refusalOf(new Response(endless, { status: 503, headers }))).code).toBe('later');
  });
});

describe('a file that another computer reads just now', () => {
  it('is locked for that time: what was folded away stays until the next sync, and all else is synced', async () => {
    const made = troubledWorld();
    for (const name of ['a', 'b']) {
      keepSome(made.one, name);
      await made.sync(made.one);
    }
    made.held.meddle = ({ method, path }, done) => (method === 'DELETE' && path.endsWith('.seg') ? lockedFile : done());
    keepSome(made.one, 'c');
    const segments = (): number => [...made.dav.files.keys()].filter((path) => path.endsWith('.seg')).length;
    expect(await made.told(made.one, { folds: { many: 3 } })).toEqual([]);
    const withThoseRead = segments();
    made.held.meddle = null;
    await made.sync(made.one);
    expect(withThoseRead - segments()).toBeGreaterThan(2);
    await meet(made);
    expect(ids(made.other).length).toBe(9);
  });
});

describe('a share of a Nextcloud', () => {
  /** What a look finds, and how many requests it took. */
  async function looked(answer: DavAnswer, password = '') {
    const places = sharePlaces({ link: 'https://cloud.example.org/s/AbCdEf123456789', user: '', password });
    if (typeof places === 'string') throw new Error(places);
    let asked = 0;
    const request: typeof fetch = async () => {
      asked += 1;
      return responseOf(answer);
    };
    const found = await findLog(places, (one) => readingStorage(one, free, request), '');
    return [found.ok ? 'found' : found.problem.code, asked];
  }

  it('that wants another password is asked once: each time counts, and after ten nobody is let in', async () => {
    expect(await looked(unknown, '秘')).toEqual(['not-let-in', 1]);
  });

  it('that was withdrawn is told as gone, after one request', async () => {
    expect(await looked(withdrawn)).toEqual(['no-log', 1]);
  });

  it('is told to be maintained, or to ask to wait, as the server says', async () => {
    expect(await looked(maintained)).toEqual(['out-of-service', 1]);
    expect(await looked(blocked)).toEqual(['later', 1]);
  });
});
