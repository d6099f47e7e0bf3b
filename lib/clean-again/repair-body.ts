import { withDigest } from '../collection/checked/body-digest.ts';
import { noProvenance } from '../collection/checked/mends.ts';
import type { Collection } from '../collection/collection.ts';
import { getBody, getCapture, getEssay } from '../collection/get-essay.ts';
import { checkEssays } from '../collection/integrity/check-essays.ts';
import { findingId, settleFindings } from '../collection/integrity/findings.ts';
import { rowsToWrite } from '../collection/integrity/put-aside.ts';
import { essayRowOf } from '../collection/keep/essay-row.ts';
import { putRows } from '../collection/put-rows.ts';
import { type BodyRow, type CaptureRow, NO_DOC } from '../collection/rows.ts';
import { attempt, type StorageProblem } from '../collection/storage.ts';
import { writingRows } from '../collection/write-rows.ts';
import { fail, type Outcome, reasonOfThrown } from '../essay/outcome.ts';
import { rulesVersion } from '../pipeline/rules-version.ts';
import { type CleaningProblem, type ReadStored, storedPages } from './clean-again.ts';

/**
 * Reads the text of a version, which is lost or damaged, once more from the original bytes, which must be those that were taken, and
 * puts it in the place of what is there. Whose it is stays as the essay's row tells it.
 */
export async function repairBody(
  collection: Collection,
  captureId: string,
  read: ReadStored,
): Promise<Outcome<void, CleaningProblem>> {
  const found = await getCapture(collection, captureId);
  if (!found.ok) return found;
  const capture = found.value;
  if (capture === null) return fail('no-original');
  const [row, damaged] = [await getEssay(collection, capture.essayId), await getBody(collection, captureId)];
  if (!row.ok) return row;
  if (!damaged.ok) return damaged;
  const pages = await storedPages(collection, capture);
  if (!pages.ok) return pages;
  const { originalUrl, archivedCopy, hits } = row.value ??
    damaged.value ?? { originalUrl: capture.pageUrl, archivedCopy: null, hits: null };
  const provenance = damaged.value?.provenance ?? noProvenance;
  const essay = await read({ originalUrl, archivedCopy, hits, provenance }, pages.value).catch((error: unknown) =>
    fail(reasonOfThrown(error)),
  );
  if (!essay.ok) return essay;
  const body = await withDigest({ ...essay.value, captureId, essayId: capture.essayId });
  return store(collection, capture, body);
}

function store(collection: Collection, capture: CaptureRow, body: BodyRow): Promise<Outcome<void, StorageProblem>> {
  const { captures, bodies } = collection;
  return attempt(async () => {
    await writingRows(collection, [captures, bodies], async () => {
      await bodies.put(body);
      await captures.put({ ...capture, rulesVersion });
      await settleFindings(collection, [findingId('bodies', body.captureId)]);
      const [before] = await rowsToWrite(collection, [body.essayId]);
      if (before?.captureId !== body.captureId) return;
      // Under a new number, since the index may know another text by the old one.
      const after = essayRowOf(body, before.keptAt, before.trashedAt, before, NO_DOC);
      await putRows(collection, [{ before, after: undefined }]);
      await putRows(collection, [{ before: undefined, after }]);
    });
    await checkEssays(collection, [body.essayId]);
  });
}
