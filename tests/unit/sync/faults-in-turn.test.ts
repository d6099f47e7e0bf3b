import { describe, expect, it } from 'vitest';
import type { DavAnswer } from '../../support/sync/dav-answers.ts';
import {
  ids,
  keepSome,
  loginPage,
  meet,
  type TroubledWorld,
  troubledWorld,
} from '../../support/sync/troubled-world.ts';

/* Whatever answers one request in the server's place, and whichever that is: nothing is lost, and the next sync goes on. */

/** What answers one request in the server's place: whether the server did it before is the other half of the matter. */
const faults: Readonly<Record<string, (done: () => DavAnswer) => DavAnswer | 'cut'>> = {
  'a network that wants one to sign in': () => loginPage,
  'a page without a type': () => ({ status: 200, body: loginPage.body ?? '' }),
  'a network that says yes to all': () => ({ status: 200 }),
  'a redirect to a page for signing in': () => ({ status: 302, headers: { location: 'https://login.example/' } }),
  'a lost answer': (done) => {
    done();
    return 'cut';
  },
  ...Object.fromEntries(
    [400, 401, 403, 404, 405, 407, 408, 409, 413, 423, 429, 451, 500, 501, 502, 503, 504, 507, 511, 522].map(
      (status) => [String(status), () => ({ status })],
    ),
  ),
};

describe.each(Object.keys(faults))('%s, at each request in turn', (name) => {
  it.each(['the first sync', 'a later one'])('loses nothing in %s', async (when) => {
    const begin = async (): Promise<TroubledWorld> => {
      const made = troubledWorld();
      keepSome(made.one, 'a');
      if (when === 'the first sync') keepSome(made.other, 'b');
      else {
        keepSome(made.other, 'c', 1);
        await meet(made);
        keepSome(made.one, 'b');
      }
      await made.sync(made.other);
      return made;
    };
    const trial = await begin();
    const count = await trial.requests(trial.one);
    expect(count).toBeGreaterThan(2);
    for (let at = 1; at <= count; at += 1) {
      const made = await begin();
      made.held.n = 0;
      made.held.meddle = ({ n }, done) => (n === at ? (faults[name]?.(done) ?? done()) : done());
      await made.sync(made.one);
      made.held.meddle = null;
      await meet(made);
      expect(ids(made.one).length).toBe(when === 'the first sync' ? 6 : 7);
    }
  });
});
