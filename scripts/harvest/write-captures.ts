import { momentOfTimestamp } from '../../lib/essay/partial-date.ts';
import { warcFields, writeRecord } from '../../lib/export/archive/warc-record.ts';
import { readServed } from '../../lib/harvest/addresses-in-archive.ts';
import type { IndexedCapture } from '../../lib/harvest/captures/capture-store.ts';
import type { ServedPage } from '../../lib/queue/fetch-page.ts';
import type { HarvestJournal } from './harvest-journal.ts';

/** Stands for a moment that no archive tells. */
const noMoment = '2000-01-01T00:00:00Z';

/** Puts a capture into `captures.warc.gz`, under its original address and moment; where it came from stands beside. */
export async function writeCapture(
  journal: HarvestJournal,
  page: ServedPage,
  capture: Pick<IndexedCapture, 'timestamp' | 'original'> | null,
): Promise<void> {
  const { timestamp, original } = readServed(page.url, () => null);
  const moment = momentOfTimestamp(timestamp ?? capture?.timestamp ?? '') ?? noMoment;
  const type = `text/html${page.charset === null ? '' : `; charset=${page.charset}`}`;
  const { bytes } = await writeRecord({
    type: 'response',
    uri: original ?? capture?.original ?? page.address,
    date: moment.length === noMoment.length ? moment : noMoment,
    contentType: 'application/http; msgtype=response',
    http: ['HTTP/1.1 200 OK', `Content-Type: ${type}`, `Content-Length: ${page.bytes.length}`],
    payload: page.bytes,
    headers: [['WARC-Source-URI', page.url]],
  });
  journal.append('captures', bytes);
}

/** The first record of a file that is new. */
export async function writeWarcinfo(journal: HarvestJournal, archive: string, now: number): Promise<void> {
  const { bytes } = await writeRecord({
    type: 'warcinfo',
    date: new Date(now).toISOString().replace(/\.\d+Z$/, 'Z'),
    contentType: 'application/warc-fields',
    payload: warcFields([
      ['software', '文存 Wencun'],
      ['format', 'WARC File Format 1.1'],
      ['conformsTo', 'http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/'],
      [
        'description',
        `Captures fetched from ${archive} as they were crawled. HTTP headers were not kept and are written anew.`,
      ],
    ]),
  });
  journal.append('captures', bytes);
}
