import { describe, expect, it } from 'vitest';
import {
  nextcloudSecurity,
  type ServerForm,
  serverOf,
  usualDeviceName,
} from '../../../entrypoints/options/sync/server-form.ts';

const form = (kind: ServerForm['kind'], address: string, user = 'li ming'): ServerForm => ({
  kind,
  address,
  user,
  password: 'p',
});
const addressOf = (...entered: Parameters<typeof form>): string => {
  const server = serverOf(form(...entered));
  return typeof server === 'string' ? server : server.address;
};

describe('the server that was entered', () => {
  it.each([
    ['jianguoyun', '', 'https://dav.jianguoyun.com/dav/'],
    ['nextcloud', 'cloud.example.org', 'https://cloud.example.org/remote.php/dav/files/li%20ming/'],
    ['nextcloud', 'https://example.org/nextcloud/', 'https://example.org/nextcloud/remote.php/dav/files/li%20ming/'],
    [
      'nextcloud',
      'https://example.org/index.php/apps/files/?dir=/',
      'https://example.org/remote.php/dav/files/li%20ming/',
    ],
    ['nextcloud', 'https://example.org/remote.php/dav/files/other', 'https://example.org/remote.php/dav/files/other/'],
    ['nextcloud', 'https://example.org/remote.php/webdav/', 'https://example.org/remote.php/webdav/'],
    // As they were pasted from Nextcloud's own pages, and its manual.
    ...[
      '',
      '/',
      '/index.php',
      '/apps/files/',
      '/apps/files/files/12?dir=/a',
      '/f/12',
      '/index.php/f/12',
      '/s/AbCdEf12',
    ].map(
      (page) =>
        ['nextcloud', `https://example.org${page}`, 'https://example.org/remote.php/dav/files/li%20ming/'] as const,
    ),
    ...[
      '/remote.php',
      '/remote.php/dav',
      '/remote.php/dav/',
      '/remote.php/dav/files',
      '/status.php',
      '/call/x',
      '/u/me',
    ].map(
      (page) =>
        [
          'nextcloud',
          `https://example.org/nc${page}`,
          'https://example.org/nc/remote.php/dav/files/li%20ming/',
        ] as const,
    ),
    [
      'nextcloud',
      'https://apps.example.org/myapps/',
      'https://apps.example.org/myapps/remote.php/dav/files/li%20ming/',
    ],
    ['webdav', ' https://dav.example.org/我的 ', 'https://dav.example.org/%E6%88%91%E7%9A%84/'],
    ['webdav', 'http://192.168.1.5:8080/dav', 'http://192.168.1.5:8080/dav/'],
    ['webdav', 'http://localhost/dav///', 'http://localhost/dav/'],
    ['couchdb', 'couch.example.org', 'https://couch.example.org/wencun/'],
    ['couchdb', 'http://192.168.1.5:5984/essays', 'http://192.168.1.5:5984/essays/'],
    ['couchdb', 'https://example.org/couchdb/essays/', 'https://example.org/couchdb/essays/'],
    ['couchdb', 'http://localhost:5984/_utils/#database/essays/_all_docs', 'http://localhost:5984/essays/'],
    ['couchdb', 'https://couch.example.org/_utils/', 'https://couch.example.org/wencun/'],
    ['couchdb', 'http://couch.example.org/essays', 'insecure'],
    ['webdav', 'http://dav.example.org/', 'insecure'],
    ['nextcloud', 'http://8.8.8.8/', 'insecure'],
    ['webdav', '', 'badAddress'],
    ['webdav', 'ftp://dav.example.org/', 'badAddress'],
    ['webdav', 'https://me:secret@dav.example.org/', 'badAddress'],
    ['webdav', 'javascript:alert(1)', 'badAddress'],
  ] as const)('%s %s is %s', (kind, address, expected) => {
    expect(addressOf(kind, address)).toBe(expected);
  });

  it('has its user without blanks around, and its password as it is', () => {
    expect(serverOf({ ...form('jianguoyun', '', ' me@example.org '), password: ' a b ' })).toMatchObject({
      user: 'me@example.org',
      password: ' a b ',
    });
  });

  it('has an app password of Nextcloud without what was copied around it', () => {
    const copied = ' aB3dE-12345-abcde-ABCDE-x9y8z\n';
    expect(serverOf({ ...form('nextcloud', 'example.org'), password: copied })).toMatchObject({
      password: copied.trim(),
    });
  });
});

it('leads to where a Nextcloud makes app passwords', () => {
  expect(nextcloudSecurity('example.org/nextcloud')).toBe('https://example.org/nextcloud/settings/user/security');
  expect(nextcloudSecurity('https://example.org/index.php/settings/user')).toBe(
    'https://example.org/settings/user/security',
  );
  expect([nextcloudSecurity(''), nextcloudSecurity('javascript:alert(1)')]).toEqual([null, null]);
});

it.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
    'Chrome · Windows',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
    'Edge · Windows',
  ],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:149.0) Gecko/20100101 Firefox/149.0', 'Firefox · macOS'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:149.0) Gecko/20100101 Firefox/149.0', 'Firefox · Linux'],
])('calls a computer by its browser and system: %s', (agent, name) => {
  expect(usualDeviceName(agent)).toBe(name);
});
