import { normaliseUrl } from '../essay/identity.ts';
import type { Wanted } from './job.ts';

/** What is known of an essay before it is fetched. */
export type KnownEssay = Pick<Wanted, 'address' | 'title' | 'date'>;

/** An essay to fetch. Any forms of its address are one item, a live one and its replays too. */
export const wantedEssay = ({ address, title, date }: KnownEssay): Wanted => ({
  kind: 'essay',
  address,
  key: normaliseUrl(address),
  title,
  date,
});

/** A list page to fetch, from which essays come. */
export const wantedList = (address: string): Wanted => ({
  kind: 'list',
  address,
  key: `list ${normaliseUrl(address)}`,
  title: '',
  date: null,
});

/** An essay of which nothing but its address is known, as one of a tab or a pasted list; null when it cannot be fetched. */
export function wantedAddress(address: string, title = ''): Wanted | null {
  const text = address.trim();
  if (!isFetchable(text)) return null;
  return wantedEssay({ address: new URL(text).href, title, date: null });
}

/** True for an address of the web, without a name or password in it. */
export const isFetchable = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return /^https?:$/.test(protocol) && username === '' && password === '';
};

/** The match patterns of the hosts that serve addresses, each once: what the browser has to grant. */
export const originsOf = (addresses: Iterable<string>): string[] => [
  ...new Set([...addresses].filter(isFetchable).map(patternOf)),
];

/** The match pattern of the host of a web address, on any port: patterns with ports are not known to every browser. */
export const patternOf = (address: string): string => `*://${new URL(address).hostname}/*`;
