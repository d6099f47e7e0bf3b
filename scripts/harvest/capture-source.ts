import { bytesAddress } from '../../lib/harvest/addresses-in-archive.ts';
import type { Archive } from '../../lib/harvest/archives.ts';
import type { IndexedCapture } from '../../lib/harvest/captures/capture-store.ts';
import type { Fetched } from '../../lib/queue/fetch-page.ts';
import type { Asker } from './ask.ts';
import { crawlOf, readRecord } from './read-record.ts';

/** Where captures come from. */
export interface CaptureSource {
  /** The address by which records name a capture's bytes. */
  readonly addressOf: (capture: IndexedCapture) => string;
  readonly page: (capture: IndexedCapture) => Promise<Fetched>;
  /** Another page of an essay, by the address that its first links to. */
  readonly other: (address: string) => Promise<Fetched>;
}

/** Captures of an archive; those whose record lies on disk are read from there. */
export function createCaptureSource(archive: Archive, asker: Asker, crawls: ReadonlyMap<string, Blob>): CaptureSource {
  const addressOf = ({ timestamp, original }: IndexedCapture): string => bytesAddress(archive, timestamp, original);
  return {
    addressOf,
    page: (capture) => {
      const crawl = crawlOf(capture, crawls);
      return crawl === null ? asker.page(addressOf(capture)) : readRecord(capture, crawl, addressOf(capture));
    },
    other: (address) =>
      crawls.size > 0 ? Promise.resolve({ kind: 'failed', reason: 'not-in-crawl' }) : asker.page(address),
  };
}
