import { expect, it } from 'vitest';
import { hostEvidence } from '../../../lib/portals/host-evidence.ts';

const school = '中共青山市委党校';

it.each<[string, string | null, readonly string[]]>([
  ['http://www.nbdx.cn/a', null, ['known-host']],
  ['http://old.nbdx.cn/a', school, ['known-host']],
  ['http://www.bjdx.gov.cn/a', school, ['other-owner']],
  ['http://wueb.cn/a', school, ['host-disagrees']],
  ['http://www.qsswdx.cn/a', null, ['school-host']],
  ['http://qszwdx.org/a', null, ['school-host']],
  ['http://dangxiao.qingshan.gov.cn/a', null, ['school-host']],
  ['http://www.qsxzxy.cn/a', null, ['school-host']],
  ['http://www.qsdx.gov.cn/a', null, ['likely-host']],
  ['http://www.qingshan.edu.cn/a', null, ['other-owner']],
  ['http://www.qingshan.edu.cn/a', school, []],
  ['http://www.qingshan.gov.cn/a', school, []],
  ['http://www.qingshan.gov.cn/a', null, []],
  ['http://www.qingshan.com/a', school, ['host-disagrees']],
  ['http://www.qingshan.com/a', null, []],
  ['http://10.0.0.1/a', school, []],
  ['http://[::1]/a', school, []],
  ['http://localhost/a', school, []],
  ['file:///c:/qsswdx.cn/a.htm', school, []],
  ['ftp://www.qsswdx.cn/a', school, []],
  ['qsswdx.cn', school, []],
])('%s of a page that names %s', (url, institution, ids) => {
  expect(hostEvidence(url, institution).map(([id]) => id)).toEqual(ids);
});

it.each<[string, string | null, readonly (readonly [string, string])[]]>([
  ['http://www.nbdx.cn/a', null, [['known-host', 'www.nbdx.cn · 中共宁波市委党校']]],
  ['http://www.bjdx.gov.cn/a', school, [['other-owner', 'www.bjdx.gov.cn · 北京市大兴区人民政府']]],
  ['http://www.qsswdx.cn/a', null, [['school-host', 'www.qsswdx.cn']]],
  ['http://www.qsdx.gov.cn/a', null, [['likely-host', 'www.qsdx.gov.cn']]],
  ['http://www.qingshan.edu.cn/a', null, [['other-owner', 'www.qingshan.edu.cn']]],
  ['http://www.qingshan.com/a', school, [['host-disagrees', `www.qingshan.com ≠ ${school}`]]],
  ['http://wueb.cn/a', school, [['host-disagrees', `wueb.cn ≠ ${school}`]]],
  ['http://www.tjdx.gov.cn/a', null, [['likely-host', 'www.tjdx.gov.cn · 中共天津市委党校']]],
  ['xhttp://www.qsswdx.cn/a', null, []],
  ['http://www.aqsdx.cn/a', null, [['likely-host', 'www.aqsdx.cn']]],
  ['http://www.a-qsdx.cn/a', null, []],
])('%s of a page that names %s is shown as %j', (url, institution, signs) => {
  expect(hostEvidence(url, institution)).toEqual(signs);
});
