import { describe, expect, it } from 'vitest';
import { archiveHosts, schoolHosts } from '../../../lib/portals/granted-hosts.ts';
import { isRegisteredDomain, schoolOfHost, schools } from '../../../lib/portals/schools.ts';

describe('the register', () => {
  it('has no host twice, and no note left in a name', () => {
    expect(new Set(schools.map(({ host }) => host)).size).toBe(schools.length);
    expect(
      schools.filter(({ name }) => name !== null && !/^[\p{Script=Han}（）]+(?: [\p{Script=Han}]+)?$/u.test(name)),
    ).toEqual([]);
  });

  it('confirms no name that it does not know, nor of a host that was not seen', () => {
    expect(schools.filter((row) => row.nameConfirmed && (row.name === null || !row.confirmed))).toEqual([]);
  });

  it('finds a host with or without www, and those below a registered domain', () => {
    expect(schoolOfHost('WWW.NBDX.CN')?.host).toBe('nbdx.cn');
    expect(schoolOfHost('old.nbdx.cn')?.host).toBe('nbdx.cn');
    expect(schoolOfHost('bac.gov.cn')?.host).toBe('www.bac.gov.cn');
    expect(schoolOfHost('old.bac.gov.cn')).toBeNull();
    expect(schoolOfHost('notnbdx.cn')).toBeNull();
  });

  it('knows the false friends', () => {
    expect(schoolOfHost('www.bjdx.gov.cn')?.kind).toBe('government');
    expect(schoolOfHost('dangxiao.pku.edu.cn')?.kind).toBe('university');
    expect(schoolOfHost('wueb.cn')?.kind).toBe('mirror');
  });

  it.each(['nbdx.cn', 'sdx.js.cn', 'zjdx.gov.cn', 'e-celap.com'])('takes %s for a registered domain', (host) => {
    expect(isRegisteredDomain(host)).toBe(true);
  });

  it.each(['www.nbdx.cn', 'lib.sdx.js.cn', 'gov.cn.example.com'])('takes %s for a host below one', (host) => {
    expect(isRegisteredDomain(host)).toBe(false);
  });
});

describe('the hosts granted at install', () => {
  it('cover a registered domain whole, and a www host with its bare form', () => {
    expect(schoolHosts).toContain('*://*.nbdx.cn/*');
    expect(schoolHosts).toContain('*://www.bac.gov.cn/*');
    expect(schoolHosts).toContain('*://bac.gov.cn/*');
    expect(schoolHosts).not.toContain('*://*.bac.gov.cn/*');
  });

  it('are those of the archives', () => {
    for (const host of ['web.archive.org', 'archive.today', 'archive.ph'])
      expect(archiveHosts).toContain(`*://${host}/*`);
  });

  it('leave out false friends and schools that were not seen', () => {
    const granted = schoolHosts.join(' ');
    for (const host of ['bjdx.gov.cn', 'pku.edu.cn', 'wueb.cn', 'tjdx.gov.cn']) expect(granted).not.toContain(host);
  });

  it('are well-formed patterns of hosts, each once', () => {
    const all = [...schoolHosts, ...archiveHosts];
    expect(all.filter((pattern) => !/^\*:\/\/(\*\.)?[a-z\d-]+(\.[a-z\d-]+)+\/\*$/.test(pattern))).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
  });
});
