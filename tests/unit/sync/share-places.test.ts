import { describe, expect, it } from 'vitest';
import { sharePlaces } from '../../../lib/sync/read/share-places.ts';

const placesOf = (link: string, user = '', password = '') => {
  const places = sharePlaces({ link, user, password });
  return typeof places === 'string' ? places : places.map((one) => [one.address, one.user, one.password]);
};

describe('the address of a published folder', () => {
  it.each([
    ['https://cloud.example.org/s/AbCdEf123456789'],
    ['cloud.example.org/index.php/s/AbCdEf123456789'],
    ['https://cloud.example.org/s/AbCdEf123456789/download'],
  ])('is found in a share of a Nextcloud: %s', (link) => {
    expect(placesOf(link)).toMatchObject([
      ['https://cloud.example.org/public.php/dav/files/AbCdEf123456789/', '', ''],
      ['https://cloud.example.org/public.php/webdav/', 'AbCdEf123456789', ''],
      [expect.stringContaining('https://cloud.example.org/'), '', ''],
    ]);
  });

  it('knows the user of a share with a password, a server within a folder, and a folder within the share', () => {
    expect(placesOf('https://uni.example.org/nc/s/AbCdEf123456789?dir=/党校/论文', '', '秘')).toMatchObject([
      [`https://uni.example.org/nc/public.php/dav/files/AbCdEf123456789/${encodeURI('党校/论文')}/`, 'anonymous', '秘'],
      [`https://uni.example.org/nc/public.php/webdav/${encodeURI('党校/论文')}/`, 'AbCdEf123456789', '秘'],
      [expect.any(String), '', '秘'],
    ]);
  });

  it('is any folder of files, also where one of its files was pasted', () => {
    expect(placesOf('https://people.example.edu/li/wencun/format.json')).toEqual([
      ['https://people.example.edu/li/wencun/', '', ''],
    ]);
    expect(placesOf('https://dav.example.org/li', 'wang', 'x')).toEqual([['https://dav.example.org/li/', 'wang', 'x']]);
    expect(placesOf('https://dav.example.org//li//')).toEqual([['https://dav.example.org/li/', '', '']]);
    expect(placesOf('http://192.168.1.5/li')).toEqual([['http://192.168.1.5/li/', '', '']]);
  });

  it('is none without a server, and none that everybody on the way can read', () => {
    expect(placesOf('')).toBe('badAddress');
    expect(placesOf('ftp://example.org/x')).toBe('badAddress');
    expect(placesOf('https://user:word@example.org/x')).toBe('badAddress');
    expect(placesOf('http://example.org/x')).toBe('insecure');
  });
});
