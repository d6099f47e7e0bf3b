import { describe, expect, it } from 'vitest';
import { memoryReplica } from '../../support/sync/memory-replica.ts';
import { ids, keep, keepSome, loginPage, meet, troubledWorld } from '../../support/sync/troubled-world.ts';

/* What may go wrong between a computer and its server: each is told as what it is, and nothing is lost by it. */

describe('what answers in the place of a server', () => {
  it.each([
    ['a network that wants one to sign in', loginPage, 'other-page'],
    ['a redirect', { status: 307, headers: { location: 'https://login.example/' } }, 'other-page'],
    ['511', { status: 511 }, 'other-page'],
    ['a gateway without its server', { status: 502 }, 'unreachable'],
    ['a fault of the server', { status: 500 }, 'broken'],
    ['a limit of size', { status: 413 }, 'file-too-large'],
  ] as const)('%s is told as what it is, before and after the first sync', async (_, answer, code) => {
    const made = troubledWorld();
    keepSome(made.one, 'a');
    made.held.meddle = () => answer;
    expect(await made.told(made.one)).toBe(code);
    made.held.meddle = null;
    await made.sync(made.one);
    made.held.meddle = () => answer;
    expect(await made.told(made.one)).toBe(code);
    made.held.meddle = null;
    await meet(made);
  });

  it('goes on when a server with a wrong clock said, by its own clock', async () => {
    const made = troubledWorld();
    const year = new Date(Date.now() + 400 * 86_400_000);
    const until = new Date(year.getTime() + 90_000);
    made.held.meddle = () => ({
      status: 503,
      headers: { date: year.toUTCString(), 'retry-after': until.toUTCString() },
    });
    const done = await made.sync(made.one);
    if (done.ok) throw new Error('It was let in.');
    const rest = Number(done.problem.detail) - Date.now();
    expect([done.problem.code, Math.round(rest / 10_000)]).toEqual(['later', 9]);
  });
});

describe('what stands on a server', () => {
  it('is read where names are kept in capitals', async () => {
    const made = troubledWorld();
    keepSome(made.one, 'a');
    made.held.meddle = ({ method }, done) => {
      const answer = done();
      return method === 'PROPFIND'
        ? { ...answer, body: String(answer.body).replace(/[^/<>]+\.json(?=<)/g, (name) => name.toUpperCase()) }
        : answer;
    };
    await meet(made);
    keepSome(made.other, 'b');
    await meet(made);
    expect(ids(made.one).length).toBe(6);
  });

  it.each([
    ['whole addresses', (href: string) => `https://dav.example${href}`],
    ['another host, behind a proxy', (href: string) => `http://backend:8080/remote${href}`],
    [
      'every character escaped',
      (href: string) => href.replace(/[a-z.]/g, (one) => `%${one.charCodeAt(0).toString(16)}`),
    ],
    ['references of XML', (href: string) => href.replaceAll('.', '&#46;').replaceAll('j', '&#x6A;')],
    ['sections of characters', (href: string) => `<![CDATA[${href}]]>`],
    ['a question at its end', (href: string) => `${href}?v=1`],
  ])('is found in listings with %s', async (_, changed) => {
    const made = troubledWorld();
    keepSome(made.one, 'a');
    made.held.meddle = ({ method }, done) => {
      const answer = done();
      if (method !== 'PROPFIND') return answer;
      const body = String(answer.body).replace(/(<d:href>)([^<]*)(?=<)/g, (__, tag, href) => tag + changed(href));
      return { ...answer, body: `${body}\n<!-- served by x -->\n` };
    };
    await meet(made);
    keepSome(made.other, 'b');
    await meet(made);
    expect(ids(made.one).length).toBe(6);
  });

  it('is read anew where a segment of the right length is not the one that was written', async () => {
    const made = troubledWorld();
    keepSome(made.one, 'a');
    await made.sync(made.one);
    const name = [...made.dav.files.keys()].find((path) => path.endsWith('.seg')) ?? '';
    const whole = made.dav.files.get(name) ?? Buffer.alloc(0);
    made.dav.files.set(name, Buffer.concat([whole.subarray(0, 40), Buffer.alloc(whole.length - 40)]));
    expect(await made.told(made.other)).toEqual(['half']);
    expect(ids(made.other)).toEqual([]);
    made.dav.files.set(name, whole);
    await meet(made);
  });

  it('is told where the server has not what it said yes to, when the reader asks and once a day', async () => {
    const made = troubledWorld();
    keepSome(made.one, 'a');
    await made.sync(made.one);
    const name = [...made.dav.files.keys()].find((path) => path.endsWith('.seg')) ?? '';
    made.dav.files.delete(name);
    expect(await made.told(made.one)).toEqual([]);
    expect(await made.told(made.one, { isAsked: true })).toBe('own-missing');
    made.time.at += 2 * 86_400_000;
    expect(await made.told(made.one)).toBe('own-missing');
    expect(ids(made.one).length).toBe(3);
  });

  it('is left alone where nothing says whose it is, until a computer puts that back', async () => {
    const made = troubledWorld();
    keepSome(made.one, 'a');
    await made.sync(made.one);
    const { files } = made.dav;
    const [format, head] = ['/dav/wencun/format.json', '/dav/wencun/heads/aaaa.json'];
    files.delete(format);
    const whole = files.get(head) ?? Buffer.alloc(0);
    files.set(head, whole.subarray(0, 50));
    keepSome(made.other, 'b');
    expect(await made.told(made.other)).toBe('unfinished');
    expect(files.has(format)).toBe(false);
    expect(await made.told(made.one, { isAsked: true })).toEqual([]);
    expect(files.has(format)).toBe(true);
    await meet(made);
  });

  it('is joined where the file that says whose it is is gone and the heads tell it', async () => {
    const made = troubledWorld();
    keepSome(made.one, 'a');
    await made.sync(made.one);
    made.dav.files.delete('/dav/wencun/format.json');
    await meet(made);
    expect(made.dav.files.has('/dav/wencun/format.json')).toBe(true);
  });

  it('that was renamed in the midst stops it, and goes on where it is named as before', async () => {
    const made = troubledWorld();
    keepSome(made.one, 'a');
    const count = await made.requests(made.one);
    for (let at = 1; at <= count; at += 1) {
      const renamed = troubledWorld();
      keepSome(renamed.one, 'a');
      keepSome(renamed.other, 'b');
      await renamed.sync(renamed.other);
      renamed.held.n = 0;
      renamed.held.meddle = ({ method, n }, done) => {
        if (n < at) return done();
        return { status: method === 'PROPFIND' || method === 'GET' ? 404 : 409 };
      };
      expect(await renamed.told(renamed.one)).toMatch(/no-folder|emptied|unfinished/);
      expect(ids(renamed.one).filter((id) => id.startsWith('a'))).toHaveLength(3);
      renamed.held.meddle = null;
      await meet(renamed);
    }
  });

  it.each([507, 413, 423])(
    'tells the others what was sent where %s stops it, while it sends or while it folds',
    async (status) => {
      for (const at of [2, 3]) {
        const made = troubledWorld();
        for (let n = 0; n < 3; n += 1) {
          keep(made.one, `a${n}`);
          await made.sync(made.one, { folds: { many: 99 } });
        }
        keep(made.one, 'a3');
        const puts: string[] = [];
        made.held.meddle = ({ method, path }, done) => {
          if (method !== 'PUT' || !path.endsWith('.seg')) return done();
          puts.push(path);
          return puts.length >= at ? { status } : done();
        };
        expect(await made.told(made.one, { folds: { many: 3 } })).toMatch(/full|file-too-large|locked/);
        expect(puts.length).toBe(at);
        made.held.meddle = null;
        const { peers } = await made.other.readState();
        expect(peers).toEqual({});
        await made.sync(made.other);
        const read = (await made.other.readState()).peers['aaaa']?.done.acts;
        expect(read).toBe((await made.one.readState()).streams.acts.at(-1)?.to);
        await meet(made);
        expect(ids(made.other)).toEqual(['a0', 'a1', 'a2', 'a3']);
      }
    },
  );
});

describe('two browsers with one profile', () => {
  /** One computer, and a copy of all that it remembers. */
  async function twins() {
    const made = troubledWorld();
    keep(made.one, 'a0');
    await made.sync(made.one);
    const copy = memoryReplica('aaaa', made.now);
    keep(copy, 'a0');
    for (const stream of ['acts', 'originals', 'images'] as const)
      await copy.markSent(await copy.unsent(stream), await made.one.readState());
    await copy.writeState(await made.one.readState());
    return { ...made, copy };
  }

  it('are told of each other, also where both wrote at once and their files are alike', async () => {
    const made = await twins();
    keep(made.one, 'a1');
    keep(made.copy, 'a2');
    // Both list before either writes.
    const listing = made.dav.answer('PROPFIND', '/dav/wencun/heads', Buffer.alloc(0));
    await made.sync(made.one);
    made.held.meddle = ({ method }, done) => (method === 'PROPFIND' ? listing : done());
    expect(await made.told(made.copy)).toEqual([]);
    made.held.meddle = null;
    expect(await made.told(made.one)).toBe('twin');
  });

  it('are told where the copy was made before the first head was written', async () => {
    const made = troubledWorld();
    const copy = memoryReplica('aaaa', made.now);
    keep(made.one, 'a1');
    keep(copy, 'a2');
    await made.sync(made.one);
    const { vault } = await made.one.readState();
    await copy.writeState({ ...(await copy.readState()), vault, isPrepared: true });
    expect(await made.told(copy)).toBe('twin');
  });
});

it('reads a head whose text is no JSON as one that is not whole', async () => {
  const made = troubledWorld();
  keepSome(made.one, 'a');
  await made.sync(made.one);
  const text = 'no JSON';
  const sha = Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))).toString('hex');
  made.dav.files.set('/dav/wencun/heads/cccc.json', Buffer.from(`${text}\n${sha}\n`));
  expect(await made.told(made.other)).toEqual(['half']);
});
