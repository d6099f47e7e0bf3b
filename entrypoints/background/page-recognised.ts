import type { Collection } from '../../lib/collection/collection.ts';
import { validRecognition } from '../../lib/messages/valid-clip.ts';
import { readSettings } from '../../lib/settings/settings.ts';
import { showLookedAt } from './action.ts';
import { keptMark } from './describe-page.ts';
import type { Keeper, TabFacts } from './keep/keeper.ts';

/** Where a recognition came from: the tab, and the address of the frame that holds the essay. */
export interface RecognisedFrame {
  readonly tab: TabFacts;
  readonly url: string;
}

/**
 * Shows that a tab holds an essay, or that it is kept; keeps it when the reader wants that done by itself, and never by itself
 * in a private window.
 */
export async function pageRecognised(
  collection: Collection,
  { keep }: Pick<Keeper, 'keep'>,
  sent: unknown,
  { tab, url }: RecognisedFrame,
): Promise<void> {
  if (validRecognition(sent)?.kind !== 'essay') return;
  if ((await keptMark(collection, url)) !== null) await showLookedAt(tab.id, { mood: 'kept' });
  else if (tab.incognito !== true && (await readSettings()).keepByItself)
    await keep({ tab, by: 'itself', anyway: false });
  else await showLookedAt(tab.id, { mood: 'essay' });
}
