import rows from './schools.json' with { type: 'json' };

/** What is known of a host. Hosts are weak evidence: a school moves, and `*dx.gov.cn` is as often a county's government. */
export interface School {
  readonly host: string;
  /** Name of what the host belongs to, or null where the abbreviation fits several. */
  readonly name: string | null;
  /** `school`, or what it is mistaken for: a university's student course, a local government, a copy of a school's pages. */
  readonly kind: 'school' | 'university' | 'government' | 'mirror';
  /** The host was seen in use; the others are only named in lists of links. */
  readonly confirmed: boolean;
  /** The name is known, and an institution's: only then may it be taken for the page's institution. */
  readonly nameConfirmed: boolean;
}

/**
 * A row of the register, as it is written: host, name, what is known of it (1: the host was seen in use; 2: the name is an institution's; 3: both), and the kind of
 * what is no school. In scripts for pages rows are written as text, where nothing stands for null and a digit for its number (`scripts/package/packed-rows.ts`).
 */
type Row = readonly [host: string, name: string | null, known?: number, kind?: School['kind']];

/** The register of Party schools and their false friends. */
export const schools: readonly School[] = (rows as unknown as readonly Row[]).map(
  ([host, name, known = 0, kind = 'school']) => ({
    host,
    name: name || null,
    kind,
    confirmed: known % 2 > 0,
    nameConfirmed: known > 1,
  }),
);

/** The host without `www.`, lower case: the form in which hosts are compared. */
export function bareHost(host: string): string {
  return host.toLowerCase().replace(/^www\./, '');
}

/** True for a domain as it is registered (`nbdx.cn`, `sdx.js.cn`, `zjdx.gov.cn`): its row stands for all hosts below it. */
export function isRegisteredDomain(host: string): boolean {
  return /^[^.]+\.(?:(?:com|net|org|gov|edu|ac|[a-z]{2})\.cn|[a-z]+)$/.test(host);
}

/** The register's row for a host, or null: the host's own, else that of the domain it belongs to. */
export function schoolOfHost(host: string): School | null {
  const wanted = bareHost(host);
  const own = schools.find((school) => bareHost(school.host) === wanted);
  return own ?? schools.find(({ host: domain }) => isRegisteredDomain(domain) && wanted.endsWith(`.${domain}`)) ?? null;
}
