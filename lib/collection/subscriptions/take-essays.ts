import type { TakenFrom } from '../../essay/capture.ts';
import { fail, type Outcome, succeed } from '../../essay/outcome.ts';
import type { Collection } from '../collection.ts';
import { fingerprintOf } from '../duplicates/minhash.ts';
import { getCapture, getCheckedBody, getEssay, getOriginalRow } from '../get-essay.ts';
import { isEssayImage } from '../images/image-shape.ts';
import { listImages, putImages } from '../images/images.ts';
import { keepRows } from '../keep/keep-essay.ts';
import type { StorageProblem } from '../storage.ts';

/** What taking an essay over came to: it is `new` here, or was `there` already and stays as it is. */
export interface TakenEssay {
  readonly id: string;
  readonly change: 'new' | 'there';
}

/**
 * Copies an essay of another's into one's own collection: its text as it is shown there, the original and the images where they were published, and in the
 * record of its capture from whom it was taken. One that is here already stays as it is. Fails with `gone` where it is not there any more.
 */
export async function takeEssay(
  own: Collection,
  theirs: Collection,
  id: string,
  takenFrom: TakenFrom,
): Promise<Outcome<TakenEssay, StorageProblem | 'gone'>> {
  const here = await getEssay(own, id);
  if (!here.ok) return here;
  if (here.value?.trashedAt === '') {
    const taken = await getCapture(own, here.value.captureId);
    // A window that closed in the midst of taking it over left its images behind.
    if (taken.ok && taken.value?.takenFrom !== undefined) await takeImages(own, theirs, id);
    return succeed({ id, change: 'there' });
  }
  const row = await getEssay(theirs, id);
  if (!row.ok) return row;
  if (row.value === null) return fail('gone');
  const { captureId, edited, textEdits, givenCopy } = row.value;
  const [body, capture, original] = await Promise.all([
    getCheckedBody(theirs, captureId),
    getCapture(theirs, captureId),
    getOriginalRow(theirs, captureId),
  ]);
  if (!body.ok) return body;
  if (!capture.ok) return capture;
  if (!original.ok) return original;
  if (body.value === null || body.value.is === 'unreadable' || body.value.changed || capture.value === null)
    return fail('gone');
  const { cleanedFrom: _, ...record } = capture.value;
  const bytes = original.value;
  const kept = await keepRows(own, {
    capture: { ...record, takenFrom },
    body: body.value.row,
    original: bytes === null ? null : { ...bytes, captureId },
    fingerprint: await fingerprintOf(body.value.row.text),
    wantsImages: false,
    beside: false,
    keptAt: takenFrom.at,
    work: {
      edited,
      ...(textEdits !== undefined && { textEdits }),
      ...(givenCopy !== undefined && { givenCopy }),
    },
  });
  if (!kept.ok) return kept;
  await takeImages(own, theirs, id);
  return succeed({ id, change: 'new' });
}

/** Copies the images of an essay that are not here yet. */
async function takeImages(own: Collection, theirs: Collection, id: string): Promise<void> {
  const images = await listImages(theirs, id);
  if (!images.ok || images.value.length === 0) return;
  await putImages(own, id, images.value.map(({ essayId: _, digest: _of, ...image }) => image).filter(isEssayImage));
}
