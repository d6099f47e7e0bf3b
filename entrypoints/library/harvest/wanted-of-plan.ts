import { normaliseUrl } from '../../../lib/essay/identity.ts';
import { bytesAddress } from '../../../lib/harvest/addresses-in-archive.ts';
import type { Archive } from '../../../lib/harvest/archives.ts';
import { capturesOfList } from '../../../lib/harvest/captures/captures-of-list.ts';
import type { Catalogue, IndexedAddress } from '../../../lib/harvest/captures/catalogue.ts';
import { inOrderOfTrust } from '../../../lib/harvest/captures/next-capture.ts';
import type { HarvestPlan } from '../../../lib/harvest/plan/plan-harvest.ts';
import { mostItems, type Wanted } from '../../../lib/queue-plan/job.ts';
import type { NewJob } from '../../../lib/queue-plan/new-job.ts';
import { isFetchable } from '../../../lib/queue-plan/wanted.ts';

/** Most captures of one page that are tried: behind these none is better. */
const mostTried = 30;
/** Longest title of an essay that a list tells, as it goes into the queue. */
const longestTitle = 500;

/** What the queue is to fetch of a plan: of each essay its captures, the best first, with the digests of their bytes. */
export function wantedOfPlan(archive: Archive, catalogue: Catalogue, plan: HarvestPlan): readonly Wanted[] {
  return plan.essays.flatMap(({ key, address, title, date, column }): Wanted[] => {
    const captures = inOrderOfTrust(catalogue.captures(key))
      .map(({ timestamp, original, digest }) => ({ url: bytesAddress(archive, timestamp, original), digest }))
      .filter(({ url }) => isFetchable(url))
      .slice(0, mostTried);
    const [first, ...others] = captures.map(({ url }) => url);
    if (first === undefined) return [];
    const told = captures.flatMap(({ url, digest }): [string, string][] => (digest === '' ? [] : [[url, digest]]));
    const facts = { kind: 'essay', key: normaliseUrl(address), title: title.slice(0, longestTitle), date } as const;
    const listed = column === '' ? {} : { column: column.slice(0, longestTitle) };
    return [{ ...facts, ...listed, address: first, others, digests: Object.fromEntries(told) }];
  });
}

/** The jobs of what is wanted: a queue holds so many and no more. */
export function jobsOf(title: string, archive: Archive, wanted: readonly Wanted[]): readonly NewJob[] {
  const count = Math.ceil(wanted.length / mostItems);
  return Array.from({ length: count }, (_, n) => ({
    kind: 'harvest',
    title: count === 1 ? title : `${title} ${n + 1}/${count}`,
    address: '',
    wanted: wanted.slice(n * mostItems, (n + 1) * mostItems),
    origins: archive.origins,
    rows: '',
  }));
}

/** The list pages of a catalogue, with a capture of each text that they had. `lists` are those of a plan, where one is at hand. */
export const listsOfCatalogue = (
  archive: Archive,
  catalogue: Catalogue,
  lists: Iterable<IndexedAddress> = catalogue.addresses(),
) =>
  [...lists]
    .filter(({ kind, count }) => kind === 'list' && count > 0)
    .map(({ key }) => ({
      key,
      captures: capturesOfList(catalogue.captures(key))
        .map(({ timestamp, original }) => bytesAddress(archive, timestamp, original))
        .filter(isFetchable),
    }))
    .filter(({ captures }) => captures.length > 0);

/** Requests that reading lists takes at most. */
export const requestsOfLists = (lists: readonly { readonly captures: readonly string[] }[]): number =>
  lists.reduce((sum, { captures }) => sum + captures.length, 0);
