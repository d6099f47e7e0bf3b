import { foldAddress } from '../../../lib/harvest/address/fold.ts';
import type { StandInArchive } from '../../../tests/corpus/archive/archive.ts';
import type { PortalCaptures } from '../../../tests/corpus/archive/scaled/portal-captures.ts';

/** A line of `records.ndjson`, as far as it is looked at. */
export interface HarvestedRecord {
  readonly essay: { readonly title: string; readonly capturedAt: string };
  readonly harvest: { readonly key: string };
}

/** How well a harvest did. */
export interface Judged {
  readonly essays: number;
  readonly kept: number;
  /** Essays that a capture holds and that are not kept, that are kept twice, that are not from their earliest good capture, under a wrong title. */
  readonly missing: number;
  readonly twice: number;
  readonly notBest: number;
  readonly wrong: number;
  readonly requests: number;
  readonly least: number;
}

/** Compares what was kept with what is true of the portal. `lists` are the texts of lists that there are to read. */
export function judgeHarvest(
  portal: PortalCaptures,
  records: readonly HarvestedRecord[],
  archive: StandInArchive,
  lists: number,
): Judged {
  const had = new Map(
    portal.essays.filter(({ good }) => good.length > 0).map((one) => [foldAddress(one.article.address), one]),
  );
  const keys = records.map(({ harvest }) => harvest.key);
  const distinct = new Set(keys);
  const indexes = archive.log.filter(({ kind, status }) => kind === 'index' && status === 200).length;
  return {
    essays: had.size,
    kept: records.length,
    missing: [...had.keys()].filter((key) => !distinct.has(key)).length,
    twice: keys.length - distinct.size,
    notBest: records.filter(
      ({ essay, harvest }) => had.get(harvest.key)?.good[0] !== essay.capturedAt.replace(/\D/g, ''),
    ).length,
    wrong: records.filter(({ essay, harvest }) => had.get(harvest.key)?.article.title !== essay.title).length,
    requests: archive.log.length,
    least: had.size + lists + indexes,
  };
}

/** Requests of the busiest minute, in time scaled by `minute` milliseconds. */
export function busiestMinute(archive: StandInArchive, minute = 60_000): number {
  const times = archive.log.map(({ at }) => at).sort((one, other) => one - other);
  let most = 0;
  for (let end = 0, start = 0; end < times.length; end += 1) {
    while ((times[start] ?? 0) <= (times[end] ?? 0) - minute) start += 1;
    most = Math.max(most, end - start + 1);
  }
  return most;
}
