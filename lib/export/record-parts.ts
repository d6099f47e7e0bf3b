import { isRowOf } from '../collection/backup/tables.ts';
import type { Collection } from '../collection/collection.ts';
import { gunzip } from '../collection/gzip.ts';
import type { BodyRow, CaptureRow, OriginalRow } from '../collection/rows.ts';
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
  const taken = await captures.where('[essayId+takenAt]').between([id, ''], [id, '\uffff']).toArray();
  for (const capture of taken) {
    // What was cleaned again has the bytes of an earlier capture, which has its own turn.
    if (capture.cleanedFrom !== undefined) continue;
    const [body, original] = await Promise.all([bodies.get(capture.id), originals.get(capture.id)]);
    const unpacked = body && original && (await unpack(capture, body, original));
    if (unpacked) yield unpacked;
    else onLost();
  }
}

/** Null when a row or its bytes are damaged. */
async function unpack(capture: CaptureRow, body: BodyRow, original: OriginalRow): Promise<ExportOriginal | null> {
  const whole = isRowOf('captures', capture) && isRowOf('bodies', body) && isRowOf('originals', original);
  if (!whole) return null;
  const { originalUrl, archivedCopy } = body;
  try {
    const otherPages: ExportPage[] = [];
    for (const { gzip, ...page } of original.otherPages) otherPages.push({ ...page, bytes: await gunzip(gzip) });
    const bytes = await gunzip(original.gzip);
    return { originalUrl, archivedCopy, capture: captureFacts(capture), bytes, otherPages };
  } catch {
    return null;
  }
}

/** The images of a kept essay that have bytes. */
export async function readImages({ images }: Collection, id: string): Promise<readonly ExportImage[]> {
  const rows = await images.where('[essayId+address]').between([id, ''], [id, '\uffff']).toArray();
  return rows.flatMap((row) => {
    if (row.bytes === null || !isRowOf('images', row)) return [];
    return [{ address: row.address, type: row.type, takenAt: row.takenAt, bytes: row.bytes }];
  });
}

/** What the reader marked in a kept essay, in the order of the text. */
export async function readHighlights({ highlights }: Collection, id: string): Promise<readonly ExportHighlight[]> {
  const rows = (await highlights.where('essayId').equals(id).toArray()).filter((row) => isRowOf('highlights', row));
  return rows
    .toSorted((one, other) => one.position.start - other.position.start)
    .map(({ colour, note, quote }) => ({ colour, note, words: quote.exact }));
}
