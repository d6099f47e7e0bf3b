import type { Collection } from '../../lib/collection/collection.ts';
import { keepEssay } from '../../lib/collection/keep-essay.ts';
import { fail, type Outcome, succeed } from '../../lib/essay/outcome.ts';
import type { KeepProblem, KeptMark } from '../../lib/messages/protocol.ts';
import { validClip } from '../../lib/messages/valid-clip.ts';
import { showOnAction } from './action.ts';
import { frameToRead, takeFrom } from './frames.ts';
import { keepImages } from './keep-images.ts';

/** Keeps what is in a tab and shows on the toolbar how it went; `anyway` also where it is not recognised. */
export async function keepPage(
  collection: Collection,
  tabId: number,
  anyway: boolean,
): Promise<Outcome<KeptMark, KeepProblem>> {
  const outcome = await keep(collection, tabId, anyway);
  await showOnAction(tabId, outcome.ok ? { mood: 'kept' } : { mood: 'failed', problem: outcome.problem.code });
  return outcome;
}

async function keep(collection: Collection, tabId: number, anyway: boolean): Promise<Outcome<KeptMark, KeepProblem>> {
  const frame = await frameToRead(tabId);
  if (!frame.ok) return fail('cannot-be-read', frame.problem.detail);
  const taken = await takeFrom(frame.value, anyway);
  // No answer at all: the frame went away under our hands.
  if (taken === null) return fail('tab-gone');
  const keeping = validClip(taken, new Date().toISOString());
  if (!keeping.ok) return keeping;
  const kept = await keepEssay(collection, keeping.value);
  if (!kept.ok) return kept;
  // The essay is kept; nobody waits for its images.
  void keepImages(collection, kept.value.id, frame.value, keeping.value.capture.pageUrl);
  return succeed({ id: kept.value.id, keptAt: kept.value.keptAt });
}
