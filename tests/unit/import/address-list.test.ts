import { expect, it } from 'vitest';
import { readAddressList } from '../../../lib/import/address-list.ts';

const addressesOf = (text: string): readonly string[] => readAddressList(text).wanted.map(({ address }) => address);

it('reads one address a line, several a line, and addresses among words', () => {
  expect(addressesOf('http://www.nbdx.cn/show.asp?id=1\r\nhttps://a.example/2 http://a.example/3\r')).toEqual([
    'http://www.nbdx.cn/show.asp?id=1',
    'https://a.example/2',
    'http://a.example/3',
  ]);
  expect(addressesOf('渔村合作社（见http://a.example/4）。\n1. <a href="http://a.example/5">题名</a>')).toEqual([
    'http://a.example/4',
    'http://a.example/5',
  ]);
});

it('takes an address without its scheme, and leaves punctuation of the sentence out', () => {
  expect(addressesOf('www.nbdx.cn/show.asp?id=1\nsee http://a.example/6.\n(http://a.example/7)')).toEqual([
    'http://www.nbdx.cn/show.asp?id=1',
    'http://a.example/6',
    'http://a.example/7',
  ]);
  expect(addressesOf('http://a.example/wiki/x_(y)')).toEqual(['http://a.example/wiki/x_(y)']);
});

it('counts each page once, in whatever form its address comes', () => {
  const list = readAddressList(
    'http://www.nbdx.cn/show.asp?id=1\nhttps://nbdx.cn/show.asp?id=1#top\nhttps://web.archive.org/web/2007/http://www.nbdx.cn/show.asp?id=1',
  );
  expect(list).toMatchObject({ repeated: 2, wrong: [] });
  expect(list.wanted).toMatchObject([
    { kind: 'essay', address: 'http://www.nbdx.cn/show.asp?id=1', key: 'http://nbdx.cn/show.asp?id=1' },
  ]);
});

it('names the lines that are no address, and passes over empty ones and comments', () => {
  const list = readAddressList('# 我的清单\n\nhttp://a.example/1\n  渔村合作社 \nftp://a.example/2\nhttp://\n');
  expect(list.wanted).toHaveLength(1);
  expect(list.wrong).toEqual([
    { line: 4, text: '渔村合作社' },
    { line: 5, text: 'ftp://a.example/2' },
    { line: 6, text: 'http://' },
  ]);
});

it('takes no more than one queue holds', () => {
  const text = Array.from({ length: 5003 }, (_, at) => `http://a.example/${at}`).join('\n');
  const list = readAddressList(text);
  expect(list.wanted).toHaveLength(5000);
  expect(list.over).toBe(3);
});
