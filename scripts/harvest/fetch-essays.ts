import type { TriedCapture } from '../../lib/essay/capture.ts';
import type { Essay } from '../../lib/essay/essay.ts';
import type { IndexedCapture } from '../../lib/harvest/captures/capture-store.ts';
import type { Catalogue } from '../../lib/harvest/captures/catalogue.ts';
import type { CaptureVerdict } from '../../lib/harvest/captures/judge-capture.ts';
import { captureToTry, type JudgedCapture } from '../../lib/harvest/captures/next-capture.ts';
import type { ListedSoFar } from '../../lib/harvest/lists/listed-essays.ts';
import { withListed } from '../../lib/harvest/lists/with-listed.ts';
import type { PlannedAddress } from '../../lib/harvest/plan/plan-harvest.ts';
import type { ServedPage } from '../../lib/queue/fetch-page.ts';
import { isElsewhere, judgeServed } from '../../lib/queue/judge-served.ts';
import type { EssayReading, ServedReader } from '../../lib/queue/read-served.ts';
import { withShownCopy } from '../../lib/queue/shown-copy.ts';
import { pageRecord } from '../clip/record.ts';
import type { CaptureSource } from './capture-source.ts';
import type { HarvestDone, HarvestJournal } from './harvest-journal.ts';
import type { Kept } from './kept.ts';
import { writeCapture } from './write-captures.ts';

/** What fetching essays needs. */
export interface EssayFetching {
  readonly catalogue: Catalogue;
  readonly listed: ListedSoFar;
  readonly source: CaptureSource;
  readonly journal: HarvestJournal;
  readonly reader: ServedReader;
  readonly kept: Kept;
}

type EssayDone = Extract<HarvestDone, { kind: 'essay' }>;

/** What one capture gave. */
interface Tried {
  readonly verdict: CaptureVerdict;
  readonly reason: string;
  readonly essay: Essay | null;
}

/**
 * Fetches one essay: the best capture, and after one that is no good the next, until one holds the essay or none is left. A capture that is cut
 * short is taken where no other is whole. What came of it stands in the journal, and the essay in `records.ndjson`.
 */
export async function fetchEssay(planned: PlannedAddress, fetching: EssayFetching): Promise<EssayDone> {
  const { catalogue, journal, kept } = fetching;
  const captures = catalogue.captures(planned.key);
  const judged: JudgedCapture[] = [];
  const tried: TriedCapture[] = [];
  let strangers = 0;
  let cut: { readonly capture: IndexedCapture; readonly essay: Essay } | null = null;
  for (;;) {
    const capture = captureToTry(captures, judged, kept.badDigests());
    if (capture === null) break;
    if (capture.digest !== '' && kept.digests().has(capture.digest))
      return finish(planned, fetching, { outcome: 'same-bytes', capture, tried });
    const { verdict, reason, essay } = await tryCapture(planned, capture, fetching);
    if (verdict === 'good' && essay !== null)
      return finish(planned, fetching, { outcome: 'kept', capture, tried, essay });
    // A page in order that is no essay: its other captures are none either. Where a list says that it is one, another is tried.
    if (verdict === 'good') strangers += 1;
    if (strangers > (planned.title === '' ? 0 : 1))
      return finish(planned, fetching, { outcome: 'not-an-essay', capture, tried, reason });
    if (verdict === 'cut-short' && essay !== null) cut ??= { capture, essay };
    judged.push({ timestamp: capture.timestamp, verdict: verdict === 'good' ? 'other-text' : verdict });
    tried.push({ address: fetching.source.addressOf(capture), reason });
    if (isNobodys(verdict) && capture.digest !== '') {
      kept.addBad(capture.digest);
      journal.write({ kind: 'bad', key: planned.key, timestamp: capture.timestamp, digest: capture.digest, reason });
    }
  }
  if (cut !== null) {
    const before = tried.filter(({ address }) => address !== fetching.source.addressOf(cut.capture));
    return finish(planned, fetching, { outcome: 'kept', ...cut, tried: before });
  }
  return finish(planned, fetching, {
    outcome: 'failed',
    capture: null,
    tried,
    reason: tried.at(-1)?.reason ?? 'no-capture',
  });
}

/** Bytes that say no more than that there is no page are no essay's under any address. */
const isNobodys = (verdict: CaptureVerdict): boolean =>
  verdict === 'soft-404' || verdict === 'error-page' || verdict === 'empty';

async function tryCapture(planned: PlannedAddress, capture: IndexedCapture, fetching: EssayFetching): Promise<Tried> {
  const { source, journal } = fetching;
  const fetched = await source.page(capture);
  if (fetched.kind !== 'page') {
    const reason = 'reason' in fetched ? fetched.reason : fetched.kind;
    return {
      verdict: reason === 'redirected' ? 'redirected' : reason === 'not-html' ? 'not-html' : 'unavailable',
      reason,
      essay: null,
    };
  }
  const pages: ServedPage[] = [fetched.page];
  await writeCapture(journal, fetched.page, capture);
  if (isElsewhere(fetched.page)) return { verdict: 'redirected', reason: 'redirected', essay: null };
  const judged = judgeServed(fetched.page, await readWhole(pages, fetching), planned.title);
  return { ...judged, essay: judged.essay === null ? null : withShownCopy(withListed(judged.essay, planned)) };
}

/** Reads an essay with its other pages, which are fetched as its reader asks for them. */
async function readWhole(pages: ServedPage[], { reader, source, journal }: EssayFetching): Promise<EssayReading> {
  const missing: string[] = [];
  for (;;) {
    const reading = await reader.essay(pages, missing);
    if (reading.kind !== 'wanted') return reading;
    const other = await source.other(reading.address);
    if (other.kind === 'page') {
      pages.push(other.page);
      await writeCapture(journal, other.page, null);
    } else missing.push(reading.address);
  }
}

interface Finished {
  readonly outcome: EssayDone['outcome'];
  readonly capture: IndexedCapture | null;
  readonly tried: readonly TriedCapture[];
  readonly essay?: Essay;
  readonly reason?: string;
}

async function finish(
  { key }: PlannedAddress,
  { journal, kept, listed, source }: EssayFetching,
  ended: Finished,
): Promise<EssayDone> {
  const { capture, tried, essay, reason = '' } = ended;
  const record = essay === undefined ? null : await pageRecord(essay.originalUrl, essay.provenance.recognition, essay);
  const isKnown = record?.essayId !== undefined && record.essayId !== null && kept.essays().has(record.essayId);
  const outcome = ended.outcome === 'kept' && isKnown ? 'already' : ended.outcome;
  if (record !== null && outcome === 'kept') {
    const named = listed.get(key);
    const listing =
      named === null
        ? null
        : { title: named.title, date: named.date, column: named.column, list: named.list, listedAt: named.listedAt };
    const harvest = { key, capture: capture === null ? null : source.addressOf(capture), tried, listed: listing };
    journal.append('records', `${JSON.stringify({ ...record, harvest })}\n`);
  }
  const done: EssayDone = {
    kind: 'essay',
    key,
    outcome,
    reason,
    timestamp: capture?.timestamp ?? '',
    essayId: record?.essayId ?? null,
    digest: capture?.digest ?? '',
    tried,
  };
  journal.write(done);
  kept.take(done);
  return done;
}
