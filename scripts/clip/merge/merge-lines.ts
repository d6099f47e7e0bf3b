import type { PageRecord } from '../record.ts';

/** A line of an essay that several inputs may have: that of its newest capture, and all addresses under which it was found. */
export interface MergedRecord extends PageRecord {
  /** Original and archived addresses of all its captures, in the order of their characters. */
  readonly addresses: readonly string[];
  /** How many lines it was merged of. */
  readonly captures: number;
}

/** The lines of an essay in order: the newest capture first, and of one moment that which lacks the fewest pages. */
function compare(one: string, other: string): number {
  const [a, b] = [JSON.parse(one) as PageRecord, JSON.parse(other) as PageRecord];
  const [moment, otherMoment] = [a.archivedCopy?.capturedAt ?? '', b.archivedCopy?.capturedAt ?? ''];
  if (moment !== otherMoment) return moment > otherMoment ? -1 : 1;
  const missing = (a.essay?.missingPages.length ?? 0) - (b.essay?.missingPages.length ?? 0);
  // Any order will do for the rest, as long as it is not that of the inputs.
  return missing || (one < other ? -1 : 1);
}

function mergedOf(lines: readonly string[]): MergedRecord {
  const records = lines.toSorted(compare).map((line) => JSON.parse(line) as PageRecord);
  const addresses = records.flatMap(({ essay, archivedCopy }) => [essay?.originalUrl, archivedCopy?.url]);
  const known = addresses.filter((address) => typeof address === 'string');
  return { ...(records[0] as PageRecord), addresses: [...new Set(known)].sort(), captures: lines.length };
}

/** The essays of some lines, each once, in the order of their ids: the same whatever the order of the lines. */
export function mergeLines(lines: readonly string[]): readonly MergedRecord[] {
  const byId = new Map<string, string[]>();
  for (const line of lines) {
    const { essayId } = JSON.parse(line) as PageRecord;
    if (essayId !== null) byId.set(essayId, [...(byId.get(essayId) ?? []), line]);
  }
  return [...byId].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, same]) => mergedOf(same));
}
