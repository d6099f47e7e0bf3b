import { bareHost, schoolOfHost } from './schools.ts';
import type { EvidenceId } from './weights.ts';

/** Host names as schools choose them (domain notes 2.1): place and 党校 in initials. Counties end in `dx.gov.cn` as well. */
const likely = /(?:^|\.)(?:zg)?(?:[a-z]{1,8}(?:swdx|zwdx|qwdx|sdx|xwdx|dx)|dangxiao|dx|sdx|xzxy|[a-z]{2,6}xzxy|swdx)\./;
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
  if (likely.test(`${bareHost(host)}.`)) return [['likely-host', host]];
  if (institution !== null && !/(?:\.gov\.cn|\.edu\.cn)$/.test(host))
    return [['host-disagrees', `${host} ≠ ${institution}`]];
  return [];
}

function hostOf(url: string): string | null {
  try {
    const { protocol, hostname } = new URL(url);
    return /^https?:$/.test(protocol) ? hostname : null;
  } catch {
    return null;
  }
}
