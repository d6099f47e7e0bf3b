import { readAddress } from '../archive/address.ts';
import type { Archive } from './archives.ts';

/** The address of a capture's bytes as they were crawled: original encoding, nothing written in (`id_`). */
export const bytesAddress = (archive: Archive, timestamp: string, original: string): string =>
  `${archive.replay}${timestamp}id_/${original.replace(/#.*$/s, '')}`;

/** The address of a capture for people: what a record and a citation name. */
export const replayAddress = (archive: Archive, timestamp: string, original: string): string =>
  `${archive.replay}${timestamp}/${original.replace(/#.*$/s, '')}`;

/** The address of the list of all captures of an address. */
export const timeMapAddress = (archive: Archive, original: string): string =>
  `${archive.timeMap}${original.replace(/#.*$/s, '')}`;

/** What an answer of an archive says of the capture that it gives. */
export interface ServedCapture {
  /** 14 digits: the true time, which an inexact one was led to; null where nothing tells. */
  readonly timestamp: string | null;
  readonly original: string | null;
  /** Charset that the original server named; null for none. */
  readonly charset: string | null;
}

/** Reads the address that an answer came from, and its headers by their names in lower case. */
export function readServed(url: string, headers: (name: string) => string | null): ServedCapture {
  const address = readAddress(url);
  const moment = new Date(headers('memento-datetime') ?? Number.NaN);
  const told = Number.isNaN(moment.getTime()) ? null : moment.toISOString().replace(/\D/g, '').slice(0, 14);
  const type = headers('x-archive-orig-content-type') ?? headers('content-type') ?? '';
  return {
    timestamp: told ?? (address !== null && address.timestamp.length === 14 ? address.timestamp : null),
    original: address?.originalUrl ?? null,
    charset: /charset\s*=\s*["']?([\w-]+)/i.exec(type)?.[1] ?? null,
  };
}
