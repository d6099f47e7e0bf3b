import { describe, expect, it } from 'vitest';
import { provesOrigin } from '../../../lib/archive/trust.ts';
import { leadsHome } from '../../../lib/queue/follow-redirects.ts';

const victim = 'http://www.nbdx.cn/show.asp?id=697';
const from = 'http://www.far.example/';

describe('what looks like a server of the house, the site itself or an archive proves nothing', () => {
  it.each([
    'http://[::ffff:161.35.69.103]/',
    'http://[::ffff:7.241.0.1]/',
    'http://[::ffff:a123:1]/',
    'http://[::ffff:172.32.0.1]/',
    'http://[::ffff:8.8.8.8]/',
    'http://[2001:db8::1]/',
    'http://[fe00::1]/',
    'http://127.0.0.1.far.example/',
    'http://localhost.far.example/',
    'http://192.168.1.1.far.example/',
    'http://10.far.example/',
    'http://x.local.far.example/',
    'http://internal.example/',
    'http://172.32.0.1/',
    'http://172.15.255.255/',
    'http://192.169.0.1/',
    'http://169.253.0.1/',
    'http://11.0.0.1/',
    'http://128.0.0.1/',
    'http://web.archive.org.far.example/web/2007/',
    'http://wеb.archive.org/web/2007/',
    'http://archive.ph.far.example/Q7xYt',
    'http://www.nbdx.cn@www.far.example/show.asp?id=697',
    'http://www.nbdx.cn:8080/show.asp?id=697',
    'http://www.nbdx.cn.far.example/show.asp?id=697',
    'http://www.nbdx.cn%2efar.example/show.asp?id=697',
    `https://web.archive.org/save/${victim}`,
    `https://web.archive.org/web/x/${victim}`,
    `https://web.archive.org/?q=https://web.archive.org/web/20070101000000/${victim}`,
    'http://web.archive.org/web/20070101000000/http://www.nbdx.cn@www.far.example/show.asp?id=697',
    'ftp://127.0.0.1/',
    `view-source:${victim}`,
    `blob:${victim}`,
  ])('%s', (url) => {
    expect(provesOrigin(url, victim)).toBe(false);
    if (url.startsWith('http')) expect(leadsHome(from, url)).toBe(false);
  });
});

describe('a server of the house, however it is written, is one to which no public site leads', () => {
  it.each([
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:10.1.2.3]/',
    'http://[::ffff:172.31.0.1]/',
    'http://[::ffff:192.168.0.1]/',
    'http://[::ffff:169.254.169.254]/',
    'http://[::ffff:0.0.0.0]/',
    'http://[::7f00:1]/',
    'http://[64:ff9b::127.0.0.1]/',
    'http://[64:ff9b::192.168.1.1]/',
    'http://[2002:7f00:1::]/',
    'http://[fec0::1]/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'http://[::]/',
    'http://100.64.0.1/',
    'http://100.127.255.255/',
    'http://192.0.0.1/',
    'http://198.18.0.1/',
    'http://255.255.255.255/',
    'http://224.0.0.1/',
    'http://0/',
    'http://127.1/',
    'http://localhost./',
    'http://a.localhost/',
    'http://x.home.arpa/',
  ])('%s', (url) => {
    expect(leadsHome(from, url)).toBe(true);
    expect(leadsHome('http://192.168.1.2/', url)).toBe(false);
  });

  it.each([
    'http://100.63.0.1/',
    'http://100.128.0.1/',
    'http://192.0.1.1/',
    'http://198.20.0.1/',
    'http://223.5.5.5/',
    'http://[64:ff9b::8.8.8.8]/',
    'http://[2002:808:808::]/',
  ])('%s is none', (url) => expect(leadsHome(from, url)).toBe(false));
});
