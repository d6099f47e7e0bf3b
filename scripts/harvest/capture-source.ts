import { bytesAddress } from '../../lib/harvest/addresses-in-archive.ts';
import type { Archive } from '../../lib/harvest/archives.ts';
import type { IndexedCapture } from '../../lib/harvest/captures/capture-store.ts';
import type { Fetched } from '../../lib/queue/fetch-page.ts';
import type { Asker } from './ask.ts';
import type { Crawls } from './crawls.ts';
import { crawlOf, readRecord } from './read-record.ts';

/** Where captures come from. */
export interface CaptureSource {
  /** The address by which records name a capture's bytes. */
  readonly addressOf: (capture: IndexedCapture) => string;
  readonly page: (capture: IndexedCapture) => Promise<Fetched>;
  /** Another page of an essay, by the address that its first links to. */
  readonly other: (address: string) => Promise<Fetched>;
}

/** Captures of an archive; those whose record lies on disk are read from there, and of crawls that are whole the archive is asked for none. */
export function createCaptureSource(archive: Archive, asker: Asker, { files: crawls, areAll }: Crawls): CaptureSource {
  const notThere = Promise.resolve<Fetched>({ kind: 'failed', reason: 'not-in-crawl' });
  const addressOf = ({ timestamp, original }: IndexedCapture): string => bytesAddress(archive, timestamp, original);
  return {
    addressOf,
    page: (capture) => {
      const crawl = crawlOf(capture, crawls);
      if (crawl !== null) return readRecord(capture, crawl, addressOf(capture));
      return areAll && capture.file !== null ? notThere : asker.page(addressOf(capture));
    },
    other: (address) => (crawls.size > 0 ? notThere : asker.page(address)),
  };
}
