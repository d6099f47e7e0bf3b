import { ANY_CLUSTER, type EssayGap, type Filters, UNDATED } from '../contract.ts';

/** The filter that finds the essays with a gap. */
export function filtersOfGap(gap: EssayGap): Filters {
  if (gap === 'undated') return { years: UNDATED };
  if (gap === 'alike') return { cluster: ANY_CLUSTER };
  return gap === 'author' || gap === 'institution' ? { [gap]: [''] } : { check: [gap] };
}
