import { describe, expect, it } from 'vitest';
import { readAddress } from '../../../lib/archive/address.ts';
import { rawPrefix, rawReplay, shownReplay } from '../../../lib/archive/raw-replay.ts';
import { readWaybackDate } from '../../../lib/archive/wayback/wayback-date.ts';
import { readLinkMajority, readReplayLink } from '../../../lib/archive/wayback/wayback-links.ts';
import { parsePage } from '../../support/parse-page.ts';

const moment = '20070702205327';
const original = 'http://dx.example/1.htm';

describe('the address of the bytes as they were crawled', () => {
  it.each<[string, string | null]>([
    [`http://web.archive.org/web/${moment}/${original}`, `http://web.archive.org/web/${moment}id_/${original}`],
    [`https://web.archive.org/web/2007/${original}`, `https://web.archive.org/web/2007id_/${original}`],
    [`http://lib.example/wayback/${moment}/${original}`, `http://lib.example/wayback/${moment}id_/${original}`],
    [`http://web.archive.org/web/${moment}id_/${original}`, null],
    [`http://web.archive.org/web/${moment}im_/${original}`, null],
    [`http://archive.today/${moment}/${original}`, null],
    [original, null],
    ['塘', null],
  ])('%s: %s', (address, raw) => {
    expect(rawReplay(address)).toBe(raw);
    expect(shownReplay(raw ?? '')).toBe(raw === null ? '' : address);
  });

  it('begins with what its links lead out of', () => {
    expect(rawPrefix(`http://web.archive.org/web/${moment}id_/${original}`)).toBe(
      `http://web.archive.org/web/${moment}id_/`,
    );
    expect(rawPrefix(`http://web.archive.org/web/${moment}/${original}`)).toBeNull();
    expect(rawPrefix(null)).toBeNull();
    expect(shownReplay(original)).toBe(original);
  });
});

describe('the moment in the words of the Wayback Machine', () => {
  it.each<[string, string | null]>([
    ['20:53:27 Jul 2, 2007', '2007-07-02T20:53:27Z'],
    ['FILE ARCHIVED ON 9:05:07 Jul 12, 2007 AND RETRIEVED', '2007-07-12T09:05:07Z'],
    ['20:53:27 Jul. 2 2007', '2007-07-02T20:53:27Z'],
    ['ARCHIVED ON 20070702205327', '2007-07-02T20:53:27Z'],
    ['ARCHIVED ON 200707022053271', null],
    ['RETRIEVED ON 20070702205327', null],
    ['20:53:27 7月 2, 2007', '2007-07-02T20:53:27Z'],
    ['20:53:27 七月 2, 2007', '2007-07-02T20:53:27Z'],
    ['20:53:27 一月 2, 2007', '2007-01-02T20:53:27Z'],
    ['20:53:27 十月 2, 2007', '2007-10-02T20:53:27Z'],
    ['20:53:27 十二月 2, 2007', '2007-12-02T20:53:27Z'],
    ['20:53:27 月 2, 2007', null],
    ['20:53:27 塘 2, 2007', null],
    ['20:53:27 13月 2, 2007', null],
    ['20:53 Jul 2, 2007', null],
    ...(
      [
        ['01', 'January ene gen'],
        ['02', 'Feb fév'],
        ['03', 'Mar Mrz mrt'],
        ['04', 'Apr avr abr'],
        ['05', 'May Mai mei mag'],
        ['06', 'Jun juin giu'],
        ['07', 'Jul juil lug'],
        ['08', 'Aug août ago'],
        ['09', 'Sep set'],
        ['10', 'Oct Okt ott out'],
        ['11', 'Nov'],
        ['12', 'Dec Dez dic'],
      ] as const
    ).flatMap(([month, names]) =>
      names.split(' ').map((name): [string, string] => [`20:53:27 ${name} 2, 2007`, `2007-${month}-02T20:53:27Z`]),
    ),
    ...['xjan', 'xfeb', 'xmar', 'xapr', 'xmay', 'xjun', 'xlug', 'xaug', 'xsep', 'xoct', 'xnov', 'xdec'].map(
      (name): [string, null] => [`20:53:27 ${name} 2, 2007`, null],
    ),
  ])('%s: %s', (text, told) => {
    expect(readWaybackDate(text)).toBe(told);
  });
});

describe('what the links of a replay agree on', () => {
  const link = (url: string, at = moment): string => `<a href="http://web.archive.org/web/${at}/${url}">塘</a>`;
  const read = (html: string) => readLinkMajority(parsePage(`<body>${html}</body>`, 'file:///c:/1.htm'));
  const home = 'http://dx.example/';

  it.each<[string, string, { originalUrl: string; timestamp: string; share: number } | null]>([
    [
      'three',
      link(`${home}a`) + link(`${home}b`) + link(`${home}c`),
      { originalUrl: home, timestamp: moment, share: 1 },
    ],
    ['two', link(`${home}a`) + link(`${home}b`), null],
    [
      'three of four',
      `${link(`${home}a`).repeat(3)}<a href="http://a.cn/">塘</a>`,
      { originalUrl: home, timestamp: moment, share: 0.75 },
    ],
    [
      'to another site once',
      link('http://a.cn/x') + link(`${home}a`) + link(`${home}b`),
      { originalUrl: home, timestamp: moment, share: 1 },
    ],
    [
      'another moment first',
      link('http://a.cn/x', '20010101000000') + link(`${home}a`).repeat(3),
      { originalUrl: home, timestamp: moment, share: 0.75 },
    ],
    [
      'another moment last',
      link(`${home}a`).repeat(3) + link('http://a.cn/x', '20010101000000'),
      { originalUrl: home, timestamp: moment, share: 0.75 },
    ],
    [
      'a part of itself',
      link(`${home}a`).repeat(2) + link(`${home}1.htm#b`),
      { originalUrl: `${home}1.htm`, timestamp: moment, share: 1 },
    ],
    ['moments that are cut short', link(`${home}a`, '2007').repeat(3), null],
    ['none', '<p>塘</p>', null],
  ])('%s', (_, html, told) => {
    expect(read(html)).toEqual(told);
  });

  it('may begin at the archive’s root', () => {
    expect(readReplayLink(`/web/${moment}/${original}`)).toMatchObject({ originalUrl: original, timestamp: moment });
    expect(readReplayLink('/web.htm')).toBeNull();
    expect(readReplayLink(original)).toBeNull();
  });
});

describe('the address of a memento on any host', () => {
  it.each<[string, string | null]>([
    [`http://lib.example/${moment}/${original}`, moment],
    [`http://lib.example/a/b/${moment}/${original}`, moment],
    [`http://lib.example/${moment}mp_/${original}`, moment],
    [`http://lib.example/2007mp_/${original}`, '2007'],
    [`http://lib.example/2007/${original}`, null],
    [`http://lib.example/${moment}///${original}`, moment],
    [`http://lib.example/${moment}////${original}`, null],
    [`http://lib.example/a?b=/${moment}/${original}`, null],
    [`http://lib.example/${moment}/dx.example/1.htm`, null],
  ])('%s: %s', (address, timestamp) => {
    expect(readAddress(address)?.timestamp ?? null).toBe(timestamp);
  });
});
