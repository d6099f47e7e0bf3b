import { savedImagePath } from '../../archive/saved/saved-image.ts';
import type { Bytes, Records } from '../format.ts';
import { aboutCapture, imageRecord, otherPageRecord, pageRecord, warcinfo } from './capture-records.ts';
import { type WrittenWarcRecord, writeRecord } from './warc-record.ts';

/** Stands for the date of an archive that holds nothing. */
const NO_MOMENT = '2000-01-01T00:00:00Z';

/**
 * The captured originals of essays as a WARC 1.1, a gzip member a record: of each capture its pages, and a `metadata` record that
 * tells how they were taken; then the images. A record that several essays share is there once.
 */
export async function* writeWarc(records: Records): Bytes {
  const written = new Set<string>();
  async function* write(record: WrittenWarcRecord): AsyncGenerator<Uint8Array<ArrayBuffer>, string> {
    const { id, bytes } = await writeRecord(record);
    if (!written.has(id)) yield bytes;
    written.add(id);
    return id;
  }
  for await (const record of records) {
    for await (const original of record.originals()) {
      if (written.size === 0) yield* write(warcinfo(original.capture.takenAt));
      const page = yield* write(pageRecord(original));
      yield* write(aboutCapture(record, original, page));
      for (const other of original.otherPages) yield* write(otherPageRecord(other, original));
    }
    if (written.size === 0) continue;
    for (const image of await record.images()) {
      // One that lay beside a saved page has an address only within the page's.
      if (/^https?:/i.test(image.address) && savedImagePath(image.address) === null)
        yield* write(imageRecord(image, record));
    }
  }
  if (written.size === 0) yield* write(warcinfo(NO_MOMENT));
}
