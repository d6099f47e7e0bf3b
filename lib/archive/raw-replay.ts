import { readAddress } from './address.ts';

/** What stands between an archive's prefix and the original address: the moment, with or without the flag that asks for the bytes. */
const MOMENT = /^(https?:\/\/[^?#]*?\/\d{4,14})(id_)?\/(?=https?:)/i;

/**
 * The address under which an archive gives the bytes of a capture as they were crawled, in their own encoding and without its
 * toolbar (`id_`: Wayback Machine, OpenWayback and pywb); null for another address, for one with a flag of its own, and for
 * archive.today, which has no such thing.
 */
export function rawReplay(address: string): string | null {
  const replay = readAddress(address);
  if (replay === null || replay.archive === 'archive-today') return null;
  const [whole = '', before = '', flag] = MOMENT.exec(address) ?? [];
  return whole === '' || flag !== undefined ? null : `${before}id_/${address.slice(whole.length)}`;
}

/** The address that shows the same capture to a reader, with what the archive adds; the same address where it is no raw one. */
export const shownReplay = (address: string): string => {
  const [whole = '', before = '', flag] = MOMENT.exec(address) ?? [];
  return flag === undefined ? address : `${before}/${address.slice(whole.length)}`;
};

/** What stands before the original address in a capture's that gives the bytes as crawled, whose links lead out of the archive; null for others. */
export function rawPrefix(address: string | null | undefined): string | null {
  const [whole = '', , flag] = MOMENT.exec(address ?? '') ?? [];
  return flag === undefined ? null : whole;
}
