/**
 * What each piece of evidence is worth, in points. A page is recognised from `threshold` up. Evidence of the school and evidence of the
 * article are capped apart at `cap`, so that neither alone reaches it: a full article on any site stays at 50, and so does a school's
 * home page; a known host without more (20) never suffices, and an unknown one never excludes.
 * Set by hand until our own pages and 116 real pages of other sites were distinguished without a fault (docs/benchmarks/extract.md,
 * Recognition); for each piece a page whose verdict hangs on it is in tests/unit/portals/evidence.test.ts.
 */
export const threshold = 60;
export const cap = 50;

export const weights = {
  institution: 35,
  'known-host': 20,
  'school-host': 12,
  'likely-host': 6,
  body: 15,
  pictures: 15,
  title: 5,
  'credit-line': 20,
  byline: 10,
  breadcrumb: 8,
  tools: 7,
  cms: 5,
  address: 5,
  'no-body': -60,
  'no-credit': -10,
  'link-list': -40,
  'many-entries': -50,
  'not-chinese': -60,
  'other-owner': -40,
  'host-disagrees': -5,
  login: -25,
} as const;

export type EvidenceId = keyof typeof weights;

/** Which evidence speaks for the school; the rest of the positive weights speaks for the article. */
export const schoolEvidence: ReadonlySet<EvidenceId> = new Set([
  'institution',
  'known-host',
  'school-host',
  'likely-host',
]);
