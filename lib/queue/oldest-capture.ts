import type { ArchivedCopy } from '../essay/essay.ts';
import { fail, type Outcome, succeed } from '../essay/outcome.ts';
import { mayHoldPage, type PageCapture } from '../harvest/page-captures.ts';
import { isAnotherText } from './another-text.ts';
import type { ReadCapture } from './read-capture.ts';

/** Captures that are fetched at most to find one that holds the text. */
const MOST = 6;
/** Problems that are one capture's own: the next may do. */
const ofOne = /^(?:http-4\d\d|redirected|not-html|too-large|nothing-to-read|failed|took-too-long)$/;

/**
 * The oldest capture that holds the text of an essay, as an archived copy to cite; of the same bytes one is read. `title` is that of the
 * kept text. The problem is `none-holds-it`, or what stopped the asking.
 */
export async function oldestCapture(
  captures: readonly PageCapture[],
  title: string,
  read: (capture: PageCapture) => Promise<Outcome<ReadCapture>>,
): Promise<Outcome<ArchivedCopy, string>> {
  const seen = new Set<string>();
  let tried = 0;
  for (const capture of captures) {
    const { digest } = capture;
    if (!mayHoldPage(capture) || (digest !== '' && seen.has(digest))) continue;
    seen.add(digest);
    tried += 1;
    if (tried > MOST) break;
    const got = await read(capture);
    if (!got.ok && !ofOne.test(got.problem.code)) return got;
    const essay = got.ok && got.value.reason === '' ? got.value.essay : null;
    if (essay?.archivedCopy && !isAnotherText(title, essay.title)) return succeed(essay.archivedCopy);
  }
  return fail('none-holds-it');
}
