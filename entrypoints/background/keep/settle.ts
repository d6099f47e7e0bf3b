import type { Collection } from '../../../lib/collection/collection.ts';
import type { Asked } from '../../../lib/collection/journal/journal.ts';
import { putOutcome } from '../../../lib/collection/outcomes.ts';
import { attempt } from '../../../lib/collection/storage.ts';
import type { Outcome } from '../../../lib/essay/outcome.ts';
import type { KeepProblem, KeptMark } from '../../../lib/messages/protocol.ts';
import { isWorking, showOnAction } from '../action.ts';
import type { KeeperParts } from './keeper-parts.ts';
import { hasVanished } from './loaded-anew.ts';
import { stillThere } from './still-there.ts';

/**
 * Tells what became of a keep, on the toolbar while the tab still shows the page, and in the collection, for popup and library, when it
 * was interrupted or the page is gone. Then the journal forgets it, unless its clip still waits for the collection. The clip of an essay that
 * was kept stays until the second copy has it, and while the disk is about full: that may take the copy's room, and then the database that alone
 * holds it.
 */
export async function settle(
  { collection, journal, run, copied, isDiskTight }: Omit<KeeperParts, 'wakeLater' | 'everCopied'>,
  asked: Asked,
  outcome: Outcome<KeptMark, KeepProblem>,
  late: boolean,
): Promise<{ readonly forgotten: Promise<void> }> {
  const there = (await stillThere(asked, await run())) || (!late && (await isWorking(asked.tabId)));
  if (there) await showOnAction(asked.tabId, moodOf(outcome));
  if (waitsAside(outcome)) return stays;
  // A page that is loaded anew wipes the sign that is shown over it; the popup has its answer.
  const wiped = asked.by !== 'popup' && hasVanished(outcome);
  if (late || wiped || (!there && !outcome.ok)) {
    const { id, by, askedAt, url, title } = asked;
    const told = { id, by, askedAt, endedAt: new Date().toISOString(), url, title };
    const how = outcome.ok
      ? { essayId: outcome.value.id, problem: '' }
      : { essayId: '', problem: outcome.problem.code };
    const stored = await putOutcome(collection, { ...told, ...how });
    // What cannot be told yet is told by a later start.
    if (!stored.ok && !there) return stays;
  }
  return { forgotten: forgetWhenCopied() };

  async function forgetWhenCopied(): Promise<void> {
    if (!outcome.ok || ((await copied()) && !(await isDiskTight()))) await journal.forget(asked.id);
    else await journal.settle(asked.id);
  }
}

/** True for a keep whose clip is in the journal, and waits there for the collection. */
export const waitsAside = (outcome: Outcome<unknown, KeepProblem>): boolean =>
  !outcome.ok && outcome.problem.code.startsWith('aside-');

/** The essay of a keep that was done before it could be told; null when it was not. */
export async function keptAlready({ captures, essays }: Collection, id: string): Promise<KeptMark | null> {
  const found = await attempt(async () => {
    const capture = await captures.get(id);
    return capture && (await essays.get(capture.essayId));
  });
  return found.ok && found.value !== undefined ? { id: found.value.id, keptAt: found.value.keptAt } : null;
}

/** True while an essay has this capture and no other: it came in by this keep. */
export async function isOnlyCapture({ captures }: Collection, id: string, essayId: string): Promise<boolean> {
  const found = await attempt(() =>
    captures.where('[essayId+takenAt]').between([essayId, ''], [essayId, '\uffff']).primaryKeys(),
  );
  return found.ok && found.value.length === 1 && found.value[0] === id;
}

const stays = { forgotten: Promise.resolve() };

function moodOf(outcome: Outcome<KeptMark, KeepProblem>) {
  if (outcome.ok) return { mood: 'kept' } as const;
  const { code } = outcome.problem;
  return { mood: waitsAside(outcome) ? 'aside' : 'failed', problem: code } as const;
}
