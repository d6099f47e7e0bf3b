import { withoutFolders } from '../collection/backup/handed/without-folders.ts';
import { readableRow, readableRows } from '../collection/checked/check-row.ts';
import type { Collection } from '../collection/collection.ts';
import type { BodyRow, CaptureRow, OriginalRow } from '../collection/rows.ts';
import { sha256Hex } from '../essay/fixity.ts';
import { gunzip } from '../zip/gzip.ts';
import {
  captureFacts,
  type ExportHighlight,
  type ExportImage,
  type ExportOriginal,
  type ExportPage,
} from './record.ts';

/** The originals of a kept essay, the oldest first, one at a time; one whose bytes are damaged is told and passed over. */
export async function* readOriginals(
  { captures, bodies, originals }: Collection,
  id: string,
  onLost: () => void,
): AsyncGenerator<ExportOriginal> {
  const rows = await captures.where('[essayId+takenAt]').between([id, ''], [id, '\uffff']).toArray();
  const taken = readableRows('captures', rows);
  for (const capture of taken) {
    // What was cleaned again has the bytes of an earlier capture, which has its own turn.
    if (capture.cleanedFrom !== undefined) continue;
    const [body, original] = await Promise.all([
      bodies.get(capture.id).then((row) => readableRow('bodies', row)),
      originals.get(capture.id).then((row) => readableRow('originals', row)),
    ]);
    const unpacked = body && original && (await unpack(capture, body, original));
    if (unpacked) yield unpacked;
    else onLost();
  }
}

/** Null when the bytes are damaged, or not those that were taken. */
async function unpack(capture: CaptureRow, body: BodyRow, original: OriginalRow): Promise<ExportOriginal | null> {
  const { originalUrl, archivedCopy } = withoutFolders(body);
  try {
    const otherPages: ExportPage[] = [];
    for (const { gzip, ...page } of withoutFolders(original).otherPages)
      otherPages.push({ ...page, bytes: await gunzip(gzip) });
    const bytes = await gunzip(original.gzip);
    if ((await sha256Hex(bytes)) !== capture.sha256) return null;
    return { originalUrl, archivedCopy, capture: captureFacts(capture), bytes, otherPages };
  } catch {
    return null;
  }
}

/** The images of a kept essay that have bytes. */
export async function readImages({ images }: Collection, id: string): Promise<readonly ExportImage[]> {
  const rows = await images.where('[essayId+address]').between([id, ''], [id, '\uffff']).toArray();
  return readableRows('images', rows).flatMap((row) => {
    if (row.bytes === null) return [];
    return [{ address: row.address, type: row.type, takenAt: row.takenAt, bytes: row.bytes }];
  });
}

/** What the reader marked in a kept essay, in the order of the text. */
export async function readHighlights({ highlights }: Collection, id: string): Promise<readonly ExportHighlight[]> {
  const rows = readableRows('highlights', await highlights.where('essayId').equals(id).toArray());
  return rows
    .toSorted((one, other) => one.position.start - other.position.start)
    .map(({ colour, note, quote }) => ({ colour, note, words: quote.exact }));
}
