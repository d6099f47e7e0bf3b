import { encodeGb2312 } from '../../portal/gb2312.ts';
import type { Chance } from './chance.ts';

const upper = (byte: number): string => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;

/** A word as a page in GBK sends it in an address. */
export const gbkEscapes = (word: string): string => [...encodeGb2312(word)].map(upper).join('');

/** The same address as crawlers met it: with a port, in other case, with a visit's id, with its parameters turned round. */
export function anotherForm(address: string, chance: Chance): string {
  const { hostname, pathname, search } = new URL(address);
  const form = chance.below(7);
  if (form === 0) return `http://${hostname}:80${pathname}${search}`;
  if (form === 1) return `http://${hostname.replace('www.', '')}${pathname}${search}`;
  if (form === 2) return `http://${hostname}${pathname.replace('/show', '/Show')}${search.replace('id=', 'ID=')}`;
  if (form === 3) return `http://${hostname}${pathname}?${search.slice(1).split('&').toReversed().join('&')}`;
  if (form === 4) return `${address}&ASPSESSIONIDQQCRSTAB=${'ABCDEFGHIJ'.slice(chance.below(5))}KLMNOPQR`;
  if (form === 5) return address.replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase());
  return address.replace('http:', 'https:');
}
