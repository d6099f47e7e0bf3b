import { bareHost, schoolOfHost } from './schools.ts';
import type { EvidenceId } from './weights.ts';

/** Host names that only Party schools choose (docs/portals.md 2.1): 市委党校, 州委党校, 区委党校, 党校, 行政学院 in letters. */
const schoolLike = /(?:^|\.)(?:[a-z]{1,10}(?:swdx|zwdx|qwdx|xwdx)|dangxiao|sdx|[a-z]{2,8}xzxy)\./;
/** Place and 党校 in initials. Counties end in `dx.gov.cn` as well, so this says little. */
const likely = /(?:^|\.)[a-z]{1,10}dx\./;
const address = /^(?:[\d.]+|\[[\da-f:]+\]|localhost|)$/;

type HostSign = readonly [EvidenceId, string];

/**
 * What the original host says. `institution` is the school that the page names: a page of a school under the name of somebody
 * else's domain is a copy, and is flagged. Bare addresses and files say nothing.
 */
export function hostEvidence(originalUrl: string, institution: string | null): HostSign[] {
  const host = hostOf(originalUrl);
  if (host === null || address.test(host)) return [];
  const row = schoolOfHost(host);
  if (row?.kind === 'school')
    return [[row.confirmed ? 'known-host' : 'likely-host', row.name === null ? host : `${host} · ${row.name}`]];
  if (row?.kind === 'mirror') return [['host-disagrees', `${host} ≠ ${institution ?? row.name ?? ''}`]];
  if (row) return [['other-owner', `${host} · ${row.name ?? row.kind}`]];
  const name = `${bareHost(host)}.`;
  if (/\.edu\.cn$/.test(host) && institution === null) return [['other-owner', host]];
  if (schoolLike.test(name)) return [['school-host', host]];
  if (likely.test(name)) return [['likely-host', host]];
  if (institution !== null && !/(?:\.gov\.cn|\.edu\.cn)$/.test(host))
    return [['host-disagrees', `${host} ≠ ${institution}`]];
  return [];
}

function hostOf(url: string): string | null {
  try {
    const { protocol, hostname } = new URL(url);
    return /^https?:/.test(protocol) ? hostname : null;
  } catch {
    return null;
  }
}
