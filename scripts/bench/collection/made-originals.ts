import type { CaptureRow, OriginalRow } from '../../../lib/collection/rows.ts';
import { sha256Hex } from '../../../lib/essay/fixity.ts';
import { gzip } from '../../../lib/zip/gzip.ts';
import type { MadeEssay } from './made-essays.ts';

/** The page that a made essay was read from, of its time: as much around the essay as in it. */
export const madePage = ({ html }: Pick<MadeEssay['body'], 'html'>): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`<html><body>${html}${'<td class="menu">'.repeat(600)}</body></html>`);

/** The capture of a made essay, and its original bytes. */
export async function madeOriginal({
  row,
  body,
}: MadeEssay): Promise<{ readonly capture: CaptureRow; readonly original: OriginalRow }> {
  const { captureId, essayId, originalUrl } = body;
  const bytes = madePage(body);
  const capture: CaptureRow = {
    id: captureId,
    essayId,
    pageUrl: originalUrl,
    takenAt: row.keptAt,
    charset: 'utf-8',
    originalForm: 'served',
    rulesVersion: 1,
    sha256: await sha256Hex(bytes),
    byteLength: bytes.byteLength,
  };
  return { capture, original: { captureId, essayId, gzip: await gzip(bytes), otherPages: [] } };
}
