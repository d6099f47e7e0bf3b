import type { Page } from '../../lib/archive/unwrapped.ts';
import { fail, type Outcome, succeed } from '../../lib/essay/outcome.ts';
import { sendMessage } from '../../lib/messages/protocol.ts';
import { readEssay, rulesVersion } from '../../lib/pipeline/read-page.ts';
import { readWholeEssay } from '../../lib/pipeline/whole-essay.ts';
import { base64Of } from './base64-of.ts';
import type { Clip, ClipProblem } from './contract.ts';
import { originalOf } from './original.ts';
import { createPageSource } from './other-pages.ts';

/**
 * Reads the essay of a live page, counters and scripts having run, with all its other pages, and gets the originals.
 * Stops fetching when the tab goes to another page.
 */
export async function take(page: Page, anyway: boolean): Promise<Outcome<Clip, ClipProblem>> {
  const leaving = new AbortController();
  addEventListener('pagehide', () => leaving.abort(), { once: true, signal: leaving.signal });
  const { fetchPage, fetched } = createPageSource(leaving.signal);
  const read = await readWholeEssay(page, fetchPage, {
    any: anyway,
    secondReader: true,
    signal: leaving.signal,
    onPage: (number, of) => tellProgress(number, of),
  });
  if (!read.ok)
    return read.problem.code === 'too-large' ? fail('too-large') : fail('nothing-to-keep', read.problem.code);
  const essay = read.value;
  const original = await originalOf(page, fetched.length === 0 ? essay.text : ownTextOf(page));
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

/** The text of the page at hand alone, by which its served bytes are known. */
function ownTextOf(page: Page): string {
  const read = readEssay(page, { any: true });
  return read.ok ? read.value.text : '';
}

/**
 * Tells the popup, if it is open; nobody else listens. The messages also keep the background of Chrome awake, which stops
 * after 30 seconds without an event.
 */
function tellProgress(page: number, of: number): void {
  sendMessage('readingPage', { page, of }).catch(() => undefined);
}
