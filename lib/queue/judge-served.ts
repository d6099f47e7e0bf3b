import { readAddress } from '../archive/address.ts';
import type { Essay } from '../essay/essay.ts';
import { foldAddress } from '../harvest/address/fold.ts';
import { capturedPageOf } from '../harvest/captures/captured-page.ts';
import { type CaptureVerdict, judgeCapture } from '../harvest/captures/judge-capture.ts';
import { cutShort } from '../queue-plan/next-capture.ts';
import { isAnotherText } from './another-text.ts';
import type { ServedPage } from './fetch-page.ts';
import type { EssayReading } from './read-served.ts';

/** What a fetched capture proves to be. */
export interface JudgedServed {
  readonly verdict: CaptureVerdict;
  /** Machine word of why it is no good, or why there is no essay in a page that is in order; '' for none. */
  readonly reason: string;
  /** The essay that was read from it, also of one that is cut short; null for none, and for another text. */
  readonly essay: Essay | null;
}

/** True where an archive led to a capture of another page, what a redirect of that time led to, a site's home most often; or to none at all: its own home, a door. */
export function isElsewhere({ address, url }: Pick<ServedPage, 'address' | 'url'>): boolean {
  const [asked, led] = [readAddress(address), readAddress(url)];
  if (asked === null || url === address) return false;
  return led === null || foldAddress(led.originalUrl) !== foldAddress(asked.originalUrl);
}

/**
 * Judges a capture by its bytes and by what was read from them. `title` is what a list told of it, '' for nothing. Command line and extension
 * go by this alone, so that both keep the same captures.
 */
export function judgeServed(page: ServedPage, reading: EssayReading, title: string): JudgedServed {
  if (isElsewhere(page)) return { verdict: 'redirected', reason: 'redirected', essay: null };
  const essay = reading.kind === 'essay' ? reading.essay : null;
  const verdict = judgeCapture(capturedPageOf(page.bytes, page.charset), essay?.text ?? '');
  if (verdict !== 'good') return { verdict, reason: verdict, essay };
  if (page.cutShort) return { verdict: cutShort, reason: cutShort, essay };
  if (essay !== null && isAnotherText(title, essay.title))
    return { verdict: 'other-text', reason: 'another-text', essay: null };
  return { verdict, reason: reading.kind === 'failed' ? reading.reason : '', essay };
}
