import type { Collection } from '../../../lib/collection/collection.ts';
import type { Journal, JournalEntry } from '../../../lib/collection/journal/journal.ts';
import { keepSoon } from '../../../lib/collection/keep/keep-essay.ts';
import { fail, type Outcome, succeed } from '../../../lib/essay/outcome.ts';
import type { KeepProblem, KeptMark } from '../../../lib/messages/protocol.ts';
import { validClip } from '../../../lib/messages/valid-clip.ts';
import { readSettings } from '../../../lib/settings/settings.ts';
import { keptMark } from '../describe-page.ts';
import { type Frame, frameToRead, takeFrom } from '../frames.ts';
import { file } from './file.ts';

/** An essay that was kept, and where its page stands while it does. */
export interface CarriedOut extends KeptMark {
  readonly frame: Frame | null;
  readonly pageUrl: string;
  readonly wantsImages: boolean;
}

/**
 * Does what the journal holds: reads the page, unless its clip is there already, and keeps it. The clip is in the journal
 * before the collection is touched.
 */
export async function carryOut(
  collection: Collection,
  journal: Journal,
  { asked, clip }: JournalEntry,
): Promise<Outcome<CarriedOut, KeepProblem>> {
  const frame = clip === null ? await frameToRead(asked.tabId, asked.frameId) : succeed(null);
  if (!frame.ok)
    return frame.problem.code === 'no-answer' ? fail('no-answer') : fail('cannot-be-read', frame.problem.detail);
  // A reader who turns the pages of an essay has it kept with the first: the others lead to the same essay.
  const already = asked.by === 'itself' && frame.value && (await keptMark(collection, frame.value.survey.originalUrl));
  if (already) return succeed({ ...already, frame: frame.value, pageUrl: asked.url, wantsImages: false });
  const taken = clip ?? (frame.value && { taken: await takeFrom(frame.value, asked.anyway), takenAt: now() });
  // No answer at all: the frame went away under our hands.
  if (taken === null || taken.taken === null) return fail('tab-gone');
  const keeping = validClip(taken.taken, taken.takenAt);
  if (!keeping.ok) return keeping;
  if (frame.value?.frameId === TOP && !isOfSite(keeping.value.capture.pageUrl, asked.url))
    return fail('invalid', 'value.capture.pageUrl');
  const inJournal = clip === null ? await journal.clip(asked.id, taken.taken, taken.takenAt) : 'stored';
  // What the database takes on a full disk may go with it: nothing is called kept that stands there alone.
  if (inJournal === 'full') return fail('storage-full');
  // Settings that cannot be read at the moment are no reason not to keep a page.
  const wantsImages = await readSettings().then(
    ({ keepImages }) => keepImages,
    () => true,
  );
  const kept = await keepSoon(collection, { ...keeping.value, captureId: asked.id, wantsImages });
  if (kept.ok) {
    const { id, keptAt } = kept.value;
    // It is kept, whatever comes of this.
    if (kept.value.change === 'new') await file(collection, id).catch(() => undefined);
    return succeed({ id, keptAt, frame: frame.value, pageUrl: keeping.value.capture.pageUrl, wantsImages });
  }
  return inJournal === 'stored' && kept.problem.code !== 'storage-full'
    ? fail(asideFor[kept.problem.code], kept.problem.detail)
    : kept;
}

/** The page itself, whose address the browser tells of its tab. */
const TOP = 0;

/** True for a page of the site of a tab, as far as the browser tells the tab's address: a clipper that a page got hold of may say another. */
const isOfSite = (pageUrl: string, tabUrl: string): boolean =>
  !/^https?:/.test(tabUrl) || (URL.canParse(pageUrl) && new URL(pageUrl).origin === new URL(tabUrl).origin);

/** What is told of a clip that is in the journal while the collection takes nothing. */
const asideFor = {
  'storage-trouble': 'aside-trouble',
  'storage-newer': 'aside-newer',
  'storage-blocked': 'aside-blocked',
  'storage-failed': 'aside-trouble',
} as const;

const now = (): string => new Date().toISOString();
