import { expect, it, vi } from 'vitest';
import { fetchPage } from '../../../lib/queue/fetch-page.ts';
import { followingRedirects } from '../../../lib/queue/follow-redirects.ts';

const from = 'http://a.example/show.asp?id=1';
const html = { headers: { 'content-type': 'text/html' } };

/** A network in which some addresses send on to others, and what it was asked for. */
function network(
  redirects: Readonly<Record<string, string | null>>,
  granted: (address: string) => boolean = () => true,
) {
  const asked: string[] = [];
  const askOnce = async (address: string) => {
    asked.push(address);
    const to = redirects[address];
    if (to === undefined) return { response: new Response('<p>石坎</p>', html), to: null };
    return { response: Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' }), to };
  };
  const fetch = followingRedirects(askOnce, async (address) => granted(address));
  const get = () =>
    fetchPage(from, { fetch, now: () => 0, online: () => true, mayAsk: async (address) => granted(address) });
  return { asked, fetch, get };
}

it.each([
  'http://127.0.0.1/',
  'http://127.1/x',
  'http://2130706433/',
  'http://0x7f.0.0.1/',
  'http://localhost:8080/',
  'http://[::1]/',
  'http://[::ffff:192.168.1.1]/',
  'http://192.168.1.1/admin?reboot=1',
  'http://169.254.169.254/latest/meta-data',
  'http://172.20.0.1/',
  'http://router/',
  'http://nas.local/',
])(
  'a server of the house is not asked because a public site leads there, though everything is granted: %s',
  async (home) => {
    for (const redirects of [{ [from]: home }, { [from]: 'http://b.example/', 'http://b.example/': home }]) {
      const { asked, get } = network(redirects);
      expect(await get()).toEqual({ kind: 'failed', reason: 'redirected' });
      expect(asked).not.toContain(home);
    }
  },
);

it('a host that the reader has not opened is not asked either', async () => {
  const { asked, get } = network({ [from]: 'http://b.example/' }, (address) => !address.includes('b.example'));
  expect(await get()).toEqual({ kind: 'failed', reason: 'redirected' });
  expect(asked).toEqual([from]);
});

it('where a server sends us that nobody tells is not gone to', async () => {
  const { asked, get } = network({ [from]: null });
  expect(await get()).toEqual({ kind: 'failed', reason: 'redirected' });
  expect(asked).toEqual([from]);
});

it('what is granted is followed, and tells where it came from', async () => {
  const to = 'http://b.example/show.asp?id=1';
  const { asked, fetch, get } = network({ [from]: to });
  expect(await get()).toMatchObject({ kind: 'page', page: { address: from, url: to } });
  expect(asked).toEqual([from, to]);
  expect((await fetch(from)).redirected).toBe(true);
  expect((await network({}).fetch(from)).redirected).toBe(false);
});

it('a server of the house may lead to itself', async () => {
  const [one, other] = ['http://192.168.1.2/a', 'http://192.168.1.2/b'];
  expect((await network({ [one]: other }).fetch(one)).url).toBe(other);
});

it('a circle ends, and what hands something over is sent on nowhere', async () => {
  const { asked, fetch } = network({ [from]: from });
  await expect(fetch(from)).rejects.toThrow();
  expect(asked.length).toBeLessThan(30);
  const post = network({ [from]: 'http://b.example/' });
  await expect(post.fetch(from, { method: 'POST' })).rejects.toThrow();
  expect(post.asked).toEqual([from]);
});

it('each step has what the first was asked with', async () => {
  const askOnce = vi.fn(async (address: string) =>
    address === from
      ? {
          response: Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' }),
          to: 'http://b.example/',
        }
      : { response: new Response('x'), to: null },
  );
  const init = { credentials: 'omit', referrerPolicy: 'no-referrer' } as const;
  await followingRedirects(askOnce, async () => true)(from, init);
  expect(askOnce.mock.calls).toEqual([
    [from, init],
    ['http://b.example/', init],
  ]);
});
