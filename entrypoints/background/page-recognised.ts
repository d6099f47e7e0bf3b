import type { Collection } from '../../lib/collection/collection.ts';
import { validRecognition } from '../../lib/messages/valid-clip.ts';
import { readSettings } from '../../lib/settings/settings.ts';
import { showOnAction } from './action.ts';
import { keptMark } from './describe-page.ts';
import { frameToRead } from './frames.ts';
import { keepPage } from './keep-page.ts';

/** Where a recognition came from: the tab, and the address of the frame that holds the essay. */
export interface Origin {
  readonly tabId: number;
  readonly url: string;
}

/** Shows that a tab holds an essay, or that it is kept; keeps it when the reader wants that done by itself. */
export async function pageRecognised(collection: Collection, sent: unknown, { tabId, url }: Origin): Promise<void> {
  if (validRecognition(sent)?.kind !== 'essay') return;
  if ((await keptMark(collection, url)) !== null) await showOnAction(tabId, { mood: 'kept' });
  else if ((await readSettings()).keepByItself) await keepOnce(collection, tabId);
  else await showOnAction(tabId, { mood: 'essay' });
}

/** A reader who turns the pages of an essay has it kept with the first: the others lead to the same essay. */
async function keepOnce(collection: Collection, tabId: number): Promise<void> {
  const frame = await frameToRead(tabId);
  const kept = frame.ok && (await keptMark(collection, frame.value.survey.originalUrl)) !== null;
  if (kept) await showOnAction(tabId, { mood: 'kept' });
  else await keepPage(collection, tabId, false);
}
