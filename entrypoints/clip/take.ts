import { fail, type Outcome, succeed } from '../../lib/essay/outcome.ts';
import { sendMessage } from '../../lib/messages/protocol.ts';
import { rulesVersion } from '../../lib/pipeline/rules-version.ts';
import { readWholeEssay } from '../../lib/pipeline/whole-essay.ts';
import { base64Of } from './base64-of.ts';
import type { Clip, ClipProblem } from './contract.ts';
import { originalOf } from './original.ts';
import { createPageSource } from './other-pages.ts';
import type { PageAtHand } from './page-at-hand.ts';

/**
 * Reads the essay of a live page, counters and scripts having run, with all its other pages, and gets the originals.
 * Stops fetching when the tab goes to another page.
 */
export async function take(
  { page, reading, served }: PageAtHand,
  anyway: boolean,
): Promise<Outcome<Clip, ClipProblem>> {
  const leaving = new AbortController();
  addEventListener('pagehide', () => leaving.abort(), { once: true, signal: leaving.signal });
  const { fetchPage, fetched } = createPageSource(leaving.signal);
  const given = reading();
  if (given.ok && !anyway && !given.value.essay.provenance.recognition.portal)
    return fail('nothing-to-keep', 'not-an-essay');
  const read = await readWholeEssay(page, fetchPage, {
    any: anyway,
    secondReader: true,
    given,
    signal: leaving.signal,
    onPage: (number, of) => tellProgress(number, of),
  });
  if (!read.ok)
    return read.problem.code === 'too-large' ? fail('too-large') : fail('nothing-to-keep', read.problem.code);
  const essay = read.value;
  const original = served
    ? { form: 'served' as const, ...served }
    : await originalOf(page, given.ok ? given.value.essay.text : '');
  if (original === null) return fail('too-large');
  const { charset, form, bytes } = original;
  return succeed({
    essay,
    capture: { pageUrl: page.url, charset, originalForm: form, rulesVersion },
    original: await base64Of(bytes),
    otherPages: await Promise.all(
      fetched
        .filter(({ address }) => !essay.provenance.missingPages.includes(address))
        .map(async (other) => ({ ...other, bytes: await base64Of(other.bytes) })),
    ),
  });
}

/**
 * Tells the popup, if it is open; nobody else listens. The messages also keep the background of Chrome awake, which stops
 * after 30 seconds without an event.
 */
function tellProgress(page: number, of: number): void {
  sendMessage('readingPage', { page, of }).catch(() => undefined);
}
