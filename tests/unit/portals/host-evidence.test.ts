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
