import type { Collection } from '../../../lib/collection/collection.ts';
import { putRows, rowTables } from '../../../lib/collection/put-rows.ts';
import type { CaptureRow, EssayRow, HighlightRow, ImageRow, OriginalRow } from '../../../lib/collection/rows.ts';
import { sha256Hex } from '../../../lib/essay/fixity.ts';
import { gzip } from '../../../lib/zip/gzip.ts';
import { essayMaker, type MadeEssay } from '../collection/made-essays.ts';

/* A collection in which each table holds what years of a reader's work put there. */

const AT_A_TIME = 256;
const TAGS = 40;
const SHELVES = 12;

/** One essay with all that belongs to it. */
interface Full extends MadeEssay {
  readonly captures: readonly CaptureRow[];
  readonly originals: readonly OriginalRow[];
  readonly images: readonly ImageRow[];
  readonly highlights: readonly HighlightRow[];
}

const moment = (n: number): string => new Date(Date.UTC(2021, 0, 1) + n * 61_000).toISOString();

/** Bytes that do not pack, as those of a photograph. */
const picture = (n: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(12_000);
  let state = n + 1;
  for (let at = 0; at < bytes.length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
};

async function fullEssay(made: MadeEssay, n: number): Promise<Full> {
  const { row, body, fingerprint } = made;
  const essayId = row.id;
  const html = `<html><body>${'<td class="menu"><a href="/list.asp">栏目</a></td>'.repeat(120)}${body.html}</body></html>`;
  const bytes = new TextEncoder().encode(html);
  const capture: CaptureRow = {
    id: row.captureId,
    essayId,
    pageUrl: row.originalUrl,
    takenAt: row.keptAt,
    charset: 'utf-8',
    originalForm: 'served',
    rulesVersion: 1,
    sha256: await sha256Hex(bytes),
    byteLength: bytes.length,
  };
  const image = { essayId, address: `${row.originalUrl}/1.jpg`, takenAt: row.keptAt };
  return {
    row: {
      ...row,
      tags: n % 3 === 0 ? [`t${n % TAGS}`, `t${(n + 7) % TAGS}`] : [],
      shelves: n % 5 === 0 ? [`s${n % SHELVES}`] : [],
      note: n % 7 === 0 ? `第${n}号：要再读。` : '',
      trashedAt: n % 50 === 49 ? moment(n) : '',
      cluster: n % 100 < 2 ? `c${Math.floor(n / 100)}` : '',
    },
    body,
    fingerprint,
    // One in ten was cleaned again: a second capture that points to the first one's bytes.
    captures: n % 10 === 3 ? [capture, { ...capture, id: `${capture.id}-old`, cleanedFrom: capture.id }] : [capture],
    originals: [{ captureId: capture.id, essayId, gzip: await gzip(bytes), otherPages: [] }],
    images:
      n % 5 === 0
        ? [{ ...image, type: 'image/jpeg', bytes: picture(n), problem: '' }]
        : n % 5 === 1
          ? [{ ...image, type: '', bytes: null, problem: 'http-404' }]
          : [],
    highlights:
      n % 4 === 0
        ? [
            {
              id: `h${n}`,
              essayId,
              colour: 'green',
              note: '引',
              quote: {
                exact: body.text.slice(20, 30),
                prefix: body.text.slice(0, 20),
                suffix: body.text.slice(30, 50),
              },
              position: { start: 20, end: 30 },
              madeAt: moment(n),
            },
          ]
        : [],
  };
}

/** Fills an empty collection with so many essays and everything besides. */
export async function fillFull(collection: Collection, count: number): Promise<void> {
  const make = essayMaker(9);
  const { bodies, captures, originals, images, highlights, fingerprints } = collection;
  for (let start = 0; start < count; start += AT_A_TIME) {
    const numbers = Array.from({ length: Math.min(AT_A_TIME, count - start) }, (_, at) => start + at);
    const all = await Promise.all(numbers.map((n) => fullEssay(make(n), n)));
    const tables = [bodies, captures, originals, images, highlights, fingerprints];
    await collection.transaction('rw', [...rowTables(collection), ...tables], async () => {
      await bodies.bulkPut(all.map(({ body }) => body));
      await captures.bulkPut(all.flatMap((full) => full.captures));
      await originals.bulkPut(all.flatMap((full) => full.originals));
      await images.bulkPut(all.flatMap((full) => full.images));
      await highlights.bulkPut(all.flatMap((full) => full.highlights));
      await fingerprints.bulkPut(all.map(({ fingerprint }) => fingerprint));
      await putRows(
        collection,
        all.map(({ row }: { readonly row: EssayRow }) => ({ before: undefined, after: row })),
      );
    });
  }
  const range = (length: number) => Array.from({ length }, (_, n) => n);
  await collection.tags.bulkPut(range(TAGS).map((n) => ({ id: `t${n}`, name: `标签${n}`, folded: `标签${n}` })));
  await collection.shelves.bulkPut(
    range(SHELVES).map((n) => ({
      id: `s${n}`,
      name: `课题${n}`,
      parent: n % 3 === 0 ? '' : `s${n - (n % 3)}`,
      order: n,
    })),
  );
  await collection.searches.bulkPut(
    range(5).map((n) => ({ id: `q${n}`, name: `${n}`, query: `q=${n}`, madeAt: moment(n) })),
  );
  const ids = await collection.essays.toCollection().primaryKeys();
  await collection.clusters.bulkPut(
    range(Math.ceil(count / 100)).map((n) => ({ id: `c${n}`, mainId: make(n * 100).row.id })),
  );
  await collection.apart.bulkPut(range(20).map((n) => ({ id: `${ids[n]} ${ids[n + 1]}` })));
}
