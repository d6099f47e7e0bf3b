import { bareHost, isRegisteredDomain, schools } from './schools.ts';

/**
 * Match patterns of the confirmed schools: what the extension may read without asking.
 * A registered domain stands for all its hosts, `www.x` for itself and `x`, any other host for itself alone.
 */
export const schoolHosts: readonly string[] = schools
  .filter((school) => school.kind === 'school' && school.confirmed)
  .flatMap(({ host }) => {
    if (isRegisteredDomain(host)) return [`*://*.${host}/*`];
    return host === bareHost(host) ? [`*://${host}/*`] : [`*://${host}/*`, `*://${bareHost(host)}/*`];
  });

/** Match patterns of the archives that replay the portals: the Wayback Machine and the hosts of archive.today. */
export const archiveHosts: readonly string[] = [
  'web.archive.org',
  'archive.today',
  'archive.is',
  'archive.ph',
  'archive.md',
  'archive.li',
  'archive.fo',
  'archive.vn',
].map((host) => `*://${host}/*`);
