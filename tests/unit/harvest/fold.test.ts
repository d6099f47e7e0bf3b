import { describe, expect, it } from 'vitest';
import { decodeEscapes } from '../../../lib/harvest/address/decode-escapes.ts';
import { foldAddress, foldedHost } from '../../../lib/harvest/address/fold.ts';
import { shapeOf } from '../../../lib/harvest/address/shape.ts';

describe('forms of one address', () => {
  it.each([
    [
      'port, case, host, scheme and fragment',
      'http://nbdx.cn/show.asp?id=697',
      [
        'http://www.nbdx.cn:80/show.asp?id=697',
        'HTTP://WWW.NBDX.CN/Show.asp?ID=697',
        'https://nbdx.cn:443/show.asp?id=697#top',
        'www.nbdx.cn./show.asp?id=697',
        'http://www2.nbdx.cn//show.asp?id=697',
        'http://user@nbdx.cn/./a/../show.asp?id=697',
      ],
    ],
    [
      'the order of parameters, empty and doubled ones',
      'http://nbdx.cn/show.asp?classid=4&id=697',
      [
        'http://nbdx.cn/show.asp?id=697&classid=4',
        'http://nbdx.cn/show.asp?&classid=4&&id=697&',
        'http://nbdx.cn/show.asp?id=697&amp;classid=4',
        'http://nbdx.cn/show.asp?id=697&classid=4&id=697&page=',
      ],
    ],
    [
      'ids of visits',
      'http://nbdx.cn/show.jsp?id=697',
      [
        'http://nbdx.cn/show.jsp;jsessionid=A1B2C3?id=697',
        'http://nbdx.cn/show.jsp?id=697&JSESSIONID=abc',
        'http://nbdx.cn/show.jsp?PHPSESSID=0a1b&id=697',
        'http://nbdx.cn/show.jsp?ASPSESSIONIDQQCR=ABC&id=697',
        'http://nbdx.cn/(S(abcdefghijklmnopqrstuvwx))/show.jsp?id=697',
        'http://nbdx.cn/show.jsp?id=697&sid=0123456789abcdef0123',
        'http://nbdx.cn/show.jsp?id=697&rnd=0.7364512&spm=a.b',
        'http://nbdx.cn/show.jsp?id=697&_=1183409607123',
        'http://nbdx.cn/show.jsp?ticket=ST-1856339-aA5Yuvrxzpv8Tau1cYQ7&id=697',
        'http://nbdx.cn/show.jsp?id=697&SessionKey=12',
      ],
    ],
    [
      'a folder and its own page',
      'http://nbdx.cn/llyj',
      [
        'http://nbdx.cn/llyj/',
        'http://nbdx.cn/llyj/index.html',
        'http://nbdx.cn/llyj/Default.aspx',
        'http://nbdx.cn/%6Clyj/',
      ],
    ],
    [
      'a word, in whatever encoding',
      'http://nbdx.cn/search.asp?k=党建',
      [
        'http://nbdx.cn/search.asp?k=%B5%B3%BD%A8',
        'http://nbdx.cn/search.asp?k=%b5%b3%bd%a8',
        'http://nbdx.cn/search.asp?k=%E5%85%9A%E5%BB%BA',
        'http://nbdx.cn/search.asp?k=%25B5%25B3%25BD%25A8',
        'http://nbdx.cn/search.asp?k=%u515A%u5EFA',
        'http://nbdx.cn/search.asp?k=党建',
        'http://nbdx.cn/search.asp?k=%C2%B5%C2%B3%C2%BD%C2%A8',
      ],
    ],
    [
      'slips of whoever wrote the link',
      'http://nbdx.cn/show.asp?id=697',
      ['http://nbdx.cn/show.asp?id=697?', 'http://nbdx.cn/show.asp?id=697/', 'http://nbdx.cn/show.asp/?id=697'],
    ],
    [
      'a mark that was escaped',
      'http://nbdx.cn/show.asp?id=697',
      ['http://nbdx.cn/show.asp%3Fid=697', 'http://nbdx.cn\\show.asp?id=697', 'http://nbdx.cn/show.asp?id=697%20'],
    ],
  ])('are folded into one: %s', (_, folded, forms) => {
    expect(forms.map(foldAddress)).toEqual(forms.map(() => folded));
  });

  it('are those of one page alone', () => {
    const apart = [
      'http://nbdx.cn/show.asp?id=697',
      'http://nbdx.cn/show.asp?id=698',
      'http://nbdx.cn/show.asp?id=697&page=2',
      'http://nbdx.cn/list.asp?sid=697',
      'http://oa.nbdx.cn/show.asp?id=697',
      'http://nbdx.cn:8080/show.asp?id=697',
      'http://nbdx.cn/show.asp?697',
      'http://nbdx.cn/a?k=%B5%B3',
      'http://nbdx.cn/a?k=%BD%A8',
      'http://nbdx.cn/a?k=1%262',
      'http://nbdx.cn/a?k=1&2',
      'http://nbdx.cn/t/2005',
      'http://nbdx.cn/t?t=2005',
    ];
    expect(new Set(apart.map(foldAddress)).size).toBe(apart.length);
  });

  it('fold to themselves', () => {
    for (const address of [
      'http://www.nbdx.cn:80/Show.asp?ID=1&k=%B5%B3',
      'http://a.cn/%5C%7C?x=%E4',
      'http://a.cn/100%',
      'http://a.cn/?%',
    ]) {
      const once = foldAddress(address);
      expect(foldAddress(once)).toBe(once);
    }
  });

  it('have a host, where they are addresses', () => {
    expect(['http://WWW.nbdx.cn:80/a', 'nbdx.cn', 'http://nbdx.cn:8080/', ''].map(foldedHost)).toEqual([
      'nbdx.cn',
      'nbdx.cn',
      'nbdx.cn:8080',
      '',
    ]);
  });
});

describe('escapes', () => {
  it.each([
    ['%CD%BC', '图'],
    ['%cd%bc%CA%e9', '图书'],
    ['%81@', '丂'],
    ['%C1%AA%CD%A8', '联通'],
    ['%E5%9B%BE', '图'],
    ['a%20b', 'a b'],
    ['%7Euser', '~user'],
    ['1%2B1%3D2', '1%2b1%3d2'],
    ['%ff%fe', '%ff%fe'],
    ['%', '%'],
    ['%zz', '%zz'],
    ['图%CA%E9', '图书'],
    ['%C4%A3%B7%B6', '模范'],
  ])('%s are %s', (written, word) => {
    expect(decodeEscapes(written)).toBe(word);
  });
});

describe('the shape of an address', () => {
  it('is that of all pages of its kind', () => {
    expect(
      ['http://163.com/show.asp?id=697', 'http://nbdx.cn/article/xslt/200507/697.html', 'http://nbdx.cn/a?k=党建'].map(
        shapeOf,
      ),
    ).toEqual(['http://163.com/show.asp?id=#', 'http://nbdx.cn/article/xslt/#/#.html', 'http://nbdx.cn/a?k=*']);
  });
});
