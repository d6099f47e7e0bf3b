import { normaliseUrl } from '../../../lib/essay/identity.ts';
import type { Archive } from '../../../lib/harvest/archives.ts';
import type { Catalogue } from '../../../lib/harvest/captures/catalogue.ts';
import { capturesToTry } from '../../../lib/harvest/captures/next-capture.ts';
import type { HarvestPlan } from '../../../lib/harvest/plan/plan-harvest.ts';
import { mostItems, type Wanted } from '../../../lib/queue-plan/job.ts';
import type { NewJob } from '../../../lib/queue-plan/new-job.ts';
import { isFetchable } from '../../../lib/queue-plan/wanted.ts';

/** Most captures of one page that are tried: behind these none is better. */
const mostTried = 30;
/** Longest title of an essay that a list tells, as it goes into the queue. */
const longestTitle = 500;

/** What the queue is to fetch of a plan: of each essay its captures, the best first. */
export function wantedOfPlan(archive: Archive, catalogue: Catalogue, plan: HarvestPlan): readonly Wanted[] {
  return plan.essays.flatMap(({ key, address, title, date }): Wanted[] => {
    const [first, ...others] = capturesToTry(archive, catalogue.captures(key)).filter(isFetchable).slice(0, mostTried);
    if (first === undefined) return [];
    return [
      { kind: 'essay', address: first, key: normaliseUrl(address), title: title.slice(0, longestTitle), date, others },
    ];
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

/** The list pages of a catalogue, with their captures: the latest first, which name the most. */
export const listsOfCatalogue = (archive: Archive, catalogue: Catalogue) =>
  [...catalogue.addresses()]
    .filter(({ kind, count }) => kind === 'list' && count > 0)
    .map(({ key }) => ({
      key,
      captures: capturesToTry(archive, catalogue.captures(key).toReversed()).filter(isFetchable).slice(0, 3),
    }))
    .filter(({ captures }) => captures.length > 0);
