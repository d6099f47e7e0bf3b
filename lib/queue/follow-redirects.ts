import { isLocalHost } from '../essay/archive-hosts.ts';

/** Asks once, following nothing. `to` is where the server sends us on; null where it does not, or the browser does not tell. */
export type AskOnce = (
  address: string,
  init: RequestInit | undefined,
) => Promise<{ readonly response: Response; readonly to: string | null }>;

/** What is thrown where a server sends us on to where we may not go: nothing was asked there. */
export interface RedirectRefused extends Error {
  readonly name: 'RedirectRefused';
}

/** Times that a server may send us on, as the Fetch standard has it (4.4, HTTP-redirect fetch). */
const MOST = 20;

/**
 * A `fetch` that looks before each step whether it may go where it is sent: the browser's own would ask there first. `mayAsk` tells
 * whether the reader has opened the host of an address to us. A public site leads to no server of the house, whatever is opened.
 */
export const followingRedirects =
  (askOnce: AskOnce, mayAsk: (address: string) => Promise<boolean>): typeof fetch =>
  async (input, init) => {
    const from = input instanceof Request ? input.url : String(input);
    // What hands something over is sent on nowhere.
    const most = (init?.method ?? 'GET') === 'GET' ? MOST : 0;
    for (let [address, times] = [from, 0]; times <= most; times += 1) {
      const { response, to } = await askOnce(address, init);
      if (response.type !== 'opaqueredirect') return times === 0 ? response : redirected(response, address);
      if (to === null || leadsHome(from, to) || (!isSameOrigin(address, to) && !(await mayAsk(to)))) throw refused();
      address = to;
    }
    throw new TypeError('Sent on too often.');
  };

/** What a fetch threw, where it was that we were sent where we may not go. */
export const isRedirectRefused = (error: unknown): error is RedirectRefused =>
  error instanceof Error && error.name === 'RedirectRefused';

const refused = (): Error => Object.assign(new Error('Sent on to where we may not go.'), { name: 'RedirectRefused' });

/** As one that the browser has followed: it tells so, and where it came from. */
const redirected = (response: Response, url: string): Response =>
  Object.defineProperties(response, { redirected: { value: true }, url: { value: url } });

/** True where a public site leads to a server of the reader's own, which may be open to nobody else. */
export const leadsHome = (from: string, to: string): boolean =>
  isInner(new URL(to).hostname) && !isLocalHost(new URL(from).hostname);

/**
 * Networks that are nobody's in public, of which a page's origin is not believed, and where no public site leads either: those of providers
 * and tunnels (RFC 6598), of protocols and tests (RFC 6890, 2544), of many and of all (RFC 5771, 919).
 */
const SPECIAL = /^(?:100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|192\.0\.0\.|198\.1[89]\.|2(?:2[4-9]|[34]\d|5[0-5])\.)/;

/** Forms of IPv6 that hold an address of IPv4 (RFC 4291, 6052, 3056), its two halves in hexadecimal; and site-local ones (RFC 3879). */
const HOLDING = /^\[(?:::(?:ffff:)?|64:ff9b::|2002:)([\da-f]{1,4}):([\da-f]{1,4})(?:\]|:)/;
const SITE_LOCAL = /^\[fe[c-f].:/;

function isInner(host: string): boolean {
  const [, high = '', low = ''] = HOLDING.exec(host) ?? [];
  const held = high === '' ? host : dotted(Number.parseInt(high, 16), Number.parseInt(low, 16));
  return isLocalHost(host) || isLocalHost(held) || SPECIAL.test(held) || SITE_LOCAL.test(host);
}

const dotted = (high: number, low: number): string => [high >> 8, high & 255, low >> 8, low & 255].join('.');

const isSameOrigin = (one: string, other: string): boolean => new URL(one).origin === new URL(other).origin;
