import type { IndexedCapture } from './capture-store.ts';
import type { CaptureVerdict } from './judge-capture.ts';

/** A capture that was tried, and what became of it. */
export interface JudgedCapture {
  readonly timestamp: string;
  readonly verdict: CaptureVerdict;
}

/** SHA-1 of no bytes at all. */
const emptyDigest = '3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ';
/** Addresses that share bytes from which on they are an error page's, and no essay's that a site shows in two places. */
const sharedByMany = 3;
/** Share of the usual length of an address's captures below which one is cut, or another page. */
const short = 0.6;

/**
 * The captures of an address as they are to be tried: those of which nothing speaks against in the index first, and of these the
 * earliest, which is nearest to when the essay was published. Of captures with the same bytes one stands for all; the others come last, for the case
 * that its record is lost. Those without a byte are left out.
 */
export function inOrderOfTrust(captures: readonly IndexedCapture[]): readonly IndexedCapture[] {
  const usual = usualLength(captures);
  const doubts = ({ sharedBy, length }: IndexedCapture): number =>
    (sharedBy >= sharedByMany ? 2 : 0) + (length !== null && usual !== null && length < usual * short ? 1 : 0);
  const seen = new Set<string>();
  const firsts: IndexedCapture[] = [];
  const others: IndexedCapture[] = [];
  const byTime = captures.toSorted((one, other) => (one.timestamp < other.timestamp ? -1 : 1));
  // A revisit has no bytes of its own: the capture that has them goes before it.
  for (const capture of [...byTime.filter(({ revisit }) => !revisit), ...byTime.filter(({ revisit }) => revisit)]) {
    if (capture.digest === emptyDigest) continue;
    if (capture.digest !== '' && seen.has(capture.digest)) others.push(capture);
    else firsts.push(capture);
    seen.add(capture.digest);
  }
  return [
    ...firsts.sort((one, other) => doubts(one) - doubts(other) || (one.timestamp < other.timestamp ? -1 : 1)),
    ...others,
  ];
}

/**
 * The capture of an address that is to be fetched next, after those that were tried; null when none is left. `badDigests` are of bytes that
 * proved bad under any address. A capture that could not be had says nothing of its bytes: another with the same is tried.
 */
export function captureToTry(
  captures: readonly IndexedCapture[],
  tried: readonly JudgedCapture[],
  badDigests: ReadonlySet<string> = new Set(),
): IndexedCapture | null {
  const verdicts = new Map(tried.map(({ timestamp, verdict }) => [timestamp, verdict]));
  const bad = new Set(badDigests);
  for (const { timestamp, digest } of captures) {
    const verdict = verdicts.get(timestamp);
    if (verdict !== undefined && verdict !== 'unavailable' && digest !== '') bad.add(digest);
  }
  return inOrderOfTrust(captures).find(({ timestamp, digest }) => !verdicts.has(timestamp) && !bad.has(digest)) ?? null;
}

/** The middle length of an address's own records; null where fewer than two are known. */
function usualLength(captures: readonly IndexedCapture[]): number | null {
  const lengths = captures
    .flatMap(({ length, revisit }) => (length === null || revisit ? [] : [length]))
    .sort((one, other) => one - other);
  return lengths.length < 2 ? null : (lengths[Math.floor(lengths.length / 2)] ?? null);
}
