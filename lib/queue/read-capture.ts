import type { Keeping } from '../collection/keep/keep-request.ts';
import type { Essay } from '../essay/essay.ts';
import { normaliseUrl } from '../essay/identity.ts';
import { fail, type Outcome, reasonOfThrown, succeed } from '../essay/outcome.ts';
import type { ServedPage } from './fetch-page.ts';
import { isElsewhere, judgeServed } from './judge-served.ts';
import type { AnywayReader, EssayReading } from './read-served.ts';
import { withShownCopy } from './shown-copy.ts';

/** A capture that was fetched and read. */
export interface ReadCapture {
  /** Machine word of why it is no good; '' where it is. */
  readonly reason: string;
  /** The text as read from it; null where there is none. */
  readonly essay: Essay | null;
  /** What keeping it takes; null where there is no essay. */
  readonly keeping: Pick<Keeping, 'essay' | 'capture' | 'original' | 'otherPages'> | null;
}

/** What reading a capture needs. */
export interface CaptureReading {
  readonly fetchPage: (address: string) => Promise<Outcome<ServedPage>>;
  readonly reader: AnywayReader;
  readonly now: () => number;
}

/** Pages of one essay that are fetched at most: longer ones are books. */
const MOST_PAGES = 50;

/**
 * Fetches a capture by the address of its bytes and reads its essay, with its other pages, as a queue does. A page that cannot be had
 * is missing in it; only the first may fail the whole.
 */
export async function readCapture(address: string, around: CaptureReading): Promise<Outcome<ReadCapture>> {
  const fetched = await around.fetchPage(address);
  if (!fetched.ok) return fetched;
  const first: ServedPage = { ...fetched.value, trusted: true };
  if (isElsewhere(first)) return succeed({ reason: 'redirected', essay: null, keeping: null });
  const pages = [first];
  const reading = await readWhole(pages, around).catch((error: unknown) => reasonOfThrown(error));
  if (typeof reading === 'string') return fail(reading);
  const { verdict, reason, essay } = judgeServed(first, reading, '');
  const isText = verdict === 'good' || verdict === 'cut-short';
  if (!isText || essay === null || reading.kind !== 'essay') return succeed({ reason, essay: null, keeping: null });
  const shown = withShownCopy(essay);
  const { charset, rulesVersion } = reading;
  const takenAt = new Date(around.now()).toISOString();
  const keeping: ReadCapture['keeping'] = {
    essay: shown,
    capture: { pageUrl: first.url, takenAt, charset, originalForm: 'served', rulesVersion },
    original: first.bytes,
    otherPages: reading.otherPages.flatMap((other) => {
      const page = pages.slice(1).find((one) => normaliseUrl(one.address) === normaliseUrl(other.address));
      return page === undefined ? [] : [{ ...other, bytes: page.bytes }];
    }),
  };
  return succeed({ reason, essay: shown, keeping });
}

async function readWhole(pages: ServedPage[], { fetchPage, reader }: CaptureReading): Promise<EssayReading> {
  const missing: string[] = [];
  for (;;) {
    const reading = await reader.essay(pages, missing, true);
    if (reading.kind !== 'wanted') return reading;
    const other = pages.length < MOST_PAGES ? await fetchPage(reading.address) : fail('too-many');
    if (other.ok) pages.push(other.value);
    else missing.push(reading.address);
  }
}
