import { foldedHost } from './fold.ts';

/** Addresses of one school's own making, as folded ones are written. */
interface SchoolPatterns {
  /** Without `www.`; stands for the hosts below it too. */
  readonly host: string;
  readonly essay: RegExp;
  readonly list?: RegExp;
}

/** Where a school's addresses have been seen (docs/portals.md) and no family's pattern tells them. */
const schoolPatterns: readonly SchoolPatterns[] = [
  { host: 'nbdx.cn', essay: /\/show\.asp\?(?:.*&)?id=\d+/, list: /\/(?:list|more)\w*\.asp/ },
  { host: 'zsdx.gov.cn', essay: /\/article\/detail(?:\/\d+|\?(?:.*&)?id=\d+)/, list: /\/article\/(?:list|index)/ },
  { host: 'cntheory.com', essay: /\/[a-z]+\/\d{4}-\d{2}\/ccps\w+\.html/ },
  { host: 'tlswdx.gov.cn', essay: /\/contents\/\d+\/\d+\.html/, list: /\/channels\/\d+/ },
  { host: 'gddx.gov.cn', essay: /\/content\/post_\d+\.html/, list: /\/(?:index|index_\d+)\.html$|\/$/ },
];

/** What a known school's own pattern says of a folded address; null where none does. */
export function kindBySchool(folded: string): 'essay' | 'list' | null {
  const host = foldedHost(folded);
  const own = schoolPatterns.find((school) => host === school.host || host.endsWith(`.${school.host}`));
  if (own?.list?.test(folded)) return 'list';
  return own?.essay.test(folded) ? 'essay' : null;
}
